"""The page of newcomers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

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
from mentorapp.operations import Transaction, batches, lists, people
from mentorapp.operations.lists import NewcomerRow
from mentorapp.operations.people import PersonFile
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital
from ui.people.card import Facts
from ui.people.more_columns import also_searched, more_columns
from ui.people.page import PeoplePage
from ui.people.role_list import RoleList
from ui.people.steps import NEWCOMER_STEPS
from ui.people.submission import Role
from ui.people.wording import (
    NEWCOMER_TONES,
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
            set_statuses=batches.set_newcomer_status,
            hand_over=batches.hand_over_of_newcomers,
            tone=lambda row: NEWCOMER_TONES[row.status],
            subtitle=lambda row: (
                _("Registered on %(date)s") % {"date": words.date(row.registered_on)}
            ),
            facts=lambda row, file: _facts(words, row, file),
            count=lambda rows: _count(words, rows),
            role_id=lambda row: row.newcomer_id,
        )
        super().__init__(worker, words, today, what, parent)
        schooling, arrivals = _schooling(words), _arrivals(words)
        self.add_filter(
            _("Gender and schooling"),
            _("All schooling"),
            [(key, one.name) for key, one in schooling.items()],
            lambda row, key: (
                row.gender in schooling[key].one and row.education in schooling[key].other
            ),
            "schooling",
        )
        self.add_filter(
            _("Year of arrival and reason"),
            _("All arrivals"),
            [(key, one.name) for key, one in arrivals.items()],
            lambda row, key: (
                row.arrival in arrivals[key].one and row.residence_basis in arrivals[key].other
            ),
            "arrival",
        )


@dataclass(frozen=True, slots=True)
class _Both:
    """What a row may have of two fields, with the words for it."""

    name: str
    one: frozenset[Any]
    other: frozenset[Any]


def _schooling(words: Words) -> dict[str, _Both]:
    """Genders and levels."""
    _ = words.text
    women, anybody = frozenset({Gender.WOMAN}), frozenset(Gender)
    return {
        "women_little": _Both(_("Women with little schooling"), women, LITTLE),
        "little": _Both(_("Little schooling"), anybody, LITTLE),
        "women": _Both(_("Women"), women, frozenset(Education)),
        "men": _Both(_("Men"), frozenset({Gender.MAN}), frozenset(Education)),
        **{
            f"level_{level}": _Both(capital(label(words, level)), anybody, frozenset({level}))
            for level in Education
        },
    }


def _arrivals(words: Words) -> dict[str, _Both]:
    """When and why somebody came."""
    _ = words.text
    whenever, whatever = frozenset({*ArrivalBand, None}), frozenset(ResidenceBasis)
    long_ago = frozenset({ArrivalBand.FIVE, ArrivalBand.TEN})
    return {
        "long_ago": _Both(_("5 years ago or more"), long_ago, whatever),
        **{
            f"band_{band}": _Both(capital(label(words, band)), frozenset({band}), whatever)
            for band in ArrivalBand
        },
        "not_known": _Both(_("Not known"), frozenset({None}), whatever),
        **{
            f"reason_{basis}": _Both(
                _("Reason: %(reason)s") % {"reason": label(words, basis)},
                whenever,
                frozenset({basis}),
            )
            for basis in ResidenceBasis
        },
    }


def _columns(words: Words) -> list[Column[NewcomerRow]]:
    _ = words.text
    return [
        Column(_("Name"), lambda row: row.name, width=155, least=150, key="name"),
        Column(
            _("Status"),
            lambda row: status_text(words, row.status),
            lambda row: list(NewcomerStatus).index(row.status),
            width=124,
            whole=[status_text(words, one) for one in NewcomerStatus],
            badge=lambda row: NEWCOMER_TONES[row.status],
            key="status",
        ),
        Column(
            _("Languages"),
            lambda row: language_names(words, row.languages),
            width=108,
            key="languages",
        ),
        Column(
            _("Place"),
            lambda row: place_or_protection(words, row.place, row.protection),
            width=106,
            badge=lambda row: protection_tone(row.protection),
            key="place",
        ),
        Column(
            _("Waited"),
            lambda row: _waited(words, row),
            lambda row: row.waited_days if row.status in TO_BE_PAIRED else None,
            width=82,
            key="waited",
        ),
        Column(_("Paired with"), lambda row: row.paired_with, width=106, key="paired_with"),
        Column(
            _("Last meeting"),
            lambda row: words.date(row.last_meeting),
            lambda row: row.last_meeting,
            width=116,
            key="last_meeting",
            standard=False,
        ),
        *more_columns(words, NewcomerRow),
    ]


def _waited(words: Words, row: NewcomerRow) -> str:
    if row.status not in TO_BE_PAIRED:
        return ""
    return words.plural("%(n)d day", "%(n)d days", row.waited_days)


def _more(words: Words, row: NewcomerRow) -> str:
    return f"{row.native_name}\n{also_searched(words, row)}"


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
