"""The tab "Driving rules" of Settings: every country's, with source and day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.practice_driving import DrivingRules
from mentorapp.operations import Transaction, driving_rules, offices
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.practice_driving.rules_dialog import RulesDialog
from ui.rights import only_shown
from ui.theme import Tone
from ui.widgets.message_bar import MessageBar
from ui.widgets.noted_field import country_choices
from ui.widgets.rereading import Rereading
from ui.widgets.tab_table import TabTable
from ui.widgets.table_model import Column
from ui.widgets.taking_back import undo_by
from ui.work import Worker


@dataclass(frozen=True, slots=True)
class _Row:
    """A country's rules, and whether the office wrote them down itself."""

    rules: DrivingRules
    own: bool

    @property
    def id(self) -> str:
        return self.rules.country


class RulesTab(QWidget):
    """Rules that ship are copied into the office when they are changed."""

    def __init__(
        self, worker: Worker, words: Words, today: Callable[[], date], message_bar: MessageBar
    ) -> None:
        super().__init__()
        self._worker, self._words, self._today = worker, words, today
        self._bar = message_bar
        _ = words.text
        self.missing = plain_label(name="muted")
        self.missing.setWordWrap(True)
        self.rules: TabTable[_Row] = TabTable(
            self._columns(), words.language, _("Driving rules"), _("No rules are written down.")
        )
        self.rules.add_plain_button(_("New rules"), "plus", self._new)
        self.rules.add_button(
            _("Edit rules"), "pencil", lambda row: self._edit(row.rules), opens=True
        )
        self.rules.add_button(_("Back to what ships"), "trash-2", self._remove, keys="Delete")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self.missing)
        layout.addWidget(self.rules, 1)
        only_shown(self, words, worker.who, driving_rules.save, *self.rules.buttons)
        self._rereading = Rereading(self, worker.changed, self._read)
        self._rereading.ask()

    def _read(self) -> None:
        self._worker.read(self, _read, self._show, self._refuse)

    def _show(self, got: tuple[list[_Row], str]) -> None:
        rows, here = got
        self.rules.show_rows(rows)
        lacking = here not in {row.rules.country for row in rows}
        self.missing.setVisible(lacking)
        self.missing.setText(
            self._words.text("No driving rules are written down for %(country)s.")
            % {"country": self._country(here)}
        )

    def _refuse(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))

    def _new(self) -> None:
        self._edit(DrivingRules(country="", source="", source_date=self._today()))

    def _edit(self, rules: DrivingRules) -> None:
        dialog = RulesDialog(self._words, rules, self._today(), self)
        dialog.completed.connect(partial(self._save, dialog))
        dialog.open()

    def _save(self, dialog: RulesDialog, rules: DrivingRules) -> None:
        today = self._today()

        def then(saved: DrivingRules) -> None:
            dialog.accepted_by_office()
            self._bar.success(
                self._words.text("Saved: %(name)s.") % {"name": self._country(saved.country)}
            )

        self._worker.write(
            dialog, lambda tx: driving_rules.save(tx, rules, today), then, dialog.say
        )

    def _remove(self, row: _Row) -> None:
        words = self._words
        if not row.own:
            self._bar.info(words.text("These rules ship with the program and stay."))
            return

        def then(removed: DrivingRules) -> None:
            self._bar.info(
                words.text("The office’s own rules for %(country)s were taken away.")
                % {"country": self._country(removed.country)},
                undo_by(words, self._worker, lambda: self._bring_back(removed)),
            )

        self._worker.write(self, lambda tx: driving_rules.remove(tx, row.rules), then, self._refuse)

    def _bring_back(self, rules: DrivingRules) -> None:
        self._worker.write(
            self,
            lambda tx: driving_rules.restore(tx, rules),
            lambda _done: self._bar.success(self._words.text("The rules are back.")),
            self._refuse,
        )

    def _country(self, code: str) -> str:
        return dict(country_choices(self._words)).get(code, code)

    def _columns(self) -> list[Column[_Row]]:
        words, _ = self._words, self._words.text

        def number(name: str) -> Callable[[_Row], str]:
            return lambda row: str(getattr(row.rules, name) or "")

        return [
            Column(_("Country"), lambda row: self._country(row.rules.country), width=120),
            Column(_("Learner’s age"), number("learner_age"), width=120),
            Column(_("Companion’s age"), number("companion_age"), width=140),
            Column(_("Licence (years)"), number("licence_years"), width=130),
            Column(
                _("Hours"),
                lambda row: (
                    words.hours(row.rules.recommended_minutes or 0)
                    if row.rules.recommended_minutes
                    else ""
                ),
                width=80,
            ),
            Column(_("Looked up on"), lambda row: words.date(row.rules.source_date), width=120),
            Column(
                _("From"),
                lambda row: _("the office") if row.own else _("the program"),
                width=120,
                badge=lambda row: Tone.OK if row.own else Tone.MUTED,
            ),
            Column(_("Source"), lambda row: row.rules.source),
        ]


def _read(tx: Transaction) -> tuple[list[_Row], str]:
    rows = [_Row(one, driving_rules.is_own(tx, one)) for one in driving_rules.all_rules(tx)]
    return rows, offices.read(tx).country
