"""The tab "Barriers" of the page Belonging: what stands in the way, over all who were asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.barriers import BarrierFigures
from mentorapp.domain.errors import Refused
from mentorapp.domain.statistics import Share
from mentorapp.operations import Transaction, barriers
from mentorapp.words import Words
from mentorapp.words.barriers import DEFINITION, say_not_asked
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import capital, plain_label
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Line:
    """A barrier with how many have it, and of those asked again how many lost it."""

    id: str
    name: str
    share: Share
    gone: Share | None


class BarriersPage(QWidget):
    """Counts with their base; printed, small numbers are hidden."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._worker, self._words, self._today = worker, words, today
        self.message_bar = MessageBar(words)
        self.count = plain_label(name="muted")
        self.count.setWordWrap(True)
        self.year = ChoiceField([(None, _("All years"))])
        self.year.setAccessibleName(_("Year"))
        self.table: TabTable[_Line] = TabTable(
            _columns(words),
            words.language,
            _("Barriers"),
            _("Nobody was asked yet. Ask in a person’s file, under Barriers."),
            Qt.SortOrder.DescendingOrder,
        )
        self.table.add_plain_button(_("Print for managers …"), "printer", self.print_page)
        definition = plain_label(_(DEFINITION), "muted")
        definition.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(plain_label(_("Barriers"), "h1"))
        top.addStretch()
        top.addWidget(self.year)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(definition)
        layout.addWidget(self.table, 1)
        self._rereading = Rereading(self, worker.changed, self._read)
        self.year.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Count anew."""
        self._rereading.ask()

    def print_page(self) -> None:
        """The page for managers, small numbers hidden."""
        words, today = self._words, self._today()
        first, last = self._period()
        paper = PaperDialog(
            self._worker,
            words,
            words.text("What stands in the way of taking part"),
            "barriers.pdf",
            self,
        )
        paper.open()
        self._worker.read(
            paper,
            lambda tx: barriers.report_pdf(tx, first, last, today, words),
            paper.show_paper,
            paper.refuse,
        )

    def _period(self) -> tuple[date, date]:
        year = self.year.value()
        if year is None:
            return date.min, self._today()
        return date(year, 1, 1), date(year, 12, 31)

    def _read(self) -> None:
        today = self._today()
        first, last = self._period()

        def ask(tx: Transaction) -> tuple[list[int], BarrierFigures]:
            return barriers.years(tx), barriers.figures(tx, first, last, today)

        self._worker.read(self, ask, self._show, self._refuse)

    def _show(self, answer: tuple[list[int], BarrierFigures]) -> None:
        words = self._words
        years, figures = answer
        self.year.set_choices(
            [(None, words.text("All years")), *((year, str(year)) for year in years)]
        )
        lines = [
            _Line(one.value, capital(label(words, one)), share, figures.gone[one])
            for one, share in figures.counts.items()
        ]
        nothing = capital(words.text("nothing stands in the way"))
        lines.append(_Line("", nothing, figures.nothing, None))
        self.table.show_rows(lines if figures.asked else [])
        said = [words.plural("%(n)d person was asked.", "%(n)d people were asked.", figures.asked)]
        if figures.childcare_not_asked:
            said.append(say_not_asked(words, figures.childcare_not_asked))
        self.count.setText(" ".join(said))

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def _columns(words: Words) -> list[Column[_Line]]:
    _ = words.text

    def of(share: Share | None) -> str:
        if share is None or not share.base:
            return "–"
        return _("%(part)d of %(base)d") % {"part": share.part, "base": share.base}

    return [
        Column(_("People"), lambda line: of(line.share), lambda line: line.share.part, width=110),
        Column(_("Barrier"), lambda line: line.name, width=300),
        Column(
            _("Share"),
            lambda line: "–" if line.share.percent is None else f"{line.share.percent} %",
            lambda line: line.share.percent,
            width=90,
        ),
        Column(_("Gone since first asked"), lambda line: of(line.gone), width=200),
    ]
