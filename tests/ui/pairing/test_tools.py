from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.operations import schemes
from tests.ui.pairing.at_page import current, dialog, proposals
from tests.ui.pairs_office import PairsOffice, freed
from ui.pairing.page import PairingPage
from ui.pairing.runs_dialog import RunsDialog
from ui.pairing.weights_dialog import WeightsDialog
from ui.widgets.paper import PaperDialog
from ui.widgets.text_dialog import TextDialog

Settle = Callable[[], None]


def weight_of(office: PairsOffice, criterion: Criterion) -> Weight:
    scheme = office.read(lambda tx: schemes.find(tx, "buddy"))
    weight: Weight = scheme.weight(criterion)
    return weight


def choose(page: PairingPage, text: str) -> None:
    """Choose an entry of the menu."""
    next(one for one in page.more.list.actions() if one.text().startswith(text)).trigger()


def test_other_weights_are_tried_beside_the_present_set_and_change_nothing(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    before = [one.proposal.id for one in proposals(proposed)]
    choose(proposed, "Try other weights")
    form = dialog(qtbot, WeightsDialog)
    assert not form.use_button.isEnabled()
    form.weights[Criterion.INTERESTS].set_value(Weight.MUST)
    form.try_button.click()
    settle()
    now, then = form.figures.cells[0]
    assert (now.text(), then.text()) == ("5", "5")
    assert form.figures.cells[3][1].text().endswith("%")
    assert form.state.text().endswith("Both sets are measured by the present weights.")
    assert form.use_button.isEnabled()
    form.reject()
    freed(qtbot, form)
    settle()
    assert [one.proposal.id for one in proposals(proposed)] == before
    assert weight_of(pairs_office, Criterion.INTERESTS) is not Weight.MUST


def test_weights_that_were_tried_can_be_used_by_one_button(
    qtbot: QtBot, proposed: PairingPage, settle: Settle, pairs_office: PairsOffice
) -> None:
    choose(proposed, "Try other weights")
    form = dialog(qtbot, WeightsDialog)
    form.weights[Criterion.DISTANCE].set_value(Weight.OFF)
    form.try_button.click()
    settle()
    form.use_button.click()
    settle()
    freed(qtbot, form)
    settle()
    assert weight_of(pairs_office, Criterion.DISTANCE) is Weight.OFF
    assert "5 pairs proposed" in proposed.list.message_bar.text
    kept = {one.proposal.weights["distance"] for one in proposals(proposed)}
    assert kept == {"off"}


def test_weights_that_were_changed_after_trying_must_be_tried_again(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    choose(proposed, "Try other weights")
    form = dialog(qtbot, WeightsDialog)
    form.try_button.click()
    settle()
    assert form.use_button.isEnabled()
    form.weights[Criterion.AGE].set_value(Weight.HIGH)
    assert not form.use_button.isEnabled()
    assert form.figures.cells[0][0].text() == "–"
    form.reject()
    freed(qtbot, form)


def test_an_earlier_run_tells_why_somebody_was_not_paired_then(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    choose(proposed, "Earlier runs")
    form = dialog(qtbot, RunsDialog)
    settle()
    assert [form.runs.columns[4].text(row) for row in form.runs.all_rows()] == ["5"]
    assert [form.runs.columns[6].text(row) for row in form.runs.all_rows()] == ["yes"]
    assert len(form.people.all_rows()) == 6
    QTest.keyClicks(form.search, "hidden")
    (row,) = form.people.shown_rows()
    assert row.mentor == ""
    assert "by hand only" in row.why
    assert "Shared interests: " in form.weights.text()
    form.people_table.selectRow(0)
    QTest.keyClick(form.people_table, Qt.Key.Key_Return)
    whole = dialog(qtbot, TextDialog)
    assert row.why in whole.text.toPlainText()
    whole.reject()
    freed(qtbot, whole)
    form.reject()
    freed(qtbot, form)


def test_why_two_are_a_pair_is_shown_as_a_paper(
    qtbot: QtBot, proposed: PairingPage, settle: Settle
) -> None:
    QTest.keyClick(proposed.list.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    paper = dialog(qtbot, PaperDialog)
    settle()
    qtbot.waitUntil(lambda: paper.pdf.document.pageCount() == 1)
    row = current(proposed)
    assert row.newcomer_name not in paper.windowTitle()
    assert row.newcomer_name not in paper.pdf._file_name
    paper.reject()
    freed(qtbot, paper)


def test_a_paper_needs_somebody_who_is_selected(page: PairingPage) -> None:
    choose(page, "Print why")
    assert page.list.message_bar.text == "Select a proposal or somebody first."
