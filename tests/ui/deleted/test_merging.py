from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import organisations, people
from mentorapp.storage import records
from mentorapp.words import Words
from tests.factories import an_organisation
from tests.mentorapp.everything import everything
from tests.mentorapp.operations.registering import newcomer, register
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.deleted.duplicates_dialog import DuplicatesDialog
from ui.deleted.merge_dialog import MergeDialog
from ui.deleted.same_person import SamePersonDialog
from ui.organisations.page import OrganisationsPage
from ui.people.newcomers_page import NewcomersPage
from ui.widgets.record_file import RecordFile
from ui.widgets.tabs_page import TabSpec
from ui.widgets.versions_dialog import Version, VersionField
from ui.wiring_around import Surroundings
from ui.wiring_deleted import offer_merging, offer_same_person
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def twice(pairs_office: PairsOffice) -> Any:
    """Sahra <b>&</b>, registered twice."""
    with pairs_office.database.write("mona") as tx:
        first = register(tx, newcomer("Sahra <b>&</b>", phone="91827364", notes="A & B"))
        second = register(tx, newcomer("Sahra Guled", phone="91827364", birth_year=1990))
    return first, second


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(
    qtbot: QtBot, worker: Worker, english: Words, twice: Any, window: QWidget
) -> DuplicatesDialog:
    made = DuplicatesDialog(worker, english, lambda: TODAY, parent=window)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 1)
    return made


def opened(over: QWidget, qtbot: QtBot) -> MergeDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in over.findChildren(MergeDialog)))
    return next(one for one in over.findChildren(MergeDialog) if one.isVisible())


def field(dialog: MergeDialog, name: str) -> VersionField:
    found = dialog.field(name)
    assert isinstance(found, VersionField)
    return found


def click(qtbot: QtBot, button: Any, settle: Settle) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_two_alike_are_listed_and_merged_field_by_field_and_taken_back(
    dialog: DuplicatesDialog, pairs_office: PairsOffice, twice: Any, qtbot: QtBot, settle: Settle
) -> None:
    before = pairs_office.read(everything)
    assert dialog.count.text() == "Possible duplicates: 1"
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    merge = opened(dialog, qtbot)
    assert field(merge, "notes").value() is Version.TYPED  # only one has any
    assert field(merge, "birth_year").value() is None

    click(qtbot, merge.save_button, settle)
    assert merge.isVisible()  # somebody has to choose first
    field(merge, "birth_year").set_value(Version.SAVED)
    field(merge, "family_name").set_value(Version.TYPED)
    qtbot.keyClick(merge, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    freed(qtbot, merge)

    first, second = twice
    held = pairs_office.read(lambda tx: people.read(tx, first, TODAY)).registration.person
    assert (held.birth_year, held.family_name, held.notes) == (1990, "<b>&</b>", "A & B")
    assert pairs_office.read(lambda tx: records.find(tx, Person, id=second)) == []
    assert dialog.empty.isVisible()

    click(qtbot, dialog.message_bar.button, settle)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert pairs_office.read(everything) == before


def test_all_of_one_is_chosen_by_one_button(
    dialog: DuplicatesDialog, qtbot: QtBot, settle: Settle
) -> None:
    click(qtbot, dialog.merge_button, settle)
    merge = opened(dialog, qtbot)
    second = next(one for one in merge.findChildren(QWidget) if _text(one) == "All of the second")

    click(qtbot, second, settle)

    assert set(merge.chosen().values()) == {"second"}
    qtbot.keyClick(merge, Qt.Key.Key_Escape)
    freed(qtbot, merge)


def _text(widget: QWidget) -> str:
    return str(widget.property("text") or "")


def test_every_choice_is_named_for_who_cannot_see_it(
    dialog: DuplicatesDialog, qtbot: QtBot, settle: Settle
) -> None:
    click(qtbot, dialog.merge_button, settle)
    merge = opened(dialog, qtbot)

    names = [one.accessibleName() for one in field(merge, "birth_year").buttons.values()]

    assert names[0].startswith("Year of birth: Sahra <b>&</b> (")
    assert names[1].endswith("): 1990")
    merge.reject()


def test_what_stands_between_two_is_said_and_nothing_opens(
    dialog: DuplicatesDialog, pairs_office: PairsOffice, twice: Any, qtbot: QtBot, settle: Settle
) -> None:
    with pairs_office.database.write("mona") as tx:
        held = people.read(tx, twice[0], TODAY).registration
        assert held.newcomer is not None
        records.amend(tx, replace(held.newcomer, case_officer_id=twice[1]))

    click(qtbot, dialog.merge_button, settle)

    assert "case officer" in dialog.message_bar.text


def around(worker: Worker, words: Words) -> Surroundings:
    nothing: Any = lambda *_args: None  # noqa: E731
    return Surroundings(worker, words, lambda: TODAY, *[nothing] * 7)


def test_two_chosen_in_the_list_are_merged(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    pairs_office: PairsOffice,
    twice: Any,
    settle: Settle,
) -> None:
    page = NewcomersPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    offer_merging(page, page.batch.bar, around(worker, english))
    page.show()
    settle()
    button = next(one for one in page.batch.bar.findChildren(QWidget) if _text(one) == "Merge …")
    page.table.selectAll()
    click(qtbot, button, settle)
    assert "exactly two" in page.message_bar.text

    page.search.setText("Sahra")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.table.selectAll()
    click(qtbot, button, settle)

    merge = opened(page, qtbot)
    assert "Sahra <b>&&</b> (" in field(merge, "birth_year").buttons[Version.TYPED].text()
    merge.reject()


@pytest.fixture
def asked(
    qtbot: QtBot, worker: Worker, english: Words, twice: Any, settle: Settle
) -> tuple[RecordFile, SamePersonDialog]:
    """The file of the second Sahra, and the question who else she is registered as."""
    person_id = twice[1]
    file = RecordFile(
        worker, english, "Person file", person_id, people.name_of, lambda _bar: [a_tab()]
    )
    qtbot.addWidget(file)
    offer_same_person(file, person_id, around(worker, english))
    file.show()
    settle()
    click(qtbot, named(file, "Same person as …"), settle)
    return file, next(one for one in file.findChildren(SamePersonDialog))


def named(over: QWidget, text: str) -> QWidget:
    return next(one for one in over.findChildren(QWidget) if _text(one) == text)


def a_tab() -> TabSpec:
    return TabSpec("now", "Now", QWidget)


def test_somebody_is_merged_from_her_file_and_stays_who_she_is(
    qtbot: QtBot,
    asked: tuple[RecordFile, SamePersonDialog],
    pairs_office: PairsOffice,
    twice: Any,
    settle: Settle,
) -> None:
    file, dialog = asked
    dialog.person.set_value(twice[0])
    click(qtbot, dialog.save_button, settle)
    merge = opened(file, qtbot)
    click(qtbot, named(merge, "All of the first"), settle)
    click(qtbot, merge.save_button, settle)

    assert "from now on" in file.message_bar.text
    left = pairs_office.read(lambda tx: {one.id for one in records.find(tx, Person)})
    assert twice[1] in left
    assert twice[0] not in left


def test_nobody_is_the_same_as_herself_or_as_nobody(
    qtbot: QtBot, asked: tuple[RecordFile, SamePersonDialog], settle: Settle
) -> None:
    file, dialog = asked
    click(qtbot, dialog.save_button, settle)
    assert dialog.isVisible()
    assert "Choose somebody from the list." in [_text(one) for one in dialog.findChildren(QWidget)]

    qtbot.keyClicks(dialog.person, "Sahra Guled")
    click(qtbot, dialog.save_button, settle)
    assert dialog.isVisible()
    assert file.findChildren(MergeDialog) == []
    dialog.reject()
    assert not dialog.isVisible()


def test_two_organisations_are_merged_from_their_list(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice, settle: Settle
) -> None:
    with pairs_office.database.write("mona") as tx:
        for name in ("Nordlys AS", "Nordlys Mekaniske"):
            organisations.save(tx, an_organisation(number=0, name=name))
    page = OrganisationsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    offer_merging(page, page.chosen_bar, around(worker, english), organisations=True)
    page.show()
    settle()
    page.search.setText("Nordlys")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.table.selectAll()
    button = next(one for one in page.chosen_bar.findChildren(QWidget) if _text(one) == "Merge …")
    click(qtbot, button, settle)

    merge = opened(page, qtbot)
    field(merge, "name").set_value(Version.SAVED)
    click(qtbot, merge.save_button, settle)

    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.model.shown_rows()[0].name == "Nordlys Mekaniske"


def test_the_stricter_protection_is_told(
    dialog: DuplicatesDialog, pairs_office: PairsOffice, twice: Any, qtbot: QtBot, settle: Settle
) -> None:
    with pairs_office.database.write("mona") as tx:
        held = people.read(tx, twice[0], TODAY).registration
        person = replace(held.person, protection=Protection.STRICT)
        bare = replace(held.details, phone="", postal_code="")
        people.save(tx, replace(held, person=person, details=bare), TODAY)
    dialog._merging.ask_people(*twice)
    settle()

    merge = opened(dialog, qtbot)

    shown = " ".join(_text(one) for one in merge.findChildren(QWidget))
    assert "stricter address protection" in shown
    assert "827364" not in shown
    merge.reject()
