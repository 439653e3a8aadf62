"""What can be typed wrong or oddly in the window: told at its field, kept as it was typed.

Lists that are imported are in ``test_bad_lists.py``, offices in ``test_troubles.py``, full disks in
``test_full_disk.py``. Held elsewhere: a date in 2062 and a name of 300 characters in the form of a
mentor, and a phone number that is none (``people/test_dialog.py``); a meeting in the future, before
the pair was agreed or on no day (``pairings/test_page.py``, ``meetings/test_slips_page.py``);
a wrong organisation number (``organisations/test_page.py``). The same cases on the command line are
in ``tests/mentorapp/cli/test_bad_input.py``.
"""

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.protection import Protection
from mentorapp.operations import lists, offices, pairings, people
from tests.factories import TODAY
from tests.ui.pairs_office import PairsOffice, furnish
from tests.ui.program_window import (
    Start,
    User,
    cells,
    labels,
    mentors_in,
    preferences,
    problems,
    start,
    stored,
    type_text,
    user,
)
from ui.letters.page import LettersPage
from ui.meetings.dialog import MeetingDialog
from ui.organisations.dialog import OrganisationDialog
from ui.pairings.page import PairingsPage
from ui.people.dialog import PersonDialog
from ui.people.page import PeoplePage

__all__ = ["preferences", "start", "user"]

ODD_NAMES = [
    pytest.param("خالد", "فارس", id="arabic"),
    pytest.param("Лариса", "Ковальчук", id="cyrillic"),
    pytest.param("<b>Kari</b>", "Holm", id="bold"),
    pytest.param('<img src="/etc/passwd">', "<script>", id="img"),
    pytest.param("=cmd()", "+1+1", id="formula"),
    pytest.param("田中", "O'Neil & Sønn %(n)s", id="the rest"),
]


@pytest.fixture
def furnished(office_file: Path) -> PairsOffice:
    """An office with mentors, newcomers and pairs, closed again."""
    database = offices.open_office(office_file)
    office = furnish(database)
    with database.write("Test") as tx:
        for row in lists.newcomer_rows(tx, TODAY):
            held = people.read(tx, row.person_id, TODAY).registration
            if row.protection is Protection.NONE:
                details = replace(held.details, address="Storgata 1")
                people.save(tx, replace(held, details=details), TODAY)
    office.pair_up("Åse Lærum", "محمد علي")
    office.pair_up("Per Gjøvåg", "Oksana Шевченко")
    office.pair_up("Bjørn Håkonsen", "<b>Amina</b> Yusuf")
    database.close()
    return office


@pytest.fixture
def among_pairs(furnished: PairsOffice, start: Start, qtbot: QtBot, office_file: Path) -> User:
    """Somebody at the window of that office."""
    return User(qtbot, start("--office", str(office_file)))


def typed(form: PersonDialog) -> tuple[str, str]:
    return form.person.given_name.value(), form.person.family_name.value()


# Refused, at the field


def test_an_unknown_postal_code_is_told_at_its_field_and_mended_there(
    user: User, office_file: Path
) -> None:
    form = user.new_person()
    type_text(form.person.given_name, "Kari")
    type_text(form.person.family_name, "Holm")
    type_text(form.contact.postal_code, "9999")
    user.save(form)
    assert problems(form) == ["Postal code “9999” does not exist."]
    assert typed(form) == ("Kari", "Holm")
    assert mentors_in(office_file) == []

    form.contact.postal_code.setText("")
    type_text(form.contact.postal_code, "8200")
    user.save(form)

    assert mentors_in(office_file) == ["Kari Holm"]


@pytest.mark.parametrize(
    ("born", "said"),
    [
        ("2062", "Year of birth cannot be “2062”."),
        ("24.12.2062", "Write the year with four digits, for example 1985."),
    ],
)
def test_nobody_is_born_in_2062(user: User, born: str, said: str) -> None:
    form = user.new_person("newcomers")
    type_text(form.person.given_name, "Kari")
    type_text(form.person.birth_year, born)
    user.save(form)

    assert problems(form) == [said]
    assert form.person.given_name.value() == "Kari"
    assert form.isVisible()


def test_a_certificate_seen_in_2062_is_told_at_its_field(user: User, office_file: Path) -> None:
    form = user.new_person()
    type_text(form.person.given_name, "Kari")
    type_text(form.mentor.certificate_seen_on, "24.12.2062")
    user.save(form)

    (said,) = problems(form)
    assert "2062" in said
    assert form.mentor.certificate_seen_on.text() == "24.12.2062"
    assert mentors_in(office_file) == []


def test_a_meeting_in_2062_is_told_at_its_date(among_pairs: User, furnished: PairsOffice) -> None:
    page = among_pairs.go("pairings")
    assert isinstance(page, PairingsPage)
    page.open_pairing(furnished.pair.id)
    among_pairs.settle()
    page.file.log_button.click()
    form = among_pairs.dialog(MeetingDialog)
    type_text(form.field("held_on"), "24.12.2062")
    type_text(form.field("notes"), "Vi gikk på tur")
    among_pairs.save(form)

    (said,) = problems(form)
    assert "24 Dec 2062 lies in the future" in said
    assert form._held_on.text() == "24.12.2062"
    assert form.draft().notes == "Vi gikk på tur"
    file = stored(furnished.database.path, lambda tx: pairings.read(tx, furnished.pair.id, TODAY))
    assert max(one.held_on for one in file.meetings) == date(2026, 10, 10)


def test_a_name_of_300_characters_is_told_and_can_be_shortened(
    user: User, office_file: Path
) -> None:
    form = user.new_person("newcomers")
    type_text(form.person.given_name, "Kari")
    type_text(form.person.family_name, "A" * 300)
    user.save(form)
    assert problems(form) == ["Last name is too long: at most 200 characters."]
    assert form.person.family_name.value() == "A" * 300

    form.person.family_name.setSelection(0, 101)
    type_text(form.person.family_name, "B")
    user.save(form)

    rows = stored(office_file, lambda tx: lists.newcomer_rows(tx, TODAY))
    assert [row.name for row in rows] == ["Kari B" + "A" * 199]


def test_an_organisations_name_of_300_characters_is_told(user: User) -> None:
    page = user.go("organisations")
    user.click(page.new_button)
    form = user.dialog(OrganisationDialog)
    type_text(form.name, "A" * 300)
    user.save(form)

    (said,) = problems(form)
    assert "at most 200 characters" in said
    assert form.name.value() == "A" * 300


# Taken as it is


@pytest.mark.parametrize(("given", "family"), ODD_NAMES)
def test_a_name_is_shown_as_it_was_typed_and_never_in_a_title(
    user: User, given: str, family: str
) -> None:
    form = user.new_person()
    type_text(form.person.given_name, given)
    type_text(form.person.family_name, family)
    assert typed(form) == (given, family)
    user.save(form)

    name = f"{given} {family}"
    page = user.go("mentors")
    assert isinstance(page, PeoplePage)
    user.until(lambda: cells(page) and page.details.heading.text())
    assert cells(page)[0][0] == name
    assert page.details.heading.text() == name
    assert f"Saved: {name}, number" in page.message_bar.text
    for label in labels(user.window, given):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert len(labels(user.window, given)) >= 2

    user.click(next(one for one in page.details.buttons if one.toolTip() == "Ctrl+E"))
    again = user.dialog(PersonDialog)
    assert typed(again) == (given, family)
    for shown in QApplication.topLevelWidgets():
        assert given not in shown.windowTitle()
        assert family not in shown.windowTitle()


@pytest.mark.parametrize("text", ['<img src="file:///etc/passwd">', "=cmd()", "<b>fet</b>"])
def test_markup_in_notes_and_address_is_shown_as_text(user: User, text: str) -> None:
    form = user.new_person("newcomers")
    type_text(form.person.given_name, "Kari")
    type_text(form.contact.address, text)
    type_text(form.notes.notes, text)
    user.save(form)

    page = user.go("newcomers")
    user.until(lambda: labels(page, text))
    for label in labels(page, text):
        assert label.textFormat() is Qt.TextFormat.PlainText
    user.click(next(one for one in page.details.buttons if one.toolTip() == "Ctrl+E"))
    again = user.dialog(PersonDialog)
    assert again.notes.notes.value() == text
    assert again.contact.address.value() == text


@pytest.mark.parametrize("name", ["محمد علي", "Oksana Шевченко", "<b>Amina</b> Yusuf"])
def test_a_letter_previewed_in_the_window_has_the_name_as_it_is_written(
    among_pairs: User, name: str
) -> None:
    page = among_pairs.go("letters")
    assert isinstance(page, LettersPage)
    among_pairs.until(page.due.model.rowCount)
    row = next(row for row in page.due.model.shown_rows() if row.receiver == name)
    page.due.table.select_row(row.key)
    among_pairs.click(page.due.preview_button)

    assert page.stack.currentWidget() is not page.tabs
    # Arabic is stored as joined letters, in the order in which they stand on the sheet.
    printed = unicodedata.normalize("NFKC", page.pdf.document.getAllText(0).text())
    for word in name.split():
        assert printed.count(word) >= 1 + (word == name.split(maxsplit=1)[0])
    assert not any(word in page.pdf._file_name for word in name.split())
