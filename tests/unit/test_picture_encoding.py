"""What a picture becomes on the site: its way up, colours, sizes and formats; and its cache."""

from __future__ import annotations

import io
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from site_builder.linker import link_site
from site_builder.loader import load_content
from site_builder.pictures.cache import PictureCache
from site_builder.pictures.encoding import Variant, encode_picture
from site_builder.pictures.files import publish_pictures
from site_builder.views.pictures import licence_href
from tests.pictures import BLUE, RED, exif, painting, picture_bytes
from tests.support import FULL_CONTENT


def opened(variant: Variant) -> Image.Image:
    return Image.open(io.BytesIO(variant.data))


def near(picture: Image.Image, x: float, y: float, colour: tuple[int, ...]) -> bool:
    """Tell whether a pixel has a colour, but for what encoding and shades do to it."""
    at = (int(x * (picture.width - 1)), int(y * (picture.height - 1)))
    found = picture.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(one - other) < 45 for one, other in zip(found, colour, strict=True))


@pytest.fixture(scope="module")
def variants() -> tuple[Variant, ...]:
    """Encode a photograph of 2000 × 1000 pixels with all that a phone writes into it."""
    raw = picture_bytes(painting((2000, 1000)), exif=exif((46.0, 48.0)), quality=90)
    return encode_picture(raw)


def test_formats_come_best_first_and_sizes_from_narrow_to_wide(
    variants: tuple[Variant, ...],
) -> None:
    assert [(variant.suffix, variant.width, variant.height) for variant in variants] == [
        (suffix, width, width // 2)
        for suffix in ("avif", "webp", "jpg")
        for width in (480, 960, 1600)
    ]
    for variant in variants:
        with opened(variant) as picture:
            assert picture.size == (variant.width, variant.height)
            assert picture.format == {"jpg": "JPEG"}.get(variant.suffix, variant.suffix.upper())
            assert near(picture, 0.5, 0.2, RED), variant.suffix
            assert near(picture, 0.5, 0.8, BLUE), variant.suffix


def test_nothing_of_the_metadata_is_published(variants: tuple[Variant, ...]) -> None:
    for variant in variants:
        with opened(variant) as picture:
            assert not picture.getexif()
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)
        assert b"Phone" not in variant.data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_it_was_seen(orientation: int) -> None:
    """Red was above, whichever way the phone was held."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    seen = painting((60, 40))
    seen.paste((240, 240, 0), (0, 0, 15, 15))
    held = seen.transpose(undo[orientation]) if orientation in undo else seen
    raw = picture_bytes(held, exif=exif(orientation=orientation), quality=95)
    with opened(encode_picture(raw)[-1]) as shown:
        assert shown.size == (60, 40)
        assert near(shown, 0.05, 0.05, (240, 240, 0))
        assert near(shown, 0.9, 0.1, RED)
        assert near(shown, 0.9, 0.9, BLUE)


@pytest.mark.parametrize(
    ("width", "widths"),
    [(40, [40]), (480, [480]), (599, [599]), (600, [480, 600]), (1200, [480, 960, 1200])],
)
def test_no_picture_is_enlarged(width: int, widths: list[int]) -> None:
    """And no two sizes are nearly the same."""
    variants = encode_picture(picture_bytes(painting((width, 100))))
    assert [variant.width for variant in variants if variant.suffix == "jpg"] == widths


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "RGBA"])
def test_colours_of_every_kind_become_those_of_screens(mode: str) -> None:
    format_ = "JPEG" if mode in ("CMYK", "L") else "PNG"
    (*_, last) = encode_picture(picture_bytes(painting((60, 40), mode), format_))
    with opened(last) as picture:
        upper = painting((60, 40), "L").getpixel((30, 8))
        assert isinstance(upper, int)
        assert near(picture, 0.5, 0.2, (upper,) * 3 if mode == "L" else RED)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    grey = Image.new("I;16", (60, 40), 128 * 257)
    (*_, last) = encode_picture(picture_bytes(grey, "PNG"))
    with opened(last) as picture:
        assert picture.convert("L").getpixel((30, 20)) in range(126, 131)


def test_a_profile_of_other_colours_is_counted_in() -> None:
    """Numbers that mean another colour than on a screen become the numbers of that colour."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # Red and blue change places in the list of the profile's colours.
    red, blue = swapped.index(b"rXYZ", 128), swapped.index(b"bXYZ", 128)
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    picture = Image.new("RGB", (60, 40), RED)
    for profile, colour in ((bytes(swapped), RED[::-1]), (lab.tobytes(), RED), (b"none", RED)):
        raw = picture_bytes(picture, "PNG", icc_profile=profile)
        with opened(encode_picture(raw)[-1]) as shown:
            assert near(shown, 0.5, 0.5, colour)


def test_what_one_can_see_through_stays_so() -> None:
    picture = painting((60, 40), "RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 30, 40))
    variants = encode_picture(picture_bytes(picture, "PNG"))
    assert {variant.suffix for variant in variants} <= {"avif", "webp", "png"}
    for variant in variants:
        with opened(variant) as shown:
            alpha = shown.convert("RGBA").getchannel("A")
            assert alpha.getpixel((5, 5)) < 10  # type: ignore[operator]
            assert alpha.getpixel((55, 5)) > 245  # type: ignore[operator]


def test_drawings_stay_sharp_and_light() -> None:
    """A few flat colours: exact formats are smaller than those for photographs."""
    drawing = Image.new("RGB", (640, 400), "white")
    drawing.paste(RED, (100, 100, 301, 301))
    variants = encode_picture(picture_bytes(drawing, "PNG"))
    assert [(variant.suffix, variant.width) for variant in variants] == [
        ("webp", 480),
        ("webp", 640),
        ("png", 480),
        ("png", 640),
    ]
    for variant in variants[1::2]:
        with opened(variant) as shown:
            assert shown.convert("RGB").tobytes() == drawing.tobytes()


def test_the_same_picture_gives_the_same_bytes() -> None:
    raw = picture_bytes(painting((700, 300)))
    with ThreadPoolExecutor() as pool:
        one, two = pool.map(encode_picture, [raw] * 2)
    assert one == two


# Cache

KEPT = (Variant("avif", 2, 1, b"one"), Variant("png", 2, 1, b"two"))


def test_a_cache_gives_back_what_was_put_into_it(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "new" / "folder")
    assert cache.read("a") == ()
    cache.write("a", KEPT)
    cache.write("a", KEPT)
    assert cache.read("a") == KEPT
    assert cache.read("b") == ()
    assert [path.name for path in cache.folder.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda raw: raw[:-30],
        lambda raw: raw.replace(b"two", b"tow"),
        lambda raw: raw.replace(b"0-2x1.avif", b"../../avif"),
        lambda _: b"not a ZIP" * 20,
    ],
)
def test_a_spoiled_entry_is_none(tmp_path: Path, spoil: object) -> None:
    """Half-written, changed, of somebody else."""
    cache = PictureCache(tmp_path)
    cache.write("a", KEPT)
    file = tmp_path / "a.zip"
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))
    assert cache.read("a") == ()
    cache.write("a", KEPT)
    assert cache.read("a") == KEPT


def test_a_cache_with_any_wrong_byte_is_made_anew(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.write("a", KEPT)
    file = tmp_path / "a.zip"
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.read("a") == ()


def test_a_cache_that_cannot_be_written_to_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = PictureCache(tmp_path / "file")
    cache.write("a", KEPT)
    assert cache.read("a") == ()


def test_builds_share_pictures_through_the_cache(tmp_path: Path) -> None:
    """What the cache holds is published; what it lost is made anew, the same."""
    site, _ = link_site(load_content(FULL_CONTENT))
    assert site is not None
    cache = PictureCache(tmp_path)
    without = publish_pictures(site, FULL_CONTENT, None)
    first = publish_pictures(site, FULL_CONTENT, cache)
    assert without == first
    (entry,) = tmp_path.iterdir()
    cache.write(entry.stem, KEPT)
    kept = publish_pictures(site, FULL_CONTENT, cache)
    assert [asset.data for asset in kept.assets] == [b"one", b"two"]
    entry.write_bytes(b"")
    assert publish_pictures(site, FULL_CONTENT, cache) == first
    assert stat.S_ISREG(entry.stat().st_mode)


@pytest.mark.parametrize(
    ("licence", "href"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("CC BY-NC-ND 2.5", "https://creativecommons.org/licenses/by-nc-nd/2.5/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC BY", ""),
        ("CC BY-XX 4.0", ""),
        ("GNU FDL", ""),
    ],
)
def test_well_known_licences_have_an_address(licence: str, href: str) -> None:
    assert licence_href(licence) == href
