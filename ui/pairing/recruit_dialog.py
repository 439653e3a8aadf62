"""Whom to recruit: the kinds of mentors who are short, and which organisation to call."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.shortages import OrganisationToAsk, Recruitment, Shortage
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.shortages import (
    say_ask,
    say_causes,
    say_contact,
    say_counts,
    say_given,
    say_kind,
    say_no_kind,
    say_recruits,
)
from ui.format import capital, plain_label
from ui.widgets.fields import NumberField
from ui.widgets.plain_dialog import PlainDialog
from ui.widgets.table import TableView
from ui.widgets.table_model import Column, TableModel

_MOST = 999


class RecruitDialog(PlainDialog):
    """Kinds above with what N of the selected one would give, organisations to call below."""

    what_if_wanted = Signal(object, int)
    """A `Shortage` and a number of such mentors: answer with `show_what_if`."""
    print_wanted = Signal(object)
    """The `Recruitment` that is shown."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Whom to recruit"), QSize(1120, 720), parent)
        self._asked: tuple[Shortage, int] | None = None
        self._found: Recruitment | None = None
        self.state = plain_label(_("Working it out …"), "muted")
        self.state.setWordWrap(True)
        self.kinds: TableModel[Shortage] = TableModel(kind_columns(words), words.language)
        self.table = TableView(self.kinds, _("Mentors who are short"), key=lambda row: row.kind)
        self.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        self.number = NumberField(1, _MOST)
        self.number.setMaximumWidth(110)
        self.number.setAccessibleName(_("How many such mentors"))
        self.kind = plain_label(name="muted")
        self.kind.setWordWrap(True)
        self.answer = plain_label()
        self.answer.setWordWrap(True)
        self.organisations: TableModel[OrganisationToAsk] = TableModel(
            organisation_columns(words), words.language
        )
        self.calls = TableView(
            self.organisations, _("Whom to call"), key=lambda row: row.organisation_id
        )
        self.asks = plain_label(name="muted")
        self.asks.setWordWrap(True)
        self.asks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.print_button = self.add_button(_("Print …"), "printer", self._print)
        self.print_button.setEnabled(False)
        self._lay_out()
        self.table.picked.connect(lambda _row: self._ask())
        self.number.changed.connect(self._ask)
        self.calls.picked.connect(self._show_asks)

    def show_recruitment(self, found: Recruitment) -> None:
        """The kinds, the one that helps most first, and the organisations in order of calling."""
        _ = self.words.text
        self._found = found
        shortages, to_call = found.shortages, found.to_call
        self.kinds.show(shortages)
        self.organisations.show(to_call.organisations)
        counts = say_counts(self.words, found.waiting, found.free_places)
        nothing = _("Nobody is without a pair for want of a mentor.")
        if not shortages and found.waiting:
            nothing = say_no_kind(self.words)
        self.state.setText(counts if shortages else f"{counts} {nothing}")
        self.calls.setVisible(bool(to_call.organisations))
        if not to_call.organisations:
            self.asks.setText(_("No organisation in the register fits these kinds."))
        self.print_button.setEnabled(bool(shortages))
        if shortages:
            self.table.setCurrentIndex(self.kinds.index(0, 0))
            self.table.setFocus()
        if to_call.organisations:
            self.calls.setCurrentIndex(self.organisations.index(0, 0))

    def show_what_if(self, shortage: Shortage, recruits: int, more_pairs: int) -> None:
        """What so many would give, unless something else is asked meanwhile."""
        if self._asked == (shortage, recruits):
            self.answer.setText(capital(say_recruits(self.words, recruits, more_pairs)))

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.state.hide()
        self.message_bar.warning(explain(self.words, refused))

    def _print(self) -> None:
        if self._found is not None:
            self.print_wanted.emit(self._found)

    def _ask(self) -> None:
        row, number = self.table.current_row(), self.number.number()
        self.answer.setText("")
        self.kind.setText("" if row is None else capital(say_kind(self.words, row.kind)))
        self._asked = None
        if row is None or number is None:
            return
        self._asked = (row, number)
        self.answer.setText(self.words.text("Working it out …"))
        self.what_if_wanted.emit(row, number)

    def _show_asks(self, row: OrganisationToAsk | None) -> None:
        said = [] if row is None else [f"• {say_ask(self.words, one)}" for one in row.asks]
        self.asks.setText("\n".join(said))

    def _lay_out(self) -> None:
        _ = self.words.text
        what_if = QHBoxLayout()
        what_if.setSpacing(10)
        what_if.addWidget(plain_label(_("What if there were")))
        what_if.addWidget(self.number)
        what_if.addWidget(self.answer, 1)
        upper, lower = QWidget(), QWidget()
        for half, widgets in (
            (upper, (self.table, self.kind, what_if)),
            (lower, (plain_label(_("Whom to call"), "h2"), self.calls, self.asks)),
        ):
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            for widget in widgets:
                if isinstance(widget, QWidget):
                    column.addWidget(widget, 1 if isinstance(widget, TableView) else 0)
                else:
                    column.addLayout(widget)
            column.addStretch()
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(12)
        halves.setChildrenCollapsible(False)
        halves.addWidget(upper)
        halves.addWidget(lower)
        self.body.addWidget(self.state)
        self.body.addWidget(halves, 1)


def kind_columns(words: Words) -> list[Column[Shortage]]:
    """The kind, how many it would help, what one gives, what stops them now."""
    _ = words.text
    return [
        Column(
            _("Kind of mentor"),
            lambda row: capital(say_kind(words, row.kind)),
            width=480,
            least=340,
        ),
        Column(
            _("Would help"),
            lambda row: words.number(row.helps),
            sort=lambda row: (row.helps, row.gain_pairs, row.gain_total),
            width=136,
        ),
        Column(
            _("One gives"),
            lambda row: (
                words.plural("%(n)d more pair", "%(n)d more pairs", row.gain_pairs)
                if row.gain_pairs
                else _("better pairs")
            ),
            sort=lambda row: (row.gain_pairs, row.gain_total),
            width=130,
            least=110,
        ),
        Column(_("What stops them now"), lambda row: say_causes(words, row), width=220),
    ]


def organisation_columns(words: Words) -> list[Column[OrganisationToAsk]]:
    """In the order of calling: the organisation, whom to call, what it promised."""
    _ = words.text
    return [
        Column(
            _("Organisation"),
            lambda row: row.name,
            sort=lambda row: min((ask.rank for ask in row.asks), default=0),
            width=240,
        ),
        Column(_("Contact person"), lambda row: say_contact(words, row.contact), width=300),
        Column(_("Mentors"), lambda row: say_given(words, row), width=420),
    ]
