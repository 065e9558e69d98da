"""Time zones as calendar files describe them (VTIMEZONE)."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.prop import vDDDLists

__all__ = ["timezone_block"]


@cache
def timezone_block(zone: ZoneInfo, first_year: int, last_year: int) -> bytes:
    """Return the VTIMEZONE of a zone, complete for whole years, both included.

    Years and no days, so that a calendar stays the same from one day to the next.
    """
    first, end = dt.date(first_year, 1, 1), dt.date(last_year + 1, 1, 1)
    block = Timezone.from_tzinfo(zone, zone.key, first, end)
    # The library notes its limits in a property that the standard does not give to zones.
    del block["COMMENT"]
    for part in block.subcomponents:
        # Where clocks go forward it names the hour after the gap. The standard counts the moment
        # on the clock that was valid before.
        gap = part.TZOFFSETTO - part.TZOFFSETFROM
        if gap > dt.timedelta():
            part.DTSTART -= gap
            if "RDATE" in part:
                part["RDATE"] = vDDDLists([date - gap for date, _ in part.rdates])
    return bytes(block.to_ical())
