from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.operations import Transaction, lists, people
from mentorapp.operations.lists import MentorRow
from mentorapp.reference.phones import readable
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.people.dialog import PersonDialog
from ui.people.mentors_page import MentorsPage
from ui.theme import Tone
from ui.widgets.table import TONE_ROLE


def names(page: MentorsPage) -> list[str]:
    return [row.name for row in page.model.shown_rows()]


def card_text(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


def test_the_list_is_sorted_in_the_alphabet_of_the_language(mentors_page: MentorsPage) -> None:
    assert names(mentors_page) == [
        "Åse Lærum",
        "Bjørn Håkonsen",
        "Kari Nordmann",
        "Per Gjøvåg",
        "Signe Møller",
    ]


def test_search_finds_names_without_their_accents(mentors_page: MentorsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(mentors_page.search, "ase laer")
    assert names(mentors_page) == ["Åse Lærum"]


def test_search_finds_the_number(mentors_page: MentorsPage, qtbot: QtBot) -> None:
    row = mentors_page.model.row(2)
    qtbot.keyClicks(mentors_page.search, str(row.number))
    assert names(mentors_page) == [row.name]


def test_the_count_says_how_many_are_free(mentors_page: MentorsPage) -> None:
    assert mentors_page.count.text() == "5 registered · 5 free"


def test_the_card_tells_with_whom_the_mentor_is_paired(
    mentors_page: MentorsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    kari = next(row for row in mentors_page.model.shown_rows() if row.name == "Kari Nordmann")
    mentors_page.table.select_row(kari.person_id)
    qtbot.waitUntil(lambda: "Ali Hassan" in card_text(mentors_page))
    with qtbot.waitSignal(mentors_page.open_pairing) as asked:
        qtbot.mouseClick(
            button(mentors_page, f"Open pairing {pairs_office.pair.number}"),
            Qt.MouseButton.LeftButton,
        )
    assert asked.args == [pairs_office.pair.id]


def test_the_status_goes_on_from_the_menu_and_can_be_undone(
    mentors_page: MentorsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    row = next(row for row in mentors_page.model.shown_rows() if row.name == "Åse Lærum")
    mentors_page.table.select_row(row.person_id)
    mentors_page.status_menu.aboutToShow.emit()
    offered = [action.text() for action in mentors_page.status_menu.actions()]
    assert offered == ["Paused", "Ended", "Interviewed"]
    mentors_page.status_menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: "Åse Lærum is now: Paused." in mentors_page.message_bar.text)
    qtbot.waitUntil(lambda: current(mentors_page).status is MentorStatus.PAUSED)
    qtbot.mouseClick(mentors_page.message_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: current(mentors_page).status is MentorStatus.APPROVED)


def current(page: MentorsPage) -> MentorRow:
    row = page.table.current_row()
    assert row is not None
    return row


def test_a_deleted_mentor_comes_back_with_undo(mentors_page: MentorsPage, qtbot: QtBot) -> None:
    row = next(row for row in mentors_page.model.shown_rows() if row.name == "Signe Møller")
    mentors_page.table.select_row(row.person_id)
    mentors_page.table.setFocus()
    qtbot.keyClick(mentors_page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: mentors_page.model.rowCount() == 4)
    assert mentors_page.message_bar.text == "Signe Møller was deleted."
    qtbot.mouseClick(mentors_page.message_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Signe Møller" in names(mentors_page))


def test_a_mentor_with_a_pairing_is_not_deleted(mentors_page: MentorsPage, qtbot: QtBot) -> None:
    row = next(row for row in mentors_page.model.shown_rows() if row.name == "Kari Nordmann")
    mentors_page.table.select_row(row.person_id)
    qtbot.mouseClick(button(mentors_page, "Delete"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be deleted" in mentors_page.message_bar.text)
    assert "Kari Nordmann" in names(mentors_page)


def test_enter_opens_the_file_of_whoever_is_selected(
    mentors_page: MentorsPage, qtbot: QtBot
) -> None:
    mentors_page.table.select_row(
        next(
            row for row in mentors_page.model.shown_rows() if row.name == "Bjørn Håkonsen"
        ).person_id
    )
    with qtbot.waitSignal(mentors_page.file_wanted) as wanted:
        qtbot.keyClick(mentors_page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(mentors_page.file_wanted) as clicked:
        qtbot.mouseClick(button(mentors_page, "Open file"), Qt.MouseButton.LeftButton)
    assert wanted.args == clicked.args


def test_ctrl_e_opens_the_form_and_closing_frees_it(
    mentors_page: MentorsPage,
    qtbot: QtBot,
    the_form: Callable[[QWidget], PersonDialog],
) -> None:
    mentors_page.table.setCurrentIndex(mentors_page.model.index(1, 0))
    qtbot.keyClick(mentors_page.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = the_form(mentors_page)
    assert dialog.person.given_name.value() == "Bjørn"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert not mentors_page.findChildren(PersonDialog)


def test_the_page_asks_for_pairing_by_hand_and_for_a_file(
    mentors_page: MentorsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    row = next(row for row in mentors_page.model.shown_rows() if row.name == "Per Gjøvåg")
    mentors_page.table.select_row(row.person_id)
    with qtbot.waitSignal(mentors_page.pair_by_hand) as asked:
        qtbot.mouseClick(button(mentors_page, "Pair by hand …"), Qt.MouseButton.LeftButton)
    assert asked.args == ["mentor", pairs_office.mentors["Per Gjøvåg"]]
    with qtbot.waitSignal(mentors_page.import_wanted) as wanted:
        qtbot.mouseClick(button(mentors_page, "Import …"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["mentors"]


def test_a_protected_mentor_shows_neither_place_nor_phone(
    mentors_page: MentorsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    def protect(tx: Transaction) -> None:
        row = next(one for one in lists.mentor_rows(tx, TODAY) if one.name == "Bjørn Håkonsen")
        held = people.read(tx, row.person_id, TODAY).registration
        people.save(
            tx,
            replace(
                held,
                person=replace(held.person, protection=Protection.CONFIDENTIAL),
                details=replace(held.details, phone="91827364", address="Hemmeligveien 7"),
            ),
            TODAY,
        )

    with pairs_office.database.write("Test") as tx:
        protect(tx)
    mentors_page.refresh()
    qtbot.waitUntil(
        lambda: any(row.protection is Protection.CONFIDENTIAL for row in rows(mentors_page))
    )
    row = next(row for row in rows(mentors_page) if row.name == "Bjørn Håkonsen")
    mentors_page.table.select_row(row.person_id)
    qtbot.waitUntil(lambda: "1981" in card_text(mentors_page))  # the whole file has been read
    at = rows(mentors_page).index(row)
    shown = [str(mentors_page.model.index(at, column).data()) for column in range(6)]
    assert "Protected" in shown
    assert mentors_page.model.index(at, 3).data(TONE_ROLE) is Tone.BAD
    text = card_text(mentors_page) + "".join(shown)
    assert "Confidential address" in text
    for secret in ("8200", "Fauske", readable("+4791827364"), "91827364", "Hemmeligveien"):
        assert secret not in text


def rows(page: MentorsPage) -> list[MentorRow]:
    return page.model.shown_rows()


def test_a_list_of_20000_mentors_is_searched_at_once(mentors_page: MentorsPage) -> None:
    many = [_mentor_row(at) for at in range(20_000)]
    mentors_page.show_rows(many)
    mentors_page.model.set_search("warm up")
    begun = perf_counter()
    mentors_page.model.set_search("person 19998")
    assert perf_counter() - begun < 0.25
    assert len(mentors_page.model.shown_rows()) == 1


def _mentor_row(at: int) -> MentorRow:
    return MentorRow(
        person_id=new_id(),
        mentor_id=new_id(),
        number=at,
        name=f"Person {at}",
        native_name="",
        languages=("no", "en"),
        interests=frozenset({"hiking"}),
        place="Fauske",
        municipality="Fauske",
        organisation="",
        schemes=frozenset({"buddy"}),
        status=MentorStatus.APPROVED,
        capacity=1,
        running=0,
        last_meeting=None,
        protection=Protection.NONE,
        certificate_valid_to=None,
        registered_on=date(2026, 1, 1),
        birth_year=1980,
        gender=Gender.NOT_GIVEN,
        phone="",
    )
