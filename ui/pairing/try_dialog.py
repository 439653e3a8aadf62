"""What one change would give, before anything is changed."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.explanations import Effect, Remedy
from mentorapp.domain.shared_remedies import SharedRemedy
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.remedies import say_remedy, say_shared
from ui.format import capital, plain_label
from ui.pairing.moves import MovesTable, rows_of
from ui.widgets.plain_dialog import PlainDialog


class TryDialog(PlainDialog):
    """Opens at once and fills when it is worked out: pairs before and after, and who gets whom."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Try it out"), QSize(640, 460), parent)
        self.what = plain_label(name="h2")
        self.answer = plain_label(_("Working it out …"))
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = plain_label(
            _("Nothing is changed yet: agree on it, and change it where it is registered."), "muted"
        )
        for label in (self.what, self.answer, self.note):
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.what.hide()
        self.moves = MovesTable(words, _("Who gets whom"))
        self.moves.hide()
        self.body.addWidget(self.moves, 1)
        self.body.addStretch()

    def show_effect(
        self, newcomer: UUID, remedy: Remedy, effect: Effect | None, names: Mapping[UUID, str]
    ) -> None:
        """What it would give; None for what nobody can work out before somebody has asked."""
        self._show(
            names.get(newcomer, ""),
            capital(say_remedy(self.words, remedy, names, brief=True)),
            effect,
            names,
        )

    def show_effect_for_all(
        self, remedy: SharedRemedy, effect: Effect | None, names: Mapping[UUID, str]
    ) -> None:
        """The same of a change for several newcomers at once."""
        number = len(remedy.changes)
        people = self.words.plural("%(n)d newcomer", "%(n)d newcomers", number)
        self._show(people, say_shared(self.words, remedy), effect, names)

    def _show(self, whom: str, what: str, effect: Effect | None, names: Mapping[UUID, str]) -> None:
        words, _ = self.words, self.words.text
        self.heading.setText(_("Try it out: %(name)s") % {"name": whom})
        self.what.setText(what)
        self.what.show()
        if effect is None:
            self.answer.setText(
                _("What it would give is known when it is registered: then look for pairs anew.")
            )
            return
        self.answer.setText(say_pairs(words, effect))
        self.moves.show_moves(rows_of(effect.moves, names))
        self.moves.setVisible(bool(effect.moves))

    def refuse(self, refused: Refused) -> None:
        """Say why there is no answer."""
        self.answer.setText("")
        self.message_bar.warning(explain(self.words, refused))


def say_pairs(words: Words, effect: Effect) -> str:
    """How many pairs there are and would be."""
    if effect.pairs_before == effect.pairs_after and not effect.moves:
        return words.text("It would change nothing: the same pairs as now.")
    return words.text("Pairs now: %(before)s. Then: %(after)s.") % {
        "before": words.number(effect.pairs_before),
        "after": words.number(effect.pairs_after),
    }
