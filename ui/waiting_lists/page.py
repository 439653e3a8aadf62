"""The tab "Waiting lists" of the page Cooperation: what went out, what came in, what came of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import CannotWriteFile, Refused
from mentorapp.domain.shared_lines import AnswerFile
from mentorapp.domain.waiting_lists import EntryState, ListDirection, SharedList
from mentorapp.operations import Transaction, list_offers, list_rows, papers_out, received_lists
from mentorapp.operations.files import read_at_most, write_whole
from mentorapp.operations.list_rows import ListRow
from mentorapp.operations.papers_out import Paper
from mentorapp.operations.received_lists import Incoming
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.waiting_lists import say_lines
from ui.format import capital
from ui.waiting_lists.files import ask_for_file, ask_where
from ui.waiting_lists.incoming_dialog import IncomingDialog
from ui.waiting_lists.list_dialog import ListDialog
from ui.waiting_lists.send_dialog import SendDialog
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table_model import Column, TableModel
from ui.work import Worker


class WaitingListsPage(ListPage[ListRow]):
    """Lists and answers as files; nothing is paired across offices without a telephone call."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_person: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Waiting lists"),
            TableModel(_columns(words), words.language),
            EmptyList(
                _("No lists yet"),
                _(
                    "Send a neighbouring office a list without names of those who wait and "
                    "agreed to it, or read a list that came from there."
                ),
                (_("Send a list …"), self.send_list),
            ),
            _("Search office, code …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker, self._today, self._open_person = worker, today, open_person
        self.add_filter(
            _("Whose"),
            _("All lists"),
            [(one, capital(label(words, one))) for one in ListDirection],
            lambda row, wanted: row.direction is wanted,
        )
        self.add_button(_("Read a file …"), "folder-open", self.choose_file)
        self.add_button(_("Send a list …"), "upload", self.send_list, primary=True)
        self.details.add_button(_("Open"), "list-checks", self._open_current)
        self.answer_button = self.details.add_button(
            _("Write the answer …"), "mail", self._answer_current
        )
        self.picked.connect(self._show_row)
        self.opened.connect(self.open_list)
        self._rereading = Rereading(self, worker.changed, self._read)

    def refresh(self) -> None:
        """Read the lists anew."""
        self._rereading.ask()

    def send_list(self) -> None:
        """Show what would leave, then write it."""
        SendDialog(self._worker, self._words, self._today, self).open()

    def choose_file(self) -> None:
        """Ask for a file of another office and show what is in it."""
        file = ask_for_file(self, self._words)
        if file is not None:
            self.look_at(file)

    def look_at(self, file: Path) -> None:
        """Show who signed the file and what it holds; nothing is kept yet."""
        try:
            data = read_at_most(file)
        except CannotWriteFile as trouble:
            self._refuse(trouble)
            return
        self._worker.read(
            self,
            lambda tx: received_lists.look(tx, data),
            lambda found: self._show_incoming(data, found),
            self._refuse,
        )

    def open_list(self, row: ListRow) -> ListDialog:
        """The lines of a list with what can be done with each."""
        dialog = ListDialog(self._worker, self._words, self._today, row, self._open_person, self)
        dialog.open()
        return dialog

    def answer_to(self, list_id: UUID, file: Path) -> None:
        """Write the offers for a neighbour's list to a file; the list is answered by it."""
        today, what = self._today(), self._words.text("Answer to a waiting list")

        def job(tx: Transaction) -> int:
            made = list_offers.answer(tx, list_id, today)
            write_whole(file, made.data)
            papers_out.saved(tx, Paper(what))
            return made.offers

        self._worker.write(
            self,
            job,
            lambda _offers: self.message_bar.success(
                self._words.text("Written: %(file)s") % {"file": file.name}
            ),
            self._refuse,
        )

    def _read(self) -> None:
        self._worker.read(self, list_rows.rows, self.show_rows, self._refuse)

    def _show_incoming(self, data: bytes, incoming: Incoming) -> None:
        dialog = IncomingDialog(self._worker, self._words, self._today, data, incoming, self)
        dialog.taken.connect(lambda shared: self._say_taken(shared, incoming))
        dialog.open()

    def _say_taken(self, shared: SharedList, incoming: Incoming) -> None:
        self.table.select_row(shared.id)
        _ = self._words.text
        said = (
            _("The answer was read. Look at the offers, then call the other office.")
            if isinstance(incoming.told, AnswerFile)
            else _("The list was read. Open it to find mentors for its lines.")
        )
        self.message_bar.success(said)

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.open_list(row)

    def _answer_current(self) -> None:
        row = self.table.current_row()
        if row is None:
            return
        suggested = f"answer-{self._today()}-{row.code[:6]}.json"
        file = ask_where(self, self._words, suggested)
        if file is not None:
            self.answer_to(row.id, file)

    def _show_row(self, row: ListRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words, _ = self._words, self._words.text
        self.details.show_facts(
            row.neighbour or _("For any neighbour"),
            capital(label(words, row.direction)),
            [
                (_("Code"), row.code[:6]),
                (_("Made"), words.date(row.made_on)),
                (_("Read in"), words.date(row.read_on) if row.read_on else ""),
                (_("Answered"), words.date(row.answered_on) if row.answered_on else ""),
                *(
                    (capital(label(words, state)), say_lines(words, row.counts[state]))
                    for state in EntryState
                    if row.counts.get(state)
                ),
            ],
        )
        self.answer_button.setEnabled(row.direction is ListDirection.THEIRS)

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def _columns(words: Words) -> list[Column[ListRow]]:
    _ = words.text

    def offers(row: ListRow) -> int:
        return row.lines - row.counts.get(EntryState.OPEN, 0)

    return [
        Column(_("Made"), lambda row: words.date(row.made_on), lambda row: row.made_on, width=110),
        Column(_("Whose"), lambda row: capital(label(words, row.direction)), width=80),
        Column(_("Office"), lambda row: row.neighbour or _("For any neighbour"), width=260),
        Column(_("Lines"), lambda row: words.number(row.lines), lambda row: row.lines, width=70),
        Column(_("Offers"), lambda row: words.number(offers(row)), offers, width=80),
        Column(
            _("Answered"),
            lambda row: words.date(row.answered_on) if row.answered_on else "–",
            lambda row: row.answered_on,
            width=110,
        ),
        Column(_("Code"), lambda row: row.code[:6], width=80),
    ]
