"""The tab "Neighbours" of the page Cooperation: our fingerprint, and whose files are trusted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.fingerprints import fingerprint
from mentorapp.domain.waiting_lists import Neighbour, OfficeKey
from mentorapp.operations import Transaction, neighbours
from mentorapp.words import Words
from ui.format import plain_label
from ui.rights import only_shown
from ui.waiting_lists.trust_dialog import trust_dialog
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

_Answer = tuple[OfficeKey | None, list[Neighbour]]


class NeighboursPage(QWidget):
    """The key is made when somebody asks for it, or with the first file."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self._key: OfficeKey | None = None
        self.message_bar = MessageBar(words)
        self._changes = TabChanges(worker, words, self, self.message_bar)
        self.own = plain_label()
        self.own.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.own.setWordWrap(True)
        hint = plain_label(
            _("Read the fingerprint out when a neighbour calls; the key may be sent by e-mail."),
            "muted",
        )
        hint.setWordWrap(True)
        self.table: TabTable[Neighbour] = TabTable(
            [
                Column(_("Name"), lambda row: row.name, width=260),
                Column(_("Municipality"), lambda row: row.municipality, width=180),
                Column(_("Fingerprint"), lambda row: fingerprint(row.public_key), width=330),
                Column(
                    _("Trusted since"),
                    lambda row: words.date(row.trusted_on),
                    lambda row: row.trusted_on,
                    width=130,
                ),
            ],
            words.language,
            _("Neighbours"),
            _("No office is trusted yet. Files of other offices are refused until one is."),
        )
        self.table.add_plain_button(_("Trust an office …"), "plus", self.trust)
        self.table.add_button(_("Rename …"), "pencil", self._rename, opens=True)
        self.table.add_button(_("Trust no more"), "trash-2", self._distrust, keys="Del")
        changing = tuple(self.table.buttons)
        self.copy_button = self.table.add_plain_button(
            _("Copy our public key"), "link", self.copy_key
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(plain_label(_("Neighbours"), "h1"))
        layout.addWidget(self.own)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        only_shown(self, words, worker.who, neighbours.trust, *changing, at=2)
        self._rereading = Rereading(self, worker.changed, self._read)

    def refresh(self) -> None:
        """Read it anew."""
        self._rereading.ask()

    def trust(self) -> None:
        """By a key that came some way, and a fingerprint that was heard."""
        trust_dialog(self._worker, self._words, self._today, "", ("", ""), self).open()

    def copy_key(self) -> None:
        """Put the public key where it can be pasted from; makes it when there is none."""
        today = self._today()
        self._worker.write(
            self, lambda tx: neighbours.own_key(tx, today), self._copy, self._changes.refuse
        )

    def _copy(self, key: OfficeKey) -> None:
        QGuiApplication.clipboard().setText(key.public_key)
        self.message_bar.success(self._words.text("The public key was copied."))

    def _read(self) -> None:
        def job(tx: Transaction) -> _Answer:
            return neighbours.known_key(tx), neighbours.all_neighbours(tx)

        self._worker.read(self, job, self._show, self._changes.refuse)

    def _show(self, answer: _Answer) -> None:
        key, every = answer
        _ = self._words.text
        self.own.setText(
            _("Fingerprint of this office: %(fingerprint)s")
            % {"fingerprint": fingerprint(key.public_key)}
            if key
            else _("This office has no key yet: it is made with the first file, or when copied.")
        )
        self.table.show_rows(every)

    def _rename(self, row: Neighbour) -> None:
        _ = self._words.text
        dialog = FormDialog(self._words, _("Rename a neighbour"), parent=self)
        name = dialog.add_row("name", _("&Name"), TextField(), required=True)
        municipality = dialog.add_row("municipality", _("&Municipality"), TextField())
        name.set_value(row.name)
        municipality.set_value(row.municipality)

        def job() -> Callable[[Transaction], Neighbour]:
            changed = replace(row, name=name.value(), municipality=municipality.value())
            return lambda tx: neighbours.rename(tx, changed)

        self._changes.ask(dialog, job)

    def _distrust(self, row: Neighbour) -> None:
        self._changes.do(
            lambda tx: neighbours.distrust(tx, row),
            self._words.text("Files of %(name)s are not trusted any more.") % {"name": row.name},
            lambda tx, _done: neighbours.trust_again(tx, row),
        )
