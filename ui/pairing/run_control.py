"""Scheme, goal and the button that runs: what a run was asked for, and what is told of it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from mentorapp.domain.errors import Refused
from mentorapp.domain.pairing_runs import Goal
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.pairing.answers import Answers
from ui.pairing.board import NewcomerRow
from ui.pairing.run import Outcome, Runner
from ui.widgets.fields import ChoiceField
from ui.widgets.list_page import ListPage
from ui.work import Worker

SLOW_SECONDS = 0.5
"""A run that took longer has its time told."""


class RunControl(QObject):
    """Adds its fields and its button to the list of proposals, and speaks in its message bar."""

    scheme_chosen = Signal()
    found = Signal(object)
    """The `Outcome` of a run that was kept."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        page: ListPage[NewcomerRow],
        answers: Answers,
    ) -> None:
        super().__init__(page)
        _ = words.text
        self._words, self._today = words, today
        self._bar, self._answers = page.message_bar, answers
        self.scheme = ChoiceField()
        self.scheme.setAccessibleName(_("Scheme"))
        self.goal = ChoiceField([(one.value, label(words, one)) for one in Goal])
        self.goal.setAccessibleName(_("What the run aims at"))
        for field in (self.scheme, self.goal):
            # Beside the search, which gives way: their words are not to be cut.
            field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        page.add_control(self.scheme)
        page.add_control(self.goal)
        self.scheme.changed.connect(self.scheme_chosen)
        self.goal.changed.connect(self._choose)
        self.runner = Runner(worker, page, self._found, self._refused, self._ended)
        self._page = page

    def add_run_button(self) -> None:
        """The primary button, right of the others."""
        self.button = self._page.add_button(
            self._words.text("Find the best pairs"), "search", self.run, primary=True
        )

    def offer(self, schemes: list[tuple[UUID, str]], chosen: UUID | None) -> None:
        """The schemes in use, and which is shown."""
        self.scheme.set_choices(schemes)
        if chosen is not None:
            self.scheme.set_value(chosen)
        self.button.setEnabled(chosen is not None)
        self._choose()

    def run(self) -> None:
        """Look for the best pairs, or stop looking."""
        if self.runner.running:
            self.runner.cancel()
            return
        scheme_id, _ = self.scheme.value(), self._words.text
        if scheme_id is None:
            return
        self._answers.hold()
        self.button.setText(_("Cancel"))
        self._bar.info(_("Looking for the best pairs …"))
        self.runner.start(
            scheme_id, self.goal.value(), self._today(), _("Looking for the best pairs …")
        )

    def _choose(self) -> None:
        self._answers.choose(self.scheme.value(), self.goal.value())

    def _found(self, outcome: Outcome) -> None:
        self._answers.take(outcome.solved)
        self.found.emit(outcome)
        words, _ = self._words, self._words.text
        parts = [
            words.plural("%(n)d pair proposed", "%(n)d pairs proposed", outcome.pairs),
            words.plural("%(n)d without a pair", "%(n)d without a pair", len(outcome.left_over)),
        ]
        if outcome.broken_locks:
            parts.append(
                words.plural(
                    "%(n)d locked pair could not be kept",
                    "%(n)d locked pairs could not be kept",
                    outcome.broken_locks,
                )
            )
        parts.append(
            _("proven: no other set is better")
            if outcome.certified
            else _("not proven to be the best set")
        )
        if outcome.seconds >= SLOW_SECONDS:
            parts.append(_("found in %(n)s s") % {"n": words.number(outcome.seconds)})
        said = " · ".join(parts)
        if outcome.broken_locks or not outcome.certified:
            self._bar.warning(said)
        else:
            self._bar.success(said)

    def _ended(self) -> None:
        _ = self._words.text
        self.button.setText(_("Find the best pairs"))
        if self._bar.text == _("Looking for the best pairs …"):
            self._bar.info(_("Cancelled: nothing was changed."))
        self._answers.go_on()

    def _refused(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))
