from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.exchange.delimited import decode
from mentorapp.exchange.workbooks import read_workbook
from ui.people.mentors_page import MentorsPage
from ui.people.newcomers_page import NewcomersPage
from ui.people.page import PeoplePage
from ui.people.steps import NEWCOMER_STEPS
from ui.people.wording import status_text
from ui.widgets.list_export import export

CONTROL = Qt.KeyboardModifier.ControlModifier


def choose(page: PeoplePage[Any], qtbot: QtBot, *names: str) -> None:
    page.table.clearSelection()
    for at in range(page.model.rowCount()):
        if page.model.row(at).name in names:
            place = page.table.visualRect(page.model.index(at, 0)).center()
            qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)


def steps(page: PeoplePage[Any]) -> list[str]:
    page.batch.status.aboutToShow.emit()
    return [one.text() for one in page.batch.status.actions()]


def statuses(page: MentorsPage) -> dict[str, MentorStatus]:
    return {row.name: row.status for row in page.model.all_rows()}


def test_several_take_a_step_together_and_one_undo_takes_all_of_them_back(
    mentors_page: MentorsPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    choose(mentors_page, qtbot, "Åse Lærum", "Signe Møller")
    assert mentors_page.batch.bar.label.text() == "2 chosen"
    assert steps(mentors_page) == ["Interviewed", "Paused", "Ended"]
    mentors_page.batch.status.actions()[1].trigger()
    settle()
    changed = statuses(mentors_page)
    assert changed["Åse Lærum"] is changed["Signe Møller"] is MentorStatus.PAUSED
    assert changed["Kari Nordmann"] is MentorStatus.APPROVED
    assert mentors_page.message_bar.text == "2 people: now Paused."
    mentors_page.message_bar.button.click()
    settle()
    assert set(statuses(mentors_page).values()) == {MentorStatus.APPROVED}


def test_only_steps_that_all_can_take_are_offered(
    newcomers_page: NewcomersPage, qtbot: QtBot
) -> None:
    one = by_name(newcomers_page, "Ali Hassan")
    assert one.status is NewcomerStatus.PAIRED
    choose(newcomers_page, qtbot, "Tesfay Haile", "Ali Hassan")
    both = {status_text(newcomers_page._words, step) for step in NEWCOMER_STEPS[one.status]}
    other = by_name(newcomers_page, "Tesfay Haile")
    both &= {status_text(newcomers_page._words, step) for step in NEWCOMER_STEPS[other.status]}
    assert set(steps(newcomers_page)) == both
    assert both


def by_name(page: PeoplePage[Any], name: str) -> Any:
    return next(row for row in page.model.all_rows() if row.name == name)


def test_nothing_in_the_file_tells_where_the_protected_are(
    newcomers_page: NewcomersPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    qtbot.keyClick(newcomers_page.table, Qt.Key.Key_A, CONTROL)
    for suffix in (".csv", ".xlsx"):
        file = tmp_path / f"people{suffix}"
        export(newcomers_page, newcomers_page._worker, newcomers_page._words, file)
        settle()
        data = file.read_bytes()
        if suffix == ".csv":
            lines = [line.split(";") for line in decode(data)[0].splitlines()]
        else:
            lines = [[str(cell) for cell in row] for _n, row in read_workbook(data, None)[2]]
        rows = newcomers_page.model.all_rows()
        strict = [row.name for row in rows if row.protection is Protection.STRICT]
        assert len(strict) == 1
        assert len(lines) == 8 - len(strict)
        assert strict[0] not in {line[0] for line in lines}
        assert "1 strictly confidential person is left out" in newcomers_page.message_bar.text
        place = lines[0].index("Place")
        told = {line[0]: line[place] for line in lines[1:]}
        hidden = [row.name for row in rows if row.protection is Protection.CONFIDENTIAL]
        assert {told[name] for name in hidden} == {"Protected"}
        assert told["Tesfay Haile"] == "Fauske"


def test_letters_due_to_the_chosen_are_asked_for(mentors_page: MentorsPage, qtbot: QtBot) -> None:
    choose(mentors_page, qtbot, "Kari Nordmann", "Signe Møller")
    wanted = {row.person_id for row in mentors_page.chosen_rows()}
    button = next(
        one
        for one in mentors_page.batch.bar.findChildren(QPushButton)
        if one.text() == "Print letters"
    )
    with qtbot.waitSignal(mentors_page.print_due) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [wanted]


def hand_over(page: PeoplePage[Any], name: str) -> None:
    page.batch.coordinator.aboutToShow.emit()
    next(one for one in page.batch.coordinator.actions() if one.text() == name).trigger()


def test_the_running_pairs_of_mentors_are_handed_over_and_who_has_none_is_told(
    mentors_page: MentorsPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    choose(mentors_page, qtbot, "Kari Nordmann", "Åse Lærum")
    before = by_name(mentors_page, "Kari Nordmann").coordinators
    hand_over(mentors_page, "Mona Hjelm")
    settle()
    assert by_name(mentors_page, "Kari Nordmann").coordinators == ("Mona Hjelm",)
    assert by_name(mentors_page, "Åse Lærum").coordinators == ()
    assert mentors_page.message_bar.text == (
        "Mona Hjelm is now responsible for 1 person. 1 has no running pair and stays as it is."
    )
    mentors_page.message_bar.button.click()
    settle()
    assert by_name(mentors_page, "Kari Nordmann").coordinators == before


def test_newcomers_without_a_pair_get_the_coordinator_as_their_contact_point(
    newcomers_page: NewcomersPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    choose(newcomers_page, qtbot, "Ali Hassan", "Tesfay Haile", "Hidden Person")
    for name in ("Mona Hjelm", "Ingrid Sætre", "Ingrid Sætre"):
        hand_over(newcomers_page, name)
        settle()
        for who in ("Ali Hassan", "Tesfay Haile", "Hidden Person"):
            assert by_name(newcomers_page, who).coordinators == (name,), who
    assert newcomers_page.message_bar.text == "Ingrid Sætre is now responsible for 3 people."
