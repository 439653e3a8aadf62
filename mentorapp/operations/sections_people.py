"""Sections about newcomers: who they are, who helps, what is in the way, what became of them."""

from collections import Counter
from datetime import date

from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.sections import (
    Average,
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
from mentorapp.domain.small_numbers import steps_shown
from mentorapp.operations import (
    arrivals,
    barriers,
    contact_overview,
    interviews,
    networks,
    outcome_figures,
)
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_figures import OutcomeFigures
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@counts_all
def newcomers_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """Who registered, by gender and by schooling (Asker: «kvinner med lite skolebakgrunn»)."""
    until = min(last, today)
    new = [one for one in records.find(tx, Newcomer) if first <= one.registered_on <= until]
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in new}))
    return section(
        "newcomers",
        {"registered": len(new)},
        {
            "gender": parts(Counter(people[one.person_id].gender for one in new), least),
            "education": parts(Counter(one.education for one in new), least),
            "basis": parts(Counter(one.residence_basis for one in new), least),
            "arrival": parts(arrivals.figures(tx, first, last, today).bands, least),
        },
        least=least,
    )


@counts_all
def outcomes_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """Who ended and what they do, and how long it took to get there."""
    return told_outcomes(outcome_figures.figures(tx, first, last, today), least)


def told_outcomes(counted: OutcomeFigures, least: int) -> Section:
    """The same from figures that have been counted already."""
    together = counted.waits[-1]
    figures: dict[str, Value] = {
        "exits": counted.exits,
        "asked": counted.asked,
        "known": counted.known,
        **_after_a_year(counted, least),
        "relevant": share_of_persons(counted.relevant, least),
        "withdrawn": persons(counted.withdrawn, least),
    }
    for name, wait in (
        ("days_to_meeting", together.meeting),
        ("days_to_placement", together.placement),
        ("days_to_job", together.job),
    ):
        figures[name] = Average(wait.median, wait.count)
    return section("outcomes", figures, {"at_exit": parts(counted.at_exit, least)}, least=least)


def _after_a_year(counted: OutcomeFigures, least: int) -> dict[str, Value]:
    """In work alone tells those in education apart, and of all who ended it is the same people."""
    known, both = counted.after_a_year_of_known, counted.educated_after_a_year_of_known
    working, studying = steps_shown((known.part, both.part), known.base, least)
    return {
        "after_a_year_of_known": known if working else Hidden(),
        "after_a_year_of_ended": counted.after_a_year_of_ended if working else Hidden(),
        "educated_after_a_year": both if studying else Hidden(),
    }


@counts_all
def contacts_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """Whether somebody is responsible, and whether two services do the same."""
    counted = contact_overview.figures(tx, first, last, today)
    return section(
        "contacts",
        {
            "with_coordinator": counted.with_coordinator,
            "with_none": counted.with_none,
            "with_double": counted.with_double,
        },
        least=least,
    )


@counts_all
def barriers_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """What stands in the way of those who were asked."""
    counted = barriers.figures(tx, first, last, today)
    return section(
        "barriers",
        {
            "asked": counted.asked,
            "nothing": share_of_persons(counted.nothing, least),
            "childcare_not_asked": persons(counted.childcare_not_asked, least),
        },
        {
            "counts": several(
                {barrier: one.part for barrier, one in counted.counts.items()}, counted.asked, least
            )
        },
        least=least,
    )


@counts_all
def interviews_section(
    tx: Transaction, first: date, last: date, today: date, least: int
) -> Section:
    """How the scheme is rated by those it is for."""
    counted = interviews.figures(tx, first, last, today)
    figures: dict[str, Value] = {
        "interviews": counted.interviews,
        "people": counted.people,
        "quotes": counted.quotes,
    }
    for rating, one in counted.ratings.items():
        figures[rating.value] = Average(one.average, one.answers)
    return section("interviews", figures, least=least)


@counts_all
def networks_section(tx: Transaction, first: date, last: date, today: date, least: int) -> Section:
    """Whom people can ask and how often they speak the language, at the start and at the end."""
    counted = networks.figures(tx, first, last, today)
    figures: dict[str, Value] = {}
    for name, one in (("people", counted.people), ("language", counted.language)):
        figures[f"{name}_before"] = Average(one.before, one.pairs)
        figures[f"{name}_after"] = Average(one.after, one.pairs)
    return section("networks", figures, {"asked": of_things(counted.asked)}, least=least)
