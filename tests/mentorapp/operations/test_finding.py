from dataclasses import replace
from datetime import timedelta

import pytest

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.finding import Found, FoundKind
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    events,
    finding,
    letters,
    organisations,
    people,
    placements,
)
from mentorapp.operations import Transaction as Tx
from mentorapp.storage import records
from tests.factories import TODAY, a_household, a_placement, an_event, an_organisation
from tests.mentorapp.operations.registering import (
    changed,
    end_early,
    mentor,
    newcomer,
    pair,
    register,
    take_back,
)


def found(tx: Tx, text: str) -> list[Found]:
    return [one for kind in finding.find(tx, text, TODAY) for one in kind]


def titles(tx: Tx, text: str, kind: FoundKind = FoundKind.PERSON) -> list[str]:
    return [one.title for one in found(tx, text) if one.kind is kind]


def test_a_person_is_found_with_roles_and_status(database: Database) -> None:
    with database.write("mona") as tx:
        kari = register(tx, mentor("Åse Nordmann", phone="+4791827364", native_name="أحمد"))
        (one,) = found(tx, "aase")
    assert (one.kind, one.id, one.title) == (FoundKind.PERSON, kari, "Åse Nordmann")
    assert one.states == (MentorStatus.APPROVED,)
    with database.read() as tx:
        for text in ("918 27 364", "+47 91827364", "أحمد", str(one.number), "nordm ås"):
            assert found(tx, text) == [one] or titles(tx, text) == ["Åse Nordmann"], text


def test_everything_a_pair_leaves_is_found_by_either_name_and_its_number(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))
        about = found(tx, "guled")
        assert [one.kind for one in about] == [
            FoundKind.PERSON, FoundKind.PAIRING, FoundKind.LETTER,
        ]  # fmt: skip
        assert about[1].id == made.id
        assert about[1].title == "Sahra Guled – Marit Bekkelund"
        assert about[1].scheme is not None
        assert about[1].scheme.key == "buddy"
        assert titles(tx, "bekkelund guled", FoundKind.PAIRING) == [about[1].title]
        whole = found(tx, str(made.number))
        assert {one.kind for one in whole} == {FoundKind.PAIRING, FoundKind.LETTER}


def test_organisations_placements_and_events_are_found(database: Database) -> None:
    with database.write("mona") as tx:
        who = register(tx, newcomer("Sahra Guled"))
        where = organisations.save(tx, an_organisation(number=0, name="Blåskjell Kafé"))
        place = placements.register(
            tx, a_placement(number=0, person_id=who, organisation_id=where.id), TODAY
        )
        event = events.save(tx, an_event(number=0, name="Språkkafé på Ænes"), TODAY)
        assert {(one.kind, one.id) for one in found(tx, "kafe")} == {
            (FoundKind.ORGANISATION, where.id),
            (FoundKind.PLACEMENT, place.id),
            (FoundKind.EVENT, event.id),
        }
        assert titles(tx, "berit moen", FoundKind.ORGANISATION) == ["Blåskjell Kafé"]
        assert titles(tx, "75 54 12 31", FoundKind.ORGANISATION) == ["Blåskjell Kafé"]
        assert titles(tx, "974 760 673", FoundKind.ORGANISATION) == ["Blåskjell Kafé"]
        assert [one.kind for one in found(tx, str(place.number))] == [FoundKind.PLACEMENT]


def test_those_who_have_left_come_after_the_others(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, mentor("Anna Aas", status=MentorStatus.ENDED))
        register(tx, newcomer("Anna Berg", status=NewcomerStatus.COMPLETED))
        register(tx, mentor("Anna Cato"))
        assert titles(tx, "anna") == ["Anna Cato", "Anna Aas", "Anna Berg"]
        made = pair(tx)
        end_early(tx, made.id, TODAY, TODAY)
        (ended,) = [one for one in found(tx, "guled") if one.kind is FoundKind.PAIRING]
        assert ended.ended


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_a_protected_person_is_found_by_name_and_number_alone(
    database: Database, level: Protection
) -> None:
    with database.write("mona") as tx:
        open_one = register(tx, newcomer("Hanna Skjult", phone="+4791827364"))
        (before,) = found(tx, "918 27 364")
        stored = people.read(tx, open_one, TODAY).registration
        hidden = changed(stored, protection=level)
        if level is Protection.STRICT:
            details = ContactDetails(id=stored.details.id, person_id=open_one)
            hidden = replace(hidden, details=details)
        people.save(tx, hidden, TODAY)
        assert found(tx, "918 27 364") == found(tx, "+4791827364") == []
        (by_name,) = found(tx, "skjult")
        assert by_name.protected
        assert not before.protected
        assert [one.id for one in found(tx, str(by_name.number))] == [open_one]


def test_whoever_lives_with_a_protected_person_is_not_found_by_phone_either(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        home = records.add(tx, a_household())
        register(tx, newcomer("Amina Guled", phone="+4791827364", household_id=home.id))
        assert titles(tx, "91827364") == ["Amina Guled"]
        register(
            tx,
            newcomer("Yusuf Guled", household_id=home.id, protection=Protection.CONFIDENTIAL),
        )
        assert titles(tx, "91827364") == []
        assert titles(tx, "guled") == ["Amina Guled", "Yusuf Guled"]


def test_a_placement_of_a_protected_person_is_not_found_by_its_organisation(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        who = register(tx, newcomer("Hanna Skjult", protection=Protection.CONFIDENTIAL))
        where = organisations.save(tx, an_organisation(number=0, name="Kafé Nordlys"))
        placements.register(
            tx, a_placement(number=0, person_id=who, organisation_id=where.id), TODAY
        )
        assert titles(tx, "nordlys", FoundKind.PLACEMENT) == []
        (one,) = [one for one in found(tx, "skjult") if one.kind is FoundKind.PLACEMENT]
        assert one.protected


def test_deleted_people_are_not_found(database: Database) -> None:
    with database.write("mona") as tx:
        who = register(tx, mentor("Anna Aas"))
        before = len(tx.changes)
        people.delete(tx, who)
        assert titles(tx, "anna") == []
        take_back(tx, before)
        assert titles(tx, "anna") == ["Anna Aas"]


def test_one_is_looked_up_again_by_its_id(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        finder = finding.index(finding.read(tx), TODAY)
        again = finder.with_id(FoundKind.PAIRING, made.id)
        assert again is not None
        assert again.number == made.number
        assert finder.with_id(FoundKind.PERSON, made.id) is None


def test_no_more_of_a_kind_are_told_than_were_asked_for(database: Database) -> None:
    with database.write("mona") as tx:
        for at in range(12):
            register(tx, mentor(f"Anna Nummer{at}"))
        assert len(titles(tx, "anna")) == finding.MOST
        assert [len(kind) for kind in finding.find(tx, "anna", TODAY, 3)] == [3]


def test_an_event_that_is_over_is_told_after_one_to_come(database: Database) -> None:
    with database.write("mona") as tx:
        past = an_event(number=0, name="Fest", starts_at=an_event().starts_at - timedelta(days=60))
        events.save(tx, replace(past, ends_at=None), TODAY)
        coming = events.save(tx, an_event(number=0, name="Fest"), TODAY)
        first, second = (one for one in found(tx, "fest") if one.kind is FoundKind.EVENT)
        assert (first.id, first.ended, second.ended) == (coming.id, False, True)
