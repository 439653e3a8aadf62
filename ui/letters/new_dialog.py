"""A letter that is not due: which, and about whom."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.letters import LetterKind
from mentorapp.operations.letter_choices import LetterChoices, kinds_there
from mentorapp.words import Words
from ui.letters.due_list import letter_name
from ui.widgets.fields import ChoiceField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_field import RecordField


class NewLetterDialog(FormDialog):
    """The second field follows the first: a pairing, a person or an organisation."""

    chosen = Signal(object, object)
    """The kind of letter, and the id of what it is about."""

    def __init__(
        self,
        words: Words,
        choices: LetterChoices,
        about: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`about` is a pairing, person or organisation: only what can be about it is offered."""
        _ = words.text
        super().__init__(words, _("Another letter"), _("Preview"), parent)
        self.setMinimumWidth(560)
        self._choices = choices
        kinds = [
            kind
            for kind in kinds_there()
            if about is None or about in {one for one, _name in choices.of(kind)}
        ]
        self.kind = ChoiceField([(kind, letter_name(words, kind)) for kind in kinds])
        self.about = RecordField(words, ())
        self.add_group(_("Which letter, and about whom"))
        self.add_row("kind", _("Letter"), self.kind)
        self.add_row("about", _("Pairing, person or organisation"), self.about)
        self.kind.changed.connect(self._offer)
        self._offer()
        self.about.set_value(about)
        self.submitted.connect(self._done)

    def _offer(self) -> None:
        kind = self.kind.value()
        self.about.offer(self._choices.of(LetterKind(kind)) if kind else ())

    def _done(self) -> None:
        about = self.about.value()
        if about is None:
            self.show_problem("about", self.words.text("Choose whom the letter is about."))
            return
        self.chosen.emit(LetterKind(self.kind.value()), about)
        self.accepted_by_office()
