"""What goes of a line of the list, and what stays, for its card."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mentorapp.domain.retention import OF_PERSONS, RetentionKind
from mentorapp.operations import Transaction, erasing, retention_written
from mentorapp.operations.erasing import Preview
from mentorapp.operations.retention import RetentionRow
from mentorapp.operations.retention_written import Texts
from mentorapp.words import N_, Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.retention import COUNTED_FROM, WRITTEN, say_beside

Goes: TypeAlias = Preview | Texts | Mapping[str, str | date]

_STAYS = {
    RetentionKind.NOTES: N_("The pair, its days, meetings and hours stay."),
    RetentionKind.CLEARANCES: N_("The mentor and the pairs stay."),
    RetentionKind.GUESTS: N_("That they were invited and came stays, with the service."),
    RetentionKind.LOG: N_("All younger lines stay, and one says that older ones were removed."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A name, what goes of it and, of people, what would stay without a name; then sentences."""

    rows: tuple[tuple[str, str, str], ...]
    lines: tuple[str, ...]


def read_goes(tx: Transaction, row: RetentionRow) -> Goes:
    """What there is of it now."""
    if row.due.kind in OF_PERSONS:
        return erasing.preview(tx, row.id)
    if row.due.kind is RetentionKind.CLEARANCES:
        return retention_written.clearances(tx, row.id)
    if row.due.kind is RetentionKind.GUESTS:
        return retention_written.guests(tx, row.id)
    if row.due.kind is RetentionKind.LOG:
        return retention_written.log(tx, row.due.since)
    return retention_written.notes(tx, row.id)


def told_of(words: Words, row: RetentionRow, goes: Goes) -> Told:
    """The same in words."""
    _ = words.text
    since = _("Counted from %(day)s.") % {"day": _(COUNTED_FROM[row.due.kind])}
    if isinstance(goes, Preview):
        beside = say_beside(words, goes.pairs, goes.elsewhere)
        return Told(_of_person(words, goes), (*beside, since))
    rows = tuple(_of_part(words, name, value) for name, value in goes.items())
    return Told(rows, (_(_STAYS[row.due.kind]), since))


def _of_part(words: Words, name: object, value: object) -> tuple[str, str, str]:
    if isinstance(name, str):
        said = words.date(value) if isinstance(value, date) else str(value)
        return field_label(words, name), said, ""
    title = next(title for kind, title in WRITTEN.items() if kind is name)
    return words.text(title), str(value), ""


def _of_person(words: Words, told: Preview) -> tuple[tuple[str, str, str], ...]:
    number = words.number
    return tuple(
        (label(words, one), number(many), number(told.stays.get(one, 0)))
        for one, many in told.goes.items()
    )
