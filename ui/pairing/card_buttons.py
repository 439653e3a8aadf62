"""What can be decided about the selected proposal: buttons, hints and keys."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from ui.pairing.decisions import Decisions
from ui.widgets.details_card import DetailsCard


@dataclass(frozen=True, slots=True)
class CardButtons:
    """The buttons of the card."""

    accept: QPushButton
    lock: QPushButton
    send: QPushButton
    answer: QPushButton
    discard: QPushButton
    forbid: QPushButton

    def fit(self, words: Words, row: ProposalRow) -> None:
        """Offer what can be done with this proposal."""
        draft = row.proposal.status is ProposalStatus.DRAFT
        self.lock.setText(words.text("Unlock") if row.proposal.locked else words.text("Lock"))
        self.lock.setEnabled(draft)
        self.send.setEnabled(draft)


def make_buttons(
    words: Words,
    card: DetailsCard,
    table: QWidget,
    current: Callable[[], ProposalRow | None],
    decide: Decisions,
) -> CardButtons:
    """Add them to the card; their keys work in the table of proposals."""
    _ = words.text

    def on_current(do: Callable[[ProposalRow], Any]) -> Callable[[], None]:
        def act() -> None:
            row = current()
            if row is not None:
                do(row)

        return act

    card.set_buttons_across(3)
    made = CardButtons(
        accept=card.add_button(_("Accept"), "check", on_current(decide.accept)),
        lock=card.add_button(_("Lock"), "lock", on_current(decide.lock)),
        send=card.add_button(_("Send"), "mail", on_current(decide.send)),
        answer=card.add_button(_("Answer …"), "pencil", on_current(decide.answer)),
        discard=card.add_button(_("Discard"), "x", on_current(decide.discard)),
        forbid=card.add_button(_("Never …"), "ban", on_current(decide.forbid), danger=True),
    )
    hints = {
        made.accept: (_("The pairing begins (Enter)"), ""),
        made.lock: (_("Keep this proposal in later runs"), "Ctrl+L"),
        made.send: (_("The two are being asked"), "Ctrl+Shift+S"),
        made.answer: (_("Record what they answered"), "Ctrl+R"),
        made.discard: (_("A later run may propose it again"), "Delete"),
        made.forbid: (_("Never propose these two again"), "Shift+Delete"),
    }
    for button, (hint, keys) in hints.items():
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{hint} ({native})" if keys else hint)
        if keys:
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(button.click)
    return made
