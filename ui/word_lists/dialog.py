"""The form of a word of the office's own: what it is called in each language."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from mentorapp.domain.word_lists import WordList
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from ui.widgets.form_dialog import FormDialog
from ui.widgets.texts_field import TextsField


class WordDialog(FormDialog):
    """A word without names is new."""

    def __init__(
        self,
        words: Words,
        word_list: WordList,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        new = {
            WordList.INTERESTS: _("New interest"),
            WordList.OCCUPATIONS: _("New occupation"),
        }
        super().__init__(words, _("Rename") if names else new[word_list], parent=parent)
        self.names = TextsField()
        self.add_row(
            "names",
            field_label(words, "names"),
            self.names,
            _(
                "One language is enough: the others then show the same. Papers are printed with "
                "the name in the reader’s language."
            ),
            required=True,
        )
        self.names.set_value(names)
        self.start_afresh()

    def refuse(self, text: str, field: str = "") -> None:
        """There is but one field that can be wrong."""
        super().refuse(text, field or "names")

    def word(self) -> str:
        """The name in the language of the window, or any."""
        given = self.names.value()
        return given.get(self.words.language) or next(iter(given.values()), "")
