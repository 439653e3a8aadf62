from datetime import timedelta

from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    contact_points,
    lists,
    organisations,
    pairing,
    pairings,
)
from mentorapp.storage import records
from tests.factories import TODAY, an_organisation
from tests.mentorapp.operations.registering import buddy, end_early, mentor_id, newcomer_id

DAY = timedelta(days=1)


def test_who_has_the_running_pair_now_is_told_of_both_sides(database: Database) -> None:
    with database.write("mona") as tx:
        made = pairing.pair_by_hand(
            tx, buddy(tx), mentor_id(tx), newcomer_id(tx), TODAY - 9 * DAY, "Mona Hjelm"
        )
        pairings.hand_over(tx, made.id, "Ingrid Sætre", TODAY)
        (mentor,) = lists.mentor_rows(tx, TODAY)
        (newcomer,) = lists.newcomer_rows(tx, TODAY)
        assert mentor.coordinators == newcomer.coordinators == ("Ingrid Sætre",)
        end_early(tx, made.id, TODAY, TODAY)
        (mentor,) = lists.mentor_rows(tx, TODAY)
    assert mentor.coordinators == ()


def test_a_newcomer_without_a_pair_has_the_coordinator_of_the_contact_point(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        person = records.get(tx, Newcomer, newcomer_id(tx)).person_id
        for name, role, until in (
            ("Ola Gammel", ContactRole.COORDINATOR, TODAY - DAY),
            ("Liv Lærer", ContactRole.TEACHER, None),
            ("Mona Hjelm", ContactRole.COORDINATOR, None),
        ):
            contact = ContactPoint(
                person_id=person, role=role, name=name, since=TODAY - 9 * DAY, until=until
            )
            contact_points.save(tx, contact, TODAY)
        (row,) = lists.newcomer_rows(tx, TODAY)
    assert row.coordinators == ("Mona Hjelm",)


def test_a_pair_tells_the_mentors_workplace_unless_the_mentor_is_protected(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        home = organisations.save(tx, an_organisation(number=0))
        assert organisations.rows(tx)[0].municipality == "Fauske"
        told = []
        for level in (Protection.NONE, Protection.CONFIDENTIAL):
            one = mentor_id(tx, name=f"M {level}", organisation_id=home.id, protection=level)
            made = pairing.pair_by_hand(
                tx, buddy(tx), one, newcomer_id(tx, name=f"N {level}"), TODAY
            )
            told.append(pairings.row(tx, made.id, TODAY).organisation)
    assert told == ["Nordlys Mekaniske AS", ""]
