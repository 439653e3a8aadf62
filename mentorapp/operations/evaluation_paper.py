"""The evaluation of a scheme as a report: its tables for paper, files and what is kept of it."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from mentorapp.domain.evaluation import Evaluation, ItemFigures
from mentorapp.domain.quarters import Period
from mentorapp.domain.questionnaires import Moment, Respondent
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_tables import Cell, Column, ReportTable, Row
from mentorapp.domain.sections import Hidden
from mentorapp.operations.evaluation import as_json, evaluation_pdf, evaluation_values
from mentorapp.operations.intention import counts_all
from mentorapp.operations.report_frame import Report, with_history
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.evaluation import say_band, say_change_heading, say_who
from mentorapp.words.labels import label
from mentorapp.words.questionnaires import question


@counts_all
def evaluation_paper(tx: Transaction, scheme_id: UUID, period: Period, today: date) -> Report:
    """Of one scheme. Raises QuarterNotBegun for a period that has not begun."""
    values = evaluation_values(tx, scheme_id, period, today)
    report = Report(
        kind=ReportKind.EVALUATION,
        period=str(period),
        scope=values.scheme.key,
        tables=lambda words: tables(values.figures, words),
        pdf=lambda words, since: evaluation_pdf(values, words, since),
        facts={"scheme": values.scheme.key, "figures": as_json(values.figures)},
    )
    return with_history(tx, report, values.figures.first, values.figures.last)


def tables(figures: Evaluation, words: Words) -> tuple[ReportTable, ...]:
    """For each half: the pages, each question answer by answer, and what changed."""
    return tuple(table for who in reversed(Respondent) for table in _of_half(figures, who, words))


def _of_half(figures: Evaluation, who: Respondent, words: Words) -> Iterator[ReportTable]:
    _ = words.text
    back = [figures.back[who, when] for when in Moment]
    yield ReportTable(
        f"{who.value}_pages",
        say_who(words, who),
        _columns(_("Questionnaires"), words),
        (
            Row("given", (_("Given out"), *(one.given for one in back))),
            Row("answered", (_("Answered"), *(one.answered for one in back))),
        ),
    )
    asked = [one for one in figures.items[who] if any(t.people != 0 for t in one.at.values())]
    for one in asked:
        yield ReportTable(
            f"{who.value}_{one.asked.item.value}",
            question(words, one.asked.item),
            _columns(_("Answer"), words),
            tuple(_answers(one, words)),
        )
    changed = [one for one in asked if one.change is not None]
    if changed:
        yield _changes(changed, who, words)


def _columns(name: str, words: Words) -> tuple[Column, ...]:
    moments = (Column(when.value, label(words, when)) for when in Moment)
    return (Column("name", name, numbers=False), *moments)


def _answers(one: ItemFigures, words: Words) -> Iterator[Row]:
    _ = words.text
    told = [one.at.get(when) for when in Moment]
    bands = next(([band for band, _n in each.counts] for each in told if each and each.counts), [])
    for low, high in bands:
        counts = [dict(each.counts) if each else {} for each in told]
        cells = (_shown(of[low, high]) if (low, high) in of else None for of in counts)
        yield Row(f"{low}_{high}", (say_band(words, one.asked, (low, high)), *cells))
    yield Row("people", (_("Answers"), *(_shown(each.people) if each else None for each in told)))
    if one.asked.scale.has_mean:
        yield Row("mean", (_("Mean"), *(each.mean if each else None for each in told)))


def _changes(changed: list[ItemFigures], who: Respondent, words: Words) -> ReportTable:
    _ = words.text
    rows = []
    for one in changed:
        change = one.change
        assert change is not None  # noqa: S101 - only those are handed in
        steps = (change.people, change.better, change.same, change.worse)
        means = (change.before, change.after)
        cells = (label(words, one.asked.item), *map(_shown, steps), *means)
        rows.append(Row(one.asked.item.value, cells))
    return ReportTable(
        f"{who.value}_change",
        say_change_heading(words, who),
        (
            Column("name", _("Question"), numbers=False),
            Column("people", _("Persons")),
            Column("better", _("Better")),
            Column("same", _("The same")),
            Column("worse", _("Worse")),
            Column("before", _("Mean at the start")),
            Column("after", _("Mean at the end")),
        ),
        tuple(rows),
    )


def _shown(count: int | None) -> Cell:
    return Hidden() if count is None else count
