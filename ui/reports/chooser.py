"""The card of choices: which report, of when, about whom, in which language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from mentorapp.domain.quarters import Period, Span
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, offices, organisations, pairings, schemes
from mentorapp.operations.report_gathering import Wish
from mentorapp.words import LANGUAGES, N_, Words, language_name
from mentorapp.words.labels import label
from ui.format import plain_label
from ui.reports.choices import DAYS, last_finished, last_year, periods, years
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField

#: Offered in this order, each with what it is for.
_KINDS = (
    (
        ReportKind.PERIOD,
        N_(
            "One page of key figures for managers, held against the period before and the "
            "year before; then tables and what else was done. It names nobody."
        ),
    ),
    (
        ReportKind.YEAR,
        N_(
            "The year for a committee: pairs, outcomes, goals and measures, and what each "
            "organisation gave. It names no person."
        ),
    ),
    (
        ReportKind.ORGANISATION,
        N_(
            "What the mentors of an organisation gave, to hand to it, or of all organisations "
            "side by side. It names nobody."
        ),
    ),
    (
        ReportKind.WAITING,
        N_(
            "Who waits for a mentor and how long, by scheme, municipality and language. It "
            "names nobody."
        ),
    ),
    (
        ReportKind.EVALUATION,
        N_(
            "What the two halves of a scheme’s pairs answered on paper, at the start, midway and "
            "at the end. It names nobody and has nobody’s own words."
        ),
    ),
    (
        ReportKind.FOLLOW_UP,
        N_(
            "Every running pair with its last meeting, its hours, what comes next, what is "
            "open, and room to write. For the coordinator alone: it has names and is not kept."
        ),
    ),
    (
        ReportKind.HOURS,
        N_(
            "What a volunteer did, to sign and hand to the volunteer. It names no newcomer and "
            "is not kept."
        ),
    ),
)

#: Without somebody or something that they are about they cannot be made.
_ABOUT_ONE = frozenset({ReportKind.HOURS, ReportKind.EVALUATION})


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a report can be about."""

    coordinators: tuple[str, ...]
    organisations: tuple[tuple[UUID, str], ...]
    mentors: tuple[tuple[UUID, str], ...]
    schemes: tuple[Scheme, ...] = ()


def read_known(tx: Transaction, today: date) -> Known:
    """The coordinators of the office and whoever else is responsible for a pair; every
    organisation; every mentor of a pair.
    """
    rows = pairings.rows(tx, today)
    responsible = {row.coordinator for row in rows}
    mentors = {row.mentor_person_id: row.mentor_name for row in rows}
    return Known(
        tuple(sorted({*offices.read(tx).coordinators, *responsible} - {""})),
        tuple(organisations.choices(tx)),
        tuple(sorted(mentors.items(), key=lambda one: one[1].casefold())),
        tuple(schemes.all_schemes(tx)),
    )


class Chooser(QWidget):
    """What does not belong to the chosen report is hidden."""

    changed = Signal()

    def __init__(self, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        _ = words.text
        self.setObjectName("sheet")
        self._words = words
        self.kinds = QButtonGroup(self)
        self.buttons: dict[ReportKind, QRadioButton] = {}
        self.hint = plain_label("", "muted")
        self.hint.setWordWrap(True)
        self.period = ChoiceField(periods(words, today()))
        self.period.set_value(last_finished(today()))
        self.year = ChoiceField(years(words, today()))
        self.year.set_value(last_year(today()))
        self.first = DateField(words, today())
        self.last = DateField(words, today())
        self.organisation = ChoiceField([(None, _("All side by side"))])
        self.mentor = ChoiceField()
        self.scheme = ChoiceField()
        self.of_scheme = ChoiceField([(None, _("All schemes"))])
        self.coordinator = ChoiceField([("", _("All coordinators"))])
        self.by_organisation = QCheckBox(_("By organisation"))
        self.language = ChoiceField([(one, language_name(one)) for one in LANGUAGES])
        self.language.set_value(words.language)
        self._labels: dict[QWidget, QLabel] = {}
        self._lay_out()
        for field in (
            self.period, self.year, self.first, self.last, self.organisation, self.mentor,
            self.scheme, self.of_scheme, self.coordinator, self.language,
        ):  # fmt: skip
            field.changed.connect(self._choose)
        self.by_organisation.toggled.connect(self._choose)
        self.kinds.buttonClicked.connect(self._choose)
        self.buttons[ReportKind.PERIOD].setChecked(True)
        self._fit()

    def show_known(self, known: Known) -> None:
        """Offer these; what was chosen stays if it is still among them."""
        _ = self._words.text
        self.coordinator.set_choices(
            [("", _("All coordinators")), *((name, name) for name in known.coordinators)]
        )
        self.organisation.set_choices([(None, _("All side by side")), *known.organisations])
        self.mentor.set_choices(known.mentors)
        language = self._words.language
        named = [(one.id, one.name(language)) for one in known.schemes]
        self.scheme.set_choices(named)
        self.of_scheme.set_choices([(None, _("All schemes")), *named])

    @property
    def kind(self) -> ReportKind:
        """The report that is chosen."""
        return next(kind for kind, button in self.buttons.items() if button.isChecked())

    def wish(self) -> Wish | None:
        """The report as it is chosen; None while days or a mentor are missing."""
        period = self._period()
        about = {
            ReportKind.ORGANISATION: self.organisation.value(),
            ReportKind.HOURS: self.mentor.value(),
            ReportKind.EVALUATION: self.scheme.value(),
            ReportKind.PERIOD: self.of_scheme.value(),
        }.get(self.kind)
        if period is None or (self.kind in _ABOUT_ONE and about is None):
            return None
        return Wish(
            kind=self.kind,
            period=period,
            about=about,
            coordinator=self.coordinator.value() or "",
            by_organisation=self.by_organisation.isChecked(),
        )

    def _period(self) -> Period | None:
        field = self.year if self.kind is ReportKind.YEAR else self.period
        chosen: Period | str = field.value()
        if not isinstance(chosen, str):
            return chosen
        first, last = self.first.value(), self.last.value()
        return Span(first, last) if first and last and first <= last else None

    def _choose(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        kind = self.kind
        self.hint.setText(self._words.text(dict(_KINDS)[kind]))
        days = kind not in {ReportKind.YEAR, ReportKind.FOLLOW_UP}
        other = days and self.period.value() == DAYS
        for field, shown in (
            (self.period, days),
            (self.first, other),
            (self.last, other),
            (self.year, kind is ReportKind.YEAR),
            (self.organisation, kind is ReportKind.ORGANISATION),
            (self.mentor, kind is ReportKind.HOURS),
            (self.scheme, kind is ReportKind.EVALUATION),
            (self.of_scheme, kind is ReportKind.PERIOD),
            (self.coordinator, kind is ReportKind.FOLLOW_UP),
        ):
            field.setVisible(shown)
            self._labels[field].setVisible(shown)
        self.by_organisation.setVisible(kind is ReportKind.FOLLOW_UP)

    def _lay_out(self) -> None:
        _ = self._words.text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for kind, hint in _KINDS:
            button = QRadioButton(label(self._words, kind))
            button.setAccessibleDescription(_(hint))
            self.buttons[kind] = button
            self.kinds.addButton(button)
            column.addWidget(button)
        column.addSpacing(4)
        column.addWidget(self.hint)
        fields: Sequence[tuple[str, QWidget]] = (
            (_("Period"), self.period),
            (_("From"), self.first),
            (_("To"), self.last),
            (_("Year"), self.year),
            (_("Organisation"), self.organisation),
            (_("Mentor"), self.mentor),
            (_("Scheme"), self.scheme),
            (_("Scheme"), self.of_scheme),
            (_("Coordinator"), self.coordinator),
            (_("Language of the report"), self.language),
        )
        for text, field in fields:
            title = plain_label(text)
            title.setContentsMargins(0, 8, 0, 0)
            title.setBuddy(field)
            field.setAccessibleName(text)
            self._labels[field] = title
            column.addWidget(title)
            column.addWidget(field)
            if field is self.coordinator:
                column.addWidget(self.by_organisation)
