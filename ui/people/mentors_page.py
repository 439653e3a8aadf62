"""The page of mentors."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Transaction, batches, lists, people
from mentorapp.operations.lists import MentorRow
from mentorapp.operations.people import PersonFile
from mentorapp.words import Words
from ui.format import by_name, sort_key
from ui.people.card import Facts
from ui.people.more_columns import also_searched, more_columns
from ui.people.page import PeoplePage
from ui.people.role_list import RoleList
from ui.people.steps import MENTOR_STEPS
from ui.people.submission import Role
from ui.people.wording import (
    MENTOR_TONES,
    language_names,
    place_or_protection,
    protection_tone,
    status_text,
)
from ui.widgets.list_page import EmptyList
from ui.widgets.table_model import Column, Prepared
from ui.work import Worker


class MentorsPage(PeoplePage[MentorRow]):
    """Everybody who is or wants to be a mentor."""

    def __init__(
        self,
        worker: Worker,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        what = RoleList(
            role=Role.MENTOR,
            title=_("Mentors"),
            new=_("New mentor"),
            empty=EmptyList(
                _("No mentors yet"),
                _("Register the first one, or import a list from a file."),
                (_("Register a mentor"), self.new_person),
            ),
            columns=_columns(words),
            search=lambda row: _more(words, row),
            rows=lists.mentor_rows,
            statuses=MentorStatus,
            steps=lambda row: MENTOR_STEPS[row.status],
            set_status=_set_status,
            set_statuses=batches.set_mentor_status,
            hand_over=batches.hand_over_of_mentors,
            tone=lambda row: MENTOR_TONES[row.status],
            subtitle=lambda row: (
                _("Mentor since %(date)s") % {"date": words.date(row.registered_on)}
            ),
            facts=lambda row, file: _facts(words, row, file),
            count=lambda rows: _count(words, rows),
            role_id=lambda row: row.mentor_id,
        )
        super().__init__(worker, words, today, what, parent)
        self._organisation = self.add_filter(
            _("Organisation"),
            _("All organisations"),
            [],
            lambda row, name: _workplace(row) == name,
            "organisation",
        )

    def _show_list(self, prepared: Prepared[MentorRow], every: list[Scheme]) -> None:
        names = {_workplace(row) for row in prepared.rows}
        self._organisation.set_choices(by_name(names, sort_key(self._words.language)))
        super()._show_list(prepared, every)


def _columns(words: Words) -> list[Column[MentorRow]]:
    _ = words.text
    return [
        Column(_("Name"), lambda row: row.name, width=158, least=150, key="name"),
        Column(
            _("Status"),
            lambda row: status_text(words, row.status),
            lambda row: list(MentorStatus).index(row.status),
            width=130,
            whole=[status_text(words, one) for one in MentorStatus],
            badge=lambda row: MENTOR_TONES[row.status],
            key="status",
        ),
        Column(
            _("Languages"),
            lambda row: language_names(words, row.languages),
            width=114,
            key="languages",
        ),
        Column(
            _("Place"),
            lambda row: place_or_protection(words, row.place, row.protection),
            width=105,
            badge=lambda row: protection_tone(row.protection),
            key="place",
        ),
        Column(
            _("Pairs"),
            lambda row: f"{row.running}/{row.capacity}",
            lambda row: row.running,
            width=62,
            align=Qt.AlignmentFlag.AlignLeft,
            key="pairs",
        ),
        Column(
            _("Last meeting"),
            lambda row: words.date(row.last_meeting),
            lambda row: row.last_meeting,
            key="last_meeting",
        ),
        Column(_("Organisation"), _workplace, width=130, key="organisation", standard=False),
        Column(
            _("Certificate valid to"),
            lambda row: words.date(row.certificate_valid_to),
            lambda row: row.certificate_valid_to,
            width=150,
            key="certificate",
            standard=False,
        ),
        *more_columns(words, MentorRow),
    ]


def _more(words: Words, row: MentorRow) -> str:
    return f"{row.native_name}\n{_workplace(row)}\n{also_searched(words, row)}"


def _workplace(row: MentorRow) -> str:
    """The organisation, but not of the protected: where somebody works is where he is found."""
    return row.organisation if row.protection is Protection.NONE else ""


def _set_status(tx: Transaction, row: MentorRow, status: MentorStatus, today: date) -> object:
    return people.set_mentor_status(tx, row.mentor_id, status, today)


def _facts(words: Words, row: MentorRow, file: PersonFile | None) -> Facts:
    _ = words.text
    paired = "" if file is None else _paired_with(file)
    return [
        (_("Organisation"), _workplace(row)),
        (_("Paired with"), paired),
        (
            _("Pairs"),
            _("%(running)s of %(capacity)s") % {"running": row.running, "capacity": row.capacity},
        ),
        (_("Last meeting"), words.date(row.last_meeting) if row.last_meeting else ""),
        (
            _("Certificate valid to"),
            words.date(row.certificate_valid_to) if row.certificate_valid_to else "",
        ),
    ]


def _paired_with(file: PersonFile) -> str:
    from mentorapp.domain.pairings import RUNNING

    me = file.registration.person.id
    return "\n".join(
        one.newcomer_name
        for one in file.pairings
        if one.status in RUNNING and one.mentor_person_id == me
    )


def _count(words: Words, rows: list[MentorRow]) -> str:
    free = sum(1 for row in rows if row.status is MentorStatus.APPROVED and row.free)
    return words.text("%(all)s registered · %(free)s free") % {
        "all": words.number(len(rows)),
        "free": words.number(free),
    }
