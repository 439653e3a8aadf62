"""The tab of background figures: employees beside inhabitants, as counts alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.goals import Measure, OfficeGoal
from mentorapp.domain.surroundings import BackgroundFigure, Mirror
from mentorapp.operations import Transaction, goals, surroundings
from mentorapp.words import Words
from mentorapp.words.goals import say_gap, say_share, say_target
from mentorapp.words.labels import label
from ui.rights import only_shown
from ui.surroundings.dialog import FigureDialog
from ui.theme import Tone
from ui.widgets.kept_list import KeptList
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Told:
    figures: list[BackgroundFigure]
    mirrors: tuple[Mirror, ...]
    goal: OfficeGoal | None


class SurroundingsPage(KeptList[BackgroundFigure]):
    """Typed once a year; beside the list stands the mirror of the chosen figure's year."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        self._today = today
        self._mirrors: dict[int, Mirror] = {}
        self._goal: OfficeGoal | None = None
        super().__init__(
            worker,
            words,
            _("Surroundings"),
            TableModel(
                [
                    Column(
                        _("Year"), lambda one: str(one.year), sort=lambda one: -one.year, width=80
                    ),
                    Column(_("What was counted"), lambda one: label(words, one.kind), width=330),
                    Column(
                        _("Figure"),
                        lambda one: words.number(one.value),
                        sort=lambda one: one.value,
                        width=110,
                    ),
                    Column(_("Source"), lambda one: one.source, width=200),
                ],
                words.language,
                lambda one: one.definition,
            ),
            (
                _("No background figures yet"),
                _(
                    "Type once a year how many live here and how many work for the municipality, "
                    "to hold the one against the other."
                ),
            ),
            _("New figure"),
            parent=parent,
        )
        only_shown(self, words, worker.who, surroundings.save, *self.changing, at=2)

    def read_rows(self, tx: Transaction) -> _Told:
        today = self._today()
        return _Told(
            surroundings.all_figures(tx),
            surroundings.mirror(tx, today),
            goals.in_force(tx, Measure.DIVERSE_EMPLOYEES, today),
        )

    def take(self, told: _Told) -> list[BackgroundFigure]:
        self._mirrors = {one.year: one for one in told.mirrors}
        self._goal = told.goal
        return told.figures

    def form(self, row: BackgroundFigure | None) -> FigureDialog:
        return FigureDialog(self.words, self._today(), row, self)

    def save(self, tx: Transaction, record: BackgroundFigure) -> BackgroundFigure:
        return surroundings.save(tx, record)

    def delete(self, tx: Transaction, row: BackgroundFigure) -> BackgroundFigure:
        return surroundings.delete(tx, row.id)

    def restore(self, tx: Transaction, held: BackgroundFigure) -> None:
        surroundings.restore(tx, held)

    def named(self, record: BackgroundFigure) -> str:
        return f"{label(self.words, record.kind)} {record.year}"

    def show_card(self, row: BackgroundFigure) -> None:
        mirror = self._mirrors.get(row.year)
        self.details.show_facts(
            self.named(row),
            row.definition
            or self.words.text(
                "Beside each other in that year: a multicultural background among the employees, "
                "immigrants among the inhabitants."
            ),
            list(self._facts(mirror)) if mirror is not None else [],
            [(self.words.number(row.value), Tone.INFO)],
        )

    def _facts(self, mirror: Mirror) -> Iterator[tuple[str, str]]:
        words, _ = self.words, self.words.text
        if mirror.employees is not None:
            yield _("Of the employees"), say_share(words, mirror.employees)
        if mirror.inhabitants is not None:
            yield _("Of the inhabitants"), say_share(words, mirror.inhabitants)
        if self._goal is not None:
            yield _("Goal"), say_target(words, self._goal)
        yield _("Difference"), say_gap(words, mirror)
        yield _("Placements here"), words.number(mirror.placements)
        if mirror.placements_all is not None:
            yield _("Placements in all"), words.number(mirror.placements_all)
