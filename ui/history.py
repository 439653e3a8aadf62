"""Undo and redo of what was written in this window, newest first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from mentorapp.domain.errors import ChangedMeanwhile, Refused
from mentorapp.domain.office_errors import LeftTheHouse

if TYPE_CHECKING:
    from mentorapp.operations import Transaction
    from mentorapp.operations.undoing import Change

T = TypeVar("T")

#: So many intentions can be taken back; nobody remembers more of what he did.
MOST = 100


@dataclass(eq=False, slots=True)
class Written:
    """What one write did; it stays itself while what it takes to undo it changes."""

    changes: "tuple[Change, ...]" = ()


class Write(Protocol):
    """The worker's `write`."""

    def __call__(
        self,
        asker: QObject,
        job: "Callable[[Transaction], Any]",
        then: Callable[[Any], object],
        refused: Callable[[Refused], object],
        *,
        remember: bool,
    ) -> None:
        """Write in one transaction and tell how it went."""


class History(QObject):
    """The worker's memory of what each write did, for as long as the window is open.

    What is undone goes to the other side, and comes back with `redo`. A write of somebody else's
    hand empties that side: what was undone stood on what is no longer so.
    """

    moved = Signal()
    """Something can be undone or redone that could not, or no longer can."""
    undone = Signal(str)
    """The kind of record (``meeting``) that was taken back."""
    over = Signal(object)
    """The `Written` that was taken back: nothing may offer to undo it any more."""
    redone = Signal(str)
    refused = Signal(object)
    """The `Refused` of an undo. What cannot be undone is forgotten, all but what was printed or
    sent: that stays on top, for what was done before it is on paper now."""
    _cut_off = Signal()

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._done: list[Written] = []
        self._taken_back: list[Written] = []
        self._cuts = 0
        """How often something was removed for good, and how often that was heard of here."""
        self._cuts_heard = 0
        self._cut_off.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    @property
    def can_undo(self) -> bool:
        """Whether anything was done that can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back that can be done again."""
        return bool(self._taken_back)

    def newest(self) -> Written:
        """What `undo` would take back; without changes when there is nothing."""
        return self._done[-1] if self._done else Written()

    def undo(self) -> None:
        """Take back the newest write."""

        def then(kind: str, written: Written) -> None:
            self.undone.emit(kind)
            self.over.emit(written)

        self._move(self._done, self._taken_back, then)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._move(self._taken_back, self._done, lambda kind, _written: self.redone.emit(kind))

    def undo_this(self, written: Written) -> None:
        """Take back this write, as the button of the message about it does.

        One that was taken back before is refused as a change of its records.
        """
        from mentorapp.operations.undoing import what_changed

        if written not in self._done:
            self.refused.emit(ChangedMeanwhile(what_changed(written.changes)))
        else:
            self._done.remove(written)
            self._done.append(written)
            self.undo()

    def remember(self, changes: "tuple[Change, ...]") -> None:
        """A write did this."""
        from mentorapp.operations.undoing import is_worth_undoing

        if is_worth_undoing(changes):
            self._done = [*self._done[1 - MOST :], Written(changes)]
            self._taken_back.clear()
            self.moved.emit()

    def for_good(self, job: "Callable[[Transaction], T]") -> "Callable[[Transaction], T]":
        """The job, which removes somebody or a text for good: once it is written, nothing that was
        done until then can be taken back, for it may have had the name. An undo that waited behind
        it is refused.
        """
        cut_off = self._cut_off  # bound now: not to be looked up on another thread

        def run(tx: "Transaction") -> T:
            done = job(tx)
            self._cuts += 1  # on the thread that writes: here and in an undo
            cut_off.emit()
            return done

        return run

    def _forget(self) -> None:
        """In the order of the answers: what was written before is here by now."""
        self._cuts_heard += 1
        gone = [*self._done, *self._taken_back]
        self._done.clear()
        self._taken_back.clear()
        for one in gone:
            self.over.emit(one)
        self.moved.emit()

    def _move(
        self,
        source: list[Written],
        target: list[Written],
        then: Callable[[str, Written], object],
    ) -> None:
        from mentorapp.operations import undoing

        if not source:
            return
        written, heard = source.pop(), self._cuts_heard
        changes = written.changes
        self.moved.emit()

        def job(tx: "Transaction") -> "tuple[Change, ...]":
            if heard != self._cuts:
                raise ChangedMeanwhile(undoing.what_changed(changes))
            return undoing.undo(tx, changes)

        def done(inverse: "tuple[Change, ...]") -> None:
            for one in source:
                one.changes = undoing.carried_over(one.changes, changes, inverse)
            target.append(Written(inverse))
            self.moved.emit()
            then(undoing.what_changed(changes), written)

        def refuse(refused: Refused) -> None:
            if isinstance(refused, LeftTheHouse):
                source.append(written)
            self.moved.emit()
            self.refused.emit(refused)

        self._write(self, job, done, refuse, remember=False)
