import re
from importlib.metadata import metadata
from pathlib import Path

import pytest

import resources
from mentorapp.reference.licences import PartKind, parts, sqlcipher_notice

ROOT = Path(__file__).resolve().parents[3]
LIBRARIES = {one.name: one for one in parts() if one.kind is PartKind.LIBRARY}


def plain(name: str) -> str:
    """A package's name as the lock file writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_pinned_library_is_named_and_no_other() -> None:
    lock = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE))
    assert {plain(name) for name in LIBRARIES} == {plain(name) for name in pinned}
    assert len(pinned) > 20


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_licence_is_what_the_installed_package_says_of_itself(name: str) -> None:
    said = metadata(name).json
    told = said.get("license_expression")
    ours = LIBRARIES[name].licence
    if isinstance(told, str):
        # Of a choice, one is taken.
        assert ours in {told, *told.split(" OR ")}
        return
    words = f"{said.get('license')} {said.get('classifier')}"
    family = re.split(r"[-.0-9]", ours)[0]
    assert family in words or name == "sqlcipher3"  # it says nothing: see decision 1


def test_every_folder_with_a_licence_of_its_own_is_named() -> None:
    data = " ".join(f"{one.name} {one.whose}" for one in parts() if one.kind is PartKind.DATA)
    folders = {file.parent.name for file in resources.path("").glob("*/LICENSE.txt")}
    assert folders == {"fonts", "icons"}
    for named in ("Noto", "Lucide", "GeoNames", "Natural Earth"):
        assert named in data


def test_the_decision_on_licences_names_the_same_libraries() -> None:
    decision = (ROOT / "docs" / "decisions" / "0001-licence.md").read_text(encoding="utf-8")
    assert [name for name in LIBRARIES if plain(name) not in plain(decision)] == []


def test_the_notice_that_sqlcipher_asks_for_is_there() -> None:
    assert "ZETETIC LLC" in sqlcipher_notice()
    assert "Redistributions in binary form must reproduce" in sqlcipher_notice()
