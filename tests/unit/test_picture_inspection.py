"""Pictures of strangers: what is refused, and what a phone makes is not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from site_builder.loader import load_content
from site_builder.pictures.inspection import check_pictures
from site_builder.problems import Problem
from site_builder.ui_strings import editor_words
from tests.pictures import SAMPLES, exif, huge_png, painting, picture_bytes
from tests.support import FULL_CONTENT, ROOT, write_content

MEDIUM = """\
  file: {name}
  alt: {{kk: Тас, ru: Камень}}
  author: {{kk: Редакция, ru: Редакция}}
  licence: CC BY 4.0
"""
PLACE = """\
title: {kk: Тас, ru: Камень}
summary: {kk: Тас., ru: Камень.}
kind: village
region: astrakhan
located_in: {kk: Алтынжар, ru: Алтынжар}
media: [MEDIA]
sources: [gazette]
"""
HOME = (46.35, 48.04)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="46,21N"/></x:xmpmeta>'


def problems_of(content_dir: Path, pictures: dict[str, bytes]) -> list[Problem]:
    """Return what is wrong with pictures that are described and shown on a page."""
    names = {f"picture-{number}": name for number, name in enumerate(pictures)}
    files: dict[str, str | bytes] = {f"media/{name}": raw for name, raw in pictures.items()}
    files["media.yml"] = "".join(f"{i}:\n{MEDIUM.format(name=n)}" for i, n in names.items())
    files["places/stone.yml"] = PLACE.replace("MEDIA", ", ".join(names))
    content = load_content(write_content(content_dir, files))
    assert not content.problems
    return list(check_pictures(content, content_dir))


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def codes_of(content_dir: Path, name: str, raw: bytes) -> list[str]:
    return codes(problems_of(content_dir, {name: raw}))


def sixteen_bits() -> Image.Image:
    return Image.linear_gradient("L").resize((640, 400)).convert("I").point(lambda v: v * 257)


@pytest.mark.parametrize(
    ("name", "picture", "saving"),
    [
        ("x.jpg", painting(), {"format_": "JPEG"}),
        ("x.JPEG", painting(mode="L"), {"format_": "JPEG"}),
        ("x.jpg", painting(mode="CMYK"), {"format_": "JPEG"}),
        ("x.jpg", painting(), {"format_": "JPEG", "exif": exif(orientation=6)}),
        ("x.jpg", painting(), {"format_": "MPO", "save_all": True, "append_images": [painting()]}),
        ("x.png", painting(mode="P"), {"format_": "PNG", "transparency": 0}),
        ("x.png", painting(mode="RGBA"), {"format_": "PNG"}),
        ("x.png", painting(mode="1"), {"format_": "PNG"}),
        ("x.png", sixteen_bits().convert("I;16"), {"format_": "PNG"}),
        ("x.webp", painting(), {"format_": "WEBP", "exif": exif()}),
        ("x.avif", painting((600, 40)), {"format_": "AVIF", "speed": 10}),
    ],
)
def test_what_cameras_and_programs_make_is_right(
    content_dir: Path, name: str, picture: Image.Image, saving: dict[str, Any]
) -> None:
    """In any kind of colours, with metadata that nobody minds, with a second picture inside."""
    assert codes_of(content_dir, name, picture_bytes(picture, **saving)) == []


@pytest.mark.parametrize("name", ["x.jpg", "x.png", "x.webp", "x.avif"])
@pytest.mark.parametrize("metadata", [{"exif": exif(HOME)}, {"xmp": XMP}], ids=["exif", "xmp"])
def test_a_position_is_found_in_every_format(
    content_dir: Path, name: str, metadata: dict[str, bytes]
) -> None:
    """Where a photograph was taken may be somebody's home."""
    format_ = {"jpg": "JPEG"}.get(name[2:], name[2:].upper())
    if format_ == "PNG" and "xmp" in metadata:
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
        raw = picture_bytes(painting((600, 40)), format_, pnginfo=info)
    else:
        raw = picture_bytes(painting((600, 40)), format_, **metadata)
    assert codes_of(content_dir, name, raw) == ["picture-location"]


def test_a_position_is_found_in_the_second_picture_and_in_the_film(content_dir: Path) -> None:
    """Phones put more than one picture into a photograph."""
    pair = picture_bytes(painting(), "MPO", save_all=True, append_images=[painting()])
    start = pair.rindex(b"\xff\xd8\xff") + 2
    segment = b"\xff\xe1" + (len(exif(HOME)) + 2).to_bytes(2) + exif(HOME)
    both = pair[:start] + segment + pair[start:]
    film = SAMPLES["photograph"]() + b"....moov..\xa9xyz\x00\x12\x15\xc7+46.3500+048.0400/"
    for raw in (both, film):
        assert codes_of(content_dir, "x.jpg", raw) == ["picture-location"]


def test_metadata_without_a_position_is_right(content_dir: Path) -> None:
    """The maker of the phone and how it was held are nobody's home."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    raw = picture_bytes(painting(), exif=exif(orientation=3), icc_profile=profile)
    assert codes_of(content_dir, "x.jpg", raw) == []


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("x.jpg", b"<html><script>alert(1)</script><svg></svg></html>", "not-a-picture"),
        ("x.png", b"%!PS-Adobe-3.0 EPSF-3.0\n", "not-a-picture"),
        ("x.png", b"\xef\xbb\xbf<!-- x --><svg onload='alert(1)'>", "picture-svg"),
        ("x.jpg", b"II*\0" + bytes(64), "picture-format"),
        ("x.png", b"%PDF-1.7\n", "picture-format"),
        ("x.png", b"BM" + bytes(64), "picture-format"),
        ("x.avif", SAMPLES["heic"](), "picture-heic"),
        ("x.jpg", b"\0\0\0\x18ftypisom" + bytes(64), "not-a-picture"),
        ("x.jpg", b"", "not-a-picture"),
        ("x.png", b"\x89PNG\r\n\x1a\n", "broken-picture"),
        ("x.png", huge_png(40_000, 40_000), "picture-too-large"),
        ("x.png", huge_png(10_000, 4_001), "picture-too-large"),
        ("x.png", picture_bytes(painting(), "PNG")[:-400], "broken-picture"),
        ("x.webp", picture_bytes(painting(), "WEBP")[:-100], "broken-picture"),
    ],
)
def test_other_files_are_refused_by_what_is_in_them(
    content_dir: Path, name: str, raw: bytes, code: str
) -> None:
    """Whatever their names say."""
    assert codes_of(content_dir, name, raw) == [code]


def test_the_largest_picture_that_is_allowed(content_dir: Path) -> None:
    """Forty million pixels are what the best cameras make."""
    assert codes_of(content_dir, "x.png", huge_png(10_000, 4_000)) == []


@pytest.mark.parametrize("name", ["../site.png", "/etc/x.png", "a/x.png", "x y.png", "x#.png"])
def test_a_picture_has_the_name_of_a_file_in_the_folder(content_dir: Path, name: str) -> None:
    """A path out of it is none, and what a URL would cut off neither."""
    files = {"media.yml": f"stone:\n{MEDIUM.format(name=name)}"}
    content = load_content(write_content(content_dir, files))
    assert codes(content.problems) == ["bad-picture-name"]


def test_a_file_that_was_changed_is_looked_at_anew(content_dir: Path) -> None:
    """While an editor serves a site, each version of a file is looked at once."""
    assert codes_of(content_dir, "x.jpg", SAMPLES["gps-photograph"]()) == ["picture-location"]
    assert codes_of(content_dir, "x.jpg", SAMPLES["photograph"]()) == []


def test_pictures_of_wrong_records_are_not_called_unused(content_dir: Path) -> None:
    """The record that shows the picture was left out for another mistake."""
    files = {
        "media/x.jpg": SAMPLES["photograph"](),
        "media.yml": f"stone:\n{MEDIUM.format(name='x.jpg')}",
        "places/stone.yml": PLACE.replace("MEDIA", "stone").replace("village", "vilage"),
    }
    content = load_content(write_content(content_dir, files))
    assert codes(content.problems) == ["not-in-list"]
    assert list(check_pictures(content, content_dir)) == []


@pytest.mark.parametrize("folder", [FULL_CONTENT, ROOT / "content"], ids=["full", "real"])
def test_the_pictures_of_today_are_right(folder: Path) -> None:
    assert list(check_pictures(load_content(folder), folder)) == []


SMALL = [picture_bytes(painting((40, 30)), format_) for format_ in ("JPEG", "PNG", "WEBP", "AVIF")]


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    raw=st.sampled_from(SMALL),
    start=st.integers(0, 10_000),
    patch=st.binary(min_size=1, max_size=20),
)
def test_a_damaged_file_is_a_problem_or_none(
    content_dir: Path, raw: bytes, start: int, patch: bytes
) -> None:
    """No bytes of a stranger stop the program."""
    start %= len(raw)
    damaged = raw[:start] + patch + raw[start + len(patch) :]
    found = codes_of(content_dir, "x.jpg", damaged)
    assert set(found) <= set(editor_words("problems"))
