"""Sections about placements, competence, plans, driving, events and associations."""

from datetime import date

from mentorapp.domain.competences import GapKind
from mentorapp.domain.plans import PlanGoalKind
from mentorapp.domain.sections import Section, parts, section, several
from mentorapp.operations import (
    associations,
    competences,
    demands,
    organisations,
    plans,
)
from mentorapp.storage.database import Transaction


def competence_section(tx: Transaction, first: date, last: date, _today: date) -> Section:
    """What people can, what is missing, and what organisations look for."""
    cards, wanted = competences.figures(tx), demands.figures(tx, first, last)
    return section(
        "competence",
        {
            "with_card": cards.with_card,
            "no_gap": cards.no_gap,
            "demands": wanted.asked,
            "people_wanted": wanted.people,
            "closed": wanted.closed,
            "open": wanted.open,
            "somebody_fits": wanted.somebody_fits,
        },
        {"gaps": several({GapKind(kind): one.part for kind, one in cards.gaps.items()})},
    )


def plans_section(tx: Transaction, first: date, last: date, today: date) -> Section:
    """The goals people have set themselves, and how far they came."""
    counted = plans.figures(tx, first, last, today)
    return section(
        "plans",
        {
            "with_plan": counted.with_plan,
            "goals_set": counted.goals_set,
            "goals_closed": counted.goals_closed,
            "as_hoped": counted.as_hoped,
            "not_judged": counted.not_judged,
            "steps_in_time": counted.steps_in_time,
        },
        {"by_kind": parts({PlanGoalKind(kind): n for kind, n in counted.by_kind.items()})},
    )


def associations_section(tx: Transaction, first: date, last: date, today: date) -> Section:
    """Introductions to associations and what came of them."""
    counted = associations.figures(tx, first, last, today)
    names = dict(organisations.choices(tx))
    return section(
        "associations",
        {
            "introduced": counted.introduced,
            "people": counted.people,
            "visited": counted.visited,
            "joined": counted.joined,
            "left": counted.left,
            "members": counted.members,
        },
        {
            "by_association": several(
                {
                    names[association]: introduced
                    for association, (introduced, _joined, _members) in (
                        counted.by_association.items()
                    )
                }
            )
        },
    )
