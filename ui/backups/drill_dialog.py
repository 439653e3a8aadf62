"""What came out when a restore was tried out, beside what the office has."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.backups import Counted, Drill
from mentorapp.words import Words
from mentorapp.words.backups import counted_label, drill_verdict
from ui.format import plain_label
from ui.theme import Tone
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel


class DrillDialog(PlainDialog):
    """The verdict in a sentence, and the counts behind it."""

    def __init__(self, words: Words, done: Drill, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("A restore was tried out"), QSize(620, 440), parent)
        self.verdict = plain_label(drill_verdict(words, done))
        self.verdict.setWordWrap(True)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        places = {one.kind: at for at, one in enumerate(done.counted)}

        def differs(one: Counted) -> Tone | None:
            return None if one.restored == one.office else Tone.WARN

        self.model: TableModel[Counted] = TableModel(
            [
                Column(
                    _("What"),
                    lambda one: counted_label(words, one),
                    lambda one: places[one.kind],
                    width=220,
                ),
                Column(
                    _("In the backup"),
                    lambda one: words.number(one.restored),
                    lambda one: one.restored,
                    width=150,
                    align=right,
                    badge=differs,
                ),
                Column(
                    _("In the office"),
                    lambda one: words.number(one.office),
                    lambda one: one.office,
                    width=150,
                    align=right,
                ),
            ],
            words.language,
        )
        self.table = TableView(self.model, _("What was counted"), key=lambda one: one.kind)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.model.show(done.counted)
        self.table.headings.fit()
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.table, 1)
