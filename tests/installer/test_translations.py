"""The catalogue tool: what it collects, keeps and complains about."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from installer import translations

PAGE = """
from mentorapp.words import N_
KIND = N_("Buddy")

def show(words, n):
    _ = words.text
    label(_("%(name)s is paired"))
    label(words.plural("%(n)d meeting", "%(n)d meetings", n))
"""
BOKMAL = {
    "Buddy": "Fadder",
    "%(name)s is paired": "%(name)s er koblet",
    "%(n)d meeting|||%(n)d meetings": ["%(n)d møte", "%(n)d møter"],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project of one page, with an empty Bokmål catalogue."""
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "page.py").write_text(PAGE, encoding="utf-8")
    storage = tmp_path / "mentorapp" / "storage"
    storage.mkdir(parents=True)
    (storage / "tables.py").write_text('text("SELECT 1")', encoding="utf-8")
    catalogue = tmp_path / "resources" / "translations" / "nb" / "LC_MESSAGES" / "mentorapp.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(translations.written(Catalog(locale="nb", fuzzy=False)))
    return tmp_path


def renewed(root: Path, said: Mapping[str, object]) -> tuple[Path, Catalog]:
    source = root / "nb.json"
    source.write_text(json.dumps(said), encoding="utf-8")
    code = translations.collected(root)
    (path,) = translations.catalogues(root)
    translations.renew(path, code, [source])
    return path, code


def test_messages_constants_and_plurals_are_collected_and_sql_is_not(root: Path) -> None:
    found = {message.id for message in translations.collected(root) if message.id}

    assert found == {"Buddy", "%(name)s is paired", ("%(n)d meeting", "%(n)d meetings")}


def test_a_compiled_catalogue_does_not_age(root: Path) -> None:
    path, _code = renewed(root, BOKMAL)

    assert b"POT-Creation-Date: 1970-01-01" in path.with_suffix(".mo").read_bytes()


def test_a_catalogue_with_every_message_passes(root: Path) -> None:
    path, code = renewed(root, BOKMAL)

    assert list(translations.faults(path, code)) == []


def test_renewing_twice_changes_nothing(root: Path) -> None:
    path, _ = renewed(root, BOKMAL)
    before = path.read_bytes(), path.with_suffix(".mo").read_bytes()

    renewed(root, {})

    assert (path.read_bytes(), path.with_suffix(".mo").read_bytes()) == before


def test_a_message_without_translation_is_named_with_its_file(root: Path) -> None:
    path, code = renewed(root, {**BOKMAL, "Buddy": ""})

    (fault,) = translations.faults(path, code)

    assert fault == "nb/mentorapp.po: 'Buddy' (ui/page.py) is not translated"


def test_an_unfinished_language_may_lack_texts_and_ships_those_it_has(root: Path) -> None:
    lacking = {**BOKMAL, "Buddy": "", "%(n)d meeting|||%(n)d meetings": ["", ""]}
    path, code = renewed(root, lacking)

    assert list(translations.faults(path, code, frozenset({"nb"}))) == []
    assert b"meeting" not in path.with_suffix(".mo").read_bytes()
    assert b"er koblet" in path.with_suffix(".mo").read_bytes()


def test_a_placeholder_lost_in_translation_is_found(root: Path) -> None:
    path, code = renewed(root, {**BOKMAL, "%(name)s is paired": "%(navn)s er koblet"})

    assert any("placeholder" in fault for fault in translations.faults(path, code))


def test_a_new_message_in_the_code_is_missing_until_collected(root: Path) -> None:
    path, _ = renewed(root, BOKMAL)
    (root / "ui" / "more.py").write_text('_("Save")', encoding="utf-8")

    found = list(translations.faults(path, translations.collected(root)))

    assert "nb/mentorapp.po: 'Save' (ui/more.py) is missing" in found


def test_a_catalogue_changed_after_compiling_is_stale(root: Path) -> None:
    path, code = renewed(root, BOKMAL)
    path.write_text(path.read_text(encoding="utf-8").replace("Fadder", "Venn"), encoding="utf-8")

    assert list(translations.faults(path, code)) == [
        "nb/mentorapp.mo is not compiled from mentorapp.po"
    ]
