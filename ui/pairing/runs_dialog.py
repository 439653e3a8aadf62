"""Earlier runs: which there were, and why somebody was paired then, or was not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import percent_of
from mentorapp.domain.proposals import LeftOver
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.operations.pairing_runs import KeptRow, KeptRun
from mentorapp.operations.points import most_points
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_left_over
from mentorapp.words.refusals import explain
from ui.format import capital, isolated, plain_label
from ui.pairing.moves import say_percent
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel
from ui.widgets.text_dialog import TextDialog


@dataclass(frozen=True, slots=True)
class PersonThen:
    """A newcomer in a run; `percent` is None for whoever got nobody."""

    name: str
    mentor: str
    percent: int | None
    why: str


class RunsDialog(PlainDialog):
    """The runs above, the people of the chosen one below."""

    chosen = Signal(object)
    """The `KeptRow` that is selected: answer with `show_people`."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Earlier runs"), QSize(1080, 700), parent)
        self._run: KeptRow | None = None
        self.runs: TableModel[KeptRow] = TableModel(run_columns(words), words.language)
        self.table = TableView(self.runs, _("Earlier runs"), key=lambda row: row.run.id)
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.people: TableModel[PersonThen] = TableModel(person_columns(words), words.language)
        self.people_table = TableView(self.people, _("People in the run"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search for a name …"))
        self.search.setAccessibleName(_("Search in the people of the run"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self.count = plain_label(name="muted")
        self.state = plain_label(_("Reading …"), "muted")
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(plain_label(_("People in the run"), "h2"))
        below.addWidget(self.count)
        below.addStretch()
        self.search.setMinimumWidth(300)
        below.addWidget(self.search)
        self.body.addWidget(self.state)
        self.body.addWidget(self.table, 2)
        self.weights = plain_label(name="muted")
        self.weights.setWordWrap(True)
        self.body.addWidget(self.weights)
        self.body.addLayout(below)
        self.body.addWidget(self.people_table, 3)
        self.search.textChanged.connect(self.people.set_search)
        self.people.modelReset.connect(self._count)
        self.table.picked.connect(self._picked)
        self.people_table.opened.connect(self._open)

    def show_runs(self, rows: list[KeptRow]) -> None:
        """Every run that was kept; the newest is chosen."""
        _ = self.words.text
        self.runs.show(rows)
        self.state.setText(_("No run has been kept yet."))
        self.state.setVisible(not rows)
        if rows:
            self.table.setCurrentIndex(self.runs.index(0, 0))
            self.table.setFocus()

    def show_people(self, row: KeptRow, people: list[PersonThen]) -> None:
        """Who was in the run, unless another is chosen meanwhile."""
        if row is self._run:
            self.people.show(people)

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.message_bar.warning(explain(self.words, refused))

    def _picked(self, row: KeptRow | None) -> None:
        self._run = row
        self.people.show([])
        self.weights.setText("" if row is None else say_weights(self.words, row.run.weights))
        if row is not None:
            self.chosen.emit(row)

    def _open(self, person: PersonThen) -> None:
        _ = self.words.text
        mentor = person.mentor or _("nobody")
        text = f"{isolated(person.name)} – {isolated(mentor)}\n\n{person.why}"
        TextDialog(self.words, _("Why"), text, self).open()

    def _count(self) -> None:
        shown, every = self.people.rowCount(), len(self.people.all_rows())
        number = self.words.number
        if shown == every:
            self.count.setText(number(every) if every else "")
        else:
            self.count.setText(
                self.words.text("%(shown)s of %(total)s")
                % {"shown": number(shown), "total": number(every)}
            )


def say_weights(words: Words, weights: Mapping[str, str]) -> str:
    """What counted in a run, and how much."""
    return " · ".join(
        f"{label(words, one)}: {label(words, Weight(weights[one.value]))}"
        for one in Criterion
        if one.value in weights
    )


def run_columns(words: Words) -> list[Column[KeptRow]]:
    """When, by whom, which scheme, what it aimed at, what it found."""
    _ = words.text
    return [
        Column(
            _("When"),
            lambda row: words.moment(row.run.held_at.astimezone()),
            sort=lambda row: row.run.held_at,
            width=150,
            least=146,
        ),
        Column(_("Who"), lambda row: row.run.held_by, width=130),
        Column(_("Scheme"), lambda row: row.scheme.name(words.language), width=150),
        Column(_("Aim"), lambda row: label(words, row.run.goal), width=210),
        Column(
            _("Pairs"),
            lambda row: words.number(row.run.pairs),
            sort=lambda row: row.run.pairs,
            width=80,
        ),
        Column(
            _("Without a pair"),
            lambda row: words.number(row.run.left_over),
            sort=lambda row: row.run.left_over,
            width=120,
        ),
        Column(
            _("Proven the best"),
            lambda row: _("yes") if row.run.certified else _("no"),
            width=130,
        ),
    ]


def person_columns(words: Words) -> list[Column[PersonThen]]:
    """Newcomer, mentor, score, why."""
    _ = words.text
    return [
        Column(_("Newcomer"), lambda row: row.name, width=180),
        Column(_("Mentor"), lambda row: row.mentor or _("nobody"), width=180),
        Column(
            _("Score"),
            lambda row: "" if row.percent is None else say_percent(words, row.percent),
            sort=lambda row: row.percent,
            width=90,
        ),
        Column(_("Why"), lambda row: row.why, width=520),
    ]


def people_then(words: Words, kept: KeptRun) -> list[PersonThen]:
    """Everybody of a run in words; for the database's thread, thousands take a moment."""
    full = sum(most_points(kept.run.weights).values())
    others: dict[object, list[str]] = {}
    for one in kept.outcome.candidates:
        name = kept.name(one.mentor_id)
        if one.loss and name:
            others.setdefault(one.newcomer_id, []).append(
                f"{isolated(name)} {say_percent(words, percent_of(one.score, full))}"
            )
    paired = [
        PersonThen(
            kept.name(one.newcomer_id) or words.text("erased"),
            kept.name(one.mentor_id) or words.text("erased"),
            percent_of(one.score, full),
            _why_paired(words, one.locked, others.get(one.newcomer_id, [])),
        )
        for one in kept.outcome.pairs
    ]
    left = [
        PersonThen(
            kept.name(one.role_id) or words.text("erased"),
            "",
            None,
            say_left_over(
                words,
                LeftOver(
                    person_id=one.role_id,
                    role_id=one.role_id,
                    stopped=one.stopped,
                    free=one.free,
                ),
            ),
        )
        for one in kept.outcome.left_over
    ]
    return [*left, *paired]


def _why_paired(words: Words, locked: bool, others: Iterable[str]) -> str:
    _ = words.text
    why = _("locked by the coordinator") if locked else _("best for the whole")
    named = list(others)
    if named:
        why = _("%(why)s; instead of %(others)s") % {"why": why, "others": ", ".join(named)}
    return capital(why)
