"""The walk over the content folder."""

from __future__ import annotations

from pathlib import Path

from site_builder.loader import find_symlinks, load_content
from site_builder.problems import Position
from site_builder.schema.kinds import FOLDERS, TABLES
from tests.support import MINIMAL, write_content

STORY = MINIMAL["stories/community.yml"]
SOURCE = MINIMAL["sources.yml"]


def found(content_dir: Path) -> list[tuple[str, str]]:
    """Return file and code of all problems."""
    return [(problem.file, problem.code) for problem in load_content(content_dir).problems]


def test_the_smallest_content(content_dir: Path) -> None:
    """Every kind is there, even without records."""
    content = load_content(content_dir)
    assert content.problems == ()
    assert content.settings is not None
    assert set(content.entries) == {*FOLDERS, *TABLES}
    entry = content.entries["sources"]["gazette"]
    assert (entry.file, entry.prefix) == ("content/sources.yml", ("gazette",))


def test_records_are_in_order_of_their_ids(content_dir: Path) -> None:
    """Neither the file system's order nor the table's matters."""
    more = SOURCE.replace("gazette:", "zhurnal:") + SOURCE + SOURCE.replace("gazette:", "abai:")
    write_content(content_dir, {"sources.yml": more})
    assert list(load_content(content_dir).entries["sources"]) == ["abai", "gazette", "zhurnal"]


def test_paths_are_those_of_the_editor_whatever_the_folder_is_called(tmp_path: Path) -> None:
    """From the folder's name on, with slashes."""
    content = write_content(tmp_path / "deep" / "folder", {**MINIMAL, "places/x.yml": ""})
    assert found(content) == [("folder/places/x.yml", "empty-file")]


def test_an_entry_knows_places_in_its_file_and_table(content_dir: Path) -> None:
    """The linker and the rules report by them."""
    entries = load_content(content_dir).entries
    assert entries["sources"]["gazette"].position_of(("title",)) == Position(2, 10)
    mausoleum = entries["places"]["kurmangazy-mausoleum"]
    assert mausoleum.position_of(("sources", 0)) == Position(6, 11)
    assert mausoleum.problem("x", ("kind",)).position == Position(3, 7)


def test_prose_beside_a_record_is_its_body(content_dir: Path) -> None:
    """Problems with it are reported in its own file."""
    write_content(
        content_dir, {"stories/community.kk.md": "Мәтін", "stories/community.ru.md": "Текст"}
    )
    entry = load_content(content_dir).entries["stories"]["community"]
    assert (entry.record.body.kk, entry.record.body.ru) == ("Мәтін", "Текст")
    assert entry.problem("x", ("body", "ru")).file == "content/stories/community.ru.md"
    assert entry.problem("x", ("title",)).file == "content/stories/community.yml"


def test_prose_in_the_record_is_reported_there(content_dir: Path) -> None:
    """Short prose may stand in the YAML."""
    write_content(content_dir, {"stories/community.yml": STORY + "body: {kk: Мәтін, ru: Текст}\n"})
    problem = load_content(content_dir).entries["stories"]["community"].problem("x", ("body", "ru"))
    assert (problem.file, problem.position) == ("content/stories/community.yml", Position(6, 23))


def test_prose_in_the_record_and_beside_it_is_a_problem(content_dir: Path) -> None:
    """One of the two would be lost without a word."""
    write_content(
        content_dir,
        {
            "stories/community.yml": STORY + "body: {kk: Мәтін, ru: Текст}\n",
            "stories/community.kk.md": "Басқа мәтін",
            "stories/community.ru.md": "Другой текст",
        },
    )
    assert load_content(content_dir).problems


def test_prose_beside_a_kind_without_prose_is_unknown(content_dir: Path) -> None:
    """A place has sections, no body."""
    write_content(content_dir, {"places/kurmangazy-mausoleum.kk.md": "Мәтін"})
    assert found(content_dir) == [("content/places/kurmangazy-mausoleum.kk.md", "unknown-file")]


def test_a_folder_that_is_called_like_a_file_is_no_record(content_dir: Path) -> None:
    """Nor does it stop the walk."""
    (content_dir / "places" / "x.yml").mkdir()
    (content_dir / "site.yml").unlink()
    (content_dir / "site.yml").mkdir()
    assert ("content/places/x.yml", "unknown-file") in found(content_dir)
    assert ("content/site.yml", "no-settings") in found(content_dir)


def test_pictures_are_counted_by_name_without_hidden_files(content_dir: Path) -> None:
    """What they show is for others to check."""
    write_content(content_dir, {"media/a.png": b"", "media/.DS_Store": b""})
    assert load_content(content_dir).media_files == {"a.png"}


def test_links_are_found_everywhere_and_never_followed(tmp_path: Path) -> None:
    """Through a link a site would publish any file of the machine."""
    content = write_content(tmp_path / "content", MINIMAL)
    secret = write_content(tmp_path / "secret", {"x.yml": STORY, "x.png": ""})
    links = {
        "stories/x.yml": secret / "x.yml",
        "stories/community.kk.md": secret / "x.yml",
        "media": secret,
        "people": Path(),
    }
    for name, target in links.items():
        (content / name).symlink_to(target)
    # Text editors put such a link beside a file that is open; it is never published.
    (content / ".#site.yml").symlink_to(secret)
    loaded = load_content(content)
    assert sorted(p.file for p in loaded.problems if p.code == "symlink") == sorted(
        f"content/{name}" for name in links
    )
    assert "x" not in loaded.entries["stories"]
    assert loaded.entries["stories"]["community"].record.body is None
    assert loaded.media_files == frozenset()
    assert len(list(find_symlinks(content))) == len(links)
