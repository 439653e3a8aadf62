from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.competences import CompetenceCard, GapKind
from mentorapp.domain.demands import Demand
from mentorapp.domain.errors import InvalidField, NotFound, StillInUse
from mentorapp.domain.languages import Level
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.statistics import Share
from mentorapp.operations import Database, Transaction, competences, demands, organisations, people
from tests.factories import TODAY, an_organisation, spoken
from tests.mentorapp.operations.registering import newcomer, register


def crane_operator(tx: Transaction, name: str = "Dawit Tesfay", **changes: Any) -> UUID:
    """Works as a caretaker, was a crane operator and wishes to be one again; A2."""
    wishes = {
        "languages": spoken("no:A2", "ti:native"),
        "earlier_occupation": "kranfører",
        "earlier_occupation_group": "crane_machine",
        "wished_occupation": "kranfører",
        "wished_occupation_group": "crane_machine",
    }
    return register(tx, newcomer(name, **(wishes | changes)))


def card_of(tx: Transaction, person_id: UUID, **changes: Any) -> CompetenceCard:
    card = competences.row_of(tx, person_id).card
    return competences.save(tx, replace(card, **changes), TODAY)


def looks_for_crane(tx: Transaction, **changes: Any) -> Demand:
    organisation = organisations.save(tx, an_organisation(number=0, name="Havna AS"))
    usual: dict[str, Any] = {
        "organisation_id": organisation.id,
        "occupation": "kranfører",
        "level": Level.B1,
        "level_note": "radio",
        "certificates": ("kranførerbevis",),
        "asked_on": TODAY,
    }
    return demands.save(tx, Demand(**(usual | changes)), TODAY)


def test_a_person_has_one_card_which_is_kept_tidy_and_dated(database: Database) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        first = card_of(tx, who, skills=(" radio ", "", "radio", "hms\u0000 kurs"))
        again = competences.save(
            tx, CompetenceCard(person_id=who, experience="Havn", updated_on=TODAY), TODAY
        )

        assert first.skills == ("radio", "hms kurs")
        assert first.updated_on == TODAY
        assert again.id == first.id
        assert [row.card.experience for row in competences.rows(tx)] == ["Havn"]


def test_a_card_shows_what_stands_with_person_and_newcomer(database: Database) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        card_of(tx, who, needed_level=Level.B1, gaps=frozenset({GapKind.NETWORK}))
        (row,) = competences.rows(tx)

        assert (row.earlier.words, row.wished.group) == ("kranfører", "crane_machine")
        assert row.level is Level.A2
        assert row.gaps == (GapKind.LANGUAGE, GapKind.NETWORK)
        assert row.hinted == {GapKind.LANGUAGE}


def test_what_open_demands_ask_for_and_the_person_lacks_is_a_gap(database: Database) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        card_of(tx, who)
        demand = looks_for_crane(tx)

        assert GapKind.CERTIFICATE in competences.row_of(tx, who).gaps
        demands.close(tx, demand.id, TODAY)
        assert competences.row_of(tx, who).gaps == ()


def test_a_card_that_was_deleted_comes_back_and_a_new_one_may_follow_it(
    database: Database,
) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        card_of(tx, who, experience="Havn")
        removed = competences.remove(tx, who)
        assert competences.rows(tx) == []
        with pytest.raises(NotFound):
            competences.remove(tx, who)
        competences.restore(tx, removed)
        assert competences.by_person(tx, who).experience == "Havn"
        removed = competences.remove(tx, who)
        card_of(tx, who, experience="Ny")
        assert competences.restore(tx, removed).experience == "Ny"


def test_a_person_with_a_card_cannot_be_deleted(database: Database) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        card_of(tx, who)
        with pytest.raises(StillInUse):
            people.delete(tx, who)


def test_whoever_withdrew_is_not_in_the_list(database: Database) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        card_of(tx, who)
        role = competences.row_of(tx, who).newcomer_id
        assert role is not None
        people.set_newcomer_status(tx, role, NewcomerStatus.WITHDRAWN, TODAY)

        assert competences.rows(tx) == []
        assert demands.all_fits(tx) == []


def test_figures_count_people_with_their_denominator(database: Database) -> None:
    with database.write("Mona") as tx:
        card_of(tx, crane_operator(tx), needed_level=Level.B1)
        card_of(tx, crane_operator(tx, "Ali Hassan"))
        crane_operator(tx, "Sahra Guled")
        found = competences.figures(tx)

        assert found.with_card == Share(2, 3)
        assert found.gaps["language"] == Share(1, 2)
        assert found.gaps["network"] == Share(0, 2)
        assert found.no_gap == Share(1, 2)


def test_a_demand_is_put_into_its_group_and_shows_who_fits(database: Database) -> None:
    with database.write("Mona") as tx:
        card_of(tx, crane_operator(tx), certificates=("Kranførerbevis G4",))
        card_of(tx, crane_operator(tx, "Ali Hassan", languages=spoken("no:B2")))
        demand = looks_for_crane(tx)
        (row,) = demands.rows(tx)
        best = demands.fits_of_demand(tx, demand.id)

        assert demand.occupation_group == "crane_machine"
        assert (row.fitting, row.whole) == (2, 0)
        assert [one.card.name for one in best] == ["Dawit Tesfay", "Ali Hassan"]
        assert [one.fit.missing_certificates for one in best] == [(), ("kranførerbevis",)]
        assert demands.fits_of_person(tx, best[0].card.id)[0].demand == demand
        assert demands.of_organisation(tx, demand.organisation_id) == [row]


def test_a_closed_demand_is_asked_of_nobody_and_can_be_opened_again(database: Database) -> None:
    with database.write("Mona") as tx:
        who = crane_operator(tx)
        card_of(tx, who)
        demand = looks_for_crane(tx, asked_on=date(2026, 9, 1))
        demands.close(tx, demand.id, TODAY)

        assert demands.fits_of_person(tx, who) == []
        assert demands.rows(tx, only_open=True) == []
        assert [row.fitting for row in demands.rows(tx)] == [0]
        assert demands.figures(tx, TODAY, TODAY).closed == 1
        demands.reopen(tx, demand.id)
        assert len(demands.fits_of_person(tx, who)) == 1
        found = demands.figures(tx, date(2026, 7, 1), date(2026, 9, 30))
        assert (found.asked, found.people, found.open, found.closed) == (1, 1, 1, 0)
        assert found.somebody_fits == Share(0, 1)


def test_a_demand_that_was_deleted_comes_back(database: Database) -> None:
    with database.write("Mona") as tx:
        demand = looks_for_crane(tx)
        with pytest.raises(StillInUse):
            organisations.delete(tx, demand.organisation_id)
        removed = demands.remove(tx, demand.id)
        assert demands.rows(tx) == []
        demands.restore(tx, removed)
        assert len(demands.rows(tx)) == 1


def test_a_group_that_nobody_knows_is_refused(database: Database) -> None:
    with database.write("Mona") as tx, pytest.raises(InvalidField) as refused:
        looks_for_crane(tx, occupation_group="wizardry")

    assert refused.value.field == "occupation_group"


def test_a_protected_person_fits_but_is_marked(database: Database) -> None:
    with database.write("Mona") as tx:
        card_of(tx, crane_operator(tx, protection=Protection.CONFIDENTIAL))
        demand = looks_for_crane(tx)
        (found,) = demands.fits_of_demand(tx, demand.id)

        assert found.is_protected
