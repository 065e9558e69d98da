"""Links that put one time into somebody's own calendar or subscribe to a calendar.

Google documents neither; the formats are those of the add-event-to-calendar-docs project and of
what the services' own pages accept.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote, urlencode

from site_builder.occurrences.events import Occurrence

__all__ = [
    "google_link",
    "google_subscription",
    "outlook_link",
    "outlook_subscription",
    "webcal_link",
]

_GOOGLE = "https://calendar.google.com/calendar"
_OUTLOOK = "https://outlook.live.com/calendar"
_DAY = dt.timedelta(days=1)


def google_link(time: Occurrence, title: str, details: str, location: str, rule: str = "") -> str:
    """Return the link that opens Google's form for a new entry, filled in.

    Args:
        time: When; the end of whole days is the day after the last, as in iCalendar.
        title: The entry's title.
        details: Plain text.
        location: Where; may be empty.
        rule: By which it comes again, `FREQ=…`; may be empty.
    """
    fields = {"action": "TEMPLATE", "text": title, "dates": _google_dates(time)}
    if time.start_time:
        fields["ctz"] = time.zone.key
    fields |= {"details": details, "location": location}
    fields["recur"] = f"RRULE:{rule}" if rule else ""
    return f"{_GOOGLE}/render?{_query(fields)}"


def _google_dates(time: Occurrence) -> str:
    if time.start_time is None:
        return f"{time.first:%Y%m%d}/{time.last + _DAY:%Y%m%d}"
    return f"{time.start:%Y%m%dT%H%M%S}/{_end(time):%Y%m%dT%H%M%S}"


def outlook_link(time: Occurrence, title: str, details: str, location: str) -> str:
    """Return the link that opens the form of Outlook on the web, filled in; it knows no rules."""
    fields = {"path": "/calendar/action/compose", "rru": "addevent", "subject": title}
    if time.start_time is None:
        last = time.last + _DAY
        fields |= {"startdt": f"{time.first}", "enddt": f"{last}", "allday": "true"}
    else:
        fields |= {"startdt": _utc(time.start), "enddt": _utc(_end(time))}
    fields |= {"body": details, "location": location}
    return f"{_OUTLOOK}/deeplink/compose?{_query(fields)}"


def _utc(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def _end(time: Occurrence) -> dt.datetime:
    """Return the end of a time with hours; one whose end nobody names is a moment of its day."""
    is_open = time.end_time is None and time.first == time.last
    return time.start if is_open else time.end


def webcal_link(address: str) -> str:
    """Return the link that programs for calendars take as a subscription."""
    return f"webcal://{address.partition('://')[2]}"


def google_subscription(address: str) -> str:
    """Return the link that offers a subscription in Google Calendar; it asks for `webcal:`."""
    return f"{_GOOGLE}/r?{_query({'cid': webcal_link(address)})}"


def outlook_subscription(address: str, name: str) -> str:
    """Return the link that offers a subscription in Outlook on the web under a name."""
    return f"{_OUTLOOK}/0/addfromweb?{_query({'url': address, 'name': name})}"


def _query(fields: dict[str, str]) -> str:
    return urlencode({key: value for key, value in fields.items() if value}, quote_via=quote)
