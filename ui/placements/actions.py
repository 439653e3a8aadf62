"""What can be done about a placement, from the list and from a person's file alike."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import (
    Transaction,
    placement_papers,
    placement_rows,
    placements,
    quotes,
)
from mentorapp.operations.placement_rows import PlacementChoices, PlacementRow
from mentorapp.words import Words
from mentorapp.words.interviews import say_consent
from ui.placements.dialog import PlacementDialog
from ui.placements.quotes_dialog import QuotesDialog
from ui.placements.steps import EndDialog, ExtendDialog, MidwayDialog
from ui.placements.wording import about, history_line
from ui.widgets.form_keeping import Subject
from ui.widgets.line_list import Line, LineList
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.tab_changes import TabChanges
from ui.work import Worker


class PlacementActions:
    """Opens forms over `home`, writes, and says in `bar` how it went."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        home: QWidget,
        bar: MessageBar,
    ) -> None:
        self._worker, self._words, self._today, self._home = worker, words, today, home
        self.changes = TabChanges(worker, words, home, bar)

    def new(self, person_id: UUID | None = None, organisation_id: UUID | None = None) -> None:
        """An empty form, of one person and at one organisation if given."""
        self._worker.read(
            self._home,
            placement_rows.choices,
            lambda choices: self._form(None, choices, person_id, organisation_id),
            self.changes.refuse,
        )

    def edit(self, row: PlacementRow) -> None:
        """The form of one; the coordinator's own work, so that it may tell the place."""

        def read(tx: Transaction) -> tuple[Placement, PlacementChoices]:
            return placements.read(tx, row.id), placement_rows.choices(tx)

        self._worker.read(
            self._home, read, lambda found: self._form(*found, None), self.changes.refuse
        )

    def end(self, row: PlacementRow) -> None:
        """Tell how it ended."""
        words, today = self._words, self._today()
        dialog = EndDialog(words, today, row.placement, about(words, row), self._home)

        def job() -> Callable[[Transaction], Placement]:
            ended_on, led_to = dialog.ended_on.value(), dialog.end.value()
            note, learnt, level = dialog.note.value(), dialog.learnt.value(), dialog.level.value()

            def write(tx: Transaction) -> Placement:
                if ended_on is None:
                    raise InvalidField("ended_on", Problem.MISSING)
                if led_to is None:
                    raise InvalidField("end", Problem.MISSING)
                return placements.end(
                    tx, row.id, ended_on, led_to, today, note, learnt=learnt, level_after=level
                )

            return write

        self.changes.ask(dialog, job)

    def midway(self, row: PlacementRow) -> None:
        """Note the midway talk."""
        words, today = self._words, self._today()
        dialog = MidwayDialog(words, today, about(words, row), self._home)

        def job() -> Callable[[Transaction], Placement]:
            held_on, note = dialog.held_on.value(), dialog.note.value()

            def write(tx: Transaction) -> Placement:
                if held_on is None:
                    raise InvalidField("midway_done_on", Problem.MISSING)
                return placements.midway_held(tx, row.id, held_on, today, note)

            return write

        self.changes.ask(dialog, job)

    def extend(self, row: PlacementRow) -> None:
        """Let a new one follow."""
        words, today = self._words, self._today()
        dialog = ExtendDialog(words, today, row.placement, about(words, row), self._home)

        def job() -> Callable[[Transaction], Placement]:
            until = dialog.planned_end.value()

            def write(tx: Transaction) -> Placement:
                if until is None:
                    raise InvalidField("planned_end", Problem.MISSING)
                return placements.extend(tx, row.id, until, today)

            return write

        self.changes.ask(dialog, job)

    def reopen(self, row: PlacementRow) -> None:
        """The end was told by mistake."""
        today = self._today()
        self.changes.do(
            lambda tx: placements.reopen(tx, row.id, today),
            self._words.text("The placement is open again."),
        )

    def delete(self, row: PlacementRow) -> None:
        """Delete it, with Undo."""
        self.changes.do(
            lambda tx: placements.delete(tx, row.id),
            self._words.text("Placement %(number)s was deleted.") % {"number": row.number},
            placements.restore,
        )

    def quotes(self, row: PlacementRow) -> None:
        """What the person said about it, and whether it may be printed."""
        QuotesDialog(self._worker, self._words, self._today, row, self._home).open()

    def print(self, row: PlacementRow) -> None:
        """The agreement; title and file name name nobody."""
        words, today = self._words, self._today()
        paper = PaperDialog(
            self._worker,
            words,
            words.text("Placement agreement"),
            "placement-agreement.pdf",
            self._home,
            (Person, row.placement.person_id),
        )
        paper.open()
        self._worker.read(
            paper,
            lambda tx: placement_papers.agreement_pdf(
                placement_papers.agreement_values(tx, row.id), words, today
            ),
            paper.show_paper,
            paper.refuse,
        )

    def history(self, row: PlacementRow) -> None:
        """What was done with it, and what was said about it."""
        words, _ = self._words, self._words.text
        dialog = PlainDialog(words, _("History of the placement"), QSize(640, 480), self._home)
        lines = LineList(_("History of the placement"))
        scroll = QScrollArea()
        scroll.setWidget(lines)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        dialog.body.addWidget(scroll, 1)

        def read(tx: Transaction) -> list[Line]:
            said = [] if row.hidden else quotes.of_placement(tx, row.id)
            return [
                *(
                    Line(
                        one.id,
                        f"“{one.text}” {one.credit}".strip(),
                        second=say_consent(words, one, protected=False),
                    )
                    for one in said
                ),
                *(
                    Line(UUID(int=entry.seq), what, second=when)
                    for entry in reversed(placements.history(tx, row.id))
                    for when, what in [history_line(words, entry)]
                ),
            ]

        dialog.open()
        self._worker.read(dialog, read, lines.show_lines, self.changes.refuse)

    def _form(
        self,
        placement: Placement | None,
        choices: PlacementChoices,
        person_id: UUID | None,
        organisation_id: UUID | None = None,
    ) -> None:
        today = self._today()
        dialog = PlacementDialog(
            self._words, today, placement, choices, person_id, self._home, organisation_id
        )

        def job() -> Callable[[Transaction], Placement]:
            try:
                typed = dialog.placement()
            except InvalidField as missing:
                return _refusing(missing)
            if placement is None:
                return lambda tx: placements.register(tx, typed, today)
            return lambda tx: placements.amend(tx, typed, today)

        subject = Subject(FormKind.PLACEMENT, person_id)
        if placement is not None:
            subject = Subject(FormKind.PLACEMENT, placement.id, placement.version)
        self.changes.ask(dialog, job, keep=subject)


def _refusing(why: InvalidField) -> Callable[[Transaction], Placement]:
    def write(_tx: Transaction) -> Placement:
        raise why

    return write
