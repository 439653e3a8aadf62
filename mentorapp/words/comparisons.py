"""Compared figures in words: what each is called, what it is of, and how a cell is said."""

from collections.abc import Mapping

from mentorapp.domain.comparisons import Cell, Compared, Hiding
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.small_numbers import LEAST
from mentorapp.words import N_, Words

NOTHING = "–"
OTHER = "·"

#: Figure to its name and its definition; the definitions are those of ``domain.statistics``.
MEASURES: Mapping[Compared, tuple[str, str]] = {
    Compared.NEW_MENTORS: (N_("New mentors"), N_("Registered in the quarter.")),
    Compared.NEW_NEWCOMERS: (N_("New newcomers"), N_("Registered in the quarter.")),
    Compared.MENTORS_APPROVED: (N_("Approved mentors"), N_("On the last day counted.")),
    Compared.NEWCOMERS_WAITING: (
        N_("Newcomers waiting"),
        N_("Ready or waiting for a mentor on the last day counted."),
    ),
    Compared.MEDIAN_WAIT_DAYS: (
        N_("Median waiting time, days"),
        N_("Of those who wait, from the registration to the last day counted."),
    ),
    Compared.LONGEST_WAIT_DAYS: (N_("Longest waiting time, days"), N_("Of the same.")),
    Compared.PROPOSALS_ANSWERED: (
        N_("Proposals accepted"),
        N_("Of all proposals that were answered in the quarter."),
    ),
    Compared.PAIRINGS_STARTED: (N_("Pairings started"), N_("Agreed in the quarter.")),
    Compared.PAIRINGS_RUNNING: (
        N_("Pairings running"),
        N_("Agreed and not ended on the last day counted."),
    ),
    Compared.PAIRINGS_COMPLETED: (N_("Pairings completed"), N_("Ended in the quarter as planned.")),
    Compared.PAIRINGS_ENDED_EARLY: (
        N_("Pairings ended early"),
        N_("Ended in the quarter before their time."),
    ),
    Compared.FIRST_MEETING_IN_TIME: (
        N_("First meeting within 30 days"),
        N_("Of pairings whose 30th day fell in the quarter."),
    ),
    Compared.SILENT_PAIRS: (
        N_("Silent pairings"),
        N_(
            "Without a meeting in the last 30 days, of pairings that were running and at least 30 "
            "days old."
        ),
    ),
    Compared.PAIRS_THAT_MET: (N_("Pairings that met"), N_("At least once in the quarter.")),
    Compared.MEETINGS: (
        N_("Meetings"),
        N_("In which the two were in contact; attempts do not count."),
    ),
    Compared.MINUTES: (N_("Hours together"), N_("In these meetings.")),
    Compared.FOLLOW_UPS_IN_TIME: (
        N_("Follow-ups done in time"),
        N_(
            "Of follow-ups whose last day in time, a week after they were due, fell in the quarter."
        ),
    ),
    Compared.IN_WORK_OF_KNOWN: (
        N_("In work after a year, of those known"),
        N_(
            "Of those whose first year after the exit ended in the twelve months up to the last "
            "day counted and who are known."
        ),
    ),
    Compared.IN_WORK_OF_ENDED: (
        N_("In work after a year, of all who ended"),
        N_("The same of all, so that it is the least it can be."),
    ),
}


def say_measure(words: Words, measure: Compared) -> str:
    """What the row is called."""
    return words.text(MEASURES[measure][0])


def say_definition(words: Words, measure: Compared) -> str:
    """What is counted, of which all."""
    return words.text(MEASURES[measure][1])


def say_cell(words: Words, measure: Compared, cell: Cell) -> str:
    """A number, or a part of its base, or a sign for what is hidden."""
    if cell.hidden:
        sign = f"<{LEAST}" if cell.hidden is Hiding.SMALL else OTHER
        if cell.base is None:
            return sign
        return words.text("%(part)s of %(base)s") % {"part": sign, "base": words.number(cell.base)}
    if cell.value is None:
        return NOTHING
    if measure is Compared.MINUTES:
        return words.hours(cell.value)
    if cell.base is None:
        return words.number(cell.value)
    return words.text("%(part)s of %(base)s (%(percent)d %%)") % {
        "part": words.number(cell.value),
        "base": words.number(cell.base),
        "percent": round(100 * cell.value / cell.base) if cell.base else 0,
    }


def say_short_quarter(words: Words, quarter: Quarter, finished: bool) -> str:
    """As a table's head has it: "Q3 2026", with a note while it runs."""
    said = words.text("Q%(number)d %(year)d") % {"number": quarter.number, "year": quarter.year}
    so_far = words.text("so far")
    return said if finished else f"{said} ({so_far})"


def say_hidden(words: Words) -> str:
    """What the signs mean."""
    return words.text(
        "<%(least)d: one to four, hidden because it could show who somebody is. %(sign)s: hidden "
        "because a small number would follow from it, or because it tells of so few. %(nothing)s: "
        "nothing to count."
    ) % {"least": LEAST, "sign": OTHER, "nothing": NOTHING}
