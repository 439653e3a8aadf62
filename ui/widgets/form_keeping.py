"""Keeps what is typed into a form in the office file until it is saved or discarded.

Written in the background a moment after the last key, so that neither a crash nor closing the form
loses it; offered again when the form is opened the next time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

import shiboken6
from PySide6.QtCore import QObject, QTimer

from mentorapp.domain.records import new_id
from mentorapp.domain.unfinished_forms import PART, FormKind, UnfinishedForm
from ui.widgets.form_dialog import FormDialog
from ui.widgets.left_open_bar import LeftOpenBar
from ui.widgets.message_bar import MessageBar
from ui.widgets.versions_dialog import (
    Difference,
    Version,
    VersionsDialog,
    differences,
    readings,
)
from ui.work import Worker

if TYPE_CHECKING:
    from mentorapp.operations import Transaction

PAUSE_MS = 1_500
"""So long after the last key it is written."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Which form of what: the record, None for a new one, and the version that was read.

    `part` tells several forms of one record apart.
    """

    kind: FormKind
    record_id: UUID | None = None
    version: int = 0
    part: str = ""


class FormKeeping(QObject):
    """Belongs to the dialog and goes with it.

    Kept is what differs from the form as it was opened, so that going on with it later takes back
    nothing that was saved meanwhile.
    """

    def __init__(
        self,
        dialog: FormDialog,
        worker: Worker,
        subject: Subject,
        bar: MessageBar,
        going_on: UnfinishedForm | None = None,
        after: FormDialog | None = None,
    ) -> None:
        """The fields are filled already. `bar` tells that something was kept when the dialog is
        gone; `going_on` is what to write into the fields at once; `after` the form
        in whose place this one comes.
        """
        super().__init__(dialog)
        self._dialog, self._worker, self._subject, self._bar = dialog, worker, subject, bar
        self.opened_with = dialog.contents()
        self._id = new_id()
        self._kept: dict[str, str] = {}
        self._asked: dict[str, str] | None = None
        """What a write under way makes of it; its answer is still to come."""
        self._offer: LeftOpenBar | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        dialog.keeping = self
        dialog.touched.connect(self._pause.start)
        dialog.accepted.connect(self._saved)
        if after is not None and isinstance(after.keeping, FormKeeping):
            self._id, self._kept = after.keeping.held
        elif going_on is not None:
            QTimer.singleShot(0, self, lambda: self.go_on(going_on))
        else:
            self._look()

    @property
    def held(self) -> tuple[UUID, dict[str, str]]:
        """Under which id something is kept, and what."""
        return self._id, self._kept

    def changed(self) -> dict[str, str]:
        """What was typed: the fields that differ from the form as it was opened."""
        return {
            name: text
            for name, text in self._dialog.contents().items()
            if text != self.opened_with.get(name, "")
        }

    def keep(self) -> None:
        """Write what was typed since the last time, in the background."""
        if self._dialog.dirty:
            self._write(self.changed(), lambda: None, lambda: None, tells=False)

    def leave(self, then: Callable[[], object], failed: Callable[[], object]) -> None:
        """The form is closed unsaved: keep the rest, say so beside the form, and call `then`."""
        self._pause.stop()
        typed = self.changed()

        def kept() -> None:
            if typed:
                self._tell()
            then()

        self._write(typed, kept, failed, tells=True)

    def go_on(self, form: UnfinishedForm) -> None:
        """Write what was left into the fields; where they were saved anew since, ask which counts.

        Closing that question leaves the form as it is stored, and what was left stays kept.
        """
        self._take_away_offer()
        saved = readings(self._dialog)
        self._dialog.write_back(form.contents)
        if form.seen_version != self._subject.version:
            typed = readings(self._dialog)
            left = {name: typed[name] for name in form.contents if name in typed}
            found = differences(left, saved, {})
            if found:
                self._ask_which(form, found, {name: one.text for name, one in saved.items()})
                return
        self._take_over(form)

    # Inside

    def _ask_which(
        self, form: UnfinishedForm, found: list[Difference], saved: dict[str, str]
    ) -> None:
        dialog = self._dialog
        choice = VersionsDialog(
            dialog.words, found, dialog.words.text("Go on with it"), parent=dialog
        )

        def take() -> None:
            theirs = choice.chosen(Version.SAVED)
            self._take_over(form)
            choice.accepted_by_office()
            dialog.write_back({name: saved[name] for name in theirs})

        def back() -> None:
            dialog.write_back(saved)
            dialog.start_afresh()
            self._show_offer([form])

        choice.submitted.connect(take)
        choice.rejected.connect(back)
        choice.open()

    def _take_over(self, form: UnfinishedForm) -> None:
        self._id = form.id
        self._kept = {name: text for name, text in form.contents.items() if name != PART}

    def _look(self) -> None:
        from mentorapp.operations import unfinished_forms

        kind, record_id = self._subject.kind, self._subject.record_id
        self._worker.read(
            self._dialog,
            lambda tx: unfinished_forms.left_open(tx, kind, record_id),
            self._show_offer,
            lambda _refused: None,  # the form itself says what is wrong with the office
        )

    def _show_offer(self, forms: list[UnfinishedForm]) -> None:
        part = self._subject.part
        others = [form for form in forms if form.id != self._id and form.part == part]
        if not others:
            return
        form = others[0]
        self._offer = LeftOpenBar(self._dialog.words, form)
        self._offer.taken_up.connect(lambda: self.go_on(form))
        self._offer.discarded.connect(lambda: self._discard_offer(form.id))
        self._dialog.add_on_top(self._offer)

    def _discard_offer(self, form_id: UUID) -> None:
        self._take_away_offer()
        self._forget(form_id)

    def _take_away_offer(self) -> None:
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None
            self._dialog.begin_typing()

    def _write(
        self,
        typed: dict[str, str],
        then: Callable[[], object],
        failed: Callable[[], object],
        *,
        tells: bool,
    ) -> None:
        from mentorapp.operations import unfinished_forms

        if typed == self._kept and self._asked is None:
            then()
            return
        self._asked = typed
        form_id, subject, answers = self._id, self._subject, []

        def job(tx: "Transaction") -> None:
            if typed:
                unfinished_forms.keep(tx, _form(tx, form_id, subject, typed))
            else:
                unfinished_forms.forget(tx, form_id)

        def kept(_done: object) -> None:
            answers.append(_done)
            self._kept = typed
            if not typed:
                self._id = new_id()
            then()

        def ended() -> None:
            if self._asked is typed:
                self._asked = None
            if not answers:
                failed()

        # A refusal is told by `failed`, when the form is closed.
        if tells:
            self._worker.write(
                self._dialog, job, kept, lambda _refused: None, ended, remember=False
            )
        else:
            self._worker.write_aside(self._dialog, job, kept, lambda _refused: None, ended)

    def _saved(self) -> None:
        self._pause.stop()
        self._forget(self._id)

    def _forget(self, form_id: UUID) -> None:
        from mentorapp.operations import unfinished_forms

        self._worker.write(
            self._bar,
            lambda tx: unfinished_forms.forget(tx, form_id),
            refused=lambda _refused: None,
            remember=False,
        )

    def _tell(self) -> None:
        _, form_id = self._dialog.words.text, self._id
        if shiboken6.isValid(self._bar):
            self._bar.info(
                _("What you typed is kept. Open the form again to go on with it."),
                (_("Discard"), lambda: self._forget(form_id)),
            )


def _form(
    tx: "Transaction", form_id: UUID, subject: Subject, typed: dict[str, str]
) -> UnfinishedForm:
    return UnfinishedForm(
        id=form_id,
        form=subject.kind.value,
        subject_id=subject.record_id,
        seen_version=subject.version,
        contents={**typed, PART: subject.part} if subject.part else typed,
        kept_at=tx.now,
    )
