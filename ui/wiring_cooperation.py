"""The tabs of the page Cooperation; each is imported when it is first shown."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from ui.widgets.tabs_page import TabSpec
from ui.wiring_around import Surroundings


def cooperation_tabs(around: Surroundings) -> list[TabSpec]:
    """Lists lent between offices, quarters laid side by side."""
    _ = around.words.text
    return [
        TabSpec("waiting_lists", _("Waiting lists"), lambda: _waiting_lists(around)),
        TabSpec("neighbours", _("Neighbours"), lambda: _neighbours(around), Right.FIGURES),
        TabSpec("comparisons", _("Comparison"), lambda: _comparisons(around), Right.FIGURES),
    ]


def _waiting_lists(around: Surroundings) -> QWidget:
    from ui.waiting_lists.page import WaitingListsPage

    return WaitingListsPage(around.worker, around.words, around.today, around.open_person)


def _neighbours(around: Surroundings) -> QWidget:
    from ui.waiting_lists.neighbours_page import NeighboursPage

    return NeighboursPage(around.worker, around.words, around.today)


def _comparisons(around: Surroundings) -> QWidget:
    from ui.comparisons.page import ComparisonsPage

    return ComparisonsPage(around.worker, around.words, around.today)
