"""The forms of an interview and of a quotation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.interviews import Interview, Question, Quote, Rating
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog

Choices = Sequence[tuple[UUID | None, str]]


class InterviewDialog(FormDialog):
    """Ratings first, as on the paper form, then the open questions; any may stay empty."""

    def __init__(
        self,
        words: Words,
        today: date,
        interview: Interview,
        pairings: Choices,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("User interview"), parent=parent)
        self.setMinimumWidth(720)
        self._start = interview
        self.held_on = DateField(words, today, Lean.PAST)
        self.held_by = TextField(NAME_LIMIT)
        self.pairing = ChoiceField([(None, "–"), *pairings])
        self.add_group("")
        self.add_row("held_on", field_label(words, "held_on"), self.held_on)
        self.add_row("held_by", field_label(words, "held_by"), self.held_by)
        self.add_row("pairing", _("About the pairing"), self.pairing)
        self.add_group(_("How far do you agree? 1 = not at all, 5 = very much"))
        steps = [(None, _("not answered")), *((step, str(step)) for step in range(1, 6))]
        self.ratings = {rating: ChoiceField(steps) for rating in Rating}
        for rating, field in self.ratings.items():
            field.setMaximumWidth(160)
            self.add_row(f"rating.{rating.value}", label(words, rating), field)
        self.add_group(_("In the person’s own words"))
        self.answers = {question: NotesField(10_000, 2) for question in Question}
        for question, text in self.answers.items():
            self.add_row(f"answer.{question.value}", label(words, question), text)
        self._show(interview)

    def interview(self) -> Interview:
        """What the fields say."""
        return replace(
            self._start,
            held_on=self.held_on.value() or self._start.held_on,
            held_by=self.held_by.value(),
            pairing_id=self.pairing.value(),
            ratings={
                rating.value: field.value()
                for rating, field in self.ratings.items()
                if field.value() is not None
            },
            answers={
                question.value: field.value()
                for question, field in self.answers.items()
                if field.value()
            },
        )

    def _show(self, interview: Interview) -> None:
        self.held_on.set_value(interview.held_on)
        self.held_by.set_value(interview.held_by)
        self.pairing.set_value(interview.pairing_id)
        for rating, field in self.ratings.items():
            field.set_value(interview.ratings.get(rating.value))
        for question, text in self.answers.items():
            text.set_value(interview.answers.get(question.value, ""))


class QuoteDialog(FormDialog):
    """What somebody said, how he is named, and since when it may be printed."""

    def __init__(
        self,
        words: Words,
        today: date,
        quote: Quote,
        interviews: Choices,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Quotation"), parent=parent)
        self._start = quote
        self.quote_text = NotesField(1_000, 4)
        self.credit = TextField(NAME_LIMIT)
        self.said_on = DateField(words, today, Lean.PAST)
        self.interview = ChoiceField([(None, "–"), *interviews])
        self.consent_on = DateField(words, today, Lean.PAST)
        self.withdrawn_on = DateField(words, today, Lean.PAST)
        self.add_group("")
        self.add_row("quote", field_label(words, "quote"), self.quote_text, required=True)
        self.add_row(
            "credit",
            field_label(words, "credit"),
            self.credit,
            _("For example “woman, 20”. Never a name without the person’s wish."),
        )
        self.add_row("said_on", field_label(words, "said_on"), self.said_on)
        self.add_row("interview", _("From the interview"), self.interview)
        self.add_group(
            _("Consent"),
            _("Without a consent, or when it is withdrawn, the quotation is never printed."),
        )
        self.add_row("consent_on", field_label(words, "consent_on"), self.consent_on)
        self.add_row("withdrawn_on", field_label(words, "withdrawn_on"), self.withdrawn_on)
        self.quote_text.set_value(quote.text)
        for name in ("credit", "said_on", "consent_on", "withdrawn_on"):
            getattr(self, name).set_value(getattr(quote, name))
        if quote.interview_id in dict(interviews):
            self.interview.set_value(quote.interview_id)

    def quote(self) -> Quote:
        """What the fields say."""
        return replace(
            self._start,
            text=self.quote_text.value(),
            credit=self.credit.value(),
            said_on=self.said_on.value() or self._start.said_on,
            interview_id=self.interview.value(),
            consent_on=self.consent_on.value(),
            withdrawn_on=self.withdrawn_on.value(),
        )
