"""Lists the backups of an office that may be broken, and puts one in its place."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentorapp.domain.backups import FoundBackup, Restored
from mentorapp.domain.errors import Refused
from mentorapp.words import Words
from mentorapp.words.backups import restored_lines
from mentorapp.words.refusals import explain
from ui.backups.columns import backup_columns
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.lone_window import LoneWindow
from ui.widgets.tab_table import TabTable


class RecoveryWindow(LoneWindow):
    """Needs no office that opens; of it the name of the file alone is known."""

    restore_wanted = Signal(object, str)
    """The `FoundBackup` and what was typed to open it: a passphrase or the recovery key."""
    look_wanted = Signal(object)
    """Look for backups in this folder."""
    open_wanted = Signal()
    """Open the office now."""

    def __init__(self, words: Words, file_name: str) -> None:
        super().__init__(words)
        _ = words.text
        self._restored = False
        self.resize(900, 620)
        self.table: TabTable[FoundBackup] = TabTable(
            backup_columns(words),
            words.language,
            _("Backups"),
            _("There is no backup here. Look in another folder: on a stick, or on a share."),
            Qt.SortOrder.DescendingOrder,
        )
        self.look_button = self.table.add_plain_button(
            _("Choose another folder …"), "folder-open", self._choose_folder
        )
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaximumWidth(420)
        self.key_label = plain_label(_("Passphrase or recovery key"))
        self.key_label.setBuddy(self.key)
        self.key.setAccessibleName(self.key_label.text())
        self.restore_button = picture_button(_("Restore"), "undo-2", self._restore, primary=True)
        self.open_button = picture_button(_("Open the office"), "lock-open", self.open_wanted.emit)
        self.done = plain_label()
        self.done.setWordWrap(True)
        self.done.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out(file_name)
        self.table.table.picked.connect(self._picked)
        self.key.returnPressed.connect(self._restore)
        self._picked(None)

    def show_backups(self, found: list[FoundBackup], chosen: Path | None = None) -> None:
        """These, with the newest chosen, or the one at this path."""
        self.table.show_rows(found)
        if found:
            paths = [one.path for one in found]
            newest = max(found, key=lambda one: one.made)
            wanted = found[paths.index(chosen)] if chosen in paths else newest
            self.table.table.select_row(wanted)
            self.table.table.setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        return self.table, self.key, self.restore_button, self.open_button

    def set_busy(self, *, busy: bool) -> None:
        """Whether a backup is being restored."""
        super().set_busy(busy=busy)
        if not busy:
            self._picked(self.table.table.current_row())

    def show_restored(self, done: Restored) -> None:
        """It is in its place: what is to be known of it, and the way on."""
        self._restored = True
        self.done.setText("\n".join(restored_lines(self.words, done)))
        for widget in (self.table, self.key, self.key_label, self.restore_button, self._hint):
            widget.hide()
        self.done.show()
        self.open_button.setFocus()

    def say(self, refused: Refused) -> None:
        """Why it was not restored. Nothing has changed then."""
        self.message_bar.warning(explain(self.words, refused))
        if not self.key.isHidden():
            self.key.selectAll()
            self.key.setFocus()

    def forget(self) -> None:
        self.key.clear()

    def _picked(self, row: FoundBackup | None) -> None:
        if self._restored:
            return
        encrypted = row is not None and row.encrypted
        self.key.setVisible(encrypted)
        self.key_label.setVisible(encrypted)
        self.restore_button.setEnabled(row is not None)

    def _restore(self) -> None:
        row = self.table.table.current_row()
        if row is None or not self.restore_button.isEnabled():
            return
        if row.encrypted and not self.key.text().strip():
            said = self.words.text("Type the passphrase or the recovery key of the backup first.")
            self.message_bar.warning(said)
            self.key.setFocus()
        else:
            self.restore_wanted.emit(row, self.key.text())

    def _choose_folder(self) -> None:
        title = self.words.text("Folder with backups")
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.look_wanted.emit(Path(chosen))

    def _lay_out(self, file_name: str) -> None:
        _ = self.words.text
        self._hint = plain_label(
            _(
                "Choose the backup that is to take the place of the office. Each was opened and "
                "checked when it was made, and is again now. The office as it is, broken or not, "
                "is kept beside it."
            )
        )
        self._hint.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self.key_label, self.key)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.open_button)
        row.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.busy_bar)
        layout.addWidget(plain_label(_("Restore a backup"), "h1"))
        layout.addWidget(plain_label(file_name, "muted"))
        layout.addWidget(self._hint)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.done, 1)
        layout.addLayout(form)
        layout.addLayout(row)
        self.done.hide()
