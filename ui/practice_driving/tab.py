"""The tab "Driving" of a pairing's page: totals, what speaks against driving, and the drives."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.errors import Refused
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.practice_driving import DrivingPractice, DrivingSession
from mentorapp.operations import Transaction, driving_log, practice_driving
from mentorapp.operations.practice_driving import Driven, DriveRow, DrivingFile
from mentorapp.words import Words
from mentorapp.words.driving import (
    say_by_condition,
    say_conditions,
    say_share,
    say_totals,
    say_warning,
)
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import capital, plain_label
from ui.practice_driving.dialogs import DriveDialog, PracticeDialog
from ui.theme import Tone
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.widgets.taking_back import undo_by
from ui.work import Worker


class DrivingTab(RecordTab):
    """About one pairing of a scheme with practice driving."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__(worker, message_bar)
        self._words, self._today = words, today
        self._file: DrivingFile | None = None
        _ = words.text
        self.totals = plain_label(name="h3")
        self.kept = plain_label(name="muted")
        self.warnings = plain_label()
        for text in (self.totals, self.kept, self.warnings):
            text.setWordWrap(True)
        self.drives: TabTable[DriveRow] = TabTable(
            _columns(words),
            words.language,
            _("Drives"),
            _("No drive is logged yet."),
            Qt.SortOrder.DescendingOrder,
        )
        self.drives.add_plain_button(_("Log drive …"), "calendar-plus", self._log)
        self.drives.add_button(_("Mend …"), "pencil", self._mend, opens=True)
        self.drives.add_button(_("Take back"), "trash-2", self._take_back, keys="Delete")
        self.drives.add_plain_button(_("Permit and tests …"), "file-text", self._keep)
        self.drives.add_plain_button(_("Driving log"), "printer", self._print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.totals)
        layout.addWidget(self.kept)
        layout.addWidget(self.warnings)
        layout.addWidget(self.drives, 1)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def show(file: DrivingFile) -> None:
            if record_id == self.record_id:
                self._show(file)

        self.worker.read(
            self, lambda tx: practice_driving.read(tx, record_id, today), show, self._refuse
        )

    def _show(self, file: DrivingFile) -> None:
        self._file = file
        words = self._words
        share = say_share(words, file.totals)
        self.totals.setText(" · ".join(filter(None, (say_totals(words, file.totals), share))))
        kept = file.practice
        days = [
            (field_label(words, name), words.date(getattr(kept, name)))
            for name in (
                "companion_licence_since",
                "permit_from",
                "permit_to",
                "theory_passed_on",
                "test_passed_on",
            )
            if getattr(kept, name)
        ]
        facts = [(field_label(words, "car"), kept.car), *days]
        hours = [
            (capital(name), words.text("%(hours)s hours") % {"hours": hours})
            for name, hours in say_by_condition(words, file.totals)
        ]
        lines = [
            " · ".join(f"{name}: {value}" for name, value in some if value)
            for some in (facts, hours)
        ]
        self.kept.setText("\n".join(filter(None, lines)))
        self.warnings.setText("\n".join(f"⚠ {say_warning(words, one)}" for one in file.warnings))
        self.warnings.setVisible(bool(file.warnings))
        self.drives.show_rows(file.drives)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    # What can be done

    def _keep(self) -> None:
        if self._file is None:
            return
        dialog = PracticeDialog(self._words, self._file.practice, self._today(), self.window())
        dialog.completed.connect(partial(self._save_kept, dialog))
        dialog.open()

    def _save_kept(self, dialog: PracticeDialog, practice: DrivingPractice) -> None:
        today = self._today()

        def then(_saved: DrivingPractice) -> None:
            dialog.accepted_by_office()
            self.message_bar.success(self._words.text("Permit and tests are saved."))

        self.worker.write(
            dialog, lambda tx: practice_driving.save(tx, practice, today), then, dialog.say
        )

    def _log(self) -> None:
        self._ask(None)

    def _mend(self, drive: DriveRow) -> None:
        self._ask(drive)

    def _ask(self, drive: DriveRow | None) -> None:
        if self._file is None:
            return
        dialog = DriveDialog(self._words, self._file.row, self._today(), drive, self.window())
        dialog.completed.connect(partial(self._save_drive, dialog, drive is None))
        dialog.open()

    def _save_drive(
        self, dialog: DriveDialog, new: bool, meeting: Meeting, session: DrivingSession
    ) -> None:
        today = self._today()

        def job(tx: Transaction) -> Driven:
            if new:
                return practice_driving.log(
                    tx, meeting, session.kilometres, session.conditions, today
                )
            return practice_driving.amend(tx, meeting, session, today)

        def then(driven: Driven) -> None:
            dialog.accepted_by_office()
            self._say_driven(driven)

        self.worker.write(dialog, job, then, dialog.say)

    def _say_driven(self, driven: Driven) -> None:
        """The warnings of the drive's day stand in the message: never silent."""
        words = self._words
        said = words.text("Drive on %(date)s saved.") % {"date": words.date(driven.meeting.held_on)}
        if driven.warnings:
            against = " ".join(say_warning(words, one) for one in driven.warnings)
            self.message_bar.warning(f"{said} {against}")
        else:
            self.message_bar.success(said)

    def _take_back(self, drive: DriveRow) -> None:
        words = self._words

        def then(driven: Driven) -> None:
            self.message_bar.info(
                words.text("The drive on %(date)s was taken back.")
                % {"date": words.date(driven.meeting.held_on)},
                undo_by(words, self.worker, lambda: self._bring_back(driven)),
            )

        self.worker.write(
            self, lambda tx: practice_driving.remove(tx, drive.meeting.id), then, self._refuse
        )

    def _bring_back(self, driven: Driven) -> None:
        self.worker.write(
            self,
            lambda tx: practice_driving.restore(tx, driven),
            lambda _done: self.message_bar.success(self._words.text("The drive is back.")),
            self._refuse,
        )

    def _print(self) -> None:
        if self._file is None:
            return
        pairing_id, today, words = self._file.row.id, self._today(), self._words
        paper = PaperDialog(
            self.worker,
            words,
            words.text("Driving log"),
            f"driving-log-{self._file.row.number}.pdf",
            self.window(),
            (Pairing, pairing_id),
        )
        self.worker.read(
            paper,
            lambda tx: driving_log.pdf(driving_log.values(tx, pairing_id, today), words),
            paper.show_paper,
            paper.refuse,
        )
        paper.open()


def _columns(words: Words) -> list[Column[DriveRow]]:
    _ = words.text
    return [
        Column(
            _("Date"),
            lambda one: words.date(one.meeting.held_on),
            lambda one: one.meeting.held_on,
            width=120,
        ),
        Column(
            _("Minutes"),
            lambda one: str(one.meeting.minutes),
            lambda one: one.meeting.minutes,
            width=90,
            align=Qt.AlignmentFlag.AlignRight,
        ),
        Column(
            _("km"),
            lambda one: str(one.session.kilometres),
            lambda one: one.session.kilometres,
            width=70,
            align=Qt.AlignmentFlag.AlignRight,
        ),
        Column(
            _("Conditions"),
            lambda one: capital(say_conditions(words, one.session.conditions)),
            width=240,
        ),
        Column(
            _("To see to"),
            lambda one: capital(", ".join(label(words, two.kind) for two in one.warnings)),
            badge=lambda one: Tone.WARN if one.warnings else None,
        ),
    ]
