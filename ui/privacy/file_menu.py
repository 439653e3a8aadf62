"""What can be done in somebody's file because the law gives it to him: one button with a menu."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from mentorapp.domain.errors import PairingStillRuns, Refused
from mentorapp.domain.retention import DecisionKind
from mentorapp.domain.retention_errors import HasNotLeft, NotInStatistics, OnHold
from mentorapp.operations import Transaction, erasing, people, retention
from mentorapp.words import Words
from ui.privacy.access_dialog import AccessDialog
from ui.privacy.deciding import Deciding
from ui.privacy.removing import Removing, WayOut
from ui.rights import hold_back
from ui.widgets.buttons import add_entry
from ui.widgets.record_file import RecordFile
from ui.widgets.rereading import Rereading
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _State:
    about: str
    language: str
    held: str
    """Why nothing may be removed; empty where nothing is held."""


class FileMenu(QObject):
    """Stands among the buttons of the file, which closes when nobody is left in it."""

    def __init__(
        self,
        file: RecordFile,
        person_id: UUID,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        gone: Callable[[str], object],
    ) -> None:
        """`gone` is told what went, after the file was closed."""
        super().__init__(file)
        _ = words.text
        self._file, self._person_id, self._gone = file, person_id, gone
        self._worker, self._words, self._today = worker, words, today
        self._state = _State("", "", "")
        self._deciding = Deciding(worker, words, today, file, file.message_bar)
        self._removing = Removing(
            worker, words, today, file, file.message_bar, self._close, self._ways_out()
        )
        self.button = file.add_button(_("Privacy"), "shield", lambda: None)
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        hold_back(words, worker.who, erasing.erase, self.button)
        add_entry(self.menu, _("What is kept about this person …"), self._show_access, None)
        self.hold = add_entry(self.menu, _("Hold …"), self._hold, None)
        self.lift = add_entry(self.menu, _("Lift the hold"), self._lift, None)
        self.menu.addSeparator()
        self.anonymise = add_entry(self.menu, _("Make anonymous …"), self._anonymise, None)
        self.erase = add_entry(self.menu, _("Erase for good …"), self._erase, None)
        self._rereading = Rereading(file, worker.changed, self._read)
        self._show(self._state)

    def _ways_out(self) -> dict[type[Refused], WayOut]:
        _ = self._words.text
        file = self._file
        return {
            OnHold: (_("Lift the hold"), self._deciding.lift),
            PairingStillRuns: (_("Show the pairs"), lambda _id: file.tabs.show_tab("schemes")),
            HasNotLeft: (_("Edit …"), file.edit_wanted.emit),
            NotInStatistics: (_("Erase for good …"), lambda _id: self._erase()),
        }

    def _read(self) -> None:
        person_id, today = self._person_id, self._today()

        def read(tx: Transaction) -> _State:
            person = people.registration(tx, person_id).person
            held = [
                one.reason
                for one in retention.decided(tx, person_id, today)
                if one.kind is DecisionKind.HOLD
            ]
            about = f"{person.name} ({person.number})"
            return _State(about, person.letter_language.value, held[0] if held else "")

        # Who is deleted meanwhile, or not there for this account, the file itself tells.
        self._worker.read(self, read, self._show, lambda _refused: None)

    def _show(self, state: _State) -> None:
        self._state = state
        self.hold.setVisible(not state.held)
        self.lift.setVisible(bool(state.held))

    def _show_access(self) -> None:
        AccessDialog(
            self._worker,
            self._words,
            self._today,
            self._person_id,
            self._file,
            self._state.language,
        ).open()

    def _hold(self) -> None:
        self._deciding.hold(self._person_id, self._state.about)

    def _lift(self) -> None:
        self._deciding.lift(self._person_id)

    def _anonymise(self) -> None:
        self._removing.anonymise(self._person_id)

    def _erase(self) -> None:
        self._removing.erase(self._person_id)

    def _close(self, said: str) -> None:
        self._file.close()
        self._gone(said)
