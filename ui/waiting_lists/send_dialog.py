"""What would leave the office, line by line, before it is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.waiting_lists import Neighbour
from mentorapp.operations import Transaction, neighbours, papers_out, schemes, waiting_lists
from mentorapp.operations.files import write_whole
from mentorapp.operations.papers_out import Paper
from mentorapp.operations.waiting_lists import LeftOutRow, Preview, PreviewLine
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.waiting_lists import say_line
from ui.format import plain_label
from ui.waiting_lists.files import ask_where
from ui.widgets.fields import ChoiceField
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.reading_only import why_read_only
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

_Answer = tuple[list[Scheme], list[Neighbour], Preview]


class SendDialog(PlainDialog):
    """The lines without names beside whom they are about, who is left out and why, and to whom."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], parent: QWidget
    ) -> None:
        _ = words.text
        super().__init__(words, _("Send a waiting list without names"), QSize(980, 680), parent)
        self._worker, self._today = worker, today
        self._scheme: Scheme | None = None
        self._names: dict[str, str] = {}
        self.scheme: ChoiceField = ChoiceField([(None, _("All schemes"))])
        self.scheme.setAccessibleName(_("Scheme"))
        self.to: ChoiceField = ChoiceField([(None, _("For any neighbour"))])
        self.to.setAccessibleName(_("For which office"))
        hint = plain_label(
            _(
                "Only what stands under “What is told” leaves the office, each with a random "
                "number made for this list. Names, addresses, telephones and notes stay here."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.lines: TabTable[PreviewLine] = TabTable(
            [
                Column(_("Name, stays here"), lambda row: f"{row.name} ({row.number})", width=230),
                Column(
                    _("What is told"),
                    lambda row: say_line(words, row.line, self._names),
                    width=660,
                ),
            ],
            words.language,
            _("What leaves the office"),
            _("Nobody who waits has agreed that other offices are told."),
        )
        self.left_out: TabTable[LeftOutRow] = TabTable(
            [
                Column(_("Left out"), lambda row: f"{row.name} ({row.number})", width=230),
                Column(_("Why"), lambda row: label(words, row.why), width=500),
            ],
            words.language,
            _("Who is left out"),
            _("Nobody is left out."),
        )
        self.chosen = plain_label()
        self.chosen.setWordWrap(True)
        self.chosen.setMinimumHeight(44)
        self.lines.table.picked.connect(self._tell)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        choices.addWidget(self.scheme, 1)
        choices.addWidget(self.to, 1)
        self.body.addWidget(hint)
        self.body.addLayout(choices)
        self.body.addWidget(self.lines, 3)
        self.body.addWidget(self.chosen)
        self.body.addWidget(self.left_out, 2)
        self.send_button = self.add_button(
            _("Write the file …"), "upload", self._choose, primary=True
        )
        self.send_button.setEnabled(False)
        self.scheme.changed.connect(self._ask)
        self._filled = False
        self._ask()

    def send_to(self, file: Path) -> None:
        """Write the list and close."""
        today, scheme, to = self._today(), self.scheme.value(), self.to.value()
        what = self.words.text("Waiting list for another office")

        def job(tx: Transaction) -> int:
            sent = waiting_lists.send(tx, today, scheme, to)
            write_whole(file, sent.data)
            papers_out.saved(tx, Paper(what))
            return sent.lines

        self._worker.write(self, job, lambda _lines: self.accept(), self._refuse)

    def _choose(self) -> None:
        reason = why_read_only(self)
        if reason:
            self.message_bar.warning(reason)
            return
        file = ask_where(self, self.words, f"waiting-list-{self._today()}.json")
        if file is not None:
            self.send_to(file)

    def _ask(self) -> None:
        scheme, today = self.scheme.value(), self._today()

        def job(tx: Transaction) -> _Answer:
            return (
                schemes.all_schemes(tx, active_only=True),
                neighbours.all_neighbours(tx),
                waiting_lists.preview(tx, today, scheme),
            )

        self._worker.read(self, job, self._show, self._refuse)

    def _show(self, answer: _Answer) -> None:
        every, trusted, found = answer
        if not self._filled:
            self._filled = True
            language, _ = self.words.language, self.words.text
            self._names = {one.key: one.name(language) for one in every}
            choices: list[tuple[Any, str]] = [(one, one.name(language)) for one in every]
            self.scheme.set_choices([(None, _("All schemes")), *choices])
            offices: list[tuple[Any, str]] = [(one, one.name) for one in trusted]
            self.to.set_choices([(None, _("For any neighbour")), *offices])
        self.lines.show_rows(found.lines)
        self.left_out.show_rows(found.left_out)
        self.send_button.setEnabled(bool(found.lines))
        if found.lines:
            self.lines.table.setCurrentIndex(self.lines.model.index(0, 0))

    def _tell(self, row: PreviewLine | None) -> None:
        """The whole of a line, which its column may cut."""
        self.chosen.setText(say_line(self.words, row.line, self._names) if row else "")

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))
