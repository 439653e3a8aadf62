"""Who must not be paired with whom, in the form and on the card."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.domain.ties import TieKind
from mentorapp.operations import pairing, people, ties
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.people.dialog import PersonDialog
from ui.people.mentors_page import MentorsPage
from ui.people.newcomers_page import NewcomersPage
from ui.people.submission import TieChanges

Form = Callable[[QWidget], PersonDialog]
Keys = Callable[[str], None]


def person_of(office: PairsOffice, name: str) -> Any:
    return office.read(lambda tx: next(p for p in people.search(tx, "") if p.name == name))


def tied(office: PairsOffice, name: str) -> list[tuple[str, TieKind]]:
    rows = office.read(lambda tx: ties.of_person(tx, person_of(office, name).id))
    return [(row.name, row.kind) for row in rows]


def tie(office: PairsOffice, one: str, other: str, kind: TieKind = TieKind.RELATIVE) -> None:
    ids = [person_of(office, name).id for name in (one, other)]
    with office.database.write("Test") as tx:
        ties.add(tx, ids[0], ids[1], kind, TODAY)


def form_of(
    page: MentorsPage | NewcomersPage, office: PairsOffice, name: str, the_form: Form
) -> PersonDialog:
    page.open_person(person_of(office, name).id)
    return the_form(page)


def type_name(dialog: PersonDialog, keys: Keys, text: str) -> None:
    dialog.ties.search.setFocus()
    keys(text)


def in_tab_order(first: QWidget, count: int) -> list[str]:
    """What Tab reaches after a widget."""
    names: list[str] = []
    widget = first.nextInFocusChain()
    while len(names) < count:
        assert widget is not None
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            names.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    return names


def at_the_kind_of(name: str) -> bool:
    """Whether the keyboard is where it is said what ties the two."""
    focused = QApplication.focusWidget()
    return focused is not None and focused.accessibleName().startswith(f"What ties them: {name}")


def save(qtbot: QtBot, dialog: PersonDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not isValid(dialog))


def give_up(dialog: PersonDialog) -> None:
    dialog.start_afresh()
    dialog.reject()


def card(page: QWidget) -> str:
    labels = [one for one in page.findChildren(QLabel) if isValid(one) and one.isVisible()]
    return "\n".join(one.text() for one in labels)


def test_somebody_is_tied_with_the_keyboard_alone(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    dialog = form_of(mentors_page, pairs_office, "Kari Nordmann", the_form)
    type_name(dialog, keys, "tesf\n")
    qtbot.waitUntil(lambda: at_the_kind_of("Tesfay Haile"))
    keys("l")  # landlord and tenant
    focused = QApplication.focusWidget()
    qtbot.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.ties.search.hasFocus()
    keys("per gj\n")
    qtbot.waitUntil(lambda: at_the_kind_of("Per Gjøvåg"))
    reached = [name.partition(" (")[0] for name in in_tab_order(dialog.ties.search, 4)]
    assert reached == [
        "What ties them: Tesfay Haile",
        "Remove this tie: Tesfay Haile",
        "What ties them: Per Gjøvåg",
        "Remove this tie: Per Gjøvåg",
    ]
    save(qtbot, dialog)
    assert tied(pairs_office, "Kari Nordmann") == [
        ("Per Gjøvåg", TieKind.RELATIVE),
        ("Tesfay Haile", TieKind.LANDLORD),
    ]
    mentors_page.table.select_row(person_of(pairs_office, "Kari Nordmann").id)
    told = "Per Gjøvåg (relatives)\nTesfay Haile (landlord and tenant)"
    qtbot.waitUntil(lambda: told in card(mentors_page))


def test_somebody_is_found_by_number_and_in_the_list_with_the_arrow(
    newcomers_page: NewcomersPage,
    qtbot: QtBot,
    the_form: Form,
    keys: Keys,
    pairs_office: PairsOffice,
) -> None:
    kari = person_of(pairs_office, "Kari Nordmann")
    dialog = form_of(newcomers_page, pairs_office, "Ali Hassan", the_form)
    type_name(dialog, keys, str(kari.number))
    search = dialog.ties.search
    qtbot.waitUntil(search._popup.isVisible)
    qtbot.keyClick(search._popup, Qt.Key.Key_Down)
    qtbot.keyClick(search._popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_the_kind_of("Kari Nordmann"))
    save(qtbot, dialog)
    assert tied(pairs_office, "Ali Hassan") == [("Kari Nordmann", TieKind.RELATIVE)]
    assert f"number {pairs_office.pair.number}: it goes on" in newcomers_page.message_bar.text


def test_the_person_and_whoever_is_tied_are_not_offered_again(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    tie(pairs_office, "Kari Nordmann", "Per Gjøvåg")
    dialog = form_of(mentors_page, pairs_office, "Kari Nordmann", the_form)
    type_name(dialog, keys, "r")
    search = dialog.ties.search
    qtbot.waitUntil(search._popup.isVisible)
    names = search._offers.stringList()
    assert any(name.startswith("Bjørn") for name in names)
    assert not any(name.startswith(("Kari", "Per ")) for name in names)
    give_up(dialog)


def test_a_name_that_nobody_has_is_told_and_not_saved_past(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    dialog = form_of(mentors_page, pairs_office, "Kari Nordmann", the_form)
    type_name(dialog, keys, "zzz\n")
    qtbot.waitUntil(lambda: "Nobody here has the name or number “zzz”." in card(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Choose somebody from the list, or empty the line." in card(dialog)
    qtbot.keyClicks(dialog.ties.search, "z")
    assert "Nobody here" not in card(dialog)
    give_up(dialog)


def test_a_tie_that_was_removed_comes_back_with_undo(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    tie(pairs_office, "Kari Nordmann", "Tesfay Haile")
    dialog = form_of(mentors_page, pairs_office, "Kari Nordmann", the_form)
    assert not dialog.dirty
    dialog.ties.search.setFocus()
    keys("\t\t")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Remove this tie: Tesfay Haile")
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert dialog.ties.search.hasFocus()
    save(qtbot, dialog)
    assert tied(pairs_office, "Kari Nordmann") == []
    assert "1 tie was removed." in mentors_page.message_bar.text
    qtbot.mouseClick(mentors_page.message_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(tied(pairs_office, "Kari Nordmann")))
    assert tied(pairs_office, "Tesfay Haile") == [("Kari Nordmann", TieKind.RELATIVE)]


def test_another_kind_is_kept_and_nothing_typed_changes_nothing(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, pairs_office: PairsOffice
) -> None:
    tie(pairs_office, "Kari Nordmann", "Tesfay Haile", TieKind.LANDLORD)
    dialog = form_of(mentors_page, pairs_office, "Kari Nordmann", the_form)
    assert dialog.submission().ties == TieChanges()
    kind = dialog.ties.findChild(QComboBox)
    assert kind is not None
    kind.setFocus()
    qtbot.keyClicks(kind, "a")  # another tie
    save(qtbot, dialog)
    assert tied(pairs_office, "Kari Nordmann") == [("Tesfay Haile", TieKind.OTHER)]


def test_a_proposal_that_waits_is_dropped_and_it_is_said(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    with pairs_office.database.write("Test") as tx:
        rows = pairing.run(tx, pairs_office.buddy.id, TODAY).rows
    row = rows[0]
    dialog = form_of(mentors_page, pairs_office, row.mentor_name, the_form)
    type_name(dialog, keys, f"{row.newcomer_number}\n")
    qtbot.waitUntil(lambda: at_the_kind_of(row.newcomer_name))
    save(qtbot, dialog)
    assert "1 proposal of the two was dropped." in mentors_page.message_bar.text
    left = pairs_office.read(lambda tx: pairing.drafts(tx, pairs_office.buddy.id, TODAY))
    assert row.proposal.id not in {one.proposal.id for one in left}
    assert all(one.proposal.status is ProposalStatus.DRAFT for one in left)


def test_the_landlord_of_a_hidden_person_is_refused_at_the_field(
    mentors_page: MentorsPage, qtbot: QtBot, the_form: Form, keys: Keys, pairs_office: PairsOffice
) -> None:
    dialog = form_of(mentors_page, pairs_office, "Kari Nordmann", the_form)
    type_name(dialog, keys, "hidden\n")
    qtbot.waitUntil(lambda: at_the_kind_of("Hidden Person"))
    keys("l")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Choose another kind of tie." in card(dialog))
    assert tied(pairs_office, "Kari Nordmann") == []
    give_up(dialog)
