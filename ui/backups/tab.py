"""The tab "Backups" of Settings."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.backups import BackupStatus, Drill, FoundBackup
from mentorapp.domain.errors import Refused
from mentorapp.domain.plain_copies import LeftCopy
from mentorapp.operations.backups import Made
from mentorapp.words import Words
from mentorapp.words.backups import moment, status_lines
from mentorapp.words.refusals import explain
from ui.backups.columns import backup_columns
from ui.backups.drill_dialog import DrillDialog
from ui.backups.keeper import BackupKeeper
from ui.backups.plain_dialog import PlainCopiesDialog
from ui.format import plain_label
from ui.rights import hold_back
from ui.widgets.message_bar import MessageBar
from ui.widgets.tab_table import TabTable


class BackupsTab(QWidget):
    """How safe the office is, every backup there is, and what can be done."""

    def __init__(self, keeper: BackupKeeper, words: Words, message_bar: MessageBar) -> None:
        super().__init__()
        _ = words.text
        self._keeper, self._words, self._bar = keeper, words, message_bar
        hint = plain_label(
            _(
                "The office is backed up by itself: when it is closed, every half hour while you "
                "work, and before an import. A backup is kept for a year; after a break of more "
                "than three months the old ones stay until there are newer ones of ten days."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        self.status = plain_label(_("Reading …"))
        self.status.setWordWrap(True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table: TabTable[FoundBackup] = TabTable(
            backup_columns(words),
            words.language,
            _("Backups"),
            _("There is no backup yet."),
            Qt.SortOrder.DescendingOrder,
        )
        self.now_button = self.table.add_plain_button(_("Back up now"), "save", self._back_up)
        self.choose_button = self.table.add_plain_button(
            _("Choose second place …"), "folder-open", self._choose
        )
        self.none_button = self.table.add_plain_button(
            _("No second place"), "x", lambda: self._set_second(None)
        )
        self.drill_button = self.table.add_plain_button(
            _("Try out a restore"), "refresh-cw", self._drill
        )
        self.restore_button = self.table.add_button(_("Restore …"), "undo-2", self._ask_to_restore)
        self.plain_button = self.table.add_plain_button(
            _("Copies that are not encrypted …"), "lock-open", self._list_plain
        )
        self.plain_button.hide()
        moving = (self.choose_button, self.none_button, self.restore_button, self.plain_button)
        hold_back(words, keeper.who, Right.SETTINGS, *moving)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.addWidget(hint)
        layout.addWidget(self.status)
        layout.addWidget(self.table, 1)
        keeper.status_changed.connect(self._reread)
        self._reread()

    def _reread(self) -> None:
        self._keeper.found(self, self._show)

    def _show(self, found: tuple[BackupStatus, list[FoundBackup]]) -> None:
        status, rows = found
        self.status.setText("\n".join(status_lines(self._words, status)))
        self.none_button.setEnabled(status.second is not None)
        self.drill_button.setEnabled(bool(rows))
        self.plain_button.setVisible(status.in_plain_text > 0)
        self.table.show_rows(rows)

    def _back_up(self) -> None:
        self.now_button.setEnabled(False)
        self._keeper.back_up(self, self._say_made, self._refuse)

    def _say_made(self, made: Made) -> None:
        say_made(self._words, self._bar, made)
        self._reread()
        self.now_button.setEnabled(True)

    def _refuse(self, refused: Refused) -> None:
        self.now_button.setEnabled(True)
        self.drill_button.setEnabled(True)
        self._bar.warning(explain(self._words, refused))

    def _choose(self) -> None:
        title = self._words.text("Second place for backups")
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self._set_second(Path(chosen))

    def _set_second(self, folder: Path | None) -> None:
        self._keeper.set_second(self, folder, self._say_second, self._refuse)

    def _say_second(self, folder: Path | None) -> None:
        _ = self._words.text
        if folder is None:
            self._bar.success(_("There is no second place now."))
            self._keeper.look()
            self._reread()
        else:
            self._bar.success(_("Second place: %(folder)s") % {"folder": folder})
            self._back_up()  # so that there is one from the beginning

    def _drill(self) -> None:
        self.drill_button.setEnabled(False)
        self._keeper.drill(self, self._show_drill, self._refuse)

    def _show_drill(self, done: Drill) -> None:
        self.drill_button.setEnabled(True)
        self._keeper.look()
        self._reread()  # of the example office the keeper tells nothing
        DrillDialog(self._words, done, self.window()).open()

    def _list_plain(self) -> None:
        self._keeper.plain(self, self._show_plain)

    def _show_plain(self, left: list[LeftCopy]) -> None:
        keeper, words = self._keeper, self._words
        PlainCopiesDialog(keeper, words, left, keeper.look, self.window()).open()

    def _ask_to_restore(self, backup: FoundBackup) -> None:
        _ = self._words.text
        if (refused := self._keeper.why_not_restore) is not None:
            self._refuse(refused)
            return
        question = _(
            "The office will be as it was on %(moment)s. All that was saved since is not in it; "
            "the office as it is now is kept beside it."
        )
        self._bar.warning(
            question % {"moment": moment(self._words, backup.made)},
            (_("Restore now"), lambda: self._keeper.restore_wanted.emit(backup)),
        )
        self._bar.button.setFocus(Qt.FocusReason.OtherFocusReason)


def say_made(words: Words, bar: MessageBar, made: Made) -> None:
    """Tell that a backup was made, and what of it was not."""
    _ = words.text
    if made.trouble is not None:
        said = _("Backed up and checked beside the office, but not in the second place: %(why)s")
        bar.warning(said % {"why": explain(words, made.trouble)})
    elif made.second is not None:
        bar.success(_("Backed up and checked, in both places."))
    else:
        bar.success(_("Backed up and checked."))
