"""A tab of the person's file: every scheme the person is, was or could be in."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from mentorapp.domain.pairings import RUNNING, PairingStatus
from mentorapp.domain.taking_part import Openness
from mentorapp.operations import taking_part
from mentorapp.operations.taking_part import SchemeOfPerson
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.schemes import say_rhythm
from ui.format import capital
from ui.theme import Tone
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.work import Worker

_TONES: dict[PairingStatus | Openness, Tone] = {
    PairingStatus.AGREED: Tone.OK,
    PairingStatus.ACTIVE: Tone.OK,
    Openness.WAITING: Tone.WARN,
}


class SchemesTab(RecordTab):
    """The pairs that run first, then what ended, then what the person waits for or is open to."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        message_bar: MessageBar,
        open_person: Callable[[UUID], object],
        open_pairing: Callable[[UUID], object],
    ) -> None:
        super().__init__(worker, message_bar)
        self._words, self._today = words, today
        _ = self._words.text
        self.schemes: TabTable[SchemeOfPerson] = TabTable(
            self._columns(), self._words.language, _("Schemes"), _("In no scheme yet.")
        )
        self.schemes.add_button(
            _("Open pairing"),
            "link",
            lambda row: _go(open_pairing, row.pairing_id),
            opens=True,
        )
        self.schemes.add_button(
            _("Other half"), "user", lambda row: _go(open_person, row.other_person_id)
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.schemes)

    def read(self, record_id: UUID) -> None:
        today = self._today()

        def show(found: list[SchemeOfPerson]) -> None:
            if record_id == self.record_id:
                self.schemes.show_rows(found)

        self.worker.read(
            self,
            lambda tx: taking_part.of_person(tx, record_id, today),
            show,
            lambda refused: self.message_bar.warning(explain(self._words, refused)),
        )

    def _columns(self) -> list[Column[SchemeOfPerson]]:
        words, _ = self._words, self._words.text
        return [
            Column(
                _("Status"),
                lambda one: capital(label(words, one.standing)),
                _rank,
                width=170,
                badge=lambda one: _TONES.get(one.standing, Tone.MUTED),
            ),
            Column(_("Scheme"), lambda one: one.scheme.name(words.language), width=190),
            Column(_("As"), lambda one: one.role_word(words.language), width=150),
            Column(_("With"), lambda one: one.other, width=190),
            Column(_("Since"), lambda one: words.date(one.since), lambda one: one.since, width=120),
            Column(_("Until"), lambda one: words.date(one.until), lambda one: one.until, width=120),
            Column(
                _("Rhythm"), lambda one: capital(say_rhythm(words, one.scheme.meetings_per_month))
            ),
        ]


def _rank(one: SchemeOfPerson) -> int:
    """Running pairs, then who waits, then the rest."""
    if one.standing in RUNNING:
        return 0
    return 1 if one.standing is Openness.WAITING else 2 + isinstance(one.standing, Openness)


def _go(do: Callable[[UUID], object], record_id: UUID | None) -> None:
    if record_id is not None:
        do(record_id)
