"""How the law moved the day of a holiday: which rule held in which years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.languages import month_name
from site_builder.schema.holidays import (
    ChangedRule,
    FixedRule,
    Holiday,
    NthWeekdayRule,
    RangeRule,
    RulePeriod,
    YearlyRule,
)
from site_builder.schema.scalars import MonthDay
from site_builder.ui_strings import Strings
from site_builder.views.event_words import nth_words
from site_builder.views.page import Page
from site_builder.views.parts import PartView

__all__ = ["LawPeriodView", "law_parts"]


@dataclass(frozen=True, slots=True)
class LawPeriodView:
    """Years in which one rule held, or none."""

    words: str
    """The years and the day."""
    citations: str
    """Who says so; empty for years without a rule."""


def law_parts(page: Page, holiday: Holiday) -> Iterable[PartView]:
    """Yield the periods of a holiday whose day the law moved; nothing for others."""
    if isinstance(holiday.rule, ChangedRule):
        heading = page.heading("law", page.strings("holiday.law"))
        periods = tuple(_periods(page, holiday.rule))
        yield PartView("law_period", "law", heading, periods, wrapper="ul")


def _periods(page: Page, rule: ChangedRule) -> Iterator[LawPeriodView]:
    before: RulePeriod | None = None
    for period in rule.periods:
        if before and before.last_year and period.first_year:
            yield from _gap(page, before.last_year + 1, period.first_year - 1)
        yield LawPeriodView(_period_words(page.strings, period), page.cite(period.sources))
        before = period


def _gap(page: Page, first: int, last: int) -> Iterator[LawPeriodView]:
    if first <= last:
        yield LawPeriodView(page.strings("holiday.law.gap", years=_years(first, last)), "")


def _years(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"


def _period_words(strings: Strings, period: RulePeriod) -> str:
    day = _rule_words(strings, period.rule)
    first, last = period.first_year, period.last_year
    if first and last:
        return strings("holiday.law.between", years=_years(first, last), day=day)
    if last:
        return strings("holiday.law.until", year=last, day=day)
    return strings("holiday.law.since", year=first, day=day) if first else day


def _rule_words(strings: Strings, rule: YearlyRule) -> str:
    match rule:
        case FixedRule(day=day):
            return _month_day(strings, day)
        case RangeRule(first=first, last=last):
            return f"{_month_day(strings, first)} – {_month_day(strings, last)}"
        case NthWeekdayRule(month=month, weekday=weekday, nth=nth):
            return strings(
                "holiday.law.nth",
                nth=nth_words(strings, nth),
                day=strings(f"event.on.{weekday}"),
                month=month_name(strings.language, month),
            )


def _month_day(strings: Strings, day: MonthDay) -> str:
    return strings("date.month_day", d=day.day, m=month_name(strings.language, day.month))
