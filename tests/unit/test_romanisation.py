"""Kazakh names in Latin letters."""

from __future__ import annotations

import pytest

from site_builder.romanisation import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Құрманғазы", "Qūrmanğazy"),
        ("Маңғыстау", "Mañğystau"),
        ("Тәуелсіздік", "Täuelsızdık"),
        ("Кіші Арал", "Kışı Aral"),
        ("Ікрян, Икряное", "Ikrian, İkrianoe"),
        ("Бөкей хан кесенесі", "Bökei han kesenesı"),
        ("Шамшырақ, Юрий", "Şamşyraq, Iurii"),
        ("«Жолдастық» — 1990", "«Joldastyq» — 1990"),
    ],
)
def test_names(name: str, latin: str) -> None:
    assert romanise(name) == latin
