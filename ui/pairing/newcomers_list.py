"""The list of newcomers who wait, with its filter by what has become of their proposal."""

from PySide6.QtCore import Qt

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.pairing.board import NewcomerRow
from ui.pairing.columns import WAITED, newcomer_columns
from ui.pairing.seen import Seen
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.table_model import TableModel


def newcomers_list(words: Words, seen: Seen) -> ListPage[NewcomerRow]:
    """The longest waiting first."""
    _ = words.text
    model: TableModel[NewcomerRow] = TableModel(
        newcomer_columns(words, seen), words.language, search=lambda row: str(row.number)
    )
    page = ListPage(
        words,
        _("Find pairs"),
        model,
        EmptyList(
            _("Nobody waits"),
            _("Newcomers of this scheme stand here as soon as they are ready for a mentor."),
        ),
        _("Search for newcomers and mentors …"),
        key=lambda row: row.role_id,
    )
    page.columns_button.leave_out()
    page.table.setAccessibleName(_("Newcomers who wait"))
    page.table.sortByColumn(WAITED, Qt.SortOrder.DescendingOrder)
    page.add_filter(
        _("Status"),
        _("Everybody who waits"),
        [
            ("draft", label(words, ProposalStatus.DRAFT)),
            ("sent", label(words, ProposalStatus.SENT)),
            ("locked", _("locked")),
            ("new", _("new")),
            ("nobody", _("without a proposal")),
        ],
        lambda row, wanted: _has_status(row, wanted, seen),
    )
    return page


def _has_status(row: NewcomerRow, wanted: str, seen: Seen) -> bool:
    if row.proposal is None:
        return wanted == "nobody"
    if wanted == "new":
        return row.role_id in seen.moved
    proposal = row.proposal.proposal
    return proposal.locked if wanted == "locked" else proposal.status.value == wanted
