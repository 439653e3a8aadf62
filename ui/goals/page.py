"""The tab of the office's goals."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.goals import OfficeGoal
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, goals, projects, schemes
from mentorapp.operations.goals import GoalRow
from mentorapp.words import Words
from mentorapp.words.goals import (
    say_counted,
    say_days_left,
    say_in_work,
    say_progress,
    say_target,
)
from mentorapp.words.labels import label
from ui.goals.dialog import GoalDialog
from ui.rights import only_shown
from ui.theme import Tone
from ui.widgets.kept_list import KeptList
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Told:
    rows: list[GoalRow]
    schemes: list[Scheme]
    projects: list[tuple[UUID, str]]


class GoalsPage(KeptList[GoalRow]):
    """What the office wants to reach, and how far it is, counted anew each time."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        self._today = today
        self._told = _Told([], [], [])
        super().__init__(
            worker,
            words,
            _("Goals"),
            TableModel(
                [
                    Column(
                        _("Deadline"),
                        lambda row: words.date(row.goal.to_date),
                        sort=lambda row: row.goal.to_date,
                        width=110,
                    ),
                    Column(_("Goal"), lambda row: row.goal.title, width=330),
                    Column(_("So far"), self._so_far, width=190),
                    Column(
                        _("How far"),
                        lambda row: say_progress(words, row.progress),
                        sort=lambda row: row.progress.percent,
                        width=130,
                        least=130,
                        badge=tone,
                    ),
                ],
                words.language,
                lambda row: f"{row.goal.owner} {row.goal.result}",
            ),
            (
                _("No goals yet"),
                _("Set the measures of your plan: what, by when, and who sees to it."),
            ),
            _("New goal"),
            _("Search goal, owner, result …"),
            parent,
        )
        only_shown(self, words, worker.who, goals.save, *self.changing, at=2)
        self.add_filter(
            _("Result"),
            _("All goals"),
            [("open", _("Without a result")), ("done", _("With a result"))],
            lambda row, wanted: bool(row.goal.result) is (wanted == "done"),
        )

    def read_rows(self, tx: Transaction) -> _Told:
        return _Told(goals.rows(tx, self._today()), schemes.all_schemes(tx), projects.choices(tx))

    def take(self, told: _Told) -> list[GoalRow]:
        self._told = told
        return told.rows

    def form(self, row: GoalRow | None) -> GoalDialog:
        language = self.words.language
        return GoalDialog(
            self.words,
            self._today(),
            row.goal if row else None,
            [(one.id, one.name(language)) for one in self._told.schemes],
            self._told.projects,
            self,
        )

    def save(self, tx: Transaction, record: OfficeGoal) -> OfficeGoal:
        return goals.save(tx, record)

    def delete(self, tx: Transaction, row: GoalRow) -> OfficeGoal:
        return goals.delete(tx, row.id)

    def restore(self, tx: Transaction, held: OfficeGoal) -> None:
        goals.restore(tx, held)

    def named(self, record: OfficeGoal) -> str:
        return record.title

    def show_card(self, row: GoalRow) -> None:
        words, _ = self.words, self.words.text
        goal = row.goal
        self.details.show_facts(
            goal.title,
            goal.result,
            [
                (_("What is counted"), label(words, goal.measure)),
                (_("Goal"), say_target(words, goal)),
                (_("So far"), say_counted(words, goal, row.counted)),
                (_("Which means"), say_in_work(words, goal, row.office)),
                (_("Scheme"), row.scheme.name(words.language) if row.scheme else ""),
                (_("Project"), row.project.name if row.project else ""),
                (_("Period"), f"{words.date(goal.from_date)} – {words.date(goal.to_date)}"),
                (_("Deadline"), say_days_left(words, row.days_left)),
                (_("Who is responsible"), goal.owner),
            ],
            [(say_progress(words, row.progress), tone(row))],
        )

    def _so_far(self, row: GoalRow) -> str:
        return say_counted(self.words, row.goal, row.counted)


def tone(row: GoalRow) -> Tone:
    """Reached, past the deadline, or on the way."""
    if row.progress.reached:
        return Tone.OK
    return Tone.WARN if row.days_left < 0 else Tone.INFO
