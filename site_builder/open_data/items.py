"""Makes the items of the open data from records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from site_builder.languages import Language
from site_builder.linker import Site
from site_builder.loader import Entry
from site_builder.occurrences.events import first_occurrence
from site_builder.occurrences.holidays import Period, periods_in_year
from site_builder.occurrences.recurrence import rule_weekdays
from site_builder.open_data.models import (
    CalendarDate,
    ChangeItem,
    DateCertainty,
    EventItem,
    FormerTime,
    HolidayItem,
    HolidayPeriod,
    MovedMeetingItem,
    ObservanceItem,
    PlaceItem,
    PointItem,
    RecurrenceItem,
    RegionItem,
    SourceItem,
)
from site_builder.revisions import modified_on
from site_builder.schema.base import Translated
from site_builder.schema.events import Event
from site_builder.schema.holidays import Holiday, Observance
from site_builder.schema.parts import Change, PageRecord, Point
from site_builder.schema.places import Place
from site_builder.schema.recurrence import Repeats
from site_builder.schema.scalars import ApproximateDate
from site_builder.urls import record_path
from site_builder.views.page import iso_date

__all__ = ["event_item", "holiday_item", "place_item", "source_items"]

_YEARS_BEFORE, _YEARS_AFTER = 2, 5
_MOON_MARGIN = 1


def event_item(site: Site, entry: Entry) -> EventItem:
    """Return an event."""
    event: Event = entry.record
    time = first_occurrence(site, event)
    former = event.moved_from
    return EventItem(
        **_common(site, entry),
        kind=event.kind,
        status=event.status,
        scope=event.scope,
        start=_date(event.start),
        end=_date(event.end) if event.end else None,
        timezone=time.zone.key,
        start_time=_clock(event.start_time),
        end_time=_clock(event.end_time),
        starts_at=time.start if time.start_time else None,
        ends_at=time.end if time.end_time else None,
        repeats=_recurrence(event, event.repeats) if event.repeats else None,
        moved_from=former and FormerTime(start=former.start, start_time=_clock(former.start_time)),
        changes=_changes(event.changes),
        reported=event.reported,
        place=event.place,
        venue=event.venue,
        organisers=event.organisers,
        people=event.people,
        holiday=event.holiday,
        registration=event.registration,
        languages=event.languages,
    )


def place_item(site: Site, entry: Entry) -> PlaceItem:
    """Return a place."""
    place: Place = entry.record
    region = site.settings.regions[place.region]
    return PlaceItem(
        **_common(site, entry),
        kind=place.kind,
        region=RegionItem(id=place.region, title=region.title),
        located_in=place.located_in,
        part_of=place.part_of,
        point=_point(site, place.point) if place.point else None,
        location_note=place.location_note,
        address=place.address,
        phone=place.phone,
        website=place.website,
        hours=place.hours,
    )


def holiday_item(site: Site, entry: Entry, today: dt.date) -> HolidayItem:
    """Return a holiday with its days of the years around `today`."""
    holiday: Holiday = entry.record
    years = range(today.year - _YEARS_BEFORE, today.year + _YEARS_AFTER + 1)
    return HolidayItem(
        **_common(site, entry),
        group=holiday.group,
        rule=holiday.rule.type,
        dates=[
            _period(site, period) for year in years for period in periods_in_year(holiday, year)
        ],
        kazakhstan=_observance(site, holiday.kazakhstan),
        russia=_observance(site, holiday.russia),
        astrakhan=_observance(site, holiday.astrakhan),
    )


def source_items(site: Site, ids: Iterable[str]) -> list[SourceItem]:
    """Return sources in the order of their ids as given."""
    records = ((id_, site.entry("sources", id_).record) for id_ in ids)
    return [
        SourceItem(id=id_, title=source.title, publisher=source.publisher, url=source.url)
        for id_, source in records
    ]


def _common(site: Site, entry: Entry) -> dict[str, Any]:
    """Return the fields of every item."""
    record: PageRecord = entry.record
    kk, ru = (
        f"{site.settings.url}{record_path(language, entry.kind.name, entry.id)}"
        for language in (Language.KK, Language.RU)
    )
    return {
        "id": entry.id,
        "url": Translated(kk=kk, ru=ru),
        "title": record.title,
        "summary": record.summary,
        "confidence": record.confidence,
        "modified": modified_on(site, record),
        "sources": source_items(site, record.sources),
    }


def _date(date: ApproximateDate) -> CalendarDate:
    return CalendarDate(
        edtf=f"{iso_date(date)}{'~' if date.circa else ''}",
        precision="day" if date.day else "month" if date.month else "year",
        earliest=date.first,
        latest=date.last,
    )


def _clock(time: dt.time | None) -> str | None:
    return f"{time:%H:%M}" if time else None


def _recurrence(event: Event, repeats: Repeats) -> RecurrenceItem:
    return RecurrenceItem(
        every=repeats.every,
        weekdays=rule_weekdays(event, repeats),
        nth=repeats.nth,
        until=repeats.until,
        skipped=repeats.skipped,
        moved=[
            MovedMeetingItem(
                day=moved.day,
                to=moved.to,
                start_time=_clock(moved.start_time),
                end_time=_clock(moved.end_time),
            )
            for moved in repeats.moved
        ],
    )


def _changes(changes: Iterable[Change]) -> list[ChangeItem]:
    return [ChangeItem(day=change.day, text=change.text) for change in changes]


def _point(site: Site, point: Point) -> PointItem:
    return PointItem(
        lat=point.lat,
        lon=point.lon,
        precision=point.precision,
        radius_km=point.radius_km,
        describes=point.describes,
        checked=point.checked,
        sources=source_items(site, point.sources),
    )


def _period(site: Site, period: Period) -> HolidayPeriod:
    listed = period.listed
    if listed:
        state = DateCertainty(listed.state.value)
    else:
        state = DateCertainty.CALCULATED if period.is_calculated else DateCertainty.BY_RULE
    return HolidayPeriod(
        first=period.first,
        last=period.last,
        state=state,
        margin_days=_MOON_MARGIN if period.is_calculated else 0,
        note=listed.note if listed else None,
        changes=_changes(listed.changes if listed else ()),
        sources=source_items(site, period.sources),
    )


def _observance(site: Site, observance: Observance | None) -> ObservanceItem | None:
    if observance is None:
        return None
    return ObservanceItem(
        day_off=observance.day_off,
        text=observance.text,
        sources=source_items(site, observance.sources),
    )
