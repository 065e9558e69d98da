"""What counts as the same word: in Python and in the search worker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.build import BuildResult
from site_builder.languages import LANGUAGES
from site_builder.search.folding import fold
from site_builder.search.language_file import folding_script
from site_builder.ui_strings import theme_strings
from tests.node import NodeProcess
from tests.search.worker import index_of

_SCRIPT = """
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const [action, ...words] = JSON.parse(line)
  const actions = {
    fold: FOLDING.fold,
    split: (text) => text.split(new RegExp(words[1])),
    stems: (word) => Array.from(FOLDING.stems(FOLDING.spelled(FOLDING.surface(word)))),
  }
  console.log(JSON.stringify(words.map(actions[action])))
})
"""


class _Worker:
    """The worker's folding in a process of Node."""

    def __init__(self) -> None:
        self._node = NodeProcess("-e", folding_script() + _SCRIPT)

    def __call__(self, action: str, *words: str) -> list[object]:
        answer: list[object] = self._node.ask([action, *words])
        return answer

    def close(self) -> None:
        """End the process."""
        self._node.close()


@pytest.fixture(scope="module")
def worker() -> Iterator[_Worker]:
    """Return the worker's `fold`, `stems` and `split`."""
    process = _Worker()
    yield process
    process.close()


@pytest.mark.parametrize(
    "words",
    [
        "Құрманғазы Курмангазы Qurmangazy Qūrmanğazy Kurmangazy ҚҰРМАНҒАЗЫ",
        "Бөкей Бокей Bökei Bokey",
        "Нұрпейісова Нурпеисова",
        "Жолдастық Zholdastyk Joldastyq",
        "мешіт мешит Meşıt meshit",
        "Қызылтшоқы Qyzyltshoqy",
        "ёлка елка Ёлка",
        "й и\N{COMBINING BREVE} и",
        "Şığıs S\N{COMBINING CEDILLA}igis shygys",
        "Бөке\N{COMBINING ACUTE ACCENT}й Бө\N{SOFT HYPHEN}кей Бөкей",
        "объявление об'явление об’явление обявление",
        "İzmir Izmir ızmir измир",
        "30 №30 «30»",
    ],
)
def test_the_same_word(worker: _Worker, words: str) -> None:
    keys = {fold(word) for word in words.split()}

    assert len(keys) == 1
    assert set(worker("fold", *words.split())) == keys


def test_keys() -> None:
    assert fold("Құрманғазы") == "курманкази"
    assert fold("Bökei") == "покеи"
    assert [fold(word) for word in ("😀", "-", "№", "\N{COMBINING ACUTE ACCENT}")] == [""] * 4


@pytest.mark.parametrize("words", ["қар тар", "бала дала", "2024 2025", "той той-той"])
def test_not_the_same_word(words: str) -> None:
    assert len({fold(word) for word in words.split()}) == len(words.split())


def _separator() -> str:
    [separator] = {theme_strings()[language]["search.config.separator"] for language in LANGUAGES}
    return separator


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Жолдастық» қоғамы, 30-жыл…", "Жолдастық қоғамы 30 жыл"),
        ("Букей-хан, Букей‑хан", "Букей хан Букей хан"),
        ("14:30–16:00 (сенбі)", "14 30 16 00 сенбі"),
        ("А\N{NO-BREAK SPACE}Б/В — Г", "А Б В Г"),
        ("R&amp;D &lt;b&gt;", "R D b"),
        ("об'явление №5", "об'явление №5"),
    ],
)
def test_words_of_a_text(worker: _Worker, text: str, words: str) -> None:
    found = [word for word in re.split(_separator(), text) if word]

    assert found == words.split()
    assert [word for word in worker("split", text, _separator())[0] if word] == found


def _texts(built: BuildResult) -> Iterator[str]:
    for language in LANGUAGES:
        for doc in json.loads(index_of(built.assets, language))["docs"]:
            yield f"{doc['title']} {doc.get('alias', '')} {doc['text']}"


def test_worker_and_python_agree_on_every_word_of_the_site(
    worker: _Worker, built: BuildResult
) -> None:
    words = sorted({word for text in _texts(built) for word in re.split(_separator(), text)})

    assert len(words) > 5_000
    assert worker("fold", *words) == [fold(word) for word in words]


def test_worker_and_python_agree_on_every_letter(worker: _Worker) -> None:
    letters = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]

    assert worker("fold", *letters) == [fold(letter) for letter in letters]


@given(st.text())
def test_worker_and_python_agree_on_any_text(worker: _Worker, text: str) -> None:
    assert worker("fold", text) == [fold(text)]


@given(st.text())
def test_keys_stay_as_they_are(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "words",
    [
        "кесене кесенесі кесенесіне кесенесін кесенелер кесенелеріміздің",
        "мешіт мешіттен мешіттің мешітте",
        "той тойлар тойға тойдың тойымыз",
        "қазақ қазағы қазақтар қазақша қазақтардікі",
        "халық халқы халқының халықтың",
        "орын орны орнында орындар",
        "ауыл ауылы ауылдағы ауылдан",
        "мавзолей мавзолея мавзолею мавзолеям мавзолеями мавзолеях",
        "ремесло ремёсел ремеслам ремёслами",
        "церковь церкви церквей церковью",
        "казахский казахского казахских казахская казахскую",
        "праздник праздники праздников",
        "Астрахань Астрахани Астраханью",
    ],
)
def test_forms_share_a_stem(worker: _Worker, words: str) -> None:
    first, *forms = worker("stems", *words.split())

    assert isinstance(first, list)
    for form in forms:
        assert isinstance(form, list)
        assert set(first) & set(form)


@pytest.mark.parametrize("words", ["қала дала", "ат ана", "жыл жол", "год город", "музей мюзикл"])
def test_other_words_share_no_stem(worker: _Worker, words: str) -> None:
    one, other = worker("stems", *words.split())

    assert isinstance(one, list)
    assert isinstance(other, list)
    assert not set(one) & set(other)
