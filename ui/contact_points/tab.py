"""The tab "Contacts" of a person's file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.unfinished_forms import FormKind
from mentorapp.operations import Transaction, contact_points, people
from mentorapp.operations.contact_points import ContactRow
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.contact_points import say_tasks
from mentorapp.words.labels import label
from ui.contact_points.dialog import ContactDialog
from ui.format import capital, plain_label
from ui.theme import Tone
from ui.widgets.form_keeping import Subject
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_changes import TabChanges
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Read:
    person_id: UUID
    rows: tuple[ContactRow, ...]
    doubles: tuple[ContactTask, ...]
    protection: Protection


class ContactsTab(RecordTab):
    """Who helps the person; mentors and coordinators of running pairings stand there too."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        open_pairing: Callable[[UUID], object],
        message_bar: MessageBar,
    ) -> None:
        super().__init__(worker, message_bar)
        _ = words.text
        self._words, self._today, self._open_pairing = words, today, open_pairing
        self._protection = Protection.NONE
        self._changes = TabChanges(worker, words, self, message_bar)
        self.warning = plain_label(name="warning")
        self.warning.setWordWrap(True)
        self.table: TabTable[ContactRow] = TabTable(
            _columns(words),
            words.language,
            _("Contacts"),
            _("Nobody is known to help. Note the first contact with the button below."),
        )
        self.table.add_plain_button(_("New contact …"), "plus", self._add)
        self.table.add_button(_("Edit …"), "pencil", self._edit, opens=True)
        self.table.add_button(_("Delete"), "trash-2", self._delete, keys="Delete")
        self.table.add_plain_button(_("Who helps me with what …"), "printer", self.print_card)
        self.chosen = plain_label()
        self.chosen.setWordWrap(True)
        self.table.table.picked.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.warning)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.chosen)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def ask(tx: Transaction) -> _Read:
            return _Read(
                record_id,
                tuple(contact_points.of_person(tx, record_id, today)),
                tuple(
                    dict.fromkeys(
                        one.task for one in contact_points.doubles_of(tx, record_id, today)
                    )
                ),
                people.read(tx, record_id, today).protection,
            )

        self.worker.read(self, ask, self._show, self._changes.refuse)

    def print_card(self) -> None:
        """The card for the person, in his own language where texts ship."""
        wanted, today = self.record_id, self._today()
        if wanted is not None:
            show_card(self.worker, self._words, wanted, today, self)

    def _show(self, read: _Read) -> None:
        if read.person_id != self.record_id:
            return
        self._protection = read.protection
        self.table.show_rows(read.rows)
        tasks = ", ".join(label(self._words, task) for task in read.doubles)
        self.warning.setText(
            self._words.text("Two services do the same: %(what)s") % {"what": tasks}
        )
        self.warning.setVisible(bool(tasks))

    def _add(self) -> None:
        if self.record_id is None:
            return
        start = ContactPoint(
            person_id=self.record_id,
            role=ContactRole.WELFARE_OFFICE,
            name="",
            since=self._today(),
        )
        self._ask(start, new=True)

    def _edit(self, row: ContactRow) -> None:
        if row.derived:
            self._tell_derived(row)
        else:
            self._ask(row.contact, new=False)

    def _ask(self, contact: ContactPoint, *, new: bool) -> None:
        today = self._today()
        dialog = ContactDialog(self._words, today, contact, self._protection, new=new, parent=self)

        def job() -> Callable[[Transaction], object]:
            changed = dialog.contact()
            return lambda tx: contact_points.save(tx, changed, today)

        about = (contact.person_id,) if new else (contact.id, contact.version)
        self._changes.ask(dialog, job, keep=Subject(FormKind.CONTACT_POINT, *about))

    def _delete(self, row: ContactRow) -> None:
        if row.derived:
            self._tell_derived(row)
            return
        self._changes.do(
            lambda tx: contact_points.remove(tx, row.id),
            self._words.text("The contact was deleted."),
            contact_points.restore,
        )

    def _tell(self, row: ContactRow | None) -> None:
        """The selected contact in full: in a narrow window the table cuts it."""
        self.chosen.setText("" if row is None else _in_full(self._words, row.contact))

    def _tell_derived(self, row: ContactRow) -> None:
        _ = self._words.text
        pairing_id = row.pairing_id
        if pairing_id is None:
            return
        self.message_bar.info(
            _("This comes from pairing %(number)s and is changed there.")
            % {"number": row.pairing_number},
            (_("Open pairing"), lambda: self._open_pairing(pairing_id)),
        )


def show_card(worker: Worker, words: Words, person_id: UUID, today: date, home: QWidget) -> None:
    """Make the card and show it; file name and title name nobody."""
    paper = PaperDialog(
        worker,
        words,
        words.text("Who helps me with what"),
        "contacts.pdf",
        home,
        (Person, person_id),
    )
    paper.open()
    worker.read(
        paper,
        lambda tx: contact_points.card_pdf(tx, person_id, today),
        paper.show_paper,
        paper.refuse,
    )


def _columns(words: Words) -> list[Column[ContactRow]]:
    _ = words.text

    return [
        Column(
            _("Role"),
            lambda row: capital(label(words, row.contact.role)),
            lambda row: _place(row.contact),
            width=175,
            least=170,
            badge=lambda row: Tone.INFO if row.derived else None,
        ),
        Column(_("Name"), lambda row: _who(row.contact), width=240, least=140),
        Column(_("Phone"), lambda row: _reach(row.contact), width=110, least=100),
        Column(
            _("Helps with"),
            lambda row: capital(say_tasks(words, row.contact)),
            width=260,
            least=100,
        ),
        Column(
            _("Period"),
            lambda row: _period(words, row.contact),
            lambda row: row.contact.since,
            width=185,
            least=105,
        ),
    ]


def _in_full(words: Words, contact: ContactPoint) -> str:
    _, tasks, stand_in = words.text, say_tasks(words, contact), _stand_in(contact)
    told = (
        capital(label(words, contact.role)),
        _who(contact),
        readable(contact.phone),
        contact.email,
        _("helps with %(what)s") % {"what": tasks} if tasks else "",
        _period(words, contact),
        _("Stand-in: %(name)s") % {"name": stand_in} if stand_in else "",
    )
    return " · ".join(filter(None, told))


def _who(contact: ContactPoint) -> str:
    return ", ".join(filter(None, (contact.name, contact.service)))


def _reach(contact: ContactPoint) -> str:
    return readable(contact.phone) or contact.email


def _period(words: Words, contact: ContactPoint) -> str:
    until = words.date(contact.until) if contact.until else ""
    return f"{words.date(contact.since)} – {until}".rstrip()


def _stand_in(contact: ContactPoint) -> str:
    return ", ".join(filter(None, (contact.stand_in, readable(contact.stand_in_phone))))


def _place(contact: ContactPoint) -> tuple[bool, int, date]:
    """Those responsible first, those who help no more last."""
    order = (ContactRole.COORDINATOR, ContactRole.MENTOR)
    rank = order.index(contact.role) if contact.role in order else len(order)
    return contact.until is not None, rank, contact.since
