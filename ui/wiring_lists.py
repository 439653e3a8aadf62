"""Makes the pages of people and of organisations, and joins them to the others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.operations import labels
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.list_page import ListPage
from ui.wiring_around import Surroundings
from ui.wiring_deleted import offer_merging


@dataclass(frozen=True, slots=True)
class Ways:
    """Where one goes from these lists."""

    around: Surroundings
    bring: Callable[[str], object]
    pair_by_hand: Callable[[str, UUID], object]
    print_due_of: Callable[[frozenset[UUID]], object]


def mentors(ways: Ways) -> QWidget:
    """The page of mentors."""
    from ui.people.mentors_page import MentorsPage

    around = ways.around
    return _joined(MentorsPage(around.worker, around.words, around.today), "mentors", ways)


def newcomers(ways: Ways) -> QWidget:
    """The page of newcomers."""
    from ui.people.newcomers_page import NewcomersPage

    around = ways.around
    return _joined(NewcomersPage(around.worker, around.words, around.today), "newcomers", ways)


def organisations(ways: Ways) -> QWidget:
    """The page of organisations."""
    from ui.organisations.page import OrganisationsPage

    around = ways.around
    page = OrganisationsPage(around.worker, around.words, around.today)
    page.import_wanted.connect(ways.bring)
    page.file_wanted.connect(around.open_organisation)
    add_views(page, "organisations", around)
    offer_merging(page, page.chosen_bar, around, organisations=True)
    offer_labels(page, page.chosen_bar, around, organisations=True)
    return page


def add_views(page: ListPage[Any], key: str, around: Surroundings) -> None:
    """Give a list its saved views."""
    from ui.saved_views.button import ViewsButton

    ViewsButton(page, key, around.worker, around.words)


def offer_labels(
    page: ListPage[Any], bar: ChosenBar, around: Surroundings, *, organisations: bool = False
) -> None:
    """Print address labels for the chosen rows of a list."""
    words = around.words

    def show() -> None:
        from ui.letters.labels_dialog import LabelsDialog

        rows = page.chosen_rows()
        ids = [row.id if organisations else row.person_id for row in rows]
        of = labels.for_organisations if organisations else labels.for_people
        LabelsDialog(around.worker, words, lambda tx: of(tx, ids), page).open()

    bar.add_button(words.text("Address labels …"), "mail", show)


def _joined(page: Any, key: str, ways: Ways) -> QWidget:
    page.import_wanted.connect(ways.bring)
    page.open_pairing.connect(ways.around.open_pairing)
    page.pair_by_hand.connect(ways.pair_by_hand)
    page.file_wanted.connect(ways.around.open_person)
    page.print_due.connect(ways.print_due_of)
    add_views(page, key, ways.around)
    offer_merging(page, page.batch.bar, ways.around)
    offer_labels(page, page.batch.bar, ways.around)
    made: QWidget = page
    return made
