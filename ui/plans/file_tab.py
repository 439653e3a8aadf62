"""The tab Plan of a person's file: goals, the steps of the chosen one, how far."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.people import Person
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import Transaction, competence_papers, plans
from mentorapp.operations.plans import GoalRow, Plan
from mentorapp.words import Words
from mentorapp.words.plans import say_progress
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.plans.dialogs import AttainmentDialog, GoalDialog, StepDialog
from ui.plans.wording import goal_columns, step_columns
from ui.widgets.form_keeping import FormKeeping, Subject
from ui.widgets.making_papers import open_paper
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.widgets.taking_back import undo_by
from ui.work import Worker

R = TypeVar("R", PlanGoal, PlanStep)


class PlanTab(RecordTab):
    """Goals, and below them the steps of the selected one."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], bar: MessageBar
    ) -> None:
        super().__init__(worker, bar)
        _ = words.text
        self._words, self._today = words, today
        self._goals: tuple[GoalRow, ...] = ()
        self.progress = plain_label("", "muted")
        self.progress.setWordWrap(True)
        self.goals: TabTable[GoalRow] = TabTable(
            goal_columns(words), words.language, _("Goals"), _("No goals have been set yet.")
        )
        self.steps: TabTable[PlanStep] = TabTable(
            step_columns(words, today),
            words.language,
            _("Steps"),
            _("Choose a goal, and add what is to be done."),
        )
        self.goals.add_plain_button(_("New goal"), "plus", self._new_goal)
        self.goals.add_button(_("Edit …"), "pencil", self._edit_goal, opens=True)
        self.goals.add_button(_("How far …"), "list-checks", self._judge)
        self.goals.add_button(_("Delete"), "trash-2", self._delete_goal, keys="Del")
        self.goals.add_plain_button(_("Print"), "printer", self._print)
        self.new_step_button = self.steps.add_plain_button(_("New step"), "plus", self._new_step)
        self.steps.add_button(_("Done"), "check", self._done)
        self.steps.add_button(_("Edit …"), "pencil", self._edit_step, opens=True)
        self.steps.add_button(_("Delete"), "trash-2", self._delete_step, keys="Del")
        self.goals.table.picked.connect(self._show_steps)
        self._lay_out()

    def read(self, record_id: UUID) -> None:
        today = self._today()
        self.worker.read(
            self, lambda tx: plans.of_person(tx, record_id, today), self._show, self._refuse
        )

    def _lay_out(self) -> None:
        _ = self._words.text
        law = plain_label(
            _("The person’s own plan. It is not the plan or contract that the law asks for."),
            "muted",
        )
        law.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(law)
        layout.addWidget(self.progress)
        for title, table, room in ((_("Goals"), self.goals, 2), (_("Steps"), self.steps, 3)):
            layout.addSpacing(6)
            layout.addWidget(plain_label(title, "h2"))
            layout.addWidget(table, room)

    def _show(self, plan: Plan) -> None:
        if plan.person_id != self.record_id:
            return
        self._goals = plan.goals
        self.progress.setText(say_progress(self._words, plan.progress))
        self.progress.setVisible(bool(self.progress.text()))
        self.goals.show_rows(plan.goals)
        if plan.goals and not self.goals.table.currentIndex().isValid():
            self.goals.table.setCurrentIndex(self.goals.model.index(0, 0))
        self._show_steps(self.goals.table.current_row())

    def _show_steps(self, row: GoalRow | None) -> None:
        self.steps.show_rows(row.steps if row is not None else ())
        self.new_step_button.setEnabled(row is not None)

    # Goals

    def _new_goal(self) -> None:
        if self.record_id is not None:
            goal = PlanGoal(person_id=self.record_id, text="", set_on=self._today())
            self._open_goal(goal, Subject(FormKind.PLAN_GOAL, self.record_id))

    def _edit_goal(self, row: GoalRow) -> None:
        self._open_goal(row.goal, Subject(FormKind.PLAN_GOAL, row.id, row.goal.version))

    def _open_goal(self, goal: PlanGoal, subject: Subject) -> None:
        dialog, today = GoalDialog(self._words, self._today(), goal, self), self._today()
        dialog.completed.connect(
            lambda changed: self._write_from(dialog, lambda tx: plans.save_goal(tx, changed, today))
        )
        FormKeeping(dialog, self.worker, subject, self.message_bar)
        dialog.open()

    def _judge(self, row: GoalRow) -> None:
        dialog, today, goal = AttainmentDialog(self._words, row.goal, self), self._today(), row.goal

        def save(answer: tuple[int | None, bool]) -> None:
            attainment, closing = answer

            def job(tx: Transaction) -> object:
                if not closing:
                    plans.reopen_goal(tx, goal.id)
                return plans.attain(tx, goal.id, attainment, today, close=closing)

            self._write_from(dialog, job)

        dialog.completed.connect(save)
        dialog.open()

    def _delete_goal(self, row: GoalRow) -> None:
        self._delete(row.goal.text, lambda tx: plans.remove_goal(tx, row.id))

    def _print(self) -> None:
        if self.record_id is None:
            return
        person_id, today = self.record_id, self._today()
        open_paper(
            self.worker,
            self._words,
            self._words.text("Plan"),
            "plan.pdf",
            lambda tx: competence_papers.plan_pdf(tx, person_id, today),
            self,
            (Person, person_id),
        )

    # Steps

    def _new_step(self) -> None:
        row = self.goals.table.current_row()
        if row is not None:
            self._open_step(PlanStep(goal_id=row.id, text=""), row.goal.text)

    def _edit_step(self, step: PlanStep) -> None:
        about = next((row.goal.text for row in self._goals if row.id == step.goal_id), "")
        self._open_step(step, about)

    def _open_step(self, step: PlanStep, about: str) -> None:
        today = self._today()
        dialog = StepDialog(self._words, today, step, about, self)
        dialog.completed.connect(
            lambda changed: self._write_from(dialog, lambda tx: plans.save_step(tx, changed, today))
        )
        dialog.open()

    def _done(self, step: PlanStep) -> None:
        today, _ = self._today(), self._words.text
        if step.done_on is not None:
            self.message_bar.info(_("The step is done already."))
            return
        self.worker.write(
            self,
            lambda tx: plans.done(tx, step.id, today),
            lambda _done: self.message_bar.success(
                _("Done: %(what)s") % {"what": step.text},
                undo_by(
                    self._words,
                    self.worker,
                    lambda: self._write(lambda tx: plans.reopen(tx, step.id)),
                ),
            ),
            self._refuse,
        )

    def _delete_step(self, step: PlanStep) -> None:
        self._delete(step.text, lambda tx: plans.remove_step(tx, step.id))

    # Both

    def _delete(self, text: str, job: Callable[[Transaction], R]) -> None:
        _ = self._words.text
        self.worker.write(
            self,
            job,
            lambda held: self.message_bar.success(
                _("%(name)s was deleted.") % {"name": text},
                undo_by(
                    self._words,
                    self.worker,
                    lambda: self._write(lambda tx: plans.restore(tx, held)),
                ),
            ),
            self._refuse,
        )

    def _write(self, job: Callable[[Transaction], object]) -> None:
        self.worker.write(self, job, refused=self._refuse)

    def _write_from(self, dialog: QWidget, job: Callable[[Transaction], object]) -> None:
        assert isinstance(dialog, GoalDialog | StepDialog | AttainmentDialog)  # noqa: S101 - types
        self.worker.write(dialog, job, lambda _done: dialog.accepted_by_office(), dialog.say)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))
