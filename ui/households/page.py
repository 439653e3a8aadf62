"""The list of households: who lives together, and the pairs that are for all of them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.protection import Protection
from mentorapp.operations import households
from mentorapp.operations.households import HouseholdRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.theme import Tone
from ui.widgets.list_export import add_export
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.rereading import Rereading
from ui.widgets.table import Column, TableModel
from ui.work import Worker


class HouseholdsPage(ListPage[HouseholdRow]):
    """Households are registered in the form of a person; here they are looked through."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        open_person: Callable[[UUID], object],
        open_pairing: Callable[[UUID], object],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words,
            _("Households"),
            TableModel(_columns(words), words.language),
            EmptyList(
                _("No households yet"),
                _("Who lives with whom is registered in the form of a person."),
            ),
            _("Search household, name …"),
            key=lambda row: row.id,
            parent=parent,
        )
        self._worker = worker
        self.add_filter(
            _("What is needed"),
            _("All households"),
            [
                ("childcare", _("Needs childcare")),
                ("school", _("Wishes to live near a school or nursery")),
                ("paired", _("In a pair as a household")),
            ],
            _fits,
        )
        self.details.add_button(
            _("Open file"), "user", self.with_row(lambda row: open_person(row.members[0][0]))
        )
        self._pairing = self.details.add_button(
            _("Pairing"),
            "link",
            self.with_row(lambda row: open_pairing(row.pairings[0][0]) if row.pairings else None),
        )
        add_export(self.choose_many(), self, worker, words)
        self._rereading = Rereading(self, worker.changed, self._read_list)
        self.picked.connect(self._show_row)
        self.opened.connect(lambda row: open_person(row.members[0][0]))

    def refresh(self) -> None:
        """Read the list anew; asked twice in a row it is read once."""
        self._rereading.ask()

    def _read_list(self) -> None:
        self._worker.read(self, households.rows, self._show_list, self._refuse)

    def _show_list(self, rows: list[HouseholdRow]) -> None:
        self.show_rows(rows)
        self.select_first()

    def _show_row(self, row: HouseholdRow | None) -> None:
        if row is None:
            self.details.show_nothing()
            return
        words, _ = self._words, self._words.text
        badges = []
        if row.protection is not Protection.NONE:
            badges.append((label(words, row.protection), Tone.WARN))
        if row.household.childcare_needed:
            badges.append((_("Needs childcare"), Tone.INFO))
        self.details.show_facts(
            row.household.label or _("Household"),
            words.plural("%(n)d person", "%(n)d people", len(row.members)),
            [
                (_("Live there"), "\n".join(name for _id, name in row.members)),
                (_("Children’s ages"), _ages(words, row)),
                (_("Near school"), _yes(words, row)),
                (_("Pairings"), ", ".join(str(number) for _id, number in row.pairings)),
            ],
            badges,
        )
        self._pairing.setEnabled(bool(row.pairings))

    def _refuse(self, refused: Refused) -> None:
        self.message_bar.warning(explain(self._words, refused))


def _fits(row: HouseholdRow, wanted: Any) -> bool:
    if wanted == "childcare":
        return row.household.childcare_needed
    if wanted == "school":
        return row.household.near_school
    return bool(row.pairings)


def _ages(words: Words, row: HouseholdRow) -> str:
    return ", ".join(label(words, band) for band in sorted(row.household.child_bands))


def _yes(words: Words, row: HouseholdRow) -> str:
    return words.text("yes") if row.household.near_school else ""


def _columns(words: Words) -> list[Column[HouseholdRow]]:
    _ = words.text
    return [
        Column(
            _("Household"),
            lambda row: row.household.label or label(words, row.protection),
            width=160,
        ),
        Column(
            _("Live there"), lambda row: ", ".join(name for _id, name in row.members), width=230
        ),
        Column(_("Children’s ages"), lambda row: _ages(words, row), width=180),
        Column(
            _("Needs childcare"),
            lambda row: _("yes") if row.household.childcare_needed else "",
            width=140,
            badge=lambda row: Tone.WARN if row.household.childcare_needed else None,
        ),
        Column(_("Near school"), lambda row: _yes(words, row), width=110),
        Column(
            _("Pairings"),
            lambda row: ", ".join(str(number) for _id, number in row.pairings),
            width=110,
        ),
    ]
