"""Sections about placements, competence, plans, driving, events and associations."""

from datetime import date

from mentorapp.domain.competences import GapKind
from mentorapp.domain.placement_figures import PlacementFigures
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.plans import PlanGoalKind
from mentorapp.domain.sections import (
    Hidden,
    Section,
    Value,
    of_things,
    parts,
    persons,
    section,
    several,
    share_of_persons,
)
from mentorapp.domain.small_numbers import hide_small
from mentorapp.operations import (
    associations,
    competences,
    demands,
    driving_overview,
    events,
    organisations,
    placement_rows,
    plans,
)
from mentorapp.operations.intention import counts_all
from mentorapp.storage.database import Transaction


@counts_all
def placements_section(
    tx: Transaction, first: date, last: date, today: date, least: int
) -> Section:
    """Places and placements, and what they led to."""
    return told_placements(placement_rows.figures(tx, first, last, today), least)


def told_placements(counted: PlacementFigures, least: int) -> Section:
    """The same from figures that have been counted already."""
    return section(
        "placements",
        {
            "started": sum(counted.started.values()),
            "running": sum(counted.running.values()),
            "ended": sum(counted.ended.values()),
            **_ends(counted, least),
            "midway_held": counted.midway_held,
            "signed": counted.signed,
            "rose": share_of_persons(counted.rose, least),
            "outside_length": counted.outside_length,
            "offered": counted.places.offered,
            "taken": counted.places.taken,
            "free": counted.places.free,
        },
        {
            "by_kind": parts(counted.running, least),
            "by_end": parts(counted.ended, least),
            "by_sector": of_things(
                {kind: one.offered for kind, one in counted.places_by_sector.items()}
            ),
        },
        least=least,
    )


def _ends(counted: PlacementFigures, least: int) -> dict[str, Value]:
    """What they led to as shares, where the breakdown of the same shows it.

    Extended ones are in the breakdown and not in the base, so that the base would tell them.
    """
    shown = hide_small(counted.ended, least)
    extended = shown.get(PlacementEnd.EXTENSION, 0)
    return {
        name: Hidden()
        if extended is None or shown.get(end, 0) is None
        else share_of_persons(share, least)
        for name, end, share in (
            ("to_job", PlacementEnd.JOB, counted.to_job),
            ("to_education", PlacementEnd.EDUCATION, counted.to_education),
            ("stopped", PlacementEnd.STOPPED, counted.stopped),
        )
    }


@counts_all
def competence_section(
    tx: Transaction, first: date, last: date, _today: date, least: int
) -> Section:
    """What people can, what is missing, and what organisations look for."""
    cards, wanted = competences.figures(tx), demands.figures(tx, first, last)
    return section(
        "competence",
        {
            "with_card": cards.with_card,
            "no_gap": share_of_persons(cards.no_gap, least),
            "demands": wanted.asked,
            "people_wanted": wanted.people,
            "closed": wanted.closed,
            "open": wanted.open,
            "somebody_fits": wanted.somebody_fits,
        },
        {
            "gaps": several(
                {GapKind(kind): one.part for kind, one in cards.gaps.items()},
                cards.with_card.part,
                least,
            )
        },
        least=least,
    )


@counts_all
def plans_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """The goals people have set themselves, and how far they came."""
    counted = plans.figures(tx, first, last, today)
    return section(
        "plans",
        {
            "with_plan": counted.with_plan,
            "goals_set": counted.goals_set,
            "goals_closed": counted.goals_closed,
            "as_hoped": share_of_persons(counted.as_hoped, least),
            "not_judged": counted.not_judged,
            "steps_in_time": counted.steps_in_time,
        },
        {"by_kind": parts({PlanGoalKind(kind): n for kind, n in counted.by_kind.items()}, least)},
        least=least,
    )


@counts_all
def events_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """Events, courses and contacts between services."""
    counted = events.figures(tx, first, last, today)
    return section(
        "events",
        {
            "held": sum(counted.held.values()),
            "persons": counted.persons,
            "visits": counted.visits,
            "present_of_yes": counted.present_of_yes,
            "courses": counted.courses,
            "with_childcare": counted.with_childcare,
            "staff_courses": counted.staff_courses,
            "staff_contacts": counted.staff_contacts,
            "not_noted": counted.not_noted,
        },
        {"by_kind": of_things(counted.held)},
        least=least,
    )


@counts_all
def driving_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """Learners, what they drove, and the tests they passed."""
    counted = driving_overview.figures(tx, first, last, today)
    return section(
        "driving",
        {
            "learners_running": counted.learners_running,
            "drove": counted.drove,
            "drives": counted.totals.drives,
            "hours": round(counted.totals.minutes / 60),
            "kilometres": counted.totals.kilometres,
            "theory_passed": persons(counted.theory_passed, least),
            "tests_passed": persons(counted.tests_passed, least),
            "ended_with_test": share_of_persons(counted.ended_with_test, least),
        },
        {
            "by_condition": of_things(
                {
                    condition: round(minutes / 60)
                    for condition, minutes in counted.totals.by_condition.items()
                }
            )
        },
        least=least,
    )


@counts_all
def associations_section(
    tx: Transaction, first: date, last: date, today: date, least: int
) -> Section:
    """Introductions to associations and what came of them."""
    counted = associations.figures(tx, first, last, today)
    names = dict(organisations.choices(tx))
    return section(
        "associations",
        {
            "introduced": counted.introduced,
            "people": counted.people,
            "visited": share_of_persons(counted.visited, least),
            "joined": persons(counted.joined, least),
            "left": persons(counted.left, least),
            "members": counted.members,
        },
        {
            "by_association": parts(
                {
                    names[association]: introduced
                    for association, (introduced, _joined, _members) in (
                        counted.by_association.items()
                    )
                },
                least,
            )
        },
        least=least,
    )
