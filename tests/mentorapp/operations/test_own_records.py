"""Whoever asks what is known of him learns nothing of the others: each thing has a mark."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from mentorapp.domain.calls import Call
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.networks import NetworkCheck, NetworkStage
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import ForbiddenPair, Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.questionnaires import Moment, Questionnaire
from mentorapp.domain.ties import Tie
from mentorapp.operations import Database, subject_access
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from tests.factories import TODAY, a_meeting, a_proposal
from tests.mentorapp.operations.registering import (
    buddy,
    mentor_id,
    newcomer,
    newcomer_id,
    pair,
    protect,
    register,
)
from tests.mentorapp.operations.test_subject_access import text_of

HERE = Reason(ReasonKind.SAME_PLACE, ("Stedmerke",), points=7)
BOTH_FISH = Reason(ReasonKind.SHARED_INTERESTS, ("fishing",), points=9)


def halves(tx: Transaction, one: Pairing) -> tuple[UUID, UUID]:
    """The persons of the mentor and of the newcomer."""
    return (
        records.get(tx, Mentor, one.mentor_id).person_id,
        records.get(tx, Newcomer, one.newcomer_id).person_id,
    )


def talk(tx: Transaction, one: Pairing, person: UUID, mark: str) -> None:
    """All that is noted of one half in a pair."""
    own: dict[str, Any] = {"person_id": person, "pairing_id": one.id}
    records.add(tx, Call(**own, called_on=TODAY, note=f"Samtale{mark}"))
    held = records.add(tx, Interview(**own, held_on=TODAY, answers={"best": f"Intervju{mark}"}))
    records.add(
        tx, Quote(person_id=person, interview_id=held.id, text=f"Sitat{mark}", said_on=TODAY)
    )
    records.add(
        tx,
        Questionnaire(
            **own, moment=Moment.START, answered_on=TODAY, own_words={"best": f"Skjema{mark}"}
        ),
    )
    records.add(
        tx,
        NetworkCheck(**own, stage=NetworkStage.START, asked_on=TODAY, note=f"Nettverk{mark}"),
    )


def told(tx: Transaction, person: UUID) -> str:
    """Data and paper together."""
    data = json.dumps(subject_access.data(tx, person), default=str, ensure_ascii=False)
    return data + text_of(subject_access.paper(tx, person, Words("nb"), TODAY))


def test_of_a_pair_each_half_gets_only_what_he_said_himself(database: Database) -> None:
    with database.write("mona") as tx:
        one = pair(tx)
        marit, sahra = halves(tx, one)
        talk(tx, one, marit, "mentor")
        talk(tx, one, sahra, "flyktning")
        hers, his = told(tx, sahra), told(tx, marit)
    for kind in ("Samtale", "Intervju", "Sitat", "Skjema", "Nettverk"):
        assert f"{kind}flyktning" in hers
        assert f"{kind}mentor" not in hers
        assert f"{kind}mentor" in his
        assert f"{kind}flyktning" not in his


def test_nothing_tells_who_was_forbidden_why_or_where_a_proposed_mentor_is(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        role = newcomer_id(tx)
        other = mentor_id(tx, name="Xerxes Quist")
        both: dict[str, Any] = {"mentor_id": other, "newcomer_id": role}
        records.add(tx, ForbiddenPair(**both, reason="Tredjemerke klaget", forbidden_on=TODAY))
        records.add(
            tx,
            a_proposal(
                **both,
                scheme_id=buddy(tx),
                reasons=(BOTH_FISH, HERE),
                points={"distance": 7},
                decision_reason="Xerxes Quist sa nei",
            ),
        )
        person = records.get(tx, Newcomer, role).person_id
        seen = told(tx, person)
        data = subject_access.data(tx, person)["records"]
    for mark in ("Tredjemerke", "Stedmerke", "same_place", '"distance": 7', "Xerxes", "Quist"):
        assert mark not in seen
    assert "fishing" in json.dumps(data["proposal"], default=str)
    assert [one["forbidden_on"] for one in data["forbidden_pair"]] == [TODAY]


def marked(tx: Transaction) -> Pairing:
    """A pair of which four things tell a place."""
    one = pair(tx)
    marks = replace(
        one,
        reasons=(BOTH_FISH, HERE),
        points={"distance": 7},
        start_meeting_place="Startmerke",
        notes="Han bor i Tromsø nå",
    )
    records.amend(tx, marks)
    records.add(tx, a_meeting(pairing_id=one.id, place="Kafémerke", notes="Vi var i Tromsø"))
    return one


MARKS = ("Stedmerke", "same_place", '"distance": 7', "Startmerke", "Kafémerke", "Tromsø")


def test_where_either_half_is_protected_no_place_of_the_pair_is_told(database: Database) -> None:
    with database.write("mona") as tx:
        one = marked(tx)
        marit, sahra = halves(tx, one)
        open_to_her = told(tx, sahra)
        protect(tx, marit, Protection.CONFIDENTIAL)
        hers, his = told(tx, sahra), told(tx, marit)
    assert [mark for mark in MARKS if mark not in open_to_her] == []
    assert [mark for mark in MARKS if mark in hers] == []
    assert [mark for mark in MARKS if mark in his] == []
    assert "fishing" in hers


def test_what_she_said_of_somebody_protected_tells_no_place_of_his(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = halves(tx, pair(tx))
        for note in ("Marit bor i Tromsø", "Vi var i Sarpsborg"):
            records.add(tx, Call(person_id=sahra, called_on=TODAY, note=note))
        assert "Tromsø" in told(tx, sahra)
        protect(tx, marit, Protection.CONFIDENTIAL)
        of_the_pair = told(tx, sahra)
    assert "Tromsø" not in of_the_pair
    assert "Sarpsborg" not in of_the_pair


def test_an_enemy_with_a_protected_address_has_neither_name_nor_place(database: Database) -> None:
    with database.write("mona") as tx:
        sahra = register(tx, newcomer())
        hidden = register(tx, newcomer("Xerxes Quist"))
        records.add(tx, Tie(person_id=sahra, other_id=hidden))
        note = "Spurte om Xerxes er i Tromsø"
        records.add(tx, Call(person_id=sahra, called_on=TODAY, note=note))
        open_still = told(tx, sahra)
        protect(tx, hidden, Protection.STRICT)
        seen = told(tx, sahra)
    assert "Tromsø" in open_still
    for mark in ("Tromsø", "Xerxes"):
        assert mark not in seen
    assert "Spurte om … er i …" in seen
