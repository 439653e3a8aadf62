"""Address labels in the window: sheet and first label chosen, the sheets looked at."""

from pytestqt.qtbot import QtBot

from mentorapp.domain.label_sheets import LABEL_SHEETS
from mentorapp.operations import Transaction, labels, offices
from mentorapp.reports.labels import LabelAddress
from mentorapp.words import Words
from ui.letters.labels_dialog import LabelsDialog
from ui.work import Worker


def thirty(tx: Transaction) -> labels.Labels:
    one = LabelAddress("Oda Open", "Havneveien 3", ("8200 FAUSKE",))
    return labels.Labels(offices.read(tx), (one,) * 30, without=(10017,), protected=2)


def nobody(tx: Transaction) -> labels.Labels:
    return labels.Labels(offices.read(tx), (), protected=1)


def choose(dialog: LabelsDialog, name: str) -> None:
    dialog.sheet.set_value(LABEL_SHEETS[name])
    dialog.sheet.activated.emit(dialog.sheet.currentIndex())


def test_the_sheets_follow_what_is_chosen_and_who_got_none_is_told(
    qtbot: QtBot, worker: Worker, english: Words
) -> None:
    dialog = LabelsDialog(worker, english, thirty)
    qtbot.addWidget(dialog)
    pages = dialog.pdf.document.pageCount
    qtbot.waitUntil(lambda: pages() == 2)
    assert "10017" in dialog.left_out.text()
    assert "2 with a protected address" in dialog.left_out.text()
    dialog.first.set_number(15)
    qtbot.waitUntil(lambda: pages() == 3)
    choose(dialog, "L7651")
    qtbot.waitUntil(lambda: pages() == 1)
    dialog.first.set_number(65)
    choose(dialog, "L7165")
    assert dialog.first.number() == 8
    qtbot.waitUntil(lambda: pages() == 5)


def test_where_nobody_may_get_a_label_it_is_said(
    qtbot: QtBot, worker: Worker, english: Words
) -> None:
    dialog = LabelsDialog(worker, english, nobody)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.message_bar.text == "There is nothing to print.")
    assert "1 with a protected address" in dialog.left_out.text()
