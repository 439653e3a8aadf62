"""Address labels: which sheet, from which label on, and the sheets as they will be printed."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.label_sheets import LABEL_SHEETS, LabelSheet
from mentorapp.operations import Transaction, labels
from mentorapp.operations.papers_out import Paper
from mentorapp.words import Words
from mentorapp.words.address_labels import say_left_out
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.fields import ChoiceField, NumberField
from ui.widgets.paper_trail import PaperTrail
from ui.widgets.pdf_view import PdfView
from ui.widgets.plain_dialog import PlainDialog
from ui.work import Worker

_FILE = "labels.pdf"


class LabelsDialog(PlainDialog):
    """The sheets are made anew whenever another sheet or another first label is chosen."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        read: Callable[[Transaction], labels.Labels],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, words.text("Address labels"), QSize(920, 760), parent)
        _ = words.text
        self._worker = worker
        self._labels: labels.Labels | None = None
        self.sheet = ChoiceField([(one, _named(words, one)) for one in LABEL_SHEETS.values()])
        self.sheet.set_value(labels.USUAL_SHEET)
        self.sheet.setMinimumContentsLength(28)
        self.first = NumberField(1, labels.USUAL_SHEET.labels)
        trail = PaperTrail(worker, self, Paper(words.text("Address labels")))
        self.pdf = PdfView(words, trail.printed, trail.saved)
        row = QHBoxLayout()
        row.setSpacing(12)
        for text, field in ((_("Sheet"), self.sheet), (_("First label that is left"), self.first)):
            title = plain_label(text)
            title.setBuddy(field)
            field.setAccessibleName(text)
            row.addWidget(title)
            row.addWidget(field)
        row.addStretch()
        self.body.addLayout(row)
        self.left_out = plain_label(name="muted")
        self.left_out.setWordWrap(True)
        self.left_out.hide()
        self.body.addWidget(self.left_out)
        self.body.addWidget(self.pdf, 1)
        self.sheet.changed.connect(self._change_sheet)
        self.first.changed.connect(self._make)
        worker.read(self, read, self._show, self._refuse)

    def _show(self, found: labels.Labels) -> None:
        self._labels = found
        said = say_left_out(self.words, found.without, found.protected)
        self.left_out.setText(said)
        self.left_out.setVisible(bool(said))
        self._make()

    def _change_sheet(self) -> None:
        self.first.setMaximum(self.sheet.value().labels)
        self._make()

    def _make(self) -> None:
        found, sheet, first = self._labels, self.sheet.value(), self.first.number() or 1
        if found is None:
            return
        words = self.words
        self._worker.compute(
            self,
            lambda _progress: labels.make(found, sheet, first, words),
            lambda pdf: self._load(pdf, sheet, first),
            self._refuse,
        )

    def _load(self, pdf: bytes, sheet: LabelSheet, first: int) -> None:
        if (sheet, first) == (self.sheet.value(), self.first.number()):
            self.pdf.load(pdf, _FILE, self.words.text("Address labels"))

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))


def _named(words: Words, sheet: LabelSheet) -> str:
    return words.text("%(name)s: %(n)d labels of %(width)s × %(height)s mm") % {
        "name": sheet.name,
        "n": sheet.labels,
        "width": words.number(sheet.width),
        "height": words.number(sheet.height),
    }
