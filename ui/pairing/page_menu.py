"""The menus of the pairing page: what is seldom done, and what becomes of two dragged together."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from mentorapp.words import Words
from ui.pairing.card_buttons import Act
from ui.widgets.buttons import MenuButton


def make_more(
    words: Words,
    home: QWidget,
    *,
    why_not: Callable[[], object],
    print_why: Callable[[], object],
    try_weights: Callable[[], object],
    earlier_runs: Callable[[], object],
    by_hand: Callable[[], object],
) -> MenuButton:
    """The button with its menu; the keys work in all of `home`."""
    _ = words.text
    more = MenuButton(_("More"), "ellipsis", home)
    more.add(_("Pair by hand …"), _("Choose a newcomer and a mentor by name"), by_hand)
    more.add(_("Why not …"), _("Ask about any two people"), why_not, "Ctrl+I")
    more.add(
        _("Print why …"),
        _("Why the selected two, or why nobody yet, on paper"),
        print_why,
        "Ctrl+P",
    )
    more.add(
        _("Try other weights …"),
        _("See what they would give; nothing is changed by it"),
        try_weights,
    )
    more.add(_("Earlier runs …"), _("Why somebody was paired then, or was not"), earlier_runs)
    return more


class PairMenu(QMenu):
    """What can be done with two people; `entries` by what they do."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self.entries = dict[Act, QAction]()


def make_pair_menu(words: Words, home: QWidget, do: Callable[[Act], object]) -> PairMenu:
    """Offers to accept and lock those who are proposed, to propose the others, and to rule out."""
    _ = words.text
    menu = PairMenu(home)
    menu.setAccessibleName(_("What to do with these two"))
    for act, text in (
        (Act.PROPOSE, _("Propose these two")),
        (Act.ACCEPT, _("Accept these two")),
        (Act.LOCK, _("Lock these two")),
        (Act.FORBID, _("Never these two …")),
    ):
        menu.entries[act] = menu.addAction(text)
        menu.entries[act].triggered.connect(lambda _checked, what=act: do(what))
    return menu
