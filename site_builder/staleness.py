"""When something was last checked, and what of it must be checked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.schema.base import Model
from site_builder.schema.crossings import Crossing
from site_builder.schema.guides import Guide
from site_builder.yaml_nodes import Loc

__all__ = ["Check", "iter_checks", "old_checks"]


@dataclass(frozen=True, slots=True)
class Check:
    """A day on which something was last checked."""

    loc: Loc
    """Where the day stands in the record."""
    day: dt.date
    """The day."""


def old_checks(record: Guide | Crossing, today: dt.date) -> list[Check]:
    """Return the checks that lie more than the record's `recheck_days` back, in order."""
    period = dt.timedelta(days=record.recheck_days)
    return [check for check in iter_checks(record) if today - check.day > period]


def iter_checks(model: Model, prefix: Loc = ()) -> Iterator[Check]:
    """Yield every `checked` of a model and of what it consists of, in the order of its fields."""
    for name in type(model).model_fields:
        value, loc = getattr(model, name), (*prefix, name)
        if name == "checked" and value is not None:
            yield Check(loc, value)
        items = (
            [((*loc, n), item) for n, item in enumerate(value)]
            if isinstance(value, list)
            else [(loc, value)]
        )
        for place, item in items:
            if isinstance(item, Model):
                yield from iter_checks(item, place)
