"""The only module that reads the clock."""

from __future__ import annotations

import datetime as dt
import os

from site_builder.formatting import ASTRAKHAN

__all__ = ["build_today"]


def build_today() -> dt.date:
    """Return the day to build for: that of `SOURCE_DATE_EPOCH`, or today in Astrakhan."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return dt.datetime.fromtimestamp(int(epoch), ASTRAKHAN).date()
    return dt.datetime.now(ASTRAKHAN).date()
