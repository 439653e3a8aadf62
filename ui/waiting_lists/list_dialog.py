"""The lines of one list: whom the engine would offer, what was offered, what was decided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from mentorapp.domain.waiting_lists import EntryState, ListDirection
from mentorapp.operations import (
    Transaction,
    list_matching,
    list_offers,
    list_rows,
    schemes,
    waiting_lists,
)
from mentorapp.operations.list_matching import Suggestion
from mentorapp.operations.list_rows import EntryRow, ListRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import SEPARATOR, say_left_over, say_reasons
from mentorapp.words.waiting_lists import say_line, say_number, say_offer, say_way
from ui.format import capital, plain_label
from ui.theme import Tone
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.rereading import Rereading
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

_TONES = {
    EntryState.OPEN: None,
    EntryState.OFFERED: Tone.INFO,
    EntryState.ACCEPTED: Tone.OK,
    EntryState.DECLINED: Tone.WARN,
}


@dataclass(frozen=True, slots=True)
class _Line:
    id: UUID
    row: EntryRow
    suggested: Suggestion | None
    said: str


_Answer = tuple[dict[str, str], list[EntryRow], list_matching.Matched | None]


class ListDialog(PlainDialog):
    """Offers are made for lists of others, and decided on for lists of one's own."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        row: ListRow,
        open_person: Callable[[UUID], object],
        parent: QWidget,
    ) -> None:
        _ = words.text
        ours = row.direction is ListDirection.OURS
        title = _("Our waiting list") if ours else _("A neighbour’s waiting list")
        super().__init__(words, title, QSize(1080, 640), parent)
        self._worker, self._today, self._row = worker, today, row
        self._open_person = open_person
        self._names: dict[str, str] = {}
        self._matches = not ours and row.answered_on is None
        self._changes = TabChanges(worker, words, self, self.message_bar)
        self.about = plain_label("", "muted")
        self.about.setWordWrap(True)
        self.lines: TabTable[_Line] = TabTable(
            self._columns(ours), words.language, title, _("The list holds no lines.")
        )
        self.chosen = plain_label()
        self.chosen.setWordWrap(True)
        self.chosen.setMinimumHeight(64)
        self.lines.table.picked.connect(self._tell)
        self._add_buttons(ours)
        self.body.addWidget(self.about)
        self.body.addWidget(self.lines, 1)
        self.body.addWidget(self.chosen)
        self._rereading = Rereading(self, worker.changed, self._read)

    def _add_buttons(self, ours: bool) -> None:
        _ = self.words.text
        if self._matches:
            self.lines.add_button(_("Offer the mentor"), "handshake", self.offer, opens=True)
            self.lines.add_button(_("Take the offer back"), "undo-2", self.withdraw)
            self.lines.add_plain_button(_("Offer all who may be told of"), "users", self.offer_all)
            return
        self.lines.add_button(_("Accept"), "check", lambda line: self.decide(line, True))
        self.lines.add_button(_("Decline"), "x", lambda line: self.decide(line, False))
        self.lines.add_button(_("Open again"), "undo-2", self.undecide)
        text = _("Open the newcomer") if ours else _("Open the mentor")
        self.lines.add_button(text, "user", self._open, opens=True)

    def offer(self, line: _Line) -> None:
        """Offer the suggested mentor."""
        _, found, today = self.words.text, line.suggested, self._today()
        if found is None:
            self.message_bar.info(_("There is no suggestion for this line."))
            return
        self._changes.do(
            lambda tx: list_offers.offer(tx, found.entry_id, found.mentor_id, today),
            _("%(name)s is offered for line %(line)s.")
            % {"name": found.mentor_name, "line": say_number(found.line.code)},
            lambda tx, _done: list_offers.withdraw(tx, found.entry_id),
        )

    def offer_all(self) -> None:
        """Offer everybody whom the engine found and who agreed."""
        today = self._today()
        found = [one.suggested for one in self.lines.model.all_rows() if one.suggested]
        self._changes.do(
            lambda tx: list_offers.offer_suggested(tx, found, today),
            self.words.text("All were offered who agreed that other offices are told."),
        )

    def withdraw(self, line: _Line) -> None:
        """Back to an open line."""
        self._changes.do(
            lambda tx: list_offers.withdraw(tx, line.id),
            self.words.text("Nobody is offered for line %(line)s any more.")
            % {"line": say_number(line.row.line.code)},
        )

    def decide(self, line: _Line, accepted: bool) -> None:
        """What the two offices agreed on by telephone."""
        _, today = self.words.text, self._today()
        said = _("Accepted. Now call the other office: no pairing was made.")
        self._changes.do(
            lambda tx: waiting_lists.decide(tx, line.id, accepted, today),
            said if accepted else _("Declined."),
            lambda tx, _done: waiting_lists.undecide(tx, line.id),
        )

    def undecide(self, line: _Line) -> None:
        """Open again."""
        self._changes.do(
            lambda tx: waiting_lists.undecide(tx, line.id), self.words.text("Open again.")
        )

    def _open(self, line: _Line) -> None:
        if line.row.somebody is not None:
            self._open_person(line.row.somebody.person_id)
            self.accept()

    def _columns(self, ours: bool) -> list[Column[_Line]]:
        words, _ = self.words, self.words.text

        def who(line: _Line) -> str:
            if line.row.somebody is not None:
                return line.row.somebody.name
            if line.suggested is None:
                return "–"
            return _("suggested: %(name)s") % {"name": line.suggested.mentor_name}

        return [
            Column(_("Number"), lambda line: say_number(line.row.line.code), width=90),
            Column(
                _("State"),
                lambda line: capital(label(words, line.row.state)),
                width=150,
                least=150,
                badge=lambda line: _TONES[line.row.state],
            ),
            Column(_("Newcomer") if ours else _("Mentor"), who, width=270, least=230),
            Column(
                _("What is told"),
                lambda line: say_line(words, line.row.line, self._names),
                width=560,
            ),
        ]

    def _read(self) -> None:
        list_id, today, language = self._row.id, self._today(), self.words.language

        def job(tx: Transaction) -> _Answer:
            found = list_matching.match(tx, list_id, today) if self._matches else None
            return schemes.names(tx, language), list_rows.entries(tx, list_id, today), found

        self._worker.read(self, job, self._show, self._changes.refuse)

    def _show(self, answer: _Answer) -> None:
        self._names, rows, found = answer
        words, _ = self.words, self.words.text
        suggested = {one.entry_id: one for one in found.suggestions} if found else {}
        left = {one.entry_id: one.left_over for one in found.unmatched} if found else {}
        self.lines.show_rows(
            _Line(
                row.id,
                row,
                suggested.get(row.id),
                say_left_over(words, over) if (over := left.get(row.id)) else "",
            )
            for row in rows
        )
        if found:
            self.about.setText(
                words.plural(
                    "%(n)d free mentor was looked at.",
                    "%(n)d free mentors were looked at.",
                    found.free_mentors,
                )
                + " "
                + _("Compared are interests, languages, age and municipalities, nothing else.")
            )
        else:
            self.about.setText(_("Accepting makes no pairing: the two offices go on by telephone."))
        self._tell(self.lines.table.current_row())

    def _tell(self, line: _Line | None) -> None:
        if line is None:
            self.chosen.setText("")
            return
        words, _ = self.words, self.words.text
        said = [say_line(words, line.row.line, self._names)]
        if line.row.offer is not None:
            offered = _("offered: %(what)s") % {"what": say_offer(words, line.row.offer)}
            said.append(f"{say_number(line.row.offer.code)}: {offered}")
        if line.suggested is not None:
            parts = (say_reasons(words, line.suggested.reasons), say_way(words, line.suggested.km))
            why = SEPARATOR.join(part for part in parts if part)
            said.append(f"{line.suggested.mentor_name}, {line.suggested.percent} %: {why}")
            if not line.suggested.may_be_told:
                said.append(_("Ask first: the mentor has not agreed that other offices are told."))
        if line.said:
            said.append(line.said)
        if line.row.no_longer is not None:
            said.append(capital(label(words, line.row.no_longer)))
        if line.row.note:
            said.append(line.row.note)
        self.chosen.setText("\n".join(said))
