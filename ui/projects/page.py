"""The list of named projects, their form and their page on paper."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.projects import Project
from mentorapp.operations import organisations, projects
from mentorapp.operations.projects import ProjectReport, ProjectRow
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.refusals import explain
from ui.theme import Tone
from ui.widgets.chips import ChipsField
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import NotesField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.paper import PaperDialog
from ui.widgets.rereading import Rereading
from ui.widgets.table import Column, TableModel
from ui.widgets.taking_back import undo_by
from ui.work import Worker

_RIGHT = Qt.AlignmentFlag.AlignRight


class ProjectDialog(FormDialog):
    """Name, period, partners."""

    def __init__(
        self,
        words: Words,
        today: date,
        project: Project | None,
        partners: Sequence[tuple[UUID, str]],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Project") if project else _("New project"), parent=parent)
        self._shown = project or Project(name="", from_date=today)
        self.name = TextField(200)
        self.from_date = DateField(words, today)
        self.to_date = DateField(words, today, Lean.FUTURE)
        self.partners = ChipsField(words, [(str(key), name) for key, name in partners])
        self.notes = NotesField(10_000, 3)
        self.add_group(_("Project"), _("A tag on pairings, placements and events."))
        for name in ("name", "from_date", "to_date", "partners", "notes"):
            self.add_row(
                name,
                field_label(words, name),
                getattr(self, name),
                required=name in ("name", "from_date"),
            )
        for name in ("name", "from_date", "to_date", "notes"):
            getattr(self, name).set_value(getattr(self._shown, name))
        known = {key for key, _name in partners}
        self.partners.set_value(sorted(str(key) for key in self._shown.partners if key in known))
        self.start_afresh()

    def project(self) -> Project | None:
        """What the fields say; None, said at the field, without a first day."""
        from_date = self.from_date.value()
        if from_date is None:
            self.say(InvalidField("from_date", Problem.MISSING))
            return None
        return replace(
            self._shown,
            name=self.name.value(),
            from_date=from_date,
            to_date=self.to_date.value(),
            partners=frozenset(UUID(key) for key in self.partners.value()),
            notes=self.notes.value(),
        )

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)


class ProjectsPage(ListPage[ProjectRow]):
    """Projects with how much carries their tag."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Projects"),
            TableModel(_columns(words), words.language),
            EmptyList(
                _("No projects yet"),
                _("A project with partners and a period gathers pairings, placements and events."),
                (_("New project"), self._new),
            ),
            _("Search name, partner …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker, self._today = worker, today
        self.add_filter(
            _("Period"),
            _("All projects"),
            [("on", _("Going on now")), ("over", _("Over"))],
            lambda row, key: _is_over(row.project, today()) is (key == "over"),
        )
        self.new_button = self.add_button(_("New project"), "plus", self._new, primary=True)
        self.details.add_button(_("Edit …"), "pencil", self.with_row(self._edit))
        self.details.add_button(_("Report …"), "file-text", self.with_row(self._report))
        self.details.add_button(_("Delete"), "trash-2", self.with_row(self._delete), danger=True)
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self.picked.connect(self._show_row)
        self.opened.connect(self._edit)
        self.add_keys(self._new, self.with_row(self._delete))

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    def _read_list(self) -> None:
        self._worker.read(self, projects.rows, self._show_list, self._refuse)

    def _show_list(self, rows: list[ProjectRow]) -> None:
        self.show_rows(rows)
        self.select_first()

    def _show_row(self, row: ProjectRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words, _ = self._words, self._words.text
        over = _is_over(row.project, self._today())
        self.details.show_facts(
            row.project.name,
            _period(words, row.project),
            [
                (_("Partners"), "\n".join(row.partners)),
                (_("Pairings"), words.number(row.pairings)),
                (_("Placements"), words.number(row.placements)),
                (_("Events"), words.number(row.events)),
                (_("Notes"), row.project.notes),
            ],
            [(_("Over"), Tone.MUTED) if over else (_("Going on now"), Tone.OK)],
        )

    def _new(self) -> None:
        self._ask(None)

    def _edit(self, row: ProjectRow) -> None:
        self._ask(row.project)

    def _ask(self, project: Project | None) -> None:
        def show(partners: list[tuple[UUID, str]]) -> None:
            dialog = ProjectDialog(self._words, self._today(), project, partners, self)
            dialog.submitted.connect(lambda: self._save(dialog))
            dialog.open()

        self._worker.read(self, organisations.choices, show, self._refuse)

    def _save(self, dialog: ProjectDialog) -> None:
        draft = dialog.project()
        if draft is None:
            return

        def then(_saved: object) -> None:
            dialog.accepted_by_office()
            self.message_bar.success(self._words.text("Saved."))

        self._worker.write(dialog, lambda tx: projects.save(tx, draft), then, dialog.say)

    def _report(self, row: ProjectRow) -> None:
        words, today = self._words, self._today()
        paper = PaperDialog(self._worker, words, words.text("Project"), "project.pdf", self)
        paper.open()

        def make(values: ProjectReport) -> None:
            paper.show_paper(projects.report_pdf(values, words))

        self._worker.read(paper, lambda tx: projects.report(tx, row.id, today), make, paper.refuse)

    def _delete(self, row: ProjectRow) -> None:
        self._worker.write(
            self, lambda tx: projects.delete(tx, row.id), self._say_deleted, self._refuse
        )

    def _say_deleted(self, held: Project) -> None:
        _ = self._words.text
        self.message_bar.success(
            _("%(name)s was deleted.") % {"name": held.name},
            undo_by(self._words, self._worker, lambda: self._restore(held)),
        )

    def _restore(self, held: Project) -> None:
        said = self._words.text("%(name)s is back in the list.") % {"name": held.name}
        self._worker.write(
            self,
            lambda tx: projects.restore(tx, held),
            lambda _done: self.message_bar.success(said),
            self._refuse,
        )

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def _is_over(project: Project, today: date) -> bool:
    return project.to_date is not None and project.to_date < today


def _period(words: Words, project: Project) -> str:
    first, last = words.date(project.from_date), words.date(project.to_date)
    if project.to_date is None:
        return words.text("since %(first)s") % {"first": first}
    return words.text("%(first)s to %(last)s") % {"first": first, "last": last}


def _columns(words: Words) -> list[Column[ProjectRow]]:
    _ = words.text

    def count(title: str, number: Callable[[ProjectRow], int]) -> Column[ProjectRow]:
        return Column(
            title, lambda row: words.number(number(row)), sort=number, width=110, align=_RIGHT
        )

    return [
        Column(_("Name"), lambda row: row.project.name, width=170),
        Column(
            _("From"),
            lambda row: words.date(row.project.from_date),
            sort=lambda row: row.project.from_date,
            width=108,
            least=100,
        ),
        Column(
            _("To"),
            lambda row: words.date(row.project.to_date),
            sort=lambda row: row.project.to_date,
            width=108,
            least=100,
        ),
        Column(_("Partners"), lambda row: ", ".join(row.partners), width=190),
        count(_("Pairings"), lambda row: row.pairings),
        count(_("Placements"), lambda row: row.placements),
        count(_("Events"), lambda row: row.events),
    ]
