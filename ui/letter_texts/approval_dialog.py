"""Who has read a letter text in a newcomer's language and finds it right."""

from PySide6.QtWidgets import QWidget

from mentorapp.domain.text import NAME_LIMIT
from mentorapp.words import Words
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog


class ApprovalDialog(FormDialog):
    """Asks for the name of the native reader."""

    def __init__(self, words: Words, title: str, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, title, _("Mark as approved"), parent)
        self.setMinimumWidth(520)
        self.approved_by = TextField(NAME_LIMIT)
        self.add_group(
            _("Approved by somebody whose language it is"),
            _(
                "From then on the letter is printed in this language alone. Whatever changes the "
                "text takes the approval away."
            ),
        )
        self.add_row("approved_by", _("Read by"), self.approved_by)
