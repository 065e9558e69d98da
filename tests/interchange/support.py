"""What the tests of the exchange share."""

from __future__ import annotations

from site_builder.formatting import ASTRAKHAN
from site_builder.interchange.names import Names
from site_builder.languages import Language

__all__ = ["EVENT_HEADER", "EVENT_ROW", "NAMES", "calendar"]

NAMES = Names(Language.RU, ASTRAKHAN, {"алтынжар": "altynzhar"}, {"https://a.example/1": "gazette"})
EVENT_HEADER = "title_kk;title_ru;summary_kk;summary_ru;kind;status;scope;start;sources"
EVENT_ROW = "Той;Той;Ауыл тойы.;Праздник.;concert;planned;astrakhan;2027-06-05;gazette"


def calendar(*events: str) -> bytes:
    """Return a calendar with the lines of each event."""
    parts = [f"BEGIN:VEVENT\nUID:{n}\n{text}\nEND:VEVENT\n" for n, text in enumerate(events)]
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{''.join(parts)}END:VCALENDAR\n".encode()
