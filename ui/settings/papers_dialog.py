"""The form of the office's papers: envelopes, footer, both sides, what is never sent or shown."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.envelopes import OWN_MEASURES, Envelope
from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office import FOOTER_LINES, LEAST_SHOWN, Office
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import capital
from ui.widgets.checks_field import ChecksField
from ui.widgets.fields import CheckField, ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog


class PapersDialog(FormDialog):
    """Changes how the office prints."""

    completed = Signal(object)
    """The `Office` to be saved."""

    def __init__(self, words: Words, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(words, words.text("The office’s papers"), parent=parent)
        self._start = office
        self.letter_footer = NotesField(300, FOOTER_LINES)
        self.envelope = ChoiceField([(one, capital(label(words, one))) for one in Envelope])
        self.measures = {name: TextField(6) for name in OWN_MEASURES}
        self.double_sided = CheckField(words.text("Each letter begins on a front page"))
        self.letters_off = ChecksField([(kind, label(words, kind)) for kind in LetterKind])
        self.least_shown = NumberField(LEAST_SHOWN, 20)
        self._add_rows()
        self._show()
        self.envelope.changed.connect(self._show_measures)
        self.submitted.connect(lambda: self.completed.emit(self.office()))

    def office(self) -> Office:
        """What the fields say."""
        own = self.envelope.value() is Envelope.OWN
        measured = {name: _tenths(field.value()) for name, field in self.measures.items()}
        return replace(
            self._start,
            letter_footer=self.letter_footer.value(),
            envelope=self.envelope.value(),
            own_window=measured if own else self._start.own_window,
            double_sided=self.double_sided.value(),
            letters_off=frozenset(kind.value for kind in self.letters_off.value()),
            least_shown=self.least_shown.number() or LEAST_SHOWN,
        )

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        if field == "own_window":
            field = "own_window_left"
        self.refuse(explain(self.words, refused), field)

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        self.add_group(
            _("Envelopes"),
            _(
                "The address stands where every envelope of this kind shows it, and nothing else "
                "is seen, wherever the sheet slides. Fold at the marks in the left edge."
            ),
        )
        self.add_row(
            "envelope",
            field_label(words, "envelope"),
            self.envelope,
            _("Danish windows differ by maker: try one letter first, or measure your own."),
        )
        for name, field in self.measures.items():
            field.setMaximumWidth(140)
            whole = f"own_window_{name}"
            self.add_row(whole, field_label(words, whole), field)
        self.add_group(_("Letters"))
        self.add_row(
            "letter_footer",
            field_label(words, "letter_footer"),
            self.letter_footer,
            _("Two lines at most, beside the number of the page"),
        )
        self.add_row("double_sided", field_label(words, "double_sided"), self.double_sided)
        self.add_row(
            "letters_off",
            field_label(words, "letters_off"),
            self.letters_off,
            _("What is ticked is never due and stands in no list of letters to print."),
        )
        self.add_group(_("Reports"))
        self.least_shown.setMaximumWidth(140)
        self.add_row(
            "least_shown",
            field_label(words, "least_shown"),
            self.least_shown,
            _("Smaller numbers of people are hidden, so that nobody is recognised in a table."),
        )

    def _show(self) -> None:
        start = self._start
        self.letter_footer.set_value(start.letter_footer)
        self.envelope.set_value(start.envelope)
        for name, field in self.measures.items():
            tenths = start.own_window.get(name)
            field.set_value(f"{tenths / 10:g}" if tenths else "")
        self.double_sided.set_value(start.double_sided)
        self.letters_off.set_value({LetterKind(one) for one in start.letters_off})
        self.least_shown.set_number(start.least_shown)
        self._show_measures()

    def _show_measures(self) -> None:
        own = self.envelope.value() is Envelope.OWN
        for field in self.measures.values():
            field.setEnabled(own)


def _tenths(millimetres: str) -> int:
    """0, which the office refuses, for what is no number."""
    try:
        return round(float(millimetres.replace(",", ".")) * 10)
    except (ValueError, OverflowError):
        return 0
