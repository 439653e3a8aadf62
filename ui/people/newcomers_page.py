"""The page of newcomers."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.newcomers import (
    TO_BE_PAIRED,
    ArrivalBand,
    Education,
    NewcomerStatus,
    ResidenceBasis,
)
from mentorapp.domain.people import Gender
from mentorapp.domain.schooling import LITTLE
from mentorapp.operations import Transaction, lists, people
from mentorapp.operations.lists import NewcomerRow
from mentorapp.operations.people import PersonFile
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital
from ui.people.card import Facts
from ui.people.page import PeoplePage
from ui.people.role_list import RoleList
from ui.people.steps import NEWCOMER_STEPS
from ui.people.submission import Role
from ui.people.wording import (
    NEWCOMER_TONES,
    interest_names,
    language_names,
    place_or_protection,
    protection_tone,
    status_text,
)
from ui.widgets.list_page import EmptyList
from ui.widgets.table import Column
from ui.work import Worker


class NewcomersPage(PeoplePage[NewcomerRow]):
    """Everybody who wants to meet somebody, or has."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        what = RoleList(
            role=Role.NEWCOMER,
            title=_("Newcomers"),
            new=_("New newcomer"),
            empty=EmptyList(
                _("No newcomers yet"),
                _("Register the first one, or import a list from a file."),
                (_("Register a newcomer"), self.new_person),
            ),
            columns=_columns(words),
            search=lambda row: _more(words, row),
            rows=lists.newcomer_rows,
            statuses=NewcomerStatus,
            steps=lambda row: NEWCOMER_STEPS[row.status],
            set_status=_set_status,
            tone=lambda row: NEWCOMER_TONES[row.status],
            subtitle=lambda row: (
                _("Registered on %(date)s") % {"date": words.date(row.registered_on)}
            ),
            facts=lambda row, file: _facts(words, row, file),
            count=lambda rows: _count(words, rows),
            role_id=lambda row: row.newcomer_id,
        )
        super().__init__(worker, words, today, what, parent)
        self.add_filter(
            _("Gender and schooling"),
            _("All schooling"),
            _schooling_choices(words),
            lambda row, wanted: row.gender in wanted[0] and row.education in wanted[1],
        )
        self.add_filter(
            _("Year of arrival and reason"),
            _("All arrivals"),
            _arrival_choices(words),
            lambda row, wanted: row.arrival in wanted[0] and row.residence_basis in wanted[1],
        )


def _schooling_choices(
    words: Words,
) -> list[tuple[tuple[frozenset[Gender], frozenset[Education]], str]]:
    """Genders and levels that a row may have, with the words for both."""
    _ = words.text
    women, anybody = frozenset({Gender.WOMAN}), frozenset(Gender)
    return [
        ((women, LITTLE), _("Women with little schooling")),
        ((anybody, LITTLE), _("Little schooling")),
        ((women, frozenset(Education)), _("Women")),
        ((frozenset({Gender.MAN}), frozenset(Education)), _("Men")),
        *(((anybody, frozenset({level})), capital(label(words, level))) for level in Education),
    ]


def _arrival_choices(
    words: Words,
) -> list[tuple[tuple[frozenset[ArrivalBand | None], frozenset[ResidenceBasis]], str]]:
    """When and why a row may have come, with the words for it."""
    _ = words.text
    whenever, whatever = frozenset({*ArrivalBand, None}), frozenset(ResidenceBasis)
    return [
        ((frozenset({ArrivalBand.FIVE, ArrivalBand.TEN}), whatever), _("5 years ago or more")),
        *(((frozenset({band}), whatever), capital(label(words, band))) for band in ArrivalBand),
        ((frozenset({None}), whatever), _("Not known")),
        *(
            (
                (whenever, frozenset({basis})),
                _("Reason: %(reason)s") % {"reason": label(words, basis)},
            )
            for basis in ResidenceBasis
        ),
    ]


def _columns(words: Words) -> list[Column[NewcomerRow]]:
    _ = words.text
    return [
        Column(_("Name"), lambda row: row.name, width=155),
        Column(_("Languages"), lambda row: language_names(words, row.languages), width=108),
        Column(
            _("Place"),
            lambda row: place_or_protection(words, row.place, row.protection),
            width=106,
            badge=lambda row: protection_tone(row.protection),
        ),
        Column(
            _("Status"),
            lambda row: status_text(words, row.status),
            lambda row: list(NewcomerStatus).index(row.status),
            width=124,
            badge=lambda row: NEWCOMER_TONES[row.status],
        ),
        Column(
            _("Waited"),
            lambda row: _waited(words, row),
            lambda row: row.waited_days if row.status in TO_BE_PAIRED else None,
            width=82,
        ),
        Column(_("Paired with"), lambda row: row.paired_with, width=106),
    ]


def _waited(words: Words, row: NewcomerRow) -> str:
    if row.status not in TO_BE_PAIRED:
        return ""
    return words.plural("%(n)d day", "%(n)d days", row.waited_days)


def _more(words: Words, row: NewcomerRow) -> str:
    interests = interest_names(words, row.interests)
    return f"{row.number}\n{row.native_name}\n{row.phone}\n{row.municipality}\n{interests}"


def _set_status(tx: Transaction, row: NewcomerRow, status: NewcomerStatus, today: date) -> object:
    return people.set_newcomer_status(tx, row.newcomer_id, status, today)


def _facts(words: Words, row: NewcomerRow, file: PersonFile | None) -> Facts:
    _ = words.text
    newcomer = file.registration.newcomer if file else None
    interpreter = ""
    if row.needs_interpreter:
        code = newcomer.interpreter_language if newcomer else ""
        known = languages().get(code)
        interpreter = capital(known.name(words.language)) if known else _("Yes")
    return [
        (_("Waited"), _waited(words, row)),
        (_("Paired with"), row.paired_with),
        (_("Last meeting"), words.date(row.last_meeting) if row.last_meeting else ""),
        (_("Interpreter"), interpreter),
        (_("Own goal"), newcomer.goal if newcomer else ""),
        (_("Contact person"), newcomer.contact_person if newcomer else ""),
    ]


def _count(words: Words, rows: list[NewcomerRow]) -> str:
    waiting = sum(1 for row in rows if row.status in TO_BE_PAIRED)
    return words.text("%(all)s registered · %(waiting)s to be paired") % {
        "all": words.number(len(rows)),
        "waiting": words.number(waiting),
    }
