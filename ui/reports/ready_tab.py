"""Ready to report? Everything that is missing in a period, with a way to each."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.report_lacks import Lack, LackKind, LackPlace
from mentorapp.operations import report_ready
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.reports.choices import DAYS, last_finished, periods
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

#: How one gets to what is missing, by where one sees to it.
Ways = Mapping[LackPlace, Callable[[Lack], object]]


class ReadyTab(QWidget):
    """A line for each thing that somebody can see to; Enter goes there."""

    def __init__(self, worker: Worker, words: Words, today: Callable[[], date], ways: Ways) -> None:
        super().__init__()
        _ = words.text
        self._worker, self._words, self._today, self._ways = worker, words, today, ways
        self.message_bar = MessageBar(words)
        self.period = ChoiceField(
            [(one, name) for one, name in periods(words, today()) if one != DAYS]
        )
        self.period.set_value(last_finished(today()))
        self.period.setAccessibleName(_("Period"))
        self.period.setMinimumWidth(230)
        self._rereading = Rereading(self, worker.changed, self._read)
        self.period.changed.connect(self._rereading.ask)
        self.summary = plain_label("", "muted")
        self.summary.setWordWrap(True)
        kinds = list(LackKind)
        self.table = TabTable[Lack](
            [
                Column(
                    _("What is missing"),
                    lambda one: label(words, one.kind),
                    sort=lambda one: kinds.index(one.kind),
                    width=280,
                ),
                Column(_("Number"), lambda one: str(one.number), width=90),
                Column(_("Who or what"), lambda one: one.name, width=260),
                Column(
                    _("Since"),
                    lambda one: words.date(one.since),
                    sort=lambda one: one.since,
                    width=110,
                ),
                Column(_("Seen to at"), lambda one: label(words, one.place), width=180),
            ],
            words.language,
            _("What is missing"),
            _("Nothing is missing: the period can be reported."),
        )
        self.open_button = self.table.add_button(
            _("Go there"), "arrow-right", self._open, opens=True
        )
        self._lay_out()

    def _read(self) -> None:
        period, today = self.period.value(), self._today()
        self._worker.read(
            self,
            lambda tx: report_ready.missing(tx, period, today),
            self._show,
            self._refused,
            title=self._words.text("Looking what is missing"),
        )

    def _show(self, lacks: tuple[Lack, ...]) -> None:
        self.table.show_rows(lacks)
        counts = Counter(one.kind for one in lacks)
        self.summary.setText(
            " · ".join(
                f"{label(self._words, kind)}: {counts[kind]}" for kind in LackKind if counts[kind]
            )
        )

    def _open(self, lack: Lack) -> None:
        self._ways[lack.place](lack)

    def _refused(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        title = plain_label(self._words.text("Period"))
        title.setBuddy(self.period)
        across = QHBoxLayout()
        across.setSpacing(10)
        across.addWidget(title)
        across.addWidget(self.period)
        across.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(10)
        layout.addWidget(self.message_bar)
        layout.addLayout(across)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
