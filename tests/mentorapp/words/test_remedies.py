from typing import Any

import pytest

from mentorapp.domain.explanations import Remedy, RemedyKind
from mentorapp.domain.records import new_id
from mentorapp.domain.shared_remedies import SharedRemedy, shared
from mentorapp.words import Words
from mentorapp.words.remedies import _SHARED, say_remedy, say_shared

OLA = new_id()
NAMES = {OLA: "Ola Nordmann"}
ENGLISH, BOKMAL = Words("en"), Words("nb")


def _remedy(kind: RemedyKind, **changes: Any) -> Remedy:
    usual: dict[str, Any] = {"mentor_id": OLA, "opens": 1, "helps": True}
    values = {
        RemedyKind.NEWCOMER_TIME: ("tuesday-evening",),
        RemedyKind.NEWCOMER_GENDER: ("woman",),
        RemedyKind.NEWCOMER_AGE: ("26_35",),
        RemedyKind.SCHEME_MUST: ("interests",),
        RemedyKind.RECRUIT: ("gender:woman", "language:prs"),
    }
    return Remedy(kind=kind, **(usual | {"values": values.get(kind, ())} | changes))


@pytest.mark.parametrize("kind", RemedyKind)
def test_every_remedy_is_a_sentence_in_both_languages(kind: RemedyKind) -> None:
    for mentor_id in (OLA, None):
        for opens in (1, 3):
            remedy = _remedy(kind, mentor_id=mentor_id, opens=opens, amount=40, beyond=12)
            said = say_remedy(ENGLISH, remedy, NAMES)
            assert said[0].isupper()
            assert "%(" not in said
            assert "_" not in said
            assert say_remedy(BOKMAL, remedy, NAMES) != said


@pytest.mark.parametrize("kind", [*_SHARED])
def test_a_remedy_for_several_is_a_sentence_in_both_languages(kind: RemedyKind) -> None:
    one = SharedRemedy(kind=kind, amount=40, changes=((OLA, _remedy(kind)),))
    said = say_shared(ENGLISH, one)
    assert said[0].isupper()
    assert "%(" not in said
    assert say_shared(BOKMAL, one) != said


def test_every_remedy_that_several_can_share_has_a_sentence() -> None:
    found = shared((who, [_remedy(kind) for kind in RemedyKind]) for who in (new_id(), new_id()))
    assert {one.kind for one in found} == _SHARED.keys()


@pytest.mark.parametrize(
    ("remedy", "english", "bokmal"),
    [
        (
            _remedy(RemedyKind.NEWCOMER_DISTANCE, amount=40, beyond=12),
            "Accept up to 40 km: then Ola Nordmann (12 km further than wished) is possible",
            "Godta inntil 40 km: da er Ola Nordmann (12 km lenger enn ønsket) mulig",
        ),
        (
            _remedy(RemedyKind.NEWCOMER_DISTANCE, amount=60),
            "Accept up to 60 km: then Ola Nordmann is possible",
            "Godta inntil 60 km: da er Ola Nordmann mulig",
        ),
        (
            _remedy(RemedyKind.MENTOR_DISTANCE, amount=40, beyond=12),
            "Ask Ola Nordmann to accept up to 40 km",
            "Spør Ola Nordmann om å godta inntil 40 km",
        ),
        (
            _remedy(RemedyKind.NEWCOMER_TIME, opens=3),
            "One more free time, Tuesday evening: 3 mentors become possible",
            "Én ledig tid til, tirsdag kveld: 3 mentorer blir mulige",
        ),
        (
            _remedy(RemedyKind.NEWCOMER_TIME, mentor_id=None),
            "One more free time, Tuesday evening: 1 mentor becomes possible",
            "Én ledig tid til, tirsdag kveld: 1 mentor blir mulig",
        ),
        (
            _remedy(RemedyKind.CERTIFICATE),
            "A valid police certificate from Ola Nordmann",
            "En gyldig politiattest fra Ola Nordmann",
        ),
        (
            _remedy(RemedyKind.CAPACITY),
            "Ola Nordmann takes one more",
            "Ola Nordmann tar én til",
        ),
        (
            _remedy(RemedyKind.NEWCOMER_GENDER, opens=2, helps=False),
            "Give up the wish for a woman: 2 mentors become possible (may not pair anybody more)",
            "Frafall ønsket om en kvinne: 2 mentorer blir mulige (kanskje får ingen flere mentor)",
        ),
        (
            _remedy(RemedyKind.ASK_TIMES, mentor_id=None, opens=2, helps=False),
            "Ask the newcomer when to meet (no times are registered): 2 mentors might fit",
            "Spør den nyankomne om ledige tider (ingen er registrert): 2 mentorer kan passe",
        ),
        (
            _remedy(RemedyKind.RECRUIT, mentor_id=None, opens=0, helps=False),
            "A new mentor: woman · speaks Dari – nobody who is registered fits",
            "En ny mentor: kvinne · snakker dari – ingen av de registrerte passer",
        ),
    ],
)
def test_a_remedy_is_something_a_coordinator_can_do(
    remedy: Remedy, english: str, bokmal: str
) -> None:
    assert say_remedy(ENGLISH, remedy, NAMES) == english
    assert say_remedy(BOKMAL, remedy, NAMES) == bokmal


def test_a_brief_remedy_is_the_deed_alone() -> None:
    remedy = _remedy(RemedyKind.NEWCOMER_DISTANCE, amount=40, beyond=12, helps=False)
    assert say_remedy(ENGLISH, remedy, NAMES, brief=True) == "Accept up to 40 km"


def test_a_recruit_is_told_by_all_that_is_missing() -> None:
    values = (
        "certificate",
        "time:tuesday-evening",
        "time:sunday-morning",
        "language:prs",
        "language:ar",
        "place",
        "age:26_35",
        "occupation:it",
        "interest",
        "language:xx",
    )
    said = say_remedy(ENGLISH, _remedy(RemedyKind.RECRUIT, values=values), NAMES)
    assert said == (
        "A new mentor: age 26–35 · speaks Dari, Arabic or xx · lives nearby"
        " · free Tuesday evening or Sunday morning · shares an interest"
        " · field of work: Information technology"
        " · has a valid police certificate – nobody who is registered fits"
    )
    nothing = say_remedy(ENGLISH, _remedy(RemedyKind.RECRUIT, values=()), NAMES)
    assert nothing == "A new mentor: nobody who is registered fits"


def test_a_mentor_without_a_name_is_somebody() -> None:
    assert say_remedy(ENGLISH, _remedy(RemedyKind.CAPACITY), {}) == "Somebody takes one more"
