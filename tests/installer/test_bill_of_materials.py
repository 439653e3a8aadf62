"""The bill of materials that ships says what the lock file says."""

import json
import re
from pathlib import Path
from typing import Any

import mentorapp
import resources
from installer.bill_of_materials import completed, plain
from mentorapp.reference.licences import PartKind, parts

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
BILL: dict[str, Any] = json.loads(
    resources.path("licences/mentorapp.cdx.json").read_text(encoding="utf-8")
)
PACKAGES = [one for one in BILL["components"] if "purl" in one]


def locked() -> dict[tuple[str, str], set[str]]:
    """Name and version of each package, with the hashes of its files."""
    found: dict[tuple[str, str], set[str]] = {}
    current: set[str] = set()
    for line in LOCK.splitlines():
        if pin := re.match(r"([a-z0-9][a-z0-9._-]*)==([^ ;]+)", line):
            current = found.setdefault((pin[1], pin[2]), set())
        current |= set(re.findall(r"sha256:([0-9a-f]{64})", line))
    return found


def test_it_names_every_locked_package_with_the_hashes_of_its_files() -> None:
    told = {
        (one["name"], one["version"]): {
            digest["content"] for place in one["externalReferences"] for digest in place["hashes"]
        }
        for one in PACKAGES
    }
    assert told == locked()
    assert len(told) > 20


def test_it_names_the_licence_of_every_part_and_of_the_program() -> None:
    ours = {plain(part.name): part.licence for part in parts()}
    for one in BILL["components"]:
        (licence,) = one["licenses"]
        told = licence.get("expression") or licence["license"]["name"]
        assert told == ours[plain(one["name"])]
    assert {plain(one["name"]) for one in BILL["components"]} == set(ours)
    root = BILL["metadata"]["component"]
    assert (root["version"], root["licenses"]) == (
        mentorapp.__version__,
        [{"expression": "EUPL-1.2"}],
    )


def test_making_it_again_changes_nothing() -> None:
    """No line of the lock file, no time and no random number is in it."""
    bare = {key: BILL[key] for key in ("$schema", "bomFormat", "specVersion", "version")}
    read = [
        one | {"bom-ref": f"requirements-L{at}", "description": f"requirements line {at}: …"}
        for at, one in enumerate(PACKAGES)
    ]
    assert completed(bare | {"components": read}) == BILL


def test_what_is_no_package_is_named_too() -> None:
    told = {one["name"] for one in BILL["components"] if "purl" not in one}
    assert told == {part.name for part in parts() if part.kind is not PartKind.LIBRARY}
