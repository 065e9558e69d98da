"""Walks `content/`, reads and validates every file, and collects all problems of all files.

It knows files and records one by one; what records say about each other is the linker's.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from site_builder.languages import LANGUAGES
from site_builder.problems import Position, Problem, sort_problems
from site_builder.schema.base import Model
from site_builder.schema.kinds import FOLDERS, SETTINGS, TABLES, Kind
from site_builder.schema.scalars import is_id
from site_builder.schema.site import SiteSettings
from site_builder.spelling import guess
from site_builder.validation import validate_record
from site_builder.value_guesses import guess_value
from site_builder.yaml_mistakes import find_missing_space
from site_builder.yaml_nodes import MAX_BYTES, Document, Loc, YamlProblem, decode_text, parse_yaml

__all__ = ["MEDIA_FOLDER", "Content", "Entry", "find_symlinks", "load_content"]

MEDIA_FOLDER = "media"
"""Folder of the picture files, below `content/`."""
_STAND_IN = "…"
_USUAL_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and where it comes from."""

    kind: Kind
    id: str
    record: Any
    """The record; its type is `kind.model`."""
    file: str
    """Path from the folder that holds `content/`."""
    document: Document = field(repr=False)
    """The file's text, to find positions in; records of a table share it."""
    prefix: Loc = ()
    """Where the record stands in a table."""

    def position_of(self, loc: Iterable[str | int], *, key: bool = False) -> Position:
        """Return the place of a part of the record in its file."""
        return self.document.position_of((*self.prefix, *loc), key=key)

    def file_of(self, loc: Loc) -> str:
        """Return the file of a part of the record: long prose lies beside the YAML."""
        if loc[:1] == ("body",) and not self.text_has("body"):
            return f"{self.file.removesuffix('.yml')}.{loc[1]}.md"
        return self.file

    def text_has(self, key: str) -> bool:
        """Tell whether the YAML itself has a top-level key."""
        text = self.document.text
        return text.startswith(f"{key}:") or f"\n{key}:" in text

    def problem(
        self, code: str, loc: Loc = (), guess: str | None = None, **arguments: str
    ) -> Problem:
        """Return a problem with a part of this record."""
        file = self.file_of(loc)
        position = self.position_of(loc) if file == self.file else Position(1, 1)
        return Problem(file, code, position, arguments, guess)

    def position_in(self, loc: Loc, text: str, start: int, end: int) -> Position:
        """Return the place of the word `text[start:end]` of the text at `loc`."""
        if self.file_of(loc) == self.file:
            return self.document.position_in((*self.prefix, *loc), text, start, end)
        return Position.in_text(text, start, end)


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read."""

    settings: SiteSettings | None
    """`site.yml`; None if it is missing or wrong."""
    entries: Mapping[str, Mapping[str, Entry]]
    """Entries by kind and id, both in alphabetical order."""
    named: Mapping[str, frozenset[str] | None]
    """Ids by kind, those of wrong records too; None where a table could not be read at all."""
    media_files: frozenset[str]
    """Names of the files in `content/media/`."""
    problems: tuple[Problem, ...]
    """Everything that is wrong, sorted."""
    settings_file: Document | None = field(default=None, repr=False)
    """`site.yml`, to find positions in."""
    name: str = "content"
    """The folder's name, the first part of every file's path."""

    def is_named(self, kind: str, id_: str) -> bool:
        """Tell whether somebody wrote a record of this id, right or wrong.

        A mistake in a record is said once, there, and not again wherever the record is named.
        """
        named = self.named[kind]
        return named is None or id_ in named

    def settings_position(self, loc: Loc) -> Position:
        """Return the place of a part of the settings."""
        return self.settings_file.position_of(loc) if self.settings_file else Position(1, 1)


def load_content(content_dir: Path) -> Content:
    """Read and validate everything in `content_dir`.

    Args:
        content_dir: The folder with `site.yml`, the tables and a folder for each kind.
    """
    walk = _Walk(content_dir)
    walk.run()
    return Content(
        walk.settings,
        {kind: dict(sorted(entries.items())) for kind, entries in walk.entries.items()},
        {kind: None if ids is None else frozenset(ids) for kind, ids in walk.named.items()},
        frozenset(walk.media_files),
        sort_problems(walk.problems),
        walk.settings_file,
        content_dir.name,
    )


def find_symlinks(folder: Path) -> Iterator[Path]:
    """Yield all symbolic links below `folder`: through them a site would publish other files.

    Names that begin with a dot are never published, so they are passed over: text editors put
    links of that kind beside a file that is open.
    """
    for item in _list(folder):
        if item.is_symlink():
            yield Path(item)
        elif item.is_dir():
            yield from find_symlinks(Path(item))


def _list(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """Return files and folders by name, but those that begin with a dot.

    The folder knows what its files are; asking each of thousands of files takes longer than
    reading it.
    """
    with os.scandir(folder) as items:
        visible = [item for item in items if not item.name.startswith(".")]
    return sorted(visible, key=lambda item: item.name)


class _Walk:
    """One walk over a content folder; files are named as editors know them."""

    def __init__(self, content_dir: Path) -> None:
        self._root = content_dir
        self.settings: SiteSettings | None = None
        self.settings_file: Document | None = None
        self.media_files: set[str] = set()
        self.entries: dict[str, dict[str, Entry]] = {name: {} for name in (*FOLDERS, *TABLES)}
        self.named: dict[str, set[str] | None] = {name: set() for name in (*FOLDERS, *TABLES)}
        self.problems: list[Problem] = []

    def run(self) -> None:
        """Read everything."""
        if not self._root.is_dir():
            self.problems.append(Problem(self._root.name, "no-content-folder"))
            return
        for link in find_symlinks(self._root):
            # No position: an excerpt would show the first line of the file that is linked to.
            file = f"{self._root.name}/{link.relative_to(self._root).as_posix()}"
            self.problems.append(Problem(file, "symlink"))
        for item in self._visible(self._root):
            file = f"{self._root.name}/{item.name}"
            if item.is_dir():
                self._read_folder(item, file)
            elif not item.is_file():
                self._report(file, "unknown-file", name=item.name)
            else:
                self._read_top_level(item.name, file)
        if not (self._root / "site.yml").is_file():
            self._report(f"{self._root.name}/site.yml", "no-settings")

    def _report(self, file: str, code: str, guess: str | None = None, **arguments: str) -> None:
        self.problems.append(Problem(file, code, Position(1, 1), arguments, guess))

    @staticmethod
    def _visible(folder: Path | os.DirEntry[str]) -> Iterator[os.DirEntry[str]]:
        """Yield files and folders by name; links and what starts with a dot are left out."""
        return (item for item in _list(folder) if not item.is_symlink())

    def _read_folder(self, folder: os.DirEntry[str], file: str) -> None:
        if folder.name == MEDIA_FOLDER:
            self.media_files |= {item.name for item in self._visible(folder)}
            return
        kind = FOLDERS.get(folder.name)
        if kind is None:
            self._report(file, "unknown-folder", guess(folder.name, FOLDERS), name=folder.name)
            return
        items = list(self._visible(folder))
        names = {item.name for item in items if item.is_file()}
        records: list[tuple[str, str]] = []
        for item in items:
            stem, _, suffix = item.name.rpartition(".")
            if stem and suffix == "yml" and item.name in names:
                records.append((stem, f"{file}/{item.name}"))
            elif not self._is_prose(kind, stem, suffix, names):
                self._report(f"{file}/{item.name}", "unknown-file", name=item.name)
        self._read_records(kind, records, names)

    @staticmethod
    def _is_prose(kind: Kind, stem: str, suffix: str, names: Collection[str]) -> bool:
        """Tell whether a file is `<id>.<language>.md` beside a record that has prose."""
        id_, _, language = stem.rpartition(".")
        return (
            suffix == "md"
            and language in LANGUAGES
            and "body" in kind.model.model_fields
            and f"{id_}.yml" in names
        )

    def _read_top_level(self, name: str, file: str) -> None:
        stem, _, suffix = name.rpartition(".")
        if name == "README.md":
            return
        if name == "site.yml":
            document = self._parse(file)
            if document and (data := self._mapping(file, document)) is not None:
                self.settings_file = document.without_data()
                record, problems = validate_record(SETTINGS.model, data, file, document.position_of)
                self.problems += problems
                self.settings = record if isinstance(record, SiteSettings) else None
        elif suffix == "yml" and stem in TABLES:
            self._read_table(TABLES[stem], file)
        else:
            tables = [f"{table}.yml" for table in ("site", *TABLES)]
            self._report(file, "unknown-file", guess(name, tables), name=name)

    def _read_records(
        self, kind: Kind, records: list[tuple[str, str]], names: Collection[str]
    ) -> None:
        """Read the records of a folder.

        Args:
            kind: Their kind.
            records: Id and file of each.
            names: The names of all files of the folder.
        """
        parsed: list[tuple[str, str, Document]] = []
        for id_, file in records:
            if not is_id(id_):
                supposed = guess_value("bad-id", id_)
                self._report(file, "bad-file-name", supposed and f"{supposed}.yml", value=id_)
                continue
            self._name(kind, id_)
            if document := self._parse(file):
                parsed.append((id_, file, document))
        # Parsing all first and validating all then is a third faster than both in turn: each keeps
        # the processor's caches to itself.
        for id_, file, document in parsed:
            self._read_record(kind, id_, file, document, names)

    def _read_record(
        self, kind: Kind, id_: str, file: str, document: Document, names: Collection[str]
    ) -> None:
        if (data := self._mapping(file, document)) is None:
            return
        if "body" in kind.model.model_fields and (prose := self._read_prose(file, names)):
            if "body" in data:
                position = document.position_of(("body",), key=True)
                self.problems.append(Problem(file, "text-twice", position))
            data |= prose
        self._validate(kind, id_, data, file, document.without_data())

    def _read_prose(self, file: str, names: Collection[str]) -> dict[str, dict[str, str]]:
        body = {}
        for language in LANGUAGES:
            prose = f"{file.removesuffix('.yml')}.{language}.md"
            if prose.rpartition("/")[2] in names:
                body[language.value] = self._prose_text(prose)
        return {"body": body} if body else {}

    def _prose_text(self, file: str) -> str:
        """Return the text of a Markdown file; if it cannot be used, a stand-in beside a problem."""
        try:
            text = decode_text(self._read_bytes(file))
        except YamlProblem as problem:
            self.problems.append(problem.in_file(file))
            return _STAND_IN
        except OSError as error:
            self._report(file, "unreadable-file", message=error.strerror or "")
            return _STAND_IN
        if not text.strip():
            self._report(file, "empty-text")
            return _STAND_IN
        return text

    def _read_table(self, kind: Kind, file: str) -> None:
        document = self._parse(file)
        if document is None or (data := self._mapping(file, document)) is None:
            self.named[kind.name] = None
            return
        document = document.without_data()
        for id_, record in data.items():
            self._name(kind, id_)
            if is_id(id_):
                self._validate(kind, id_, record, file, document, (id_,))
            else:
                position = document.position_of((id_,), key=True)
                supposed = guess_value("bad-id", id_)
                self.problems.append(Problem(file, "bad-id", position, {"value": id_}, supposed))

    def _name(self, kind: Kind, id_: str) -> None:
        if (ids := self.named[kind.name]) is not None:
            ids.add(id_)

    def _validate(  # noqa: PLR0913, PLR0917  all of them say where the record stands
        self, kind: Kind, id_: str, data: Any, file: str, document: Document, prefix: Loc = ()
    ) -> None:
        def locate(loc: Loc, *, key: bool = False) -> Position:
            return document.position_of((*prefix, *loc), key=key)

        record, problems = validate_record(kind.model, data, file, locate)
        self.problems += problems
        if isinstance(record, Model):
            self.entries[kind.name][id_] = Entry(kind, id_, record, file, document, prefix)

    def _parse(self, file: str) -> Document | None:
        try:
            return parse_yaml(self._read_bytes(file))
        except YamlProblem as problem:
            self.problems.append(problem.in_file(file))
        except OSError as error:
            self._report(file, "unreadable-file", message=error.strerror or "")
        return None

    def _read_bytes(self, file: str) -> bytes:
        """Return a file's bytes, no more than are looked at."""
        with open(f"{self._root}/{file.partition('/')[2]}", "rb", buffering=0) as stream:  # noqa: PTH123  a Path for each of thousands of files takes longer than reading them
            # Room for the largest file is not asked of the system for each of the small ones.
            raw: bytes = stream.read(_USUAL_BYTES)
            return raw if len(raw) < _USUAL_BYTES else raw + stream.read(MAX_BYTES)

    def _mapping(self, file: str, document: Document) -> dict[str, Any] | None:
        if isinstance(document.data, dict):
            return document.data
        if document.data is None:
            self._report(file, "empty-file")
        elif isinstance(document.data, str) and (
            problem := find_missing_space(document.text, Position(1, 1))
        ):
            self.problems.append(problem.in_file(file))
        else:
            self._report(file, "no-fields")
        return None
