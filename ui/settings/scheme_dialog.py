"""The form of a scheme: names, length, follow-up, and what counts when pairing."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.schemes import Criterion, Scheme, SchemePart
from mentorapp.operations import letters
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import capital
from ui.settings.points_field import PointsField
from ui.settings.weights_panel import WeightsPanel
from ui.widgets.checks_field import ChecksField
from ui.widgets.fields import CheckField, ChoiceField, NumberField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.texts_field import TextsField
from ui.widgets.weight_field import WeightField

_PLAIN = (
    "names",
    "mentor_titles",
    "newcomer_titles",
    "follow_up_points",
    "letter_set",
    "parts",
    "requires_confidentiality",
    "requires_training",
    "active",
)
_SILENCE = ("yellow_days", "red_days")


class SchemeDialog(FormDialog):
    """Changes a scheme; one without a key is new."""

    completed = Signal(object)
    """The `Scheme` to be saved."""
    weights_changed = Signal()
    """Another word was chosen for a criterion."""

    def __init__(self, words: Words, scheme: Scheme, parent: QWidget | None = None) -> None:
        _ = words.text
        title = scheme.name(words.language) if scheme.key else _("New scheme")
        super().__init__(words, title, parent=parent)
        self._start = scheme
        self.names = TextsField()
        self.mentor_titles = TextsField()
        self.newcomer_titles = TextsField()
        self.usual_months = NumberField(1, 60)
        self.meetings_per_month = NumberField(0, 31)
        self.silence = {name: NumberField(1, 365, optional=True) for name in _SILENCE}
        self.follow_up_points = PointsField(words)
        self.letter_set = ChoiceField(letters.letter_sets(words))
        self.parts = ChecksField([(part, capital(label(words, part))) for part in SchemePart])
        self.weights = {criterion: WeightField(words) for criterion in Criterion}
        self.panel = WeightsPanel(words)
        self.requires_confidentiality = CheckField(_("The mentor has signed confidentiality"))
        self.requires_training = CheckField(_("The mentor has done the training"))
        self.active = CheckField(_("Offered to new people"))
        self._add_rows()
        # A set that no longer ships shows as the one that is printed instead.
        shown = replace(scheme, letter_set=letters.letter_set_of(scheme))
        for name in _PLAIN:
            getattr(self, name).set_value(getattr(shown, name))
        self.usual_months.set_number(scheme.usual_months)
        self.meetings_per_month.set_number(scheme.meetings_per_month)
        for name, days in self.silence.items():
            days.set_number(getattr(scheme, name))
        for criterion, field in self.weights.items():
            field.set_value(scheme.weight(criterion))
            field.changed.connect(self._weigh)
        self._weigh()
        self.submitted.connect(lambda: self.completed.emit(self.scheme()))

    def scheme(self) -> Scheme:
        """What the fields say."""
        return replace(
            self._start,
            **{name: getattr(self, name).value() for name in _PLAIN},
            usual_months=self.usual_months.number() or 1,
            meetings_per_month=self.meetings_per_month.number() or 0,
            yellow_days=self.silence["yellow_days"].number(),
            red_days=self.silence["red_days"].number(),
            weights=self.chosen_weights(),
        )

    def chosen_weights(self) -> dict[str, str]:
        """The words for each criterion."""
        return {criterion.value: field.value().value for criterion, field in self.weights.items()}

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _weigh(self) -> None:
        self.panel.show_shares(self.chosen_weights())
        self.weights_changed.emit()

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        self.add_group(_("Scheme"))
        self.add_row("names", field_label(words, "names"), self.names)
        self.add_row("mentor_titles", _("What the mentor is called"), self.mentor_titles)
        self.add_row("newcomer_titles", _("What the newcomer is called"), self.newcomer_titles)
        for name in ("usual_months", "meetings_per_month"):
            field = getattr(self, name)
            field.setMaximumWidth(140)
            self.add_row(name, field_label(words, name), field)
        self.add_row(
            "follow_up_points",
            field_label(words, "follow_up_points"),
            self.follow_up_points,
            _("Days after the agreement, and what about."),
        )
        for name, days in self.silence.items():
            days.setMaximumWidth(140)
            self.add_row(name, field_label(words, name), days, _("Empty: as for the office."))
        self.letter_set.setMaximumWidth(320)
        self.add_row("letter_set", field_label(words, "letter_set"), self.letter_set)
        self.add_row("parts", field_label(words, "parts"), self.parts)
        self.add_group(
            _("What counts when pairing"),
            _("“Must” rules a pair out where it is not met; “off” leaves it out of account."),
        )
        for criterion, weight in self.weights.items():
            self.add_row(f"weight.{criterion.value}", label(words, criterion), weight)
        self.add_wide(self.panel)
        self.add_group(_("Before somebody becomes a mentor"))
        self.add_row(
            "requires_confidentiality", _("Confidentiality"), self.requires_confidentiality
        )
        self.add_row("requires_training", _("Training"), self.requires_training)
        self.add_group(_("In use"))
        self.add_row("active", _("Scheme"), self.active)
