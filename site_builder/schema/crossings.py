"""Crossings: what is known of a post at the border, each statement with the day of its check."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from site_builder.schema.base import Model, PlaceId
from site_builder.schema.parts import Statement
from site_builder.schema.scalars import Date, Integer

__all__ = ["CheckedStatement", "Crossing", "CrossingPart"]


class CrossingPart(StrEnum):
    """What a traveller asks of a crossing, in this order: the fields of `Crossing`."""

    PASSES = "passes"
    HOURS = "hours"
    DOCUMENTS = "documents"
    QUEUE = "queue"
    WORKS = "works"


class CheckedStatement(Statement):
    """A statement that goes stale and therefore never comes without the day of its check."""

    checked: Date
    """The day on which it was last checked."""


class Crossing(Model):
    """A post at the border. What is not told here is not known, and the page says so."""

    opposite: PlaceId | None = None
    """The post on the other side, in the other country; it names this one as its opposite."""
    passes: list[CheckedStatement] = Field(default_factory=list)
    """Who and what may pass: cars, people on foot, citizens of which states."""
    hours: list[CheckedStatement] = Field(default_factory=list)
    """When it is open."""
    documents: list[CheckedStatement] = Field(default_factory=list)
    """What to have to enter the country of this post."""
    queue: list[CheckedStatement] = Field(default_factory=list)
    """How long people wait and why."""
    works: list[CheckedStatement] = Field(default_factory=list)
    """Repairs that hinder."""
    recheck_days: Annotated[Integer, Field(gt=0)] = 90
    """After how many days editors and readers are asked to check again."""
