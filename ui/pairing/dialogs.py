"""The forms of the pairing page: the answer to a proposal, and a pair made by hand."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.pairings import PERSONS, Sides
from mentorapp.domain.proposals import DecidedBy, Obstacle
from mentorapp.operations.pairing import PairCheck, PersonChoice
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_obstacle, say_reasons
from ui.format import plain_label
from ui.pairing.person_field import PersonField
from ui.pairing.sides import SidesGroup
from ui.widgets.fields import ChoiceField, NotesField
from ui.widgets.form_dialog import FormDialog

#: The names of those whose whole household may stand on a side: newcomer and mentor, or empty.
Homes = tuple[str, str]


class AcceptDialog(FormDialog):
    """Whom the pair is for, asked where somebody has a household to bring."""

    def __init__(
        self, words: Words, about: str, homes: Homes, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Accept"), _("Accept"), parent)
        self.add_group("", about)
        self._sides = SidesGroup(self, *homes)
        self.start_afresh()

    def sides(self) -> Sides:
        """Who stands on the mentor's and on the newcomer's side."""
        return self._sides.value()


class AnswerDialog(FormDialog):
    """Yes or no, from whom, and why; with a yes whom the pair is for."""

    def __init__(
        self, words: Words, about: str, homes: Homes = ("", ""), parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Record the answer"), "", parent)
        self.add_group("", about)
        self._yes = ChoiceField([(True, _("both said yes")), (False, _("somebody said no"))])
        self._by = ChoiceField(
            [
                (one, label(words, one))
                for one in (DecidedBy.MENTOR, DecidedBy.NEWCOMER, DecidedBy.COORDINATOR)
            ]
        )
        self._reason = NotesField()
        self.add_row("answer", _("Answer"), self._yes)
        self.add_row("decided_by", _("Who said no"), self._by)
        self.add_row("decision_reason", _("Why"), self._reason)
        self._sides = SidesGroup(self, *homes) if any(homes) else None
        self._yes.currentIndexChanged.connect(self._said)
        self._said()
        self.start_afresh()

    def accepted_by_both(self) -> bool:
        """Whether the pairing begins."""
        return bool(self._yes.value())

    def sides(self) -> Sides:
        """Who stands on the mentor's and on the newcomer's side."""
        return PERSONS if self._sides is None else self._sides.value()

    def decided_by(self) -> DecidedBy:
        """Who said no."""
        by: DecidedBy = self._by.value()
        return by

    def reason(self) -> str:
        """What was typed."""
        return self._reason.value()

    def _said(self) -> None:
        for field in (self._by, self._reason):
            field.setEnabled(not self._yes.value())
        if self._sides is not None:
            self._sides.set_enabled(bool(self._yes.value()))


class ByHandDialog(FormDialog):
    """A mentor and a newcomer chosen by name; what speaks for and against them before it is saved.

    The only way for strictly confidential people, and saved only when no rule forbids the pair.
    """

    wanted = Signal(object, object)
    """Mentor and newcomer role ids that were chosen: whoever listens answers with `show_check`."""

    def __init__(
        self,
        words: Words,
        mentors: Sequence[PersonChoice],
        newcomers: Sequence[PersonChoice],
        chosen: Sequence[UUID] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`chosen` are the roles of those among them who are chosen already."""
        _ = words.text
        super().__init__(words, _("Pair by hand"), _("Pair"), parent)
        self.add_group("")
        self._newcomer = PersonField(words, newcomers)
        self._mentor = PersonField(words, mentors, free=True)
        self.add_row("newcomer", _("Newcomer"), self._newcomer, required=True)
        self.add_row("mentor", _("Mentor"), self._mentor, required=True)
        self._sides: SidesGroup | None = None
        self.score = plain_label(name="h2")
        self.reasons = plain_label()
        self.obstacles = plain_label(name="problem")
        for shown in (self.score, self.reasons, self.obstacles):
            shown.setWordWrap(True)
            self.add_wide(shown)
        self._newcomer.changed.connect(self._chosen)
        self._mentor.changed.connect(self._chosen)
        for field, people in ((self._newcomer, newcomers), (self._mentor, mentors)):
            for one in people:
                if one.role_id in chosen:
                    field.set_value(one.role_id)
        self.start_afresh()
        self._chosen()

    def offer_households(self) -> None:
        """Let whole households be paired, where the scheme does."""
        _ = self.words.text
        self._sides = SidesGroup(self, _("Newcomer"), _("Mentor"))
        self.start_afresh()

    def sides(self) -> Sides:
        """Who stands on the mentor's and on the newcomer's side."""
        return PERSONS if self._sides is None else self._sides.value()

    def chosen(self) -> tuple[UUID | None, UUID | None]:
        """Mentor and newcomer."""
        return self._mentor.value(), self._newcomer.value()

    def complete(self) -> bool:
        """Whether both are chosen; who is missing is told."""
        for name, field in (("newcomer", self._newcomer), ("mentor", self._mentor)):
            if field.value() is None:
                self.show_problem(name, self.words.text("Choose somebody from the list."))
                return False
        return True

    def show_check(self, check: PairCheck) -> None:
        """What speaks for and against the two."""
        words, _ = self.words, self.words.text
        self.score.setText(
            _("Score: %(n)s %%")
            % {"n": words.number(round(100 * check.score / max(1, check.full_score)))}
        )
        self.reasons.setText(say_reasons(words, check.reasons))
        against = [say_obstacle(words, one) for one in check.obstacles]
        self.obstacles.setText(
            _("Against it: %(why)s.") % {"why": "; ".join(against)} if against else ""
        )
        self.obstacles.setVisible(bool(against))
        if check.by_hand_only:
            self.reasons.setText(
                " ".join([self.reasons.text(), f"({say_obstacle(words, Obstacle.BY_HAND_ONLY)})"])
            )

    def _chosen(self) -> None:
        mentor, newcomer = self.chosen()
        self.obstacles.hide()
        self.reasons.setText("")
        self.score.setText(
            self.words.text("Choose both to see what speaks for them.")
            if mentor is None or newcomer is None
            else ""
        )
        if mentor is not None and newcomer is not None:
            self.wanted.emit(mentor, newcomer)
