"""Why two people are not proposed to each other, and what it would do to make them a pair."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Effect, WhyNot, percent_of
from mentorapp.words import Words
from mentorapp.words.explanations import say_why_not
from mentorapp.words.reasons import say_reason
from mentorapp.words.refusals import explain
from ui.format import capital, plain_label
from ui.pairing.known import Known, Somebody
from ui.pairing.moves import MovesTable, rows_of, say_percent
from ui.pairing.person_field import PersonField
from ui.pairing.wording import say_without
from ui.widgets.plain_dialog import PlainDialog


class WhyNotDialog(PlainDialog):
    """Two people to choose, the answer, and everybody who would have to move."""

    wanted = Signal(object, object)
    """Newcomer and mentor role ids that were chosen: answer with `show_answer`."""
    lock_wanted = Signal(object, object)
    """Newcomer and mentor role ids who are to be a pair instead."""

    def __init__(
        self,
        words: Words,
        known: Known,
        newcomer: UUID | None,
        mentor: UUID | None,
        parent: QWidget | None = None,
    ) -> None:
        """`newcomer` and `mentor` are chosen already, as far as they are given."""
        _ = words.text
        super().__init__(words, _("Why not these two?"), QSize(680, 620), parent)
        self.scheme_id = known.scheme_id
        self._known = known
        self.newcomer = PersonField(words, _with(known.newcomers, newcomer, known))
        self.mentor = PersonField(words, _with(known.mentors, mentor, known))
        self.answer = plain_label(name="h2")
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.score = plain_label(name="muted")
        self.reasons = plain_label()
        for label in (self.answer, self.score, self.reasons):
            label.setWordWrap(True)
        self.moves_heading = plain_label(_("Who would have to move"), "h2")
        self.moves = MovesTable(words, _("Who would have to move"))
        self._lay_out()
        self.lock_button = self.add_button(_("Lock this pair instead"), "lock", self._lock)
        self.lock_button.setToolTip(_("The two are proposed, and later runs keep the pair"))
        for field, chosen in ((self.newcomer, newcomer), (self.mentor, mentor)):
            if chosen is not None:
                field.set_value(chosen)
            field.changed.connect(self._chosen)
        missing = self.newcomer if newcomer is None else self.mentor
        missing.setFocus()

    def begin(self) -> None:
        """Ask about the two that are chosen already, now that somebody listens."""
        self._chosen()

    def chosen(self) -> tuple[UUID | None, UUID | None]:
        """Newcomer and mentor."""
        return self.newcomer.value(), self.mentor.value()

    def show_answer(self, why_not: WhyNot, without: Effect | None = None) -> None:
        """The answer about two people, unless others are chosen meanwhile.

        `without` is what it would do to rule out two who are a pair.
        """
        if (why_not.newcomer_id, why_not.mentor_id) != self.chosen():
            return
        words, check, names = self.words, why_not.check, self._known.names
        # The table below tells who would move, all of them.
        effect = why_not.effect and replace(why_not.effect, moves=())
        said = [say_why_not(words, replace(why_not, effect=effect), names)]
        if without is not None:
            said.append(say_without(words, replace(without, moves=()), names))
        self.answer.setText(" ".join(said))
        by_hand = check.by_hand_only
        percent = say_percent(words, percent_of(check.score, check.full_score))
        self.score.setText(
            "" if by_hand else words.text("Score of the two: %(n)s") % {"n": percent}
        )
        self.reasons.setText(
            ""
            if by_hand
            else "\n".join(f"• {capital(say_reason(words, one))}" for one in check.reasons)
        )
        told = without or why_not.effect
        moves = told.moves if told is not None else ()
        self.moves.show_moves(rows_of(moves, names))
        self._show_moves(bool(moves))
        allowed = why_not.effect is not None and not why_not.present
        self.lock_button.setEnabled(allowed)

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer, or why the pair was not locked."""
        self._busy(False)
        self.message_bar.warning(explain(self.words, refused))

    def _chosen(self) -> None:
        newcomer, mentor = self.chosen()
        both = newcomer is not None and mentor is not None
        self.lock_button.setEnabled(False)
        self.message_bar.clear()
        self.score.setText("")
        self.reasons.setText("")
        self._show_moves(False)
        self.answer.setText(
            self.words.text("Working it out …")
            if both
            else self.words.text("Choose a newcomer and a mentor.")
        )
        if both:
            self.wanted.emit(newcomer, mentor)

    def _lock(self) -> None:
        self._busy(True)
        self.lock_wanted.emit(*self.chosen())

    def _busy(self, busy: bool) -> None:
        for widget in (self.newcomer, self.mentor, self.lock_button):
            widget.setEnabled(not busy)

    def _show_moves(self, shown: bool) -> None:
        self.moves_heading.setVisible(shown)
        self.moves.setVisible(shown)

    def _lay_out(self) -> None:
        _ = self.words.text
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for at, (text, field) in enumerate(
            ((_("Newcomer"), self.newcomer), (_("Mentor"), self.mentor))
        ):
            title = plain_label(text)
            title.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(title, at, 0)
            grid.addWidget(field, at, 1)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.setSpacing(8)
        for widget in (self.answer, self.score, self.reasons):
            inside.addWidget(widget)
        inside.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self.body.addLayout(grid)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.moves_heading)
        self.body.addWidget(self.moves, 1)


def _with(people: Sequence[Somebody], chosen: UUID | None, known: Known) -> Sequence[Somebody]:
    """The people, with somebody whose own page asks although he is in no list."""
    if chosen is None or any(one.role_id == chosen for one in people):
        return people
    hidden = [one for one in known.hidden if one.role_id == chosen]
    return [*people, *hidden]
