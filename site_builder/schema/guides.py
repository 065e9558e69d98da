"""Guides: what to know before a visit, such as etiquette, the border, the roads."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from site_builder.schema.base import PlaceId
from site_builder.schema.parts import Greeting, PageRecord
from site_builder.schema.scalars import Integer

__all__ = ["Guide"]


class Guide(PageRecord):
    """Advice for visitors; each paragraph can carry the day on which it was checked."""

    places: list[PlaceId] = Field(default_factory=list)
    """Places that it helps to visit."""
    phrases: list[Greeting] = Field(default_factory=list)
    """Words to say there."""
    recheck_days: Annotated[Integer, Field(gt=0)] = 365
    """After how many days the page asks its reader to check again."""
