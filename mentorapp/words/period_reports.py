"""The report on a period in words: what figures, columns and rows are called, what each is of.

The definitions are those of ``mentorapp.domain.statistics``; the two are changed together.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

from mentorapp.domain.goals import progress
from mentorapp.domain.report_data import (
    GoalTold,
    KeyFigure,
    PeriodReport,
    Row,
    Table,
    Unit,
    number,
)
from mentorapp.domain.report_tables import Cell, Column, ReportTable
from mentorapp.domain.report_tables import Row as TableRow
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.sections import Average, Gathered, Hidden, Section, Value
from mentorapp.domain.statistics import Share
from mentorapp.words import N_, Words
from mentorapp.words.goals import say_counted, say_progress, say_target
from mentorapp.words.labels import label
from mentorapp.words.periods import short_period
from mentorapp.words.sections import name_of, part_name, section_name

GROUPS: Mapping[str, str] = {
    "registered": N_("Registered"),
    "waiting": N_("Waiting"),
    "pairings": N_("Pairings"),
    "meetings": N_("Meetings and follow-up"),
}
#: Figure to its name and its definition.
FIGURES: Mapping[str, tuple[str, str]] = {
    "new_mentors": (N_("New mentors"), N_("Registered in the period.")),
    "new_newcomers": (N_("New newcomers"), N_("Registered in the period.")),
    "mentors_approved": (N_("Approved mentors"), N_("On the last day counted.")),
    "newcomers_waiting": (
        N_("Newcomers waiting for a mentor"),
        N_("Ready or waiting on the last day counted, without any running pairing."),
    ),
    "median_wait_days": (
        N_("Median waiting time, days"),
        N_("Of those who wait, from the registration to the last day counted."),
    ),
    "longest_wait_days": (N_("Longest waiting time, days"), N_("Of the same.")),
    "mentors_free": (
        N_("Mentors without a pairing"),
        N_("Approved, on the last day counted."),
    ),
    "mentors_median_wait_days": (
        N_("Median waiting time of mentors, days"),
        N_("Of the same, since the approval or the last pairing."),
    ),
    "proposals_answered": (
        N_("Proposals accepted"),
        N_("Of all proposals that were answered in the period."),
    ),
    "pairings_started": (N_("Pairings started"), N_("Agreed in the period.")),
    "pairings_running": (
        N_("Pairings running"),
        N_("Agreed and not ended on the last day counted."),
    ),
    "pairings_completed": (N_("Pairings completed"), N_("Ended in the period as planned.")),
    "pairings_ended_early": (
        N_("Pairings ended early"),
        N_("Ended in the period before their time."),
    ),
    "first_meeting_in_time": (
        N_("First meeting within 30 days"),
        N_("Of pairings whose 30th day fell in the period."),
    ),
    "silent_pairs": (
        N_("Silent pairings"),
        N_("No meeting in 30 days, of those running that are at least so old."),
    ),
    "meetings": (
        N_("Meetings"),
        N_("In which the two were in contact; attempts do not count."),
    ),
    "minutes": (N_("Hours together"), N_("In these meetings.")),
    "pairs_that_met": (N_("Pairings that met"), N_("At least once in the period.")),
    "follow_ups_in_time": (
        N_("Follow-ups done in time"),
        N_("Of those whose last day, a week after they were due, fell in the period."),
    ),
    "fit": (
        N_("Say that the two fit well"),
        N_("Of both halves of pairings that ran, by the last answer in the period."),
    ),
    "mentors_thanked": (
        N_("Mentors thanked"),
        N_("Got a letter of thanks in the period, each counted once."),
    ),
    "refused_by": (N_("Who declined proposals"), ""),
    "end_reasons": (N_("Reasons for ending early"), ""),
    "end_initiators": (N_("Who wanted to end"), ""),
}
#: In the narrow heads of tables.
_COLUMNS: Mapping[str, str] = {
    "new_newcomers": N_("New newcomers"),
    "newcomers_waiting": N_("Newcomers waiting"),
    "mentors_approved": N_("Approved mentors"),
    "pairings_started": N_("Started"),
    "pairings_running": N_("Running"),
    "pairings_completed": N_("Completed"),
    "pairings_ended_early": N_("Ended early"),
    "meetings": N_("Meetings"),
    "minutes": N_("Hours"),
}
#: Table to its title, what its rows are, and what is counted in which.
TABLES: Mapping[str, tuple[str, str, str]] = {
    "scheme": (N_("By scheme"), N_("Scheme"), ""),
    "municipality": (
        N_("By municipality"),
        N_("Municipality"),
        N_(
            "People where they live, pairings where the newcomer does. Where people with a "
            "protected address live is not told."
        ),
    ),
    "organisation": (
        N_("By organisation of the mentor"),
        N_("Organisation"),
        N_("Organisations too small to stand alone are counted together."),
    ),
    "gender": (
        N_("By gender"),
        N_("Gender"),
        N_("Pairings by the newcomer's gender."),
    ),
    "age": (
        N_("By age"),
        N_("Age"),
        N_(
            "The age reached in the year of the last day counted, by the year of birth. Pairings "
            "by the newcomer's age."
        ),
    ),
}
_GATHERED: Mapping[Gathered, str] = {
    Gathered.OTHERS: N_("Others together"),
    Gathered.NOT_TOLD: N_("None, or not told"),
}
#: What has to be known to read such figures; printed on the last page.
TRAPS = (
    N_(
        "A share is told with its base, and those of whom nothing is known are told beside it: of "
        "all who ended and of those known are two figures."
    ),
    N_(
        "At exit and a year after are two points of time; official statistics of people in work "
        "count one paid hour in a week of reference. Figures of others are not comparable without "
        "their definition."
    ),
    N_(
        "A period that has not ended is counted up to the last day counted, the periods beside it "
        "are whole."
    ),
)


def figure_name(words: Words, key: str) -> str:
    """What a key figure is called; KeyError for one without words."""
    return words.text(FIGURES[key][0])


def definition_of(words: Words, key: str) -> str:
    """What it is of; empty where its name says it all."""
    definition = FIGURES[key][1]
    return words.text(definition) if definition else ""


def row_name(words: Words, row: Row) -> str:
    """What a row of a table is called."""
    if isinstance(row.name, Gathered):
        return words.text(_GATHERED[row.name])
    if isinstance(row.name, Scheme):
        return row.name.name(words.language)
    return label(words, row.name) if isinstance(row.name, Enum) else row.name


def period_tables(words: Words, report: PeriodReport) -> tuple[ReportTable, ...]:
    """Everything in it as tables: key figures, goals, rows of each kind, what else was done."""
    made = [_key_figures(words, report)]
    if report.goals:
        made.append(_goals(words, report))
    made += [one_table(words, one) for one in report.tables]
    made += [_section(words, one) for one in report.sections]
    return tuple(made)


def one_table(words: Words, table: Table) -> ReportTable:
    """The rows with their total."""
    title, rows_are, note = TABLES[table.key]
    columns = [Column("name", words.text(rows_are), numbers=False)]
    columns += [Column(one.key, words.text(_COLUMNS[one.key])) for one in table.columns]
    rows = [(row_name(words, row), row) for row in table.rows]
    if table.total is not None:
        rows.append((words.text("All"), table.total))
    units = [one.unit for one in table.columns]
    return ReportTable(
        key=table.key,
        title=words.text(title),
        columns=tuple(columns),
        rows=tuple(
            TableRow(
                row.key,
                (name, *(_cell(cell, unit) for cell, unit in zip(row.cells, units, strict=True))),
            )
            for name, row in rows
        ),
        note=words.text(note) if note else "",
    )


def _key_figures(words: Words, report: PeriodReport) -> ReportTable:
    """Without an earlier period of which there is nothing: for a year the two are the same one."""
    _ = words.text
    figures = [one for group in report.groups for one in group.figures]
    period = report.period
    then = (("before", period.previous()), ("year_before", period.year_before()))
    told = [
        (key, other) for key, other in then if any(getattr(one, key) is not None for one in figures)
    ]
    columns = [Column("name", _("Figure"), numbers=False)]
    for key, one in (("now", period), *told):
        of = "of" if key == "now" else f"{key}_of"
        columns += [Column(key, short_period(words, one)), Column(of, _("of"))]
    columns.append(Column("definition", _("What is counted"), numbers=False))
    keys = [key for key, _other in told]
    return ReportTable(
        key="figures",
        title=_("Key figures"),
        columns=tuple(columns),
        rows=tuple(_figure(words, one, keys) for one in figures),
    )


def _figure(words: Words, one: KeyFigure, then: Iterable[str]) -> TableRow:
    values = (one.now, *(getattr(one, key) for key in then))
    told = [cell for value in values for cell in _two(value, one.unit)]
    return TableRow(one.key, (figure_name(words, one.key), *told, definition_of(words, one.key)))


def _two(value: Value, unit: Unit) -> tuple[Cell, Cell]:
    """A value, and what it is of."""
    if isinstance(value, Share):
        return value.part, value.base
    return _cell(value, unit), value.of if isinstance(value, Average) else None


def _cell(value: Value, unit: Unit) -> Cell:
    if isinstance(value, Hidden):
        return value
    return value if isinstance(value, int) and unit is Unit.COUNT else number(value, unit)


def _goals(words: Words, report: PeriodReport) -> ReportTable:
    _ = words.text
    names = (_("Goal"), _("Wanted"), _("So far"), _("How far"))
    keys = ("name", "wanted", "counted", "progress")
    return ReportTable(
        key="goals",
        title=_("Goals and measures"),
        columns=tuple(
            Column(key, name, numbers=False) for key, name in zip(keys, names, strict=True)
        ),
        rows=tuple(TableRow(str(one.goal.id), say_goal(words, one)) for one in report.goals),
    )


def say_goal(words: Words, told: GoalTold) -> tuple[str, Cell, Cell, Cell]:
    """Its title, what is wanted, what has come of it, and how far that is."""
    if told.hidden:
        return told.goal.title, say_target(words, told.goal), Hidden(), ""
    return (
        told.goal.title,
        say_target(words, told.goal),
        say_counted(words, told.goal, told.counted),
        say_progress(words, progress(told.goal, told.counted)),
    )


def _section(words: Words, section: Section) -> ReportTable:
    _ = words.text
    rows = [
        TableRow(one.key, (name_of(words, one.key), *_two(one.value, Unit.COUNT)))
        for one in section.figures
        if one.value is not None
    ]
    rows += [
        TableRow(one.key, (name_of(words, one.key), Hidden(), None))
        for one in section.breakdowns
        if one.hides and not one.told
    ]
    rows += [
        TableRow(
            f"{one.key}.{part.value if isinstance(part, Enum) else part}",
            (
                f"{name_of(words, one.key)}: {part_name(words, part)}",
                Hidden() if count is None else count,
                None,
            ),
        )
        for one in section.breakdowns
        for part, count in one.told
    ]
    columns = (
        Column("name", _("Figure"), numbers=False),
        Column("now", _("Number")),
        Column("of", _("of")),
    )
    return ReportTable(section.key, section_name(words, section.key), columns, tuple(rows))
