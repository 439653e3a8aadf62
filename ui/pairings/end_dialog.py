"""The end of a pairing in one step: why, what became of the newcomer, and what now for each."""

from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.closing import Closing, MentorNext, NewcomerNext
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.outcomes import WORKING, OutcomeStatus
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.operations.closing import Before
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import plain_label
from ui.pairings.dialogs import PairingDialog
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField
from ui.widgets.hours_field import HoursField

_NOW = {MentorStatus.PAUSED: MentorNext.PAUSED, MentorStatus.ENDED: MentorNext.FINISHED}


class EndDialog(PairingDialog):
    """Completed as planned, or ended early with reason and who wanted it; then what follows.

    What follows is chosen as it usually goes, and stays as somebody chose it otherwise.
    """

    def __init__(
        self, words: Words, who: str, before: Before, today: date, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("End the pairing"), _("End the pairing"), parent)
        self._before = before
        choose = (None, _("Choose …"))
        self.add_group("", who)
        self._ended_on = DateField(words, today, Lean.PAST)
        self._completed = ChoiceField(
            [choose, (True, _("completed as planned")), (False, _("ended early"))]
        )
        self._reason = ChoiceField([choose, *((one, label(words, one)) for one in EndReason)])
        self._initiator = ChoiceField([choose, *((one, label(words, one)) for one in Initiator)])
        self._note = NotesField(lines=2)
        self.add_row("ended_on", field_label(words, "ended_on"), self._ended_on, required=True)
        self.add_row("completed", _("How it ended"), self._completed, required=True)
        self.add_row("end_reason", field_label(words, "end_reason"), self._reason)
        self.add_row("end_initiator", field_label(words, "end_initiator"), self._initiator)
        self.add_row(
            "end_note",
            field_label(words, "notes"),
            self._note,
            _("Open follow-ups after this day are taken away."),
        )
        self._add_what_now()
        self._ended_on.set_value(today)
        self._completed.currentIndexChanged.connect(self._follow)
        self._newcomer.currentIndexChanged.connect(self._fit)
        self._outcome.currentIndexChanged.connect(self._fit)
        self._follow()
        self.start_afresh()

    def complete(self) -> bool:
        """Whether all that is needed is there; what is not is told."""
        if self._ended_on.value() is None:
            return self.demand("ended_on")
        if self._completed.value() is None:
            self.show_problem("completed", self.words.text("Choose how it ended."))
            return False
        if not self._completed.value():
            for name, field in (("end_reason", self._reason), ("end_initiator", self._initiator)):
                if field.value() is None:
                    return self.demand(name)
        return True

    def closing(self) -> Closing:
        """What was chosen; ask `complete` first."""
        ended_on = self._ended_on.value()
        assert ended_on is not None  # noqa: S101 - `complete` has seen to it
        early = self._completed.value() is False
        outcome = self._outcome.value() if self._outcome.isEnabled() else None
        return Closing(
            ended_on=ended_on,
            completed=not early,
            reason=self._reason.value() if early else None,
            initiator=self._initiator.value() if early else None,
            note=self._note.value(),
            newcomer=self._following(),
            mentor=self._mentor.value(),
            outcome=outcome,
            weekly_minutes=self._hours.minutes() if outcome in WORKING else None,
        )

    @property
    def pairs_again(self) -> bool:
        """Whether another mentor is to be found at once."""
        return self._following() is NewcomerNext.PAIRED_AGAIN

    def _add_what_now(self) -> None:
        words, before, _ = self.words, self._before, self.words.text
        self._newcomer = ChoiceField([(one, label(words, one)) for one in NewcomerNext])
        self._outcome = ChoiceField(
            [(None, _("ask later")), *((one, label(words, one)) for one in OutcomeStatus)]
        )
        self._hours = HoursField(words)
        offered = [
            one for one in MentorNext if one is not MentorNext.FINISHED or not before.mentor_runs
        ]
        self._mentor = ChoiceField([(one, label(words, one)) for one in offered])
        self._mentor.set_value(_NOW.get(before.mentor_status, MentorNext.FREE))
        self.add_group(_("What now"))
        if before.still_paired:
            said = _("The newcomer stays paired in another pairing.")
            self.add_wide(plain_label(said, "muted"))
        else:
            self.add_row("newcomer_next", _("The newcomer"), self._newcomer)
        if before.may_be_asked:
            self.add_row("status", _("What became of the newcomer"), self._outcome)
            self.add_row("weekly_minutes", field_label(words, "weekly_minutes"), self._hours)
        else:
            said = _(
                "What becomes of the newcomer, who wants to be in no statistics, is not asked."
            )
            self.add_wide(plain_label(said, "muted"))
        self.add_row(
            "mentor_next",
            _("The mentor"),
            self._mentor,
            _("Has another pairing that runs.") if before.mentor_runs else "",
        )

    def _following(self) -> NewcomerNext | None:
        if self._before.still_paired:
            return None
        following: NewcomerNext = self._newcomer.value()
        return following

    def _follow(self) -> None:
        """Early or not: what goes with it, and what usually comes after it."""
        early = self._completed.value() is False
        self._reason.setEnabled(early)
        self._initiator.setEnabled(early)
        if "newcomer_next" not in self._typed_in:
            finished = not early and self._before.completes is NewcomerStatus.COMPLETED
            self._newcomer.set_value(NewcomerNext.FINISHED if finished else NewcomerNext.WAITS)
        self._fit()

    def _fit(self) -> None:
        """An answer is for those who leave, hours are for those who work."""
        waits = self._following() in (NewcomerNext.WAITS, NewcomerNext.PAIRED_AGAIN)
        self._outcome.setEnabled(not waits)
        self._hours.setEnabled(not waits and self._outcome.value() in WORKING)
        _ = self.words.text
        self.save_button.setText(
            _("End and find a new mentor") if self.pairs_again else _("End the pairing")
        )
