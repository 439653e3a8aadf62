"""What fills somebody's days and who is willing to travel: in a cell, a row and a heading."""

import pytest

from mentorapp.domain.imports import ImportKind, NoteReason, Reason
from mentorapp.domain.people import LifeSituation, Transport
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.choices import life_situation
from mentorapp.exchange.headings import recognise
from tests.mentorapp.exchange.test_people import mentor, newcomer

PEOPLE = (ImportKind.MENTORS, ImportKind.NEWCOMERS)


@pytest.mark.parametrize(
    ("situation", "cells"),
    [
        (
            LifeSituation.STUDYING,
            "Student; studerer; Elev ved vgs; går på skole; studerende; Introprogram; student 50 %",
        ),
        (
            LifeSituation.WORKING,
            (
                "i jobb; I arbeid; jobber; Jobber deltid; ansatt; yrkesaktiv; jobb; i arbejde;"
                " employed; working full time; har fast jobb"
            ),
        ),
        (
            LifeSituation.LOOKING_FOR_WORK,
            (
                "arbeidssøker; Arbeidsledig; arbeidsløs; uten jobb; ikke i jobb; søker jobb;"
                " ledig; arbejdsløs; arbejdssøgende; unemployed; looking for work; not working"
            ),
        ),
        (
            LifeSituation.AT_HOME,
            "hjemmeværende; Hjemme med barn; foreldrepermisjon; hjemmegående; at home; på barsel",
        ),
        (
            LifeSituation.RETIRED,
            ("Pensjonist; alderspensjonist; pensionist; retired; pensjonert lærer"),
        ),
        (LifeSituation.NOT_GIVEN, "ikke oppgitt; ønsker ikke å oppgi; unknown"),
    ],
)
def test_life_situations_are_understood(
    situation: LifeSituation, cells: str, context: Context
) -> None:
    understood = {cell: life_situation(cell, context) for cell in cells.split("; ")}
    assert set(understood.values()) == {situation}, understood


@pytest.mark.parametrize(
    "cell",
    ["student og jobber deltid", "jobber ikke", "ønsker jobb", "leter etter en jobb", "lærer",
     "vil studere", "wants to work", "gift", "hjemmekontor"],
)  # fmt: skip
def test_two_at_once_and_mere_wishes_are_none(cell: str, context: Context) -> None:
    assert life_situation(cell, context) == Unreadable(Reason.NOT_ONE_OF)


@pytest.mark.parametrize(
    "cell", ["ufør", "Uføretrygdet", "sykmeldt", "Sykemeldt fra jobb", "AAP", "førtidspensionist",
             "50 % ufør, 50 % i jobb", "on sick leave"],
)  # fmt: skip
def test_illness_is_left_out_and_its_words_are_kept_nowhere(cell: str, context: Context) -> None:
    assert life_situation(cell, context) == Partly(None, (), NoteReason.HEALTH_LEFT_OUT)
    row = mentor(Navn="Ola Hansen", Livssituasjon=cell)
    assert row.readable
    assert set(row.values) == {"given_name", "family_name"}
    assert [(note.reason, note.text) for note in row.notes] == [(NoteReason.HEALTH_LEFT_OUT, "")]


def test_what_is_not_understood_goes_to_the_notes() -> None:
    row = newcomer(Navn="Ola Hansen", Livssituasjon="litt av hvert")
    assert row.values["notes"] == "Livssituasjon: litt av hvert"


def test_willingness_to_travel_is_a_yes_or_no_beside_the_car() -> None:
    row = mentor(Navn="Ola Hansen", Bil="ja", Kan_reise="nei")
    assert row.values["transport"] == frozenset({Transport.CAR, Transport.LICENCE})
    assert row.values["travels"] is False
    assert newcomer(Navn="Ola", Kan_du_reise="Ja, gjerne").values["travels"] is True
    assert newcomer(Navn="Ola", Villig_til_å_reise="kommer an på").notes


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (
            "life_situation",
            (
                "Livssituasjon; Hva er din livssituasjon?; Livssituation; Nåværende situasjon;"
                " Life situation; Current situation; Arbeidssituasjon; Jobber eller studerer du?;"
                " Er du student eller i jobb?; Do you work or study?; Employment status"
            ),
        ),
        (
            "travels",
            (
                "Kan reise; Kan du reise?; Villig til å reise; Er du villig til å reise?;"
                " Reisevillig; Villig til å reise (ja/nei); Kan rejse; Er du villig til at rejse?;"
                " Can travel; Willing to travel; Are you willing to travel?"
            ),
        ),
        (
            "max_distance_km",
            (
                "Hvor langt er du villig til å reise?; Hvor langt kan du reise (km)?; Reiseavstand;"
                " How far are you willing to travel?; Hvor langt vil du reise?;"
                " Hvor langt kan du rejse?"
            ),
        ),
        ("transport", "Kan du kjøre bil?; Har du bil?; Førerkort"),
    ],
)
def test_headings_are_told_apart(kind: ImportKind, field: str, headings: str) -> None:
    for heading in headings.split("; "):
        assert recognise(kind, ["Navn", heading]).fields.get(1) == field, heading


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize(
    "heading",
    ["Reisetid", "Reiser du mye?", "Boligsituasjon", "Familiesituasjon", "Sivilstand",
     "Økonomisk situasjon", "Reiseutgifter", "Housing situation", "Travel expenses", "Situasjon"],
)  # fmt: skip
def test_headings_about_something_else_are_left_alone(kind: ImportKind, heading: str) -> None:
    found = recognise(kind, ["Navn", heading]).fields.get(1)
    assert found not in {"life_situation", "travels"}
