"""Other weights tried out: beside the present set, what they would give."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.pairing_runs import Goal
from mentorapp.domain.schemes import Criterion, Scheme
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.pairing.moves import MovesTable, say_percent
from ui.pairing.trial import SetFigures, Trial
from ui.widgets.fields import ChoiceField
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.weight_field import WeightField


class WeightsDialog(PlainDialog):
    """Weights and goal at the left, the two sets at the right; only one button changes anything."""

    try_wanted = Signal(object, str)
    """Weights by criterion, and the goal, to be tried: answer with `show_trial` or `refuse`."""
    use_wanted = Signal(object, str)
    """The same, to become the scheme's."""

    def __init__(
        self, words: Words, scheme: Scheme, goal: str, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        title = _("Try other weights: %(scheme)s") % {"scheme": scheme.name(words.language)}
        super().__init__(words, title, QSize(1180, 660), parent)
        self._tried: tuple[dict[str, str], str] | None = None
        self.weights = {criterion: WeightField(words) for criterion in Criterion}
        self.goal = ChoiceField([(one.value, label(words, one)) for one in Goal])
        self.figures = _Figures(words)
        self.state = plain_label(name="muted")
        self.state.setWordWrap(True)
        self.moves_heading = plain_label(_("Whose mentor would change"), "h2")
        self.moves = MovesTable(words, _("Whose mentor would change"))
        for criterion, field in self.weights.items():
            field.set_value(scheme.weight(criterion))
            field.changed.connect(self._touched)
        self.goal.set_value(goal)
        self.goal.changed.connect(self._touched)
        self.use_button = self.add_button(_("Use these weights"), "check", self._use)
        self.use_button.setToolTip(
            _("Saves them to the scheme and looks for the best pairs with them")
        )
        self.try_button = self.add_button(_("Try"), "play", self._try, primary=True)
        self.try_button.setDefault(True)
        self._lay_out()
        self._touched()
        next(iter(self.weights.values())).setFocus()

    def chosen(self) -> tuple[dict[str, str], str]:
        """Weights by criterion, and the goal."""
        weights = {one.value: field.value().value for one, field in self.weights.items()}
        return weights, self.goal.value()

    def show_trial(self, weights: Mapping[str, str], goal: str, trial: Trial) -> None:
        """What these gave, unless others are chosen meanwhile."""
        self.try_button.setEnabled(True)
        if (weights, goal) != self.chosen():
            return
        words = self.words
        self._tried = (dict(weights), goal)
        self.figures.show_figures(trial.now, trial.then)
        self.moves.show_moves(trial.moves)
        self._show_moves(bool(trial.moves))
        changes = words.plural(
            "%(n)d newcomer would have another mentor, or none.",
            "%(n)d newcomers would have another mentor, or none.",
            len(trial.moves),
        )
        said = [
            changes if trial.moves else words.text("The same pairs as now."),
            words.text("Both sets are measured by the present weights."),
        ]
        if trial.forbidden:
            forbidden = words.plural(
                "%(n)d of the pairs is ruled out by the present weights.",
                "%(n)d of the pairs are ruled out by the present weights.",
                trial.forbidden,
            )
            said.insert(1, forbidden)
        self.state.setText(" ".join(said))
        self.use_button.setEnabled(True)
        # Never the button that saves: Enter pressed twice must not.
        (self.moves if trial.moves else self.try_button).setFocus()

    def refuse(self, refused: Refused) -> None:
        """Say why nothing came of it."""
        self.try_button.setEnabled(True)
        self.use_button.setEnabled(self._tried == self.chosen())
        self.state.setText("")
        self.message_bar.warning(explain(self.words, refused))

    def _try(self) -> None:
        self.message_bar.clear()
        self.try_button.setEnabled(False)
        self.state.setText(self.words.text("Looking for the best pairs …"))
        self.try_wanted.emit(*self.chosen())

    def _use(self) -> None:
        self.use_button.setEnabled(False)
        self.try_button.setEnabled(False)
        self.use_wanted.emit(*self.chosen())

    def _touched(self) -> None:
        self.use_button.setEnabled(False)
        if self._tried == self.chosen():
            self.use_button.setEnabled(True)
            return
        self.try_button.setEnabled(True)
        self.state.setText(
            self.words.text(
                "Trying changes nothing. Both sets are measured by the present weights."
            )
        )
        self.figures.show_figures(None, None)
        self._show_moves(False)

    def _show_moves(self, shown: bool) -> None:
        self.moves_heading.setVisible(shown)
        self.moves.setVisible(shown)

    def _lay_out(self) -> None:
        words, _ = self.words, self.words.text
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, (criterion, field) in enumerate(self.weights.items()):
            _row(grid, at, label(words, criterion), field)
        _row(grid, len(self.weights), _("What the run aims at"), self.goal)
        grid.setRowStretch(len(self.weights) + 1, 1)
        right = QVBoxLayout()
        right.setSpacing(10)
        for widget in (self.figures, self.state, self.moves_heading):
            right.addWidget(widget)
        right.addWidget(self.moves, 1)
        right.addStretch()
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(card)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)


class _Figures(QFrame):
    """Two sets side by side; dashes stand where nothing was tried yet."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        _ = words.text
        self._words = words
        self.setObjectName("card")
        self._names = (
            _("Pairs"),
            _("Without a pair"),
            _("Score on average"),
            _("Lowest score"),
        )
        self.cells: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for at, text in ((1, _("Now")), (2, _("Then"))):
            heading = plain_label(text, "h2")
            grid.addWidget(heading, 0, at, Qt.AlignmentFlag.AlignRight)
        for at, name in enumerate(self._names, start=1):
            grid.addWidget(plain_label(name, "muted"), at, 0)
            now, then = plain_label("–"), plain_label("–")
            for column, cell in ((1, now), (2, then)):
                grid.addWidget(cell, at, column, Qt.AlignmentFlag.AlignRight)
            self.cells.append((now, then))

    def show_figures(self, now: SetFigures | None, then: SetFigures | None) -> None:
        """The numbers of both sets."""
        _ = self._words.text
        for cells, name, one, other in zip(
            self.cells, self._names, self._said(now), self._said(then), strict=True
        ):
            for cell, when, said in ((cells[0], _("Now"), one), (cells[1], _("Then"), other)):
                cell.setText(said)
                cell.setAccessibleName(f"{name}, {when}: {said}")

    def _said(self, figures: SetFigures | None) -> tuple[str, ...]:
        words = self._words
        if figures is None:
            return ("–",) * len(self._names)
        return (
            words.number(figures.pairs),
            words.number(figures.left_over),
            say_percent(words, figures.average_percent) if figures.pairs else "–",
            say_percent(words, figures.worst_percent) if figures.pairs else "–",
        )


def _row(grid: QGridLayout, at: int, text: str, field: QWidget) -> None:
    title = plain_label(text)
    title.setBuddy(field)
    field.setAccessibleName(text)
    grid.addWidget(title, at, 0)
    grid.addWidget(field, at, 1)
