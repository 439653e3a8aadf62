"""The forms of a questionnaire: which page it is, what is answered on it, what is to be printed."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.networks import AlreadyAsked
from mentorapp.domain.questionnaire_codes import code
from mentorapp.domain.questionnaires import (
    OWN_WORDS,
    AlreadyAnswered,
    Moment,
    Questionnaire,
    Respondent,
    asked,
)
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT
from mentorapp.operations.questionnaires import Filled, Wanted
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.questionnaires import legend, question
from mentorapp.words.refusals import explain
from ui.format import capital
from ui.questionnaires.answer_field import AnswerField
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog

#: What of the form stays in sight below the field that is typed in, in pixels.
_BELOW = 90
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeDialog(FormDialog):
    """Whose page is it? The code on it says so; the number alone takes what is due."""

    def __init__(self, words: Words, suggested: str = "", parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Type in answers"), _("Go on"), parent)
        self.code = TextField(NAME_LIMIT)
        self.code.setMaximumWidth(220)
        self.add_group("")
        self.add_row(
            "pairing",
            _("Number on the page"),
            self.code,
            _(
                "As it is printed, like 30015-N2: N newcomer, M mentor; 1 at the start, 2 midway, "
                "3 at the end. The number alone opens the page that comes next."
            ),
        )
        self.code.set_value(suggested)
        self.code.selectAll()

    def missing(self) -> Refused | None:
        """What has to be there and is not."""
        return None if self.code.value() else InvalidField("pairing", Problem.MISSING)


class AnswersDialog(FormDialog):
    """One page, question by question; the keyboard goes on by itself, Enter saves at the end."""

    def __init__(
        self,
        words: Words,
        today: date,
        wanted: Wanted,
        filled: Filled | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        who, when, row = wanted.respondent, wanted.moment, wanted.row
        self.page = code(row.number, who, when)
        super().__init__(words, _("Answers %(page)s") % {"page": self.page}, parent=parent)
        self.setMinimumWidth(760)
        self._start = (
            replace(filled.questionnaire, answers=filled.answers)
            if filled
            else Questionnaire(
                pairing_id=row.id,
                person_id=wanted.person_id(who),
                moment=when,
                answered_on=today,
            )
        )
        name = row.mentor_name if who is Respondent.MENTOR else row.newcomer_name
        self.about = f"{name} · {label(words, who)} · {label(words, when)}"
        self.answered_on = DateField(words, today, Lean.PAST)
        self.answers = {one.item: AnswerField(words, one) for one in asked(who, when)}
        self.own_words = NotesField(NOTE_LIMIT, 2)
        self.add_group("", self.about)
        self.add_row("answered_on", field_label(words, "answered_on"), self.answered_on)
        self.add_group("", _("The number beside the box goes on by itself. Space leaves it open."))
        for one in asked(who, when):
            field = self.answers[one.item]
            title = question(words, one.item)
            self.add_row(f"item.{one.item.value}", title, field, legend(words, one.scale))
        self.add_row(
            f"answer.{OWN_WORDS}",
            field_label(words, f"answer.{OWN_WORDS}"),
            self.own_words,
            _("Enter saves. Shift+Enter begins a new line."),
        )
        self.own_words.installEventFilter(self)
        self._fill()
        fields = list(self.answers.values())
        for field, following in zip(fields, (*fields[1:], self.own_words), strict=True):
            field.answered.connect(partial(self._go_to, following))
        self.begins_at = fields[0]

    def missing(self) -> Refused | None:
        """What has to be there and is not."""
        if self.answered_on.value() is None:
            return InvalidField("answered_on", Problem.MISSING)
        return None

    def questionnaire(self) -> Questionnaire:
        """What the fields say."""
        numbers = {item: field.number() for item, field in self.answers.items()}
        said = self.own_words.value()
        return replace(
            self._start,
            answered_on=self.answered_on.value() or self._start.answered_on,
            answers={item.value: n for item, n in numbers.items() if n is not None},
            own_words={OWN_WORDS: said} if said else {},
        )

    def tell(self, refused: Refused) -> None:
        """Say why it was not saved, at its field."""
        self.refuse(explain(self.words, refused), field_of(refused))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.own_words
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.save()
            return True
        return super().eventFilter(watched, event)

    def _go_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._sheet.ensureWidgetVisible(field, 0, _BELOW)

    def _fill(self) -> None:
        self.answered_on.set_value(self._start.answered_on)
        for item, field in self.answers.items():
            field.set_number(self._start.answers.get(item))
        self.own_words.set_value(self._start.own_words.get(OWN_WORDS, ""))
        self.start_afresh()


class PrintDialog(FormDialog):
    """For which half, and which moment."""

    def __init__(self, words: Words, moment: Moment, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Questions on paper"), _("Show"), parent)
        self.moment = ChoiceField([(one, capital(label(words, one))) for one in Moment])
        self.half = ChoiceField(
            [(None, _("Both")), *((one, capital(label(words, one))) for one in Respondent)]
        )
        self.add_group("")
        self.add_row("moment", field_label(words, "moment"), self.moment)
        self.add_row("respondent", field_label(words, "respondent"), self.half)
        self.moment.set_value(moment)

    def respondents(self) -> list[Respondent]:
        """Who is chosen."""
        chosen = self.half.value()
        return list(Respondent) if chosen is None else [chosen]


def field_of(refused: Refused) -> str:
    """The field at which a refusal is shown; "" when it is about none."""
    if isinstance(refused, AlreadyAnswered | AlreadyAsked):
        return "answered_on"
    return str(getattr(refused, "field", ""))
