"""The list of proposals, with its filter by status."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.pairing.columns import SCORE_COLUMN, proposal_columns
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import TableModel


def proposals_list(
    words: Words, run: Callable[[], object], is_new: Callable[[ProposalRow], bool]
) -> ListPage[ProposalRow]:
    """The best first; `is_new` tells which proposals the last decision made."""
    _ = words.text
    model: TableModel[ProposalRow] = TableModel(proposal_columns(words, is_new), words.language)
    page = ListPage(
        words,
        _("Find pairs"),
        model,
        EmptyList(
            _("No proposals yet"),
            _("Choose a scheme and let the program look for the best pairs."),
            (_("Find the best pairs"), run),
        ),
        _("Search in the proposals …"),
        key=lambda row: row.proposal.id,
    )
    page.table.sortByColumn(SCORE_COLUMN, Qt.SortOrder.DescendingOrder)
    page.add_filter(
        _("Status"),
        _("All proposals"),
        [
            ("draft", label(words, ProposalStatus.DRAFT)),
            ("sent", label(words, ProposalStatus.SENT)),
            ("locked", _("locked")),
            ("new", _("new")),
        ],
        lambda row, wanted: _has_status(row, wanted, is_new),
    )
    return page


def _has_status(row: ProposalRow, wanted: str, is_new: Callable[[ProposalRow], bool]) -> bool:
    if wanted == "locked":
        return row.proposal.locked
    if wanted == "new":
        return is_new(row)
    return row.proposal.status == ProposalStatus(wanted)
