from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import NotFound
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.interviews import Interview, Rating
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import (
    Database,
    Transaction,
    follow_up,
    households,
    interviews,
    pairings,
    people,
    unfinished_forms,
)
from mentorapp.storage import records
from mentorapp.words import Words
from mentorapp.words.attention import say
from tests.factories import TODAY, a_household
from tests.mentorapp.operations.registering import newcomer, pair, register

NOW = datetime(2026, 11, 23, 14, 3, tzinfo=UTC)
TYPED = {
    "given_name": "Sahra",
    "family_name": "Strand",
    "phone": "918 27 364",
    "email": "sahra@example.no",
    "address": "Storgata 4",
    "postal_code": "8200",
    "newcomer.goal": "Finne venner i Fauske",
    "newcomer.wished_occupation": "kokk",
    "notes": "Ring etter kl. 16",
    "interests": '["fishing"]',
}


def left(
    contents: Mapping[str, str] = TYPED,
    kind: FormKind = FormKind.NEWCOMER,
    subject: UUID | None = None,
) -> UnfinishedForm:
    return UnfinishedForm(form=kind.value, subject_id=subject, contents=contents, kept_at=NOW)


def test_what_was_typed_is_kept_once_and_found_again(database: Database) -> None:
    with database.write("mona") as tx:
        form = left()
        unfinished_forms.keep(tx, form)
        unfinished_forms.keep(tx, replace(form, contents=TYPED | {"birth_year": "1988"}))
        (found,) = unfinished_forms.left_open(tx, FormKind.NEWCOMER, None)

        assert found.contents == TYPED | {"birth_year": "1988"}
        assert (found.typed_by, found.id) == ("mona", form.id)
        assert unfinished_forms.left_open(tx, FormKind.MENTOR, None) == []


def test_nothing_is_written_when_nothing_was_typed_since(database: Database) -> None:
    form = left()
    with database.write("mona") as tx:
        unfinished_forms.keep(tx, form)
    with database.write("mona") as tx:
        unfinished_forms.keep(tx, form)

        assert tx.changes == []


def test_a_persons_form_is_one_whichever_role_it_was_opened_for(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        unfinished_forms.keep(tx, left({"notes": "x"}, FormKind.MENTOR, person))

        assert len(unfinished_forms.left_open(tx, FormKind.NEWCOMER, person)) == 1


def test_what_is_discarded_is_gone_from_the_file_too(database: Database) -> None:
    with database.write("mona") as tx:
        form = unfinished_forms.keep(tx, left())
        gone = unfinished_forms.discard(tx, form.id)

        assert gone.contents == TYPED
        assert unfinished_forms.all_forms(tx) == []
        rows = tx.connection.exec_driver_sql("select contents from unfinished_forms").all()
        assert rows == [("{}",)]
        with pytest.raises(NotFound):
            unfinished_forms.discard(tx, form.id)


def test_a_level_that_was_typed_decides_before_it_is_saved(database: Database) -> None:
    with database.write("mona") as tx:
        strict = TYPED | {"protection": Protection.STRICT.value}
        kept = unfinished_forms.keep(tx, left(strict)).contents

        assert set(strict) - set(kept) == {
            "phone",
            "email",
            "address",
            "postal_code",
            "newcomer.goal",
        }
        assert kept["notes"] == "Ring etter kl. 16"
        assert kept["family_name"] == "Strand"


def test_an_address_kept_before_goes_when_the_level_is_typed(database: Database) -> None:
    with database.write("mona") as tx:
        form = unfinished_forms.keep(tx, left())
        unfinished_forms.keep(
            tx, replace(form, contents=TYPED | {"protection": Protection.STRICT.value})
        )

        assert "address" not in unfinished_forms.read(tx, form.id).contents


def test_a_confidential_address_is_kept_for_the_office(database: Database) -> None:
    with database.write("mona") as tx:
        typed = TYPED | {"protection": Protection.CONFIDENTIAL.value}

        assert unfinished_forms.keep(tx, left(typed)).contents == typed


def test_whoever_moves_in_with_the_strictly_confidential_has_nothing_kept(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        home = a_household()
        households.save(tx, home)
        hidden = newcomer(protection=Protection.STRICT, household_id=home.id)
        empty = ContactDetails(person_id=hidden.person.id)
        register(tx, replace(hidden, details=replace(empty, id=hidden.details.id)))
        kept = unfinished_forms.keep(tx, left(TYPED | {"household_id": str(home.id)}))

        assert "address" not in kept.contents


def test_a_level_that_is_raised_by_a_save_is_held_to_in_what_was_kept(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer(phone="", email="", address="", postal_code=""))
        unfinished_forms.keep(tx, left({"address": "Storgata 4", "notes": "x"}, subject=person))
        file = people.read(tx, person, TODAY).registration
        strict = replace(file.person, protection=Protection.STRICT)
        people.save(tx, replace(file, person=strict), TODAY)
        (form,) = unfinished_forms.all_forms(tx)

        assert form.contents == {"notes": "x"}


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_no_place_is_kept_of_a_protected_pair(database: Database, level: Protection) -> None:
    with database.write("mona") as tx:
        pairing = pair(tx)
        place = {"place": "Kaffebaren", "notes": "Gikk bra"}
        open_pair = unfinished_forms.keep(tx, left(place, FormKind.MEETING, pairing.id))
        person = people.read(tx, pairings.both(tx, pairing)[1], TODAY).registration
        bare = replace(person.details, phone="", email="", address="", postal_code="")
        people.save(
            tx,
            replace(person, person=replace(person.person, protection=level), details=bare),
            TODAY,
        )
        again = unfinished_forms.keep(tx, left(place, FormKind.MEETING, pairing.id))

        assert open_pair.contents == place
        assert again.contents == {"notes": "Gikk bra"}
        assert unfinished_forms.read(tx, open_pair.id).contents == {"notes": "Gikk bra"}


def test_today_says_which_form_was_left_open_and_of_whom(database: Database) -> None:
    with database.write("mona") as tx:
        pairing = pair(tx)
        who = pairings.row(tx, pairing.id, TODAY).who
        unfinished_forms.keep(tx, left())
        unfinished_forms.keep(tx, left({}, FormKind.MENTOR))
        unfinished_forms.keep(tx, left({"notes": "x"}, FormKind.MEETING, pairing.id))

        assert _said(tx) == {
            "A form was left open: newcomer – Sahra Strand",
            "A form was left open: mentor",
            f"A form was left open: meeting – {who} ({pairing.number})",
        }


def test_a_trace_tells_that_a_form_was_kept_and_nothing_of_what_it_says(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        form = unfinished_forms.keep(tx, left())

        assert "Storgata" not in str(records.traces(tx, form.id))


def _said(tx: Transaction) -> set[str]:
    return {
        say(Words("en"), line)
        for line in follow_up.today_list(tx, TODAY)
        if line.kind is AttentionKind.UNFINISHED_FORM
    }


RATED = {Rating.FIT.value: 4}
ANSWER = {"answer.best": "Vi møtes i Fauske", "answer.other": "Fint", "held_by": "Mona"}


def test_answers_of_a_strictly_confidential_person_are_kept_without_what_names_a_place(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        somebody = records.get(
            tx, Person, register(tx, newcomer(phone="", email="", address="", postal_code=""))
        )
        held = interviews.save(
            tx, Interview(person_id=somebody.id, held_on=TODAY, ratings=RATED), TODAY
        )
        for subject in (somebody.id, held.id):
            form = unfinished_forms.keep(tx, left(ANSWER, FormKind.INTERVIEW, subject))
            assert form.contents == ANSWER
            assert unfinished_forms.person_of(tx, form) == somebody.id
        file = people.read(tx, somebody.id, TODAY).registration
        hidden = replace(file.person, protection=Protection.STRICT)
        people.save(tx, replace(file, person=hidden), TODAY)
        for form in unfinished_forms.all_forms(tx):
            assert form.contents == {"answer.other": "Fint", "held_by": "Mona"}


def test_of_whom_nobody_can_tell_any_more_no_own_words_are_kept(database: Database) -> None:
    with database.write("mona") as tx:
        lost = unfinished_forms.keep(tx, left(ANSWER, FormKind.INTERVIEW, new_id()))
        assert lost.contents == {}


def test_the_person_who_was_chosen_in_a_new_placement_is_whom_it_is_about(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        somebody = records.get(tx, Person, register(tx, newcomer()))
        typed = {"person_id": str(somebody.id), "unit": "Lager"}
        form = unfinished_forms.keep(tx, left(typed, FormKind.PLACEMENT))
        assert unfinished_forms.named(tx, form) == (somebody.name, 0)
        assert unfinished_forms.person_of(tx, form) == somebody.id
        nobody = unfinished_forms.keep(tx, left({"unit": "Lager"}, FormKind.PLACEMENT))
        assert unfinished_forms.named(tx, nobody) == ("", 0)
