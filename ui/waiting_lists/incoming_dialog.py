"""A file of another office before it is taken in: who signed it, and what it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.exchange_errors import UnknownOffice
from mentorapp.domain.shared_lines import ListFile
from mentorapp.operations import Transaction, received_lists
from mentorapp.operations.received_lists import Incoming
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.waiting_lists import say_line, say_number, say_offer
from ui.format import plain_label
from ui.waiting_lists.trust_dialog import trust_dialog
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    said: str


class IncomingDialog(PlainDialog):
    """Preview; an office that is not trusted can be trusted from here."""

    taken = Signal(object)
    """The `SharedList` that the file was taken into."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        data: bytes,
        incoming: Incoming,
        parent: QWidget,
    ) -> None:
        _ = words.text
        told = incoming.told
        is_list = isinstance(told, ListFile)
        title = _("A neighbour’s waiting list") if is_list else _("Answer to a waiting list")
        super().__init__(words, title, QSize(900, 560), parent)
        self._worker, self._today, self._data = worker, today, data
        self.signed = plain_label(
            _("Signed by %(office)s, fingerprint %(fingerprint)s, on %(date)s.")
            % {
                "office": told.office or told.municipality,
                "fingerprint": incoming.fingerprint,
                "date": words.date(told.made_on),
            }
        )
        self.signed.setWordWrap(True)
        self.lines: TabTable[_Line] = TabTable(
            [
                Column(_("Number"), lambda row: say_number(row.id), width=100),
                Column(_("What is told"), lambda row: row.said, width=740),
            ],
            words.language,
            title,
            _("The file holds no lines."),
        )
        if isinstance(told, ListFile):
            self.lines.show_rows(_Line(one.code, say_line(words, one)) for one in told.lines)
        else:
            self.lines.show_rows(
                _Line(code, say_offer(words, one)) for code, one in told.offers.items()
            )
        self.body.addWidget(self.signed)
        self.body.addWidget(self.lines, 1)
        self.trust_button = self.add_button(_("Trust this office …"), "shield", self._trust)
        self.take_button = self.add_button(_("Read it in"), "check", self.take, primary=True)
        self._show(incoming)

    def take(self) -> None:
        """Keep what the file holds and close."""
        data, today = self._data, self._today()
        is_list = isinstance(self._incoming.told, ListFile)
        job = received_lists.read_list if is_list else received_lists.read_answer
        self._worker.write(self, lambda tx: job(tx, data, today), self._done, self._refuse)

    def _done(self, shared: object) -> None:
        self.taken.emit(shared)
        self.accept()

    def _show(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self.trust_button.setVisible(isinstance(incoming.against, UnknownOffice))
        self.take_button.setEnabled(incoming.against is None)
        if incoming.against is None:
            self.message_bar.clear()
        else:
            self._refuse(incoming.against)

    def _trust(self) -> None:
        told = self._incoming.told
        dialog = trust_dialog(
            self._worker,
            self.words,
            self._today,
            self._incoming.public_key,
            (told.office, told.municipality),
            self,
        )
        dialog.accepted.connect(self._look_again)
        dialog.open()

    def _look_again(self) -> None:
        data = self._data

        def job(tx: Transaction) -> Incoming:
            return received_lists.look(tx, data)

        self._worker.read(self, job, self._show, self._refuse)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self.words, refused))
