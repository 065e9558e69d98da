"""Holidays as events of the countries that rest on them: the only place that is certain for them.

A feast that people keep at home or in many villages is no event that one can go to, and a date of
the moon calendar is told only when those who decide have named it.
"""

from __future__ import annotations

from site_builder.loader import Entry
from site_builder.occurrences.agenda import holiday_item
from site_builder.occurrences.holidays import next_period
from site_builder.schema.holidays import Holiday
from site_builder.schema.site import Country
from site_builder.structured_data.events import SCHEMA, event_times
from site_builder.structured_data.graph import Graph, Node
from site_builder.structured_data.places import country_node

__all__ = ["holiday_node"]


def holiday_node(graph: Graph, entry: Entry) -> Node | None:
    """Return the node of a holiday's next days; None where they or their country are not certain."""
    holiday: Holiday = entry.record
    observances = {Country.KZ: holiday.kazakhstan, Country.RU: holiday.russia}
    countries = [country for country, kept in observances.items() if kept and kept.day_off]
    period = next_period(holiday, graph.today)
    if period is None or period.is_calculated or not countries:
        return None
    return {
        **graph.described(entry, "Event"),
        "image": graph.picture(entry) or graph.share_image,
        **event_times(holiday_item(entry, period).time),
        "eventStatus": f"{SCHEMA}EventScheduled",
        "location": [country_node(graph, country) for country in countries],
    }
