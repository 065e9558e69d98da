"""Pictures that messengers show beside links."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from PIL import Image, ImageChops

from site_builder import share_images as module
from site_builder.build import BuildOptions, build_site
from site_builder.languages import Language
from site_builder.loader import load_content
from site_builder.outputs import OutputPage
from site_builder.share_images import HEIGHT, WIDTH, share_images
from site_builder.urls import share_image_path
from tests.support import FULL_CONTENT, TODAY

MARGIN = 80
MOST_BYTES = 60 * 1024
LONG = "Празднование Наурыза в селе Алтынжар Володарского района Астраханской области " * 4
TITLES = {
    "short": "Ас",
    "word": "Достопримечательности",
    "long": LONG,
    "letters": "Щ" * 400,
    "long-word-among-others": f"Ал {'ұ' * 90} ал",
}


def draw(title: str, label: str = "Место") -> bytes:
    """Return the picture of a page."""
    page = OutputPage("ru/x/", Language.RU, title, "", "", label)
    settings = load_content(FULL_CONTENT).settings
    assert settings is not None
    (asset,) = share_images([page], settings)
    return asset.data


def read(data: bytes) -> Image.Image:
    """Return a picture in colours."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB")


def ink(title: str, label: str = "Место") -> tuple[int, int, int, int]:
    """Return the box around all that is written, the site's name among it."""
    page = read(draw(title, label))
    bands = module._frame().copy()  # noqa: SLF001  the ground to compare with
    bands.putpalette(module._palette())  # noqa: SLF001
    box = ImageChops.difference(page, bands.convert("RGB")).getbbox()
    assert box is not None
    return box


def test_it_is_a_png_of_the_size_that_messengers_expect() -> None:
    """1200×630."""
    with Image.open(io.BytesIO(draw("Наурыз"))) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert (WIDTH, HEIGHT) == (1200, 630)


def test_title_and_label_change_the_picture() -> None:
    """Both are written on it."""
    pictures = {draw("Наурыз"), draw("Айт"), draw("Наурыз", "Мереке")}
    assert len(pictures) == 3


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_text_stays_between_the_margins(title: str) -> None:
    """A word that is too long for a line goes on in the next one."""
    left, top, right, bottom = ink(title, LONG)
    assert left >= MARGIN - 2  # letters may lean out a little
    assert right <= WIDTH - MARGIN + 2
    assert top > MARGIN
    assert bottom < HEIGHT - MARGIN


@pytest.mark.parametrize("title", [TITLES["word"], *(LONG[:end] for end in range(9, 99, 7))])
def test_words_that_fit_into_a_line_stay_whole(title: str) -> None:
    """In smaller letters rather than broken."""
    _, lines = module._fit(title)  # noqa: SLF001  a picture does not show where its lines end
    assert " ".join(lines) == title.strip()


def test_the_whole_title_is_on_the_picture() -> None:
    """The last letter of a word that takes several lines makes a difference, as do later words."""
    assert draw("Щ" * 60 + "А") != draw("Щ" * 60 + "Ә")
    assert draw("Праздник весны в селе Алтынжар А") != draw("Праздник весны в селе Алтынжар Б")


def test_a_long_label_leaves_the_name_of_the_site_alone() -> None:
    """The strip of the name at the bottom is the same for every label."""
    strip = (0, HEIGHT - 160, WIDTH, HEIGHT)
    short, long = (read(draw(LONG, label)).crop(strip) for label in ("Место", LONG))
    assert ImageChops.difference(short, long).getbbox() is None


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_it_is_light(title: str) -> None:
    """Some messengers pass over what is large."""
    assert len(draw(title, LONG)) <= MOST_BYTES


def test_the_same_page_gives_the_same_bytes() -> None:
    """Drawn anew, not remembered."""
    first = draw("Наурыз")
    module._draw.cache_clear()  # noqa: SLF001
    module._frame.cache_clear()  # noqa: SLF001
    assert draw("Наурыз") == first


def test_each_page_of_a_site_has_one() -> None:
    """The choice of language, which has no path, has none."""
    result = build_site(FULL_CONTENT, BuildOptions(TODAY))
    made: Mapping[str, bytes] = {
        asset.path: asset.data for asset in result.assets if asset.path.startswith("assets/share/")
    }
    assert set(made) == {share_image_path(page.path) for page in result.pages if page.path}
    assert all(len(data) <= MOST_BYTES for data in made.values())
