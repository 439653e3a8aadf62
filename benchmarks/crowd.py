"""Invented people, the same ones for the same seed: as values, and as the file of an office.

Names are drawn from lists and put together at random; numbers and addresses are counted up.
"""

import csv
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.availability import ALL_SLOTS
from mentorapp.domain.contact_details import ContactDetails, Share
from mentorapp.domain.languages import LetterLanguage, Level, Spoken
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Gender, Person, Transport
from mentorapp.operations.registrations import Registration

TODAY = date(2026, 11, 23)
SEED = 20_261_123

_LOCAL = (
    "Kari Ola Ingrid Lars Åse Øyvind Solveig Bjørn Randi Terje Liv Hege Sigrid Arne Tuva Jonas "
    "Mathilde Eirik Gunn Håkon Turid Magnus Astrid Pål Ragnhild Sverre Vilde Aksel Marit Torbjørn"
).split()
_FAMILIES = (
    "Fjellvang Nordvik Solbakken Strandmo Åsnes Brekkebu Haugdal Lyngmo Myrland Sandnesli Vågan "
    "Tveitnes Engeset Bakkejord Røstad Skogholt Øverbø Kvitnes Storlien Elvebakk Dalseth Moldjord"
).split()
_ARRIVED = (
    "Ahmad Olena Yusuf Fatima Tesfay Oksana Samir Selam Dmytro Leyla Abdirahman Natalia Hassan "
    "Mariam Bohdan Zahra Filmon Iryna Khaled Amina Reza Svitlana Omar Hodan Andrii Parisa Yonas"
).split()
_THEIR_FAMILIES = (
    "Al-Rashid Kovalenko Warsame Haile Bondarenko Rahimi Tesfamariam Haddad Shevchuk Mohamud "
    "Ghebre Melnyk Nazari Darwish Tkachenko Abdi Karimi Kidane Saleh Polishchuk Ismail Hosseini"
).split()
_CODES = ("8006", "8013", "8020", "8056", "8200", "8215", "8226", "8100", "8140", "8206")
_PLACES = dict(
    zip(
        _CODES,
        "Bodø Bodø Bodø Saltstraumen Fauske Valnesfjord Straumen Misvær Inndyr Fauske".split(),
        strict=True,
    )
)
_INTERESTS = {
    "hiking": "turgåing",
    "fishing": "fisking",
    "skiing": "ski",
    "football": "fotball",
    "volleyball": "volleyball",
    "swimming": "svømming",
    "cooking": "matlaging",
    "cycling": "sykling",
    "running": "løping",
    "dance": "dans",
}
_WORK = ("sykepleier", "lærer", "snekker", "kokk", "elektriker", "ingeniør", "bussjåfør")
_MOTHER_TONGUES = ("ar", "uk", "so", "ti", "prs", "pl")


def drawing(seed: int = SEED) -> random.Random:
    """Where all that is random comes from."""
    return random.Random(seed)


def mentors(count: int, seed: int = SEED) -> list[Registration]:
    """Approved mentors with everything a pairing looks at."""
    draw = drawing(seed)
    return [_mentor(draw, at) for at in range(count)]


def newcomers(count: int, seed: int = SEED + 1) -> list[Registration]:
    """Newcomers who wait, every fortieth with a name in Arabic letters too."""
    draw = drawing(seed)
    return [_newcomer(draw, at) for at in range(count)]


def mentors_csv(count: int, seed: int = SEED) -> bytes:
    """A list of mentors as an office keeps it: semicolons, headings in bokmål, UTF-8 with BOM."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n")
    write.writerow(_HEADINGS)
    write.writerows(_lines(count, drawing(seed)))
    return out.getvalue().encode("utf-8-sig")


def _mentor(draw: random.Random, at: int) -> Registration:
    person = _person(draw, at, _LOCAL, _FAMILIES, languages={"no:native", "en:B2"})
    role = Mentor(
        id=an_id(draw),
        person_id=person.id,
        capacity=draw.choice((1, 1, 2)),
        status=MentorStatus.APPROVED,
        registered_on=_day(draw, 900),
        certificate_seen_on=_day(draw, 300),
        confidentiality_signed_on=_day(draw, 300),
        training_done_on=_day(draw, 300),
    )
    return Registration(person, _details(draw, person, at), mentor=role)


def _newcomer(draw: random.Random, at: int) -> Registration:
    spoken = {f"{draw.choice(_MOTHER_TONGUES)}:native", f"no:{draw.choice('A2 B1 B2'.split())}"}
    person = _person(draw, at, _ARRIVED, _THEIR_FAMILIES, languages=spoken)
    role = Newcomer(
        id=an_id(draw),
        person_id=person.id,
        status=NewcomerStatus.READY,
        registered_on=_day(draw, 400),
        goal="Snakke mer norsk og bli kjent med folk",
    )
    return Registration(person, _details(draw, person, at), newcomer=role)


def _person(
    draw: random.Random, at: int, given: list[str], family: list[str], languages: set[str]
) -> Person:
    return Person(
        id=an_id(draw),
        given_name=draw.choice(given),
        family_name=draw.choice(family),
        native_name="" if at % 40 else "خالد فارس",
        birth_year=draw.randint(1950, 2004),
        gender=draw.choice((Gender.WOMAN, Gender.MAN)),
        letter_language=draw.choice((LetterLanguage.NB, LetterLanguage.EN)),
        languages=frozenset(Spoken(*_speech(text)) for text in languages),
        interests=frozenset(draw.sample(sorted(_INTERESTS), 3)),
        occupation=draw.choice(_WORK),
        availability=frozenset(draw.sample(sorted(ALL_SLOTS), 5)),
        transport=frozenset({draw.choice(list(Transport))}),
        shares=frozenset({Share.PHONE}),
    )


def _speech(text: str) -> tuple[str, Level]:
    language, _, level = text.partition(":")
    return language, Level(level)


def _details(draw: random.Random, person: Person, at: int) -> ContactDetails:
    return ContactDetails(
        id=an_id(draw),
        person_id=person.id,
        phone=f"+47{40_000_000 + at}",
        email=f"person{at}@example.com",
        address=f"Storgata {at + 1}",
        postal_code=draw.choice(_CODES),
    )


def an_id(draw: random.Random) -> UUID:
    """A UUID that is the same one for the same seed."""
    return UUID(int=draw.getrandbits(128), version=4)


def local_name(draw: random.Random) -> tuple[str, str]:
    """Given and family name of somebody who has lived here long."""
    return draw.choice(_LOCAL), draw.choice(_FAMILIES)


def arrived_name(draw: random.Random) -> tuple[str, str]:
    """Given and family name of somebody who came not long ago."""
    return draw.choice(_ARRIVED), draw.choice(_THEIR_FAMILIES)


def _day(draw: random.Random, most: int) -> date:
    return TODAY - timedelta(days=draw.randint(1, most))


_HEADINGS = (
    "Fornavn;Etternavn;Mobil;E-post;Adresse;Postnr;Poststed;Fødselsår;Kjønn;Yrke;Språk;Interesser;"
    "Når passer det å møtes?;Hvor mange kan du følge opp?;Hvor langt kan du reise (km);"
    "Politiattest vist;Taushetserklæring signert;Ordning;Motivasjon;Status;Registrert dato"
).split(";")


def _lines(count: int, draw: random.Random) -> Iterator[list[Any]]:
    days = "mandag tirsdag onsdag torsdag fredag".split()
    for at in range(count):
        code = draw.choice(_CODES)
        seen = f"{_day(draw, 300):%d.%m.%Y}"
        number = f"{40_000_000 + at}"
        # No two alike, or they would be held back as likely the same person.
        double, given = divmod(at, len(_LOCAL))
        first, second = divmod(double, len(_FAMILIES))
        yield [
            _LOCAL[given],
            f"{_FAMILIES[first % len(_FAMILIES)]} {_FAMILIES[second]}",
            f"{number[:3]} {number[3:5]} {number[5:]}",
            f"person{at}@example.com",
            f"Storgata {at + 1}",
            code,
            _PLACES[code],
            draw.randint(1950, 2004),
            draw.choice(("Kvinne", "Mann")),
            draw.choice(_WORK),
            "norsk (morsmål), engelsk B2",
            ", ".join(draw.sample(sorted(_INTERESTS.values()), 3)),
            f"{draw.choice(days)} kveld og {draw.choice(days)} ettermiddag",
            draw.choice((1, 1, 2)),
            draw.choice((10, 20, 30)),
            seen,
            seen,
            draw.choice(("Fadder", "Arbeidsmentor", "Fadder, Øvelseskjøring")),
            "Vil gjerne bidra der jeg bor.",
            "Godkjent",
            f"{_day(draw, 900):%d.%m.%Y}",
        ]
