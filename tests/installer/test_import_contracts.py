"""The two contracts of our own see what they should see."""

from typing import Any

import grimp
from importlinter.domain.contract import Contract

from installer.import_contracts import OnlyContract, StandardLibraryContract

SESSION = {"root_packages": ["mentorapp", "ui"]}


def graph(*imports: tuple[str, str]) -> grimp.ImportGraph:
    made = grimp.ImportGraph()
    for number, (importer, imported) in enumerate(imports, start=1):
        for name in (importer, imported):
            if name not in made.modules:
                made.add_module(name, is_squashed="." not in name)
        made.add_import(
            importer=importer, imported=imported, line_number=number, line_contents="import"
        )
    return made


def check(kind: type[Contract], made: grimp.ImportGraph, **options: Any) -> bool:
    contract = kind("a contract", SESSION, options)
    return contract.check(made, verbose=False).kept


def test_a_library_at_home_is_fine() -> None:
    made = graph(("ui.people.page", "PySide6"), ("mentorapp.domain.people", "dataclasses"))

    assert check(OnlyContract, made, libraries=["PySide6"], homes=["ui"])


def test_a_library_outside_of_its_home_is_found() -> None:
    made = graph(("ui.people.page", "PySide6"), ("mentorapp.domain.people", "PySide6"))

    assert not check(OnlyContract, made, libraries=["PySide6"], homes=["ui"])


def test_a_home_is_a_package_not_the_beginning_of_a_name() -> None:
    made = graph(("uiless.page", "PySide6"))

    assert not check(OnlyContract, made, libraries=["PySide6"], homes=["ui"])


def test_rules_may_use_the_standard_library_and_our_own_packages() -> None:
    made = graph(("mentorapp.domain.people", "enum"), ("mentorapp.domain.people", "ui.format"))

    assert check(StandardLibraryContract, made, packages=["mentorapp.domain"])


def test_rules_that_import_an_installed_library_are_found() -> None:
    made = graph(("mentorapp.domain.people", "stdnum"))

    assert not check(StandardLibraryContract, made, packages=["mentorapp.domain"])
