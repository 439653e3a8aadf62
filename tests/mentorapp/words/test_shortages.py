from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.availability import ALL_SLOTS, Slot
from mentorapp.domain.households import ChildBand
from mentorapp.domain.organisations import ContactPerson, OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.records import new_id
from mentorapp.domain.shortages import Ask, MentorKind, OrganisationToAsk, Shortage
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.shortages import (
    say_ask,
    say_causes,
    say_contact,
    say_gain,
    say_given,
    say_helps,
    say_kind,
    say_recruits,
    say_share,
    say_shortage,
)

ENGLISH, BOKMAL = Words("en"), Words("nb")


def _slots(*texts: str) -> tuple[Slot, ...]:
    return tuple(Slot.parse(text) for text in texts)


EVENINGS = _slots("monday-evening", "tuesday-evening", "thursday-evening")
WOMAN_IN_FAUSKE = MentorKind(
    gender=Gender.WOMAN,
    languages=("prs",),
    country="NO",
    postal_code="8200",
    place="Fauske",
    municipality="Fauske",
    slots=EVENINGS,
)
EVERYTHING = MentorKind(
    gender=Gender.MAN,
    age_band=AgeBand.FROM_51,
    languages=("ti", "ar"),
    country="NO",
    postal_code="8215",
    place="Valnesfjord",
    municipality="Fauske",
    slots=_slots("saturday-morning", "monday-evening", "tuesday-evening"),
    occupation_group="it",
    interests=("fishing", "hiking"),
    child_band=ChildBand.PRIMARY,
    certificate=True,
)


def _shortage(kind: MentorKind, helps: int, gain: int = 1, **causes: int) -> Shortage:
    return Shortage(
        kind=kind,
        newcomers=tuple(new_id() for _ in range(helps)),
        gain_pairs=gain,
        gain_total=500,
        causes=tuple((Obstacle(name), count) for name, count in causes.items()),
    )


def test_a_shortage_is_said_as_on_the_telephone() -> None:
    shortage = _shortage(WOMAN_IN_FAUSKE, 7)
    assert say_shortage(ENGLISH, shortage) == (
        "A woman who speaks Dari, in or near Fauske, free on weekday evenings "
        "(Monday, Tuesday and Thursday): would help 7 who wait"
    )
    assert say_shortage(BOKMAL, shortage) == (
        "En kvinne som snakker dari, i eller nær Fauske, ledig på hverdagskvelder "
        "(mandag, tirsdag og torsdag): ville hjelpe 7 som venter"
    )


def test_every_part_of_a_kind_is_said_when_it_matters() -> None:
    assert say_kind(ENGLISH, EVERYTHING) == (
        "A man who speaks Tigrinya and Arabic, aged 51–66, field of work: Information technology, "
        "likes fishing and hiking, with children: 6–12 years, in or near Valnesfjord (Fauske), "
        "free Saturday morning and Monday and Tuesday evening, with a police certificate"
    )
    assert say_kind(BOKMAL, EVERYTHING) == (
        "En mann som snakker tigrinja og arabisk, i alderen 51–66, fagfelt: IT, "
        "liker fisking og turgåing, med barn: 6–12 år, i eller nær Valnesfjord (Fauske), "
        "ledig lørdag formiddag og mandag og tirsdag kveld, med politiattest"
    )


@pytest.mark.parametrize(("words", "said"), [(ENGLISH, "A mentor"), (BOKMAL, "En mentor")])
def test_a_kind_that_asks_for_nothing_is_any_mentor(words: Words, said: str) -> None:
    assert say_kind(words, MentorKind()) == said


@pytest.mark.parametrize(
    ("kind", "english", "bokmal"),
    [
        ({"gender": Gender.WOMAN}, "A woman", "En kvinne"),
        ({"gender": Gender.MAN}, "A man", "En mann"),
        ({"gender": Gender.NOT_GIVEN}, "A mentor", "En mentor"),
        (
            {"gender": Gender.OTHER},
            "A mentor of another gender than woman or man",
            "En mentor av et annet kjønn enn kvinne eller mann",
        ),
        ({"languages": ("so",)}, "A mentor who speaks Somali", "En mentor som snakker somali"),
        (
            {"languages": ("so",), "gender": Gender.OTHER},
            "A mentor of another gender than woman or man, who speaks Somali",
            "En mentor av et annet kjønn enn kvinne eller mann, som snakker somali",
        ),
        ({"languages": ("xx",)}, "A mentor who speaks xx", "En mentor som snakker xx"),
        (
            {"age_band": AgeBand.FROM_67},
            "A mentor, aged 67 and over",
            "En mentor, i alderen 67 og over",
        ),
        ({"occupation_group": "gone"}, "A mentor, field of work: gone", "En mentor, fagfelt: gone"),
        (
            {"place": "Bodø", "municipality": ""},
            "A mentor, in or near Bodø",
            "En mentor, i eller nær Bodø",
        ),
        (
            {"place": "BODØ", "municipality": "Bodø"},
            "A mentor, in or near BODØ",
            "En mentor, i eller nær BODØ",
        ),
        (
            {"slots": _slots("monday-morning", "tuesday-morning", "friday-morning")},
            "A mentor, free on weekday mornings (Monday, Tuesday and Friday)",
            "En mentor, ledig på formiddager i uken (mandag, tirsdag og fredag)",
        ),
        (
            {"slots": _slots("monday-afternoon", "tuesday-afternoon", "friday-afternoon")},
            "A mentor, free on weekday afternoons (Monday, Tuesday and Friday)",
            "En mentor, ledig på ettermiddager i uken (mandag, tirsdag og fredag)",
        ),
        (
            {"slots": _slots("tuesday-evening", "monday-evening")},
            "A mentor, free Monday and Tuesday evening",
            "En mentor, ledig mandag og tirsdag kveld",
        ),
        (
            {"slots": _slots("monday-evening", "monday-morning", "monday-afternoon")},
            "A mentor, free Monday morning, afternoon and evening",
            "En mentor, ledig mandag formiddag, ettermiddag og kveld",
        ),
        (
            {"slots": _slots("friday-evening", "saturday-evening", "sunday-evening")},
            "A mentor, free Friday, Saturday and Sunday evening",
            "En mentor, ledig fredag, lørdag og søndag kveld",
        ),
    ],
)
def test_each_part_in_both_languages(kind: dict[str, Any], english: str, bokmal: str) -> None:
    assert say_kind(ENGLISH, MentorKind(**kind)) == english
    assert say_kind(BOKMAL, MentorKind(**kind)) == bokmal


@given(
    st.builds(
        MentorKind,
        gender=st.sampled_from([None, *Gender]),
        age_band=st.sampled_from([None, *AgeBand]),
        languages=st.lists(st.sampled_from(["prs", "ti", "xx"]), max_size=2).map(tuple),
        place=st.sampled_from(["", "Fauske", "100 %"]),
        slots=st.sets(st.sampled_from(sorted(ALL_SLOTS)), max_size=4).map(tuple),
        occupation_group=st.sampled_from(["", "it", "%(n)d"]),
        child_band=st.sampled_from([None, *ChildBand]),
        certificate=st.booleans(),
    ),
    st.sampled_from(LANGUAGES),
)
def test_any_kind_can_be_said(kind: MentorKind, language: str) -> None:
    said = say_kind(Words(language), kind)
    assert said[0].isupper()
    assert ", ," not in said
    assert said == say_kind(Words(language), replace(kind, slots=kind.slots[::-1]))


def test_how_many_it_would_help_in_singular_and_plural() -> None:
    assert say_helps(ENGLISH, 1) == "would help 1 who waits"
    assert say_helps(ENGLISH, 2) == "would help 2 who wait"
    assert say_helps(BOKMAL, 1) == "ville hjelpe 1 som venter"
    assert say_helps(ENGLISH, 0) == "would free another mentor for somebody who waits"
    assert say_helps(BOKMAL, 0) == "ville frigjøre en annen mentor for en som venter"


def test_what_recruits_give_in_singular_and_plural() -> None:
    assert say_gain(ENGLISH, _shortage(MentorKind(), 3)) == "1 such mentor: 1 more pair"
    assert say_recruits(ENGLISH, 5, 4) == "5 such mentors: 4 more pairs"
    assert say_recruits(ENGLISH, 2, 0) == "2 such mentors: no more pairs, at most better ones"
    assert say_recruits(BOKMAL, 5, 4) == "5 slike mentorer: 4 par flere"
    assert say_recruits(BOKMAL, 1, 0) == "1 slik mentor: ikke flere par, høyst bedre par"


def test_causes_stand_with_their_counts_and_like_ones_together() -> None:
    shortage = _shortage(
        MentorKind(), 9, no_common_language=2, mentor_gender_wish=2, newcomer_gender_wish=3
    )
    assert say_causes(ENGLISH, shortage) == "gender wish (5), language (2)"
    assert say_causes(BOKMAL, shortage) == "ønske om kjønn (5), språk (2)"
    assert say_causes(ENGLISH, _shortage(MentorKind(), 1)) == ""


def test_the_share_comes_with_its_base() -> None:
    assert say_share(ENGLISH, 3, 24, 31) == (
        "3 kinds from the top of the list would help 24 of 31 who wait (77 %)."
    )
    assert say_share(ENGLISH, 1, 1, 1) == (
        "1 kind from the top of the list would help 1 of 1 who waits (100 %)."
    )
    assert say_share(BOKMAL, 3, 24, 31) == (
        "3 typer øverst på listen ville hjelpe 24 av 31 som venter (77 %)."
    )
    assert say_share(ENGLISH, 0, 0, 0) == "Nobody waits without a pair."
    assert say_share(BOKMAL, 0, 0, 0) == "Ingen venter fortsatt på mentor."


def test_an_organisation_is_asked_with_the_way_to_the_place() -> None:
    ask = Ask(rank=1, kind=MentorKind(gender=Gender.WOMAN), helps=2)
    assert say_ask(ENGLISH, ask) == "A woman: would help 2 who wait"
    assert say_ask(ENGLISH, replace(ask, km=0)) == (
        "A woman: would help 2 who wait (in the same place)"
    )
    assert (
        say_ask(BOKMAL, replace(ask, km=13)) == "En kvinne: ville hjelpe 2 som venter (13 km unna)"
    )


@pytest.mark.parametrize(
    ("numbers", "english", "bokmal"),
    [
        ((0, 0, 0), "no mentors yet, none promised", "ingen mentorer ennå, ingen lovet"),
        (
            (3, 1, 0),
            (
                "promised 3, 1 mentor registered, none of them approved yet, "
                "2 promised mentors are missing"
            ),
            "lovet 3, 1 mentor registrert, ingen av dem godkjent ennå, 2 lovede mentorer mangler",
        ),
        (
            (3, 2, 1),
            "promised 3, 2 mentors registered, 1 of them approved, 1 promised mentor is missing",
            "lovet 3, 2 mentorer registrert, 1 av dem godkjent, 1 lovet mentor mangler",
        ),
        (
            (0, 2, 2),
            "2 mentors registered, 2 of them approved",
            "2 mentorer registrert, 2 av dem godkjent",
        ),
    ],
)
def test_what_was_promised_against_what_was_given(
    numbers: tuple[int, int, int], english: str, bokmal: str
) -> None:
    promised, registered, approved = numbers
    asked = OrganisationToAsk(
        organisation_id=new_id(),
        number=40017,
        name="Nordlys",
        kind=OrganisationKind.BUSINESS,
        promised=promised,
        registered=registered,
        approved=approved,
    )
    assert say_given(ENGLISH, asked) == english
    assert say_given(BOKMAL, asked) == bokmal


def test_whom_to_call_with_whatever_is_known() -> None:
    berit = ContactPerson("Berit Moen", "leder", "+4775541231", "b@n.example")
    assert say_contact(ENGLISH, berit) == "Berit Moen (leder), +47\u00a075\u00a054\u00a012\u00a031"
    assert say_contact(ENGLISH, replace(berit, phone="")) == "Berit Moen (leder), b@n.example"
    assert say_contact(BOKMAL, ContactPerson("Berit Moen")) == "Berit Moen, ikke noe telefonnummer"
    assert say_contact(ENGLISH, None) == "no contact person registered"
    assert say_contact(BOKMAL, ContactPerson("")) == "ingen kontaktperson registrert"
