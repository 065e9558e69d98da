"""Files that pages load lie in a folder that their names and bytes name."""

from __future__ import annotations

import pytest

from site_builder.outputs import OutputAsset, bundle_assets

FILES = (OutputAsset("site.css", b"a{}"), OutputAsset("maps/place-kk.js", b"1"))


def test_the_folder_holds_all_files() -> None:
    bundle = bundle_assets("assets", FILES)
    assert bundle.folder.startswith("assets/")
    assert [asset.path.removeprefix(f"{bundle.folder}/") for asset in bundle.assets] == [
        asset.path for asset in FILES
    ]
    assert [asset.data for asset in bundle.assets] == [asset.data for asset in FILES]


@pytest.mark.parametrize(
    "changed",
    [
        (OutputAsset("site.css", b"b{}"), FILES[1]),
        (OutputAsset("page.css", b"a{}"), FILES[1]),
        FILES[:1],
    ],
)
def test_another_file_makes_another_folder(changed: tuple[OutputAsset, ...]) -> None:
    assert bundle_assets("assets", changed).folder != bundle_assets("assets", FILES).folder


def test_the_order_of_files_does_not_matter() -> None:
    assert bundle_assets("assets", FILES[::-1]).folder == bundle_assets("assets", FILES).folder
