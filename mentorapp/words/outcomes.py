"""What has become of people, as sentences: definitions, cells, waiting times.

A share never stands alone: part and base are printed with it, and the definition somewhere near.
"""

from mentorapp.domain.cohorts import Cell, Cohort, Kept
from mentorapp.domain.days_to import Wait
from mentorapp.domain.in_work import AN_HOUR, Definition, Reading
from mentorapp.domain.outcomes import Outcome, OutcomePoint, Relevance
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

#: Heads of narrow columns.
SHORT_POINTS = {
    OutcomePoint.EXIT: N_("Exit"),
    OutcomePoint.MONTHS_3: N_("3 months"),
    OutcomePoint.YEAR_1: N_("1 year"),
    OutcomePoint.YEAR_2: N_("2 years"),
    OutcomePoint.YEAR_3: N_("3 years"),
    OutcomePoint.YEAR_4: N_("4 years"),
    OutcomePoint.YEAR_5: N_("5 years"),
    OutcomePoint.YEAR_6: N_("6 years"),
    OutcomePoint.YEAR_7: N_("7 years"),
}


def say_definition(words: Words, office: Definition, reading: Reading = Reading.WORK) -> str:
    """What "in work" means in this office; to be printed wherever such a figure stands."""
    _ = words.text
    if office.work_least_minutes <= AN_HOUR:
        hours = _("at least one hour of paid work a week")
    else:
        hours = _("at least %(hours)s hours of paid work a week") % {
            "hours": words.hours(office.work_least_minutes)
        }
    if office.subsidised_counts:
        subsidised = _("work on a wage subsidy counts")
    else:
        subsidised = _("work on a wage subsidy does not count")
    values = {"hours": hours, "subsidised": subsidised}
    if reading is Reading.WORK:
        return _("In work: %(hours)s; %(subsidised)s.") % values
    return (
        _("In work or education: %(hours)s, or education (courses do not count); %(subsidised)s.")
        % values
    )


def say_denominators(words: Words) -> str:
    """What the two percentages of a cell are of, and who is not known."""
    return words.text(
        "Of those known: for whom there is an answer. Of all who ended: with those who have moved "
        "away, were not found or never asked, so that it is the least the share can be. Everybody "
        "counts once in the year of his or her last exit of that year."
    )


def say_years(cohort: Cohort) -> str:
    """The year, or the first and the last of several laid together."""
    return str(cohort.year) if cohort.until is None else f"{cohort.year}–{cohort.until}"


def say_cell(words: Words, cell: Cell) -> str:
    """As "7 of 10 known (70 %), of 12 who ended (58 %)"."""
    values = {
        "part": cell.part,
        "known": cell.known,
        "ended": cell.ended,
        "of_known": cell.of_known.percent,
        "of_ended": cell.of_ended.percent,
    }
    if not cell.known:
        return words.text("nobody known, of %(ended)d who ended") % values
    return (
        words.text(
            "%(part)d of %(known)d known (%(of_known)d %%), "
            "of %(ended)d who ended (%(of_ended)d %%)"
        )
        % values
    )


def say_kept(words: Words, kept: Kept, reading: Reading = Reading.WORK) -> str:
    """The same people twice: whether it falls."""
    values = {
        "base": kept.base,
        "early": label(words, kept.early),
        "late": label(words, kept.late),
        "before": kept.part_early,
        "then": kept.part_late,
        "what": label(words, reading),
    }
    return (
        words.text(
            "Of the %(base)d people known both %(early)s and %(late)s, %(before)d were "
            "%(what)s %(early)s and %(then)d %(late)s."
        )
        % values
    )


def say_answer(words: Words, outcome: Outcome) -> str:
    """As "work, 30 hours a week, uses what the person can"."""
    parts = [label(words, outcome.status)]
    if outcome.weekly_minutes is not None:
        hours = words.hours(outcome.weekly_minutes)
        parts.append(words.text("%(hours)s hours a week") % {"hours": hours})
    if outcome.relevance is not Relevance.NOT_ASKED:
        parts.append(label(words, outcome.relevance))
    return ", ".join(parts)


def say_wait(words: Words, wait: Wait) -> str:
    """As "34 days (12 of 15)"; who has not got there yet is in the base alone."""
    values = {"count": wait.count, "base": wait.base}
    if wait.median is None:
        return words.text("nobody yet (of %(base)d)") % values
    days = words.plural("%(n)d day", "%(n)d days", wait.median)
    return words.text("%(days)s (%(count)d of %(base)d)") % {"days": days, **values}
