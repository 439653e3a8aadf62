"""The list of pairings: who, since when, how often they meet and what comes next."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt

from mentorapp.domain.follow_up import Severity
from mentorapp.domain.pairings import RUNNING, PairingStatus
from mentorapp.domain.protection import Protection
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.households import say_side
from mentorapp.words.labels import label
from ui.format import by_name, sort_key
from ui.theme import Tone
from ui.widgets.list_page import EmptyList, ListPage
from ui.widgets.sign import SignDelegate
from ui.widgets.table_model import Column, TableModel

STATUS_TONES = {
    PairingStatus.AGREED: Tone.INFO,
    PairingStatus.ACTIVE: Tone.OK,
    PairingStatus.COMPLETED: Tone.MUTED,
    PairingStatus.ENDED_EARLY: Tone.MUTED,
}
_SIGNS = {
    Severity.RED: ("circle-alert", Tone.BAD),
    Severity.YELLOW: ("triangle-alert", Tone.WARN),
    Severity.CALM: ("circle-check", Tone.OK),
}
_RIGHT = Qt.AlignmentFlag.AlignRight
_LAST_MEETING = 5
_RUNNING = "running"


class PairingsList(ListPage[PairingRow]):
    """The list alone; it opens with the running pairs, and shows ended ones when asked for."""

    def __init__(self, words: Words, find_pairs: Callable[[], object]) -> None:
        """`find_pairs` is where an office without pairs is sent."""
        _ = words.text
        model: TableModel[PairingRow] = TableModel(
            _columns(words), words.language, search=_searched
        )
        super().__init__(
            words,
            _("Pairings"),
            model,
            EmptyList(
                _("No pairs yet"),
                _("Pairs come from accepted proposals."),
                (_("Find pairs"), find_pairs),
            ),
            _("Search name, number, coordinator …"),
            key=lambda row: row.id,
        )
        self.fold.leave_out()
        self.table.setItemDelegateForColumn(_LAST_MEETING, SignDelegate(sign, self.table))
        self.status = self.add_filter(
            _("Status"),
            _("All statuses"),
            [(_RUNNING, _("running")), *((one, label(words, one)) for one in PairingStatus)],
            lambda row, status: (
                row.status in RUNNING if status == _RUNNING else (row.status is status)
            ),
            "status",
        )
        self.scheme = self.add_filter(
            _("Scheme"), _("All schemes"), [], lambda row, key: row.scheme.key == key, "scheme"
        )
        self.severity = self.add_filter(
            _("Contact"),
            _("Any contact"),
            [(Severity.RED, _("urgent")), (Severity.YELLOW, _("soon"))],
            lambda row, severity: row.severity is severity,
            "contact",
        )
        self.coordinator = self.add_filter(
            _("Coordinator"),
            _("All coordinators"),
            [],
            lambda row, name: row.coordinator == name,
            "coordinator",
        )
        self.organisation = self.add_filter(
            _("Organisation"),
            _("All organisations"),
            [],
            lambda row, name: row.organisation == name,
            "organisation",
        )
        self.status.set_value(_RUNNING)

    def show_pairings(self, rows: Sequence[PairingRow]) -> None:
        """The rows, and in the filters the schemes and coordinators that occur in them."""
        words, _ = self._words, self._words.text
        schemes = {row.scheme.key: row.scheme.name(words.language) for row in rows}
        order = sort_key(words.language)
        self.scheme.set_choices(sorted(schemes.items(), key=lambda one: order(one[1])))
        self.coordinator.set_choices(by_name({row.coordinator for row in rows}, order))
        self.organisation.set_choices(by_name({row.organisation for row in rows}, order))
        self.show_rows(rows)
        running = sum(row.status in RUNNING for row in rows)
        self.set_count(
            _("%(all)s registered · %(running)s running")
            % {"all": words.number(len(rows)), "running": words.number(running)}
        )

    def count_text(self, shown: int, total: int) -> str:
        """As the list opens, how many run of how many there ever were."""
        words = self._words
        if not total:
            return words.number(total)
        others = (self.scheme, self.severity, self.coordinator, self.organisation)
        narrowed = self.search.text() or any(one.chosen for one in others)
        if narrowed or self.status.chosen != (_RUNNING,):
            return super().count_text(shown, total)
        return words.text("%(running)s running · %(all)s registered") % {
            "running": words.number(shown),
            "all": words.number(total),
        }


def sign(row: PairingRow) -> tuple[str, Tone]:
    """The icon for how the contact is; ended pairs have none to worry about."""
    if row.status not in RUNNING:
        return ("circle-check", Tone.MUTED)
    return _SIGNS[row.severity]


def last_meeting_text(words: Words, row: PairingRow) -> str:
    """The day, or that there was none."""
    return words.date(row.last_meeting) if row.last_meeting else words.text("none yet")


def _columns(words: Words) -> list[Column[PairingRow]]:
    _ = words.text
    return [
        Column(
            _("Number"),
            lambda row: str(row.number),
            sort=lambda row: row.number,
            width=122,
            key="number",
        ),
        Column(
            _("Newcomer"),
            lambda row: say_side(words, row.newcomer_name, row.newcomer_side),
            width=140,
            least=124,
            key="newcomer",
        ),
        Column(
            _("Mentor"),
            lambda row: say_side(words, row.mentor_name, row.mentor_side),
            width=140,
            least=124,
            key="mentor",
        ),
        Column(_("Scheme"), lambda row: row.scheme.name(words.language), width=116, key="scheme"),
        Column(
            _("Status"),
            lambda row: label(words, row.status),
            width=150,
            whole=[label(words, one) for one in PairingStatus],
            badge=lambda row: STATUS_TONES[row.status],
            key="status",
        ),
        Column(
            _("Last meeting"),
            lambda row: last_meeting_text(words, row),
            sort=lambda row: row.last_meeting,
            width=136,
            least=132,
            key="last_meeting",
        ),
        Column(
            _("Meetings"),
            lambda row: words.number(row.meetings),
            sort=lambda row: row.meetings,
            width=102,
            align=_RIGHT,
            key="meetings",
        ),
        Column(
            _("Hours"),
            lambda row: words.hours(row.minutes),
            sort=lambda row: row.minutes,
            width=76,
            align=_RIGHT,
            key="hours",
        ),
        Column(
            _("Next follow-up"),
            lambda row: words.date(row.next_follow_up),
            sort=lambda row: row.next_follow_up,
            width=154,
            key="next_follow_up",
        ),
        *_more(words),
    ]


def _more(words: Words) -> list[Column[PairingRow]]:
    """Shown when somebody chooses them."""
    _ = words.text

    def text(title: str, key: str, read: Callable[[PairingRow], str]) -> Column[PairingRow]:
        return Column(title, read, width=140, key=key, standard=False)

    def day(title: str, key: str, read: Callable[[PairingRow], date | None]) -> Column[PairingRow]:
        return Column(
            title, lambda row: words.date(read(row)), read, width=120, key=key, standard=False
        )

    return [
        text(_("Coordinator"), "coordinator", lambda row: row.coordinator),
        text(_("Organisation"), "organisation", lambda row: row.organisation),
        text(_("Project"), "project", lambda row: row.project),
        day(_("Agreed on"), "agreed_on", lambda row: row.agreed_on),
        day(_("Planned end"), "planned_end", lambda row: row.planned_end),
        day(_("Ended on"), "ended_on", lambda row: row.ended_on),
    ]


def _searched(row: PairingRow) -> str:
    return f"{row.coordinator}\n{row.project}\n{row.organisation}"


def shielded(row: PairingRow) -> bool:
    """Whether nothing may be noted that tells where one of them is."""
    return row.protection is not Protection.NONE
