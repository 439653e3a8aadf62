"""Completes the bill of materials (CycloneDX 1.6) that ships with the program.

    cyclonedx-py requirements requirements/runtime.lock … | python -m installer.bill_of_materials

The tool reads names, versions and hashes out of the lock file and knows no licences. Those are in
``resources/licences/parts.tsv``, which a test compares with what the packages say of themselves;
from there come also fonts, data, and what is inside the wheels. No time and no random number is
in it: the same lock file gives the same bill, and a test holds the two together.
"""

import json
import re
import sys
from typing import Any

import mentorapp
from mentorapp.reference.licences import Part, PartKind, parts

_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*")


def plain(name: str) -> str:
    """A package's name as the lock file writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def completed(bill: dict[str, Any]) -> dict[str, Any]:
    """The bill with licences, with what is no package, and without lines of the lock file."""
    ours = {plain(part.name): part for part in parts()}
    packages = [
        _package(component, ours[plain(component["name"])]) for component in bill["components"]
    ]
    others = [_other(part) for part in parts() if part.kind is not PartKind.LIBRARY]
    root = {
        "type": "application",
        "bom-ref": "mentorapp",
        "name": "mentorapp",
        "version": mentorapp.__version__,
        "licenses": [{"expression": "EUPL-1.2"}],
    }
    names = [component["bom-ref"] for component in (*packages, *others)]
    return {
        "$schema": bill["$schema"],
        "bomFormat": bill["bomFormat"],
        "specVersion": bill["specVersion"],
        "version": bill["version"],
        "metadata": {"component": root},
        "components": [*packages, *others],
        "dependencies": [{"ref": "mentorapp", "dependsOn": names}],
    }


def _package(component: dict[str, Any], part: Part) -> dict[str, Any]:
    """``bom-ref`` was a line of the lock file, and the description its text."""
    kept = {key: component[key] for key in ("type", "name", "version", "purl")}
    return kept | {
        "bom-ref": component["purl"],
        "author": part.whose,
        "licenses": _licences(part),
        "externalReferences": component["externalReferences"],
    }


def _other(part: Part) -> dict[str, Any]:
    return {
        "type": "data" if part.kind is PartKind.DATA else "library",
        "bom-ref": f"{part.kind}:{part.name}",
        "name": part.name,
        "author": part.whose,
        "licenses": _licences(part),
    }


def _licences(part: Part) -> list[dict[str, Any]]:
    if _SPDX.fullmatch(part.licence):
        return [{"expression": part.licence}]
    return [{"license": {"name": part.licence}}]


if __name__ == "__main__":
    json.dump(completed(json.load(sys.stdin)), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
