from dataclasses import replace
from typing import Any

import pytest

from mentorapp.domain.errors import (
    ChangedMeanwhile,
    InvalidField,
    NotFound,
    NumberMistyped,
    NumberOfAnotherKind,
    PairingStillRuns,
    Problem,
    ProtectedLocation,
    StillInUse,
)
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, follow_up, households, lists, pairing, pairings, people
from tests.factories import TODAY, a_consent, a_household, a_mentor, contact_details
from tests.mentorapp.operations.registering import (
    buddy,
    changed,
    end_early,
    mentor,
    newcomer,
    pair,
    register,
    take_back,
)


def test_somebody_registered_gets_a_number_and_a_first_status(database: Database) -> None:
    with database.write("mona") as tx:
        saved = people.save(tx, mentor(status=MentorStatus.APPLIED), TODAY)
        assert str(saved.person.number).startswith("1")
        assert people.by_number(tx, str(saved.person.number)).id == saved.person.id
        file = people.read(tx, saved.person.id, TODAY)
        assert [change.status for change in file.history] == ["applied"]
        assert file.place == "Fauske"


def test_a_phone_number_is_stored_in_its_one_form_and_names_without_stray_signs(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        person = register(tx, mentor(phone="918 27 364", given_name=" Ma\u200brit\t"))
        stored = people.read(tx, person, TODAY).registration
        assert stored.details.phone == "+4791827364"
        assert stored.person.given_name == stored.person.given_name.strip()
        assert "\u200b" not in stored.person.given_name


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"given_name": "", "family_name": ""}, "given_name", Problem.MISSING),
        ({"given_name": "x" * 300}, "given_name", Problem.TOO_LONG),
        ({"birth_year": 2062}, "birth_year", Problem.OUT_OF_RANGE),
        ({"phone": "12"}, "phone", Problem.NOT_A_PHONE),
        ({"email": "kari"}, "email", Problem.NOT_AN_EMAIL),
        ({"postal_code": "9999"}, "postal_code", Problem.UNKNOWN_POSTAL_CODE),
        ({"registered_on": TODAY.replace(year=2062)}, "registered_on", Problem.IN_FUTURE),
        ({"capacity": -1}, "capacity", Problem.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_written(
    changes: dict[str, Any], field: str, problem: Problem, database: Database
) -> None:
    with pytest.raises(InvalidField) as refused, database.write("mona") as tx:
        register(tx, mentor(**changes))
    assert (refused.value.field, refused.value.problem) == (field, problem)
    with database.read() as tx:
        assert people.all_people(tx) == []


def test_a_change_from_an_older_version_is_refused(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, mentor())
        first = people.read(tx, person, TODAY).registration
        people.save(tx, changed(first, occupation="snekker"), TODAY)
        with pytest.raises(ChangedMeanwhile):
            people.save(tx, changed(first, occupation="baker"), TODAY)


def test_one_person_is_mentor_and_newcomer_at_once(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        both = people.read(tx, person, TODAY).registration
        people.save(tx, replace(both, mentor=a_mentor(person_id=person)), TODAY)
        (one,) = people.all_people(tx)
        assert one.mentor is not None
        assert one.newcomer is not None
        assert len(lists.mentor_rows(tx, TODAY)) == len(lists.newcomer_rows(tx, TODAY)) == 1


def test_consents_are_kept_with_the_person(database: Database) -> None:
    with database.write("mona") as tx:
        registration = replace(newcomer(), consents=(a_consent(), a_consent()))
        person = register(tx, registration)
        assert len(people.read(tx, person, TODAY).registration.consents) == 2


def test_a_step_keeps_its_day_and_comment(database: Database) -> None:
    with database.write("mona") as tx:
        saved = people.save(tx, newcomer(), TODAY)
        assert saved.newcomer is not None
        people.set_newcomer_status(
            tx, saved.newcomer.id, NewcomerStatus.WITHDRAWN, TODAY, "Moved to Oslo"
        )
        last = people.read(tx, saved.person.id, TODAY).history[-1]
        assert (last.status, last.comment, last.actor) == ("withdrawn", "Moved to Oslo", "mona")


def test_a_person_is_deleted_and_brought_back(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, mentor(phone="91827364"))
        before = len(tx.changes)
        people.delete(tx, person)
        assert people.all_people(tx) == []
        assert lists.mentor_rows(tx, TODAY) == []
        take_back(tx, before)
        back = people.read(tx, person, TODAY)
        assert back.registration.person.name == "Marit Bekkelund"
        assert back.registration.details.phone == "+4791827364"
        assert back.registration.mentor is not None


def test_a_person_without_contact_details_is_brought_back_too(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, mentor(postal_code=""))
        before = len(tx.changes)
        people.delete(tx, person)
        take_back(tx, before)
        registration = people.read(tx, person, TODAY).registration
        reachable = replace(registration.details, phone="91827364")
        people.save(tx, replace(registration, details=reachable), TODAY)
        assert people.read(tx, person, TODAY).registration.details.phone == "+4791827364"


def test_a_person_in_a_pairing_is_not_deleted(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        for one in people.all_people(tx):
            with pytest.raises(StillInUse):
                people.delete(tx, one.person.id)


def test_drafts_go_with_the_person_they_name_and_the_board_stays_whole(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        register(tx, mentor())
        gone = register(tx, newcomer())
        assert len(pairing.run(tx, buddy(tx), TODAY).rows) == 1
        people.delete(tx, gone)
        assert pairing.drafts(tx, buddy(tx), TODAY) == []
        assert pairing.run(tx, buddy(tx), TODAY).rows == []


def test_nobody_is_deleted_while_an_answer_is_waited_for(database: Database) -> None:
    with database.write("mona") as tx:
        asked = [register(tx, mentor()), register(tx, newcomer())]
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, row.proposal.id)
        for person in asked:
            with pytest.raises(StillInUse) as refused:
                people.delete(tx, person)
            assert refused.value.by == "proposal"
        assert len(follow_up.today_list(tx, TODAY)) > 0


def test_numbers_that_are_mistyped_unknown_or_of_another_kind_are_told(database: Database) -> None:
    with database.read() as tx:
        with pytest.raises(NumberMistyped):
            people.by_number(tx, "10018")
        with pytest.raises(NotFound):
            people.by_number(tx, "10019")
        with pytest.raises(NumberOfAnotherKind):
            people.by_number(tx, str(short_number(NumberKind.PAIRING, 1)))


def test_people_are_found_by_parts_of_names_in_any_script_and_by_number(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer("Åse Ødegård", native_name="Лариса", preferred_name="Lisa"))
        number = str(people.read(tx, person, TODAY).registration.person.number)
        register(tx, newcomer("Kari Holm"))
        for text in ("åse", "ASE", "ode as", "Лари", "lisa", number, number[:4]):
            names = [one.name for one in people.search(tx, text)]
            assert "Åse Ødegård" in names, text
        assert people.search(tx, "nobody") == []


def test_likely_the_same_share_phone_email_or_name_and_year(database: Database) -> None:
    with database.write("mona") as tx:
        stored = register(
            tx, newcomer("Kari Holm", phone="91827364", email="kari@holm.example", birth_year=1980)
        )

        def same(**changes: Any) -> bool:
            one = newcomer(**changes)
            found = people.likely_same(tx, one.person, one.details)
            assert {person.id for person in found} <= {stored}
            return bool(found)

        assert same(name="K. Holm", phone="+47 918 27 364", birth_year=1999)
        assert same(name="Anne Vik", email="kari@holm.example", birth_year=1970)
        assert same(name="KARI HOLM", birth_year=1980)
        assert same(name="Kari Holm", birth_year=None)
        assert not same(name="Kari Holm", birth_year=1981)
        assert not same(name="Anne Vik", birth_year=1980)


# Protection


def test_nothing_that_tells_where_is_stored_for_the_strictly_confidential(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        for detail in ({"phone": "91827364"}, {"address": "Storgata 1"}, {"postal_code": "8200"}):
            bare: dict[str, Any] = {"postal_code": "", "protection": Protection.STRICT}
            with pytest.raises(ProtectedLocation):
                register(tx, newcomer(**(bare | detail)))
        register(tx, newcomer(postal_code="", protection=Protection.STRICT))


def test_whoever_moves_in_with_the_protected_is_protected(database: Database) -> None:
    with database.write("mona") as tx:
        home = households.save(tx, a_household())
        register(
            tx, newcomer("Hanna Skjult", protection=Protection.CONFIDENTIAL, household_id=home.id)
        )
        brother = register(tx, newcomer("Jonas Skjult", phone="91827364"))
        assert people.read(tx, brother, TODAY).protection is Protection.NONE
        moved = changed(people.read(tx, brother, TODAY).registration, household_id=home.id)
        people.save(tx, moved, TODAY)
        file = people.read(tx, brother, TODAY)
        assert file.protection is Protection.CONFIDENTIAL
        assert file.registration.person.protection is Protection.NONE
        assert [name for _, name in file.members] == ["Hanna Skjult"]
        for row in lists.newcomer_rows(tx, TODAY):
            assert (row.phone, row.place, row.municipality) == ("", "", "")
        assert [one.details for one in people.all_people(tx)] == [None, None]


def test_nobody_lives_openly_with_the_strictly_confidential(database: Database) -> None:
    with database.write("mona") as tx:
        home = households.save(tx, a_household())
        strict = newcomer(
            "Sanna Streng", protection=Protection.STRICT, postal_code="", household_id=home.id
        )
        open_one = newcomer("Ola Streng", household_id=home.id)
        person = register(tx, open_one)
        with pytest.raises(InvalidField):
            register(tx, strict)
        bare = people.read(tx, person, TODAY).registration
        cleared = contact_details(person_id=person, id=bare.details.id, version=1,
                                  phone="", email="", address="", postal_code="")  # fmt: skip
        people.save(tx, replace(bare, details=cleared), TODAY)
        register(tx, strict)
        with pytest.raises(ProtectedLocation):
            register(tx, newcomer("Per Streng", household_id=home.id))


def test_a_household_is_named_and_changed(database: Database) -> None:
    with database.write("mona") as tx:
        home = households.save(tx, a_household())
        households.save(tx, replace(home, childcare_needed=True))
        assert [one.childcare_needed for one in households.choices(tx, None)] == [True]
        with pytest.raises(InvalidField):
            households.save(tx, a_household(label=" "))


def test_a_legal_basis_from_the_future_is_refused(database: Database) -> None:
    later = a_consent(given_on=TODAY.replace(year=2062))
    with database.write("mona") as tx, pytest.raises(InvalidField) as refused:
        people.save(tx, replace(mentor(), consents=(later,)), TODAY)
    assert refused.value.problem is Problem.IN_FUTURE


def test_nobody_leaves_while_a_pairing_of_his_runs(database: Database) -> None:
    with database.write("Mona") as tx:
        made = pair(tx)
        with pytest.raises(PairingStillRuns):
            people.set_mentor_status(tx, made.mentor_id, MentorStatus.ENDED, TODAY)
        with pytest.raises(PairingStillRuns):
            people.set_newcomer_status(tx, made.newcomer_id, NewcomerStatus.WITHDRAWN, TODAY)

        end_early(tx, made.id, TODAY, TODAY)
        ended = people.set_mentor_status(tx, made.mentor_id, MentorStatus.ENDED, TODAY)

        assert ended.status is MentorStatus.ENDED


def test_a_pair_that_stops_early_needs_a_reason_and_who_wanted_it(database: Database) -> None:
    with database.write("Mona") as tx:
        made = pair(tx)
        with pytest.raises(InvalidField) as refused:
            pairings.end(tx, made.id, TODAY, TODAY, completed=False)

    assert refused.value.field == "end_reason"
