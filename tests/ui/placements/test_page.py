from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.placements import PlacementEnd, PlacementStatus
from mentorapp.operations import placement_rows
from mentorapp.operations.placement_rows import PlacementRow
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.placements.dialog import PlacementDialog
from ui.placements.page import PlacementsPage
from ui.placements.steps import EndDialog, ExtendDialog, MidwayDialog
from ui.widgets.paper import PaperDialog

D = TypeVar("D", bound=QDialog)


def opened(page: PlacementsPage, kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(kind)))
    return next(one for one in page.findChildren(kind) if one.isVisible())


def select(page: PlacementsPage, name: str) -> PlacementRow:
    row = next(one for one in page.model.shown_rows() if one.person == name)
    page.table.select_row(row.id)
    return row


def stored(office: PairsOffice, name: str) -> PlacementRow:
    rows: list[PlacementRow] = office.read(lambda tx: placement_rows.rows(tx, TODAY))
    return next(row for row in rows if row.person == name)


def all_text(page: PlacementsPage) -> str:
    cells = [
        str(page.model.index(row, column).data())
        for row in range(page.model.rowCount())
        for column in range(page.model.columnCount())
    ]
    return "\n".join([*cells, *(one.text() for one in page.details.findChildren(QLabel))])


def test_the_list_and_the_card_tell_where_somebody_is_as_plain_text(page: PlacementsPage) -> None:
    select(page, "Ali Hassan")
    assert "Fjordvik <b>Verft</b> – Markørlageret" in all_text(page)


def test_of_a_protected_person_the_place_stands_nowhere_and_is_found_by_nothing(
    page: PlacementsPage,
) -> None:
    page.search.setText("Careful")
    select(page, "Careful Person")
    said = all_text(page)
    assert "not told: protected address" in said
    assert "Verft" not in said
    assert "Markør" not in said
    page.search.setText("Markør")
    assert [row.person for row in page.model.shown_rows()] == ["Ali Hassan"]
    page.search.clear()
    (there,) = {row.organisation_id for row in page.model.all_rows() if row.organisation_id}
    page.organisation.set_value(there)
    page.organisation.changed.emit()
    assert [row.person for row in page.model.shown_rows()] == ["Ali Hassan"]


def test_a_placement_is_registered_and_its_length_told_while_typing(
    page: PlacementsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.new_button.click()
    dialog = opened(page, PlacementDialog, qtbot)
    assert not dialog.length.isVisible()
    dialog.save_button.click()
    assert "missing" in _problems(dialog, qtbot)
    qtbot.keyClicks(dialog.person, "Tesfay")
    qtbot.keyClicks(dialog.organisation, "Verft")
    dialog.planned_end.set_value(date(2028, 1, 1))
    assert "Longer than 12 months" in dialog.length.text()
    dialog.weekly_hours.set_number(20)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    row = stored(pairs_office, "Tesfay Haile")
    assert row.placement.weekly_minutes == 20 * 60
    assert row.warning is not None


def test_a_placement_is_changed_and_keeps_half_hours_that_the_form_does_not_show(
    page: PlacementsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.steps.edit(select(page, "Ali Hassan"))
    dialog = opened(page, PlacementDialog, qtbot)
    dialog.weekly_minutes_more = 30
    dialog.weekly_hours.set_number(22)
    dialog.supervisor.set_value("Berit Moen")
    dialog.save_button.click()
    freed(qtbot, dialog)
    placement = stored(pairs_office, "Ali Hassan").placement
    assert (placement.weekly_minutes, placement.supervisor) == (22 * 60 + 30, "Berit Moen")
    assert placement.unit == "Markørlageret"


def test_a_stop_without_a_reason_is_refused_at_its_field(
    page: PlacementsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.steps.end(select(page, "Ali Hassan"))
    dialog = opened(page, EndDialog, qtbot)
    dialog.end.set_value(PlacementEnd.STOPPED)
    dialog.save_button.click()
    assert "Why" in _problems(dialog, qtbot)
    dialog.note.set_value("For langt")
    dialog.save_button.click()
    freed(qtbot, dialog)
    row = stored(pairs_office, "Ali Hassan")
    assert (row.status, row.placement.end_note) == (PlacementStatus.ENDED, "For langt")
    page.steps.reopen(row)
    qtbot.waitUntil(lambda: stored(pairs_office, "Ali Hassan").status is PlacementStatus.RUNNING)


def test_the_midway_talk_is_noted_and_it_goes_on_with_a_new_one(
    page: PlacementsPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    page.steps.midway(select(page, "Ali Hassan"))
    talk = opened(page, MidwayDialog, qtbot)
    talk.save_button.click()
    freed(qtbot, talk)
    assert stored(pairs_office, "Ali Hassan").placement.midway_done_on == TODAY
    page.steps.extend(select(page, "Ali Hassan"))
    longer = opened(page, ExtendDialog, qtbot)
    longer.save_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_a_placement_is_deleted_and_brought_back(page: PlacementsPage, qtbot: QtBot) -> None:
    page.steps.delete(select(page, "Ali Hassan"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.message_bar.button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)


def test_the_agreement_is_shown_but_not_of_a_protected_person(
    page: PlacementsPage, qtbot: QtBot
) -> None:
    page.steps.print(select(page, "Ali Hassan"))
    paper = opened(page, PaperDialog, qtbot)
    qtbot.waitUntil(paper.state.isHidden)
    assert "Ali" not in paper.windowTitle()
    paper.close()
    freed(qtbot, paper)
    page.steps.print(select(page, "Careful Person"))
    refused = opened(page, PaperDialog, qtbot)
    qtbot.waitUntil(refused.state.isHidden)
    assert refused.message_bar.isVisible()
    refused.close()


def _problems(dialog: QDialog, qtbot: QtBot) -> str:
    def said() -> str:
        return " ".join(
            one.text() for one in dialog.findChildren(QLabel, "problem") if one.isVisible()
        )

    qtbot.waitUntil(lambda: bool(said()))
    return said()
