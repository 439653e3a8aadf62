"""The follow-up report: gather every running pair with what is open, make the worklist of it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.errors import NotFound
from mentorapp.domain.follow_up import Attention, AttentionKind, FollowUp, Severity
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import RUNNING
from mentorapp.domain.plans import Progress
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.operations import follow_up, offices, pairings, plans
from mentorapp.operations.report_frame import Report
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.attention import say_open
from mentorapp.words.labels import label
from mentorapp.words.plans import say_progress

if TYPE_CHECKING:
    from mentorapp.reports.follow_up import FollowUpLine

_OPEN_KINDS = frozenset(
    {
        AttentionKind.FOLLOW_UP,
        AttentionKind.FIRST_MEETING,
        AttentionKind.SILENT,
        AttentionKind.LETTER,
    }
)


@dataclass(frozen=True, slots=True)
class FollowUpValues:
    """What the follow-up report tells, free of the database."""

    office: Office
    rows: tuple[pairings.PairingRow, ...]
    attention: tuple[Attention, ...]
    next_kinds: dict[UUID, FollowUpKind]
    today: date
    coordinator: str = ""
    plans: Mapping[UUID, Progress] = field(default_factory=dict)
    """How far the newcomer's own plan is, by person."""


def follow_up_values(tx: Transaction, today: date, coordinator: str = "") -> FollowUpValues:
    """All running pairings, or one coordinator's, with what is open for each.

    Raises NotFound for somebody who is no coordinator and has no running pair.
    """
    running = [row for row in pairings.rows(tx, today) if row.status in RUNNING]
    known = {*offices.read(tx).coordinators, *(row.coordinator for row in running)} - {""}
    if coordinator and coordinator not in known:
        raise NotFound("coordinator", coordinator, tuple(sorted(known)))
    rows = tuple(row for row in running if coordinator in ("", row.coordinator))
    kinds: dict[UUID, FollowUpKind] = {}
    for one in sorted(records.find(tx, FollowUp, done_on=None), key=lambda one: (one.due, one.id)):
        kinds.setdefault(one.pairing_id, one.kind)
    return FollowUpValues(
        office=offices.read(tx),
        rows=rows,
        attention=follow_up.today_list(tx, today),
        next_kinds=kinds,
        today=today,
        coordinator=coordinator,
        plans={
            plan.person_id: plan.progress
            for plan in plans.of_people(tx, {row.newcomer_person_id for row in rows}, today)
        },
    )


def follow_up_paper(
    tx: Transaction, today: date, coordinator: str = "", *, by_organisation: bool = False
) -> Report:
    """The report in the frame of all. It has names, so that none is kept."""
    values = follow_up_values(tx, today, coordinator)
    return Report(
        kind=ReportKind.FOLLOW_UP,
        period=str(today),
        tables=lambda words: tables(values, words),
        pdf=lambda words, _since: follow_up_pdf(values, words, by_organisation=by_organisation),
    )


def follow_up_pdf(values: FollowUpValues, words: Words, *, by_organisation: bool = False) -> bytes:
    """The report as PDF; touches no database."""
    from mentorapp.reports.follow_up import follow_up_report

    return follow_up_report(
        _lines(values, words),
        values.office,
        values.coordinator,
        words,
        values.today,
        by_organisation=by_organisation,
    )


def follow_up_report(tx: Transaction, today: date, words: Words) -> bytes:
    """Gather and make in one go."""
    return follow_up_pdf(follow_up_values(tx, today), words)


def tables(values: FollowUpValues, words: Words) -> tuple[ReportTable, ...]:
    """Every pair, and how many there are of each mentor's organisation."""
    _ = words.text
    lines = _lines(values, words)
    pairs = ReportTable(
        "pairs",
        _("Pairings"),
        (
            Column("severity", _("Urgency"), numbers=False),
            Column("number", _("Number"), numbers=False),
            Column("mentor", _("Mentor"), numbers=False),
            Column("newcomer", _("Newcomer"), numbers=False),
            Column("organisation", _("Organisation"), numbers=False),
            Column("scheme", _("Scheme"), numbers=False),
            Column("since", _("Since"), numbers=False),
            Column("last", _("Last meeting"), numbers=False),
            Column("meetings", _("Meetings")),
            Column("hours", _("Hours")),
            Column("next", _("Next follow-up"), numbers=False),
            Column("open", _("What is open"), numbers=False),
        ),
        tuple(
            Row(
                str(one.pairing_number),
                (
                    label(words, one.severity),
                    str(one.pairing_number),
                    one.mentor,
                    one.newcomer,
                    one.organisation,
                    one.scheme,
                    one.since,
                    one.last_meeting,
                    one.meetings,
                    round(one.minutes / 60, 1),
                    one.next_follow_up,
                    "; ".join(one.open),
                ),
            )
            for one in lines
        ),
    )
    return (pairs, _organisations(lines, words))


def _organisations(lines: "list[FollowUpLine]", words: Words) -> ReportTable:
    from mentorapp.reports.follow_up import grouped_by_organisation

    _ = words.text
    return ReportTable(
        "organisations",
        _("By organisation of the mentor"),
        (
            Column("organisation", _("Organisation"), numbers=False),
            Column("pairs", _("Pairs")),
            *(Column(one.value, label(words, one)) for one in Severity),
            Column("meetings", _("Meetings")),
            Column("hours", _("Hours")),
        ),
        tuple(
            Row(
                name,
                (
                    name or _("No organisation"),
                    len(own),
                    *(sum(one.severity is severity for one in own) for severity in Severity),
                    sum(one.meetings for one in own),
                    round(sum(one.minutes for one in own) / 60, 1),
                ),
            )
            for name, own in grouped_by_organisation(lines)
        ),
    )


def _lines(values: FollowUpValues, words: Words) -> "list[FollowUpLine]":
    from mentorapp.reports.follow_up import FollowUpLine

    open_points: dict[UUID, list[Attention]] = defaultdict(list)
    for point in values.attention:
        if point.pairing_id is not None and point.kind in _OPEN_KINDS:
            open_points[point.pairing_id].append(point)
    lines = [
        FollowUpLine(
            severity=min(
                (row.severity, *(point.severity for point in open_points[row.id])),
                key=lambda severity: severity.rank,
            ),
            pairing_number=row.number,
            mentor=row.mentor_name,
            newcomer=row.newcomer_name,
            organisation=row.organisation,
            scheme=row.scheme.name(words.language),
            since=row.agreed_on,
            last_meeting=row.last_meeting,
            meetings=row.meetings,
            minutes=row.minutes,
            next_follow_up=row.next_follow_up,
            next_kind=values.next_kinds.get(row.id),
            open=(
                *(say_open(words, point) for point in open_points[row.id]),
                *_plan(words, values.plans.get(row.newcomer_person_id)),
            ),
        )
        for row in values.rows
    ]
    # The longest without a meeting first among those that are as urgent.
    return sorted(
        lines, key=lambda one: (one.severity.rank, one.last_meeting or one.since, one.since)
    )


def _plan(words: Words, progress: Progress | None) -> tuple[str, ...]:
    said = say_progress(words, progress) if progress else ""
    return (said,) if said else ()
