"""A waiting list goes out, is answered, and comes back: nobody is named on the way."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mentorapp.domain.consents import Consent, LegalBasis
from mentorapp.domain.exchange_errors import (
    LineDecided,
    NobodyToShare,
    NotAgreedToShare,
)
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.shared_lines import LeftOut
from mentorapp.domain.waiting_lists import EntryState
from mentorapp.operations import (
    list_offers,
    list_rows,
    offices,
    pairing,
    people,
    received_lists,
    waiting_lists,
)
from mentorapp.storage import records
from tests.factories import TODAY, a_household
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer
from tests.mentorapp.operations.two_offices import (
    Offices,
    a_free_mentor,
    a_waiting,
    agreeing,
    answered,
    kept,
    sent,
    two_offices,
)

#: What must stand in no file: names, numbers on paper, streets, codes, telephones, free text.
MARKERS = (
    "Markørnavn", "Fornavnmarkør", "Kallenavn", "98765432", "marker@hidden.example.no",
    "Markørveien", "8037", "1999", "Ambassadør i Markørland", "Rådgiver Markør", "Notatmarkør",
)  # fmt: skip


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Offices]:
    with two_offices(tmp_path) as made:
        yield made


def test_only_who_waits_and_agreed_is_on_the_list_and_the_others_are_told_with_why(
    both: Offices,
) -> None:
    with both.ours.write("mona") as tx:
        a_waiting(tx, "Ja Takk")
        people.save(tx, newcomer("Ikke Spurt"), TODAY)
        public = people.save(tx, newcomer("Bare Oppgave"), TODAY).person.id
        agreeing(tx, public, basis=LegalBasis.PUBLIC_TASK)
        back = people.save(tx, newcomer("Tatt Tilbake"), TODAY).person.id
        agreeing(tx, back, withdrawn_on=TODAY)
        a_waiting(tx, "Skjult Fortrolig", protection=Protection.CONFIDENTIAL)
        a_waiting(tx, "Streng Fortrolig", protection=Protection.STRICT, postal_code="")
        found = waiting_lists.preview(tx, TODAY)

    assert [one.name for one in found.lines] == ["Ja Takk"]
    assert {one.name: one.why for one in found.left_out} == {
        "Ikke Spurt": LeftOut.NOT_AGREED,
        "Bare Oppgave": LeftOut.NOT_AGREED,
        "Tatt Tilbake": LeftOut.WITHDRAWN,
        "Skjult Fortrolig": LeftOut.PROTECTED,
        "Streng Fortrolig": LeftOut.PROTECTED,
    }


def test_who_lives_with_somebody_protected_is_left_out_too(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        one = people.save(tx, newcomer("Hanna", protection=Protection.CONFIDENTIAL), TODAY)
        home = one.person.household_id
        if home is None:
            household = records.add(tx, a_household())
            people.save(
                tx,
                newcomer("Hanna To", protection=Protection.CONFIDENTIAL, household_id=household.id),
                TODAY,
            )
            home = household.id
        a_waiting(tx, "Jonas", household_id=home)
        found = waiting_lists.preview(tx, TODAY)

    assert not found.lines
    assert {one.why for one in found.left_out} == {LeftOut.PROTECTED}


def test_nothing_in_the_files_tells_who_somebody_is(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        person = a_waiting(
            tx, "Fornavnmarkør Markørnavn", preferred_name="Kallenavn", phone="+4798765432",
            email="marker@hidden.example.no", address="Markørveien 7", postal_code="8037",
            birth_year=1999, notes="Notatmarkør", goal="Ambassadør i Markørland",
            referred_by="Rådgiver Markør",
        )  # fmt: skip
        number = people.read(tx, person, TODAY).registration.person.number
        data = waiting_lists.send(tx, TODAY).data
    shared = kept(both.theirs, data)
    with both.theirs.write("jon") as tx:
        mentor = a_free_mentor(
            tx, "Fornavnmarkør Markørnavn", phone="+4798765432", address="Markørveien 7",
            postal_code="8037", birth_year=1999, notes="Notatmarkør",
            motivation="Ambassadør i Markørland",
        )  # fmt: skip
        entry = list_rows.entries(tx, shared.id, TODAY)[0]
        list_offers.offer(tx, entry.id, mentor, TODAY)
        answer = list_offers.answer(tx, shared.id, TODAY).data
    ids = {str(person), person.hex, str(mentor), mentor.hex, str(number)}

    for written in (data, answer):
        content = json.dumps(json.loads(written)["content"], ensure_ascii=False)
        whole = written.decode("utf-8") + content
        assert [one for one in MARKERS if one in whole] == []
        assert [one for one in ids if one in content] == []
    assert "Fjordvik" in data.decode()
    assert '"age_band":"26_35"' in data.decode()


def test_random_numbers_are_new_for_each_list(both: Offices) -> None:
    first = json.loads(sent(both))["content"]
    with both.ours.write("mona") as tx:
        second = json.loads(waiting_lists.send(tx, TODAY).data)["content"]

    assert first["list"] != second["list"]
    assert first["lines"][0]["number"] != second["lines"][0]["number"]


def test_a_district_is_not_told_of_few_and_never_a_postal_code(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), districts={"Østbyen": "8020-8041"}))
        for at in range(4):
            a_waiting(tx, f"Øst {at}", postal_code="8037")
        few = waiting_lists.preview(tx, TODAY).lines
        a_waiting(tx, "Øst Fem", postal_code="8037")
        many = waiting_lists.preview(tx, TODAY).lines

    assert {one.line.area.district for one in few if one.line.area} == {""}
    assert {one.line.area.district for one in many if one.line.area} == {"Østbyen"}


def test_an_empty_list_is_not_sent_and_makes_nothing(both: Offices) -> None:
    with both.ours.write("mona") as tx, pytest.raises(NobodyToShare):
        waiting_lists.send(tx, TODAY)
    with both.ours.read() as tx:
        assert list_rows.rows(tx) == []


def test_a_list_is_answered_with_the_mentors_the_engine_found(both: Offices) -> None:
    answer = answered(both, 2)

    with both.ours.write("mona") as tx:
        shared = received_lists.read_answer(tx, answer, TODAY)
        rows = list_rows.entries(tx, shared.id, TODAY)
        offered = [row for row in rows if row.state is EntryState.OFFERED]
        assert len(rows) == 2
        assert [row.somebody.name[:8] for row in offered if row.somebody] == ["Nykommer"]
        assert offered[0].offer is not None
        assert offered[0].offer.gender is Gender.WOMAN
        waiting_lists.decide(tx, offered[0].id, True, TODAY, "Ring Jon")
        row = list_rows.rows(tx)[0]

    assert row.neighbour == "Sundnes"
    assert row.answered_on == TODAY
    assert row.counts == {EntryState.ACCEPTED: 1, EntryState.OPEN: 1}


def test_a_decision_can_be_undone_and_needs_an_offer(both: Offices) -> None:
    answer = answered(both, 2)
    with both.ours.write("mona") as tx:
        shared = received_lists.read_answer(tx, answer, TODAY)
        rows = {row.state: row for row in list_rows.entries(tx, shared.id, TODAY)}
        offered, still_open = rows[EntryState.OFFERED], rows[EntryState.OPEN]
        waiting_lists.decide(tx, offered.id, False, TODAY)
        back = waiting_lists.undecide(tx, offered.id)
        with pytest.raises(LineDecided):
            waiting_lists.decide(tx, still_open.id, True, TODAY)
        with pytest.raises(LineDecided):
            waiting_lists.undecide(tx, still_open.id)

    assert (back.state, back.decided_on) == (EntryState.OFFERED, None)


def test_no_offer_is_accepted_for_somebody_who_took_the_agreement_back(both: Offices) -> None:
    answer = answered(both)
    with both.ours.write("mona") as tx:
        shared = received_lists.read_answer(tx, answer, TODAY)
        (row,) = list_rows.entries(tx, shared.id, TODAY)
        (consent,) = records.find(tx, Consent)
        records.amend(tx, replace(consent, withdrawn_on=TODAY))
        (row,) = list_rows.entries(tx, shared.id, TODAY)
        assert row.no_longer is LeftOut.WITHDRAWN
        with pytest.raises(NotAgreedToShare):
            waiting_lists.decide(tx, row.id, True, TODAY)
        waiting_lists.decide(tx, row.id, False, TODAY)


def test_a_newcomer_who_is_being_asked_here_is_not_on_the_list(both: Offices) -> None:
    with both.ours.write("mona") as tx:
        a_waiting(tx)
        mentor_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, row.proposal.id)
        found = waiting_lists.preview(tx, TODAY)

    assert [one.why for one in found.left_out] == [LeftOut.BEING_ASKED]
