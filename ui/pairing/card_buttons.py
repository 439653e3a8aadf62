"""What can be decided about the two who are chosen: buttons, hints and keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from ui.widgets.details_card import DetailsCard


class Act(Enum):
    """What a button or key does."""

    ACCEPT = "accept"
    LOCK = "lock"
    SEND = "send"
    ANSWER = "answer"
    DISCARD = "discard"
    FORBID = "forbid"
    PROPOSE = "propose"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class CardButtons:
    """The buttons of the card."""

    words: Words
    card: DetailsCard
    accept: QPushButton
    lock: QPushButton
    send: QPushButton
    answer: QPushButton
    discard: QPushButton
    forbid: QPushButton
    propose: QPushButton
    by_hand: QPushButton

    def fit(self, row: ProposalRow) -> None:
        """Offer what can be done with this proposal."""
        words = self.words
        self.card.offer([self.accept, self.lock, self.send, self.answer, self.discard, self.forbid])
        draft = row.proposal.status is ProposalStatus.DRAFT
        self.lock.setText(words.text("Unlock") if row.proposal.locked else words.text("Lock"))
        self.lock.setEnabled(draft)
        self.send.setEnabled(draft)

    def fit_pair(self) -> None:
        """Two who are not proposed to each other; whether they may be is being worked out."""
        self.card.offer([self.propose, self.forbid, self.by_hand], across=2)
        self.propose.setEnabled(False)

    def fit_one(self) -> None:
        """Somebody alone."""
        self.card.offer([self.by_hand])

    def fit_nobody(self) -> None:
        """Nobody is chosen."""
        self.card.offer_nothing()


def make_buttons(
    words: Words, card: DetailsCard, tables: Sequence[QWidget], do: Callable[[Act], object]
) -> CardButtons:
    """Add them to the card; their keys work in the tables."""
    _ = words.text

    def made(act: Act, text: str, picture: str, hint: str, *keys: str) -> QPushButton:
        button = card.add_button(text, picture, lambda: do(act), danger=act is Act.FORBID)
        native = [
            QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in keys
        ]
        button.setToolTip(f"{hint} ({native[0]})" if native else hint)
        for one in keys:
            for table in tables:
                shortcut = QShortcut(QKeySequence(one), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.setWhatsThis(text)
                shortcut.activated.connect(button.click)
        return button

    card.set_buttons_across(3)
    return CardButtons(
        words=words,
        card=card,
        accept=made(Act.ACCEPT, _("Accept"), "check", _("The pairing begins (Enter)")),
        lock=made(Act.LOCK, _("Lock"), "lock", _("Keep this proposal in later runs"), "Ctrl+L"),
        send=made(Act.SEND, _("Send"), "mail", _("The two are being asked"), "Ctrl+Shift+S"),
        answer=made(
            Act.ANSWER, _("Answer …"), "pencil", _("Record what they answered"), "Ctrl+R"
        ),
        discard=made(
            Act.DISCARD, _("Discard"), "x", _("A later run may propose it again"), "Delete"
        ),
        forbid=made(
            Act.FORBID, _("Never …"), "ban", _("Never propose these two again"), "Shift+Delete"
        ),
        propose=made(
            Act.PROPOSE, _("Propose"), "check", _("Propose these two; later runs keep them"),
            "Ctrl+Return",
        ),
        by_hand=made(
            Act.BY_HAND, _("Pair by hand …"), "link", _("The pairing begins at once"), "Ctrl+H"
        ),
    )  # fmt: skip
