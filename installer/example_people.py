"""The organisations, mentors and newcomers of the example office."""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from installer import example_lists as lists
from mentorapp.reference.places import distance_km, place

Cell = str | int | date | None

#: The day on which the files were "exported"; the demo moves all dates so that it is today.
ANCHOR: Final = date(2026, 9, 30)
SCHEMES: Final = {"Arbeidsmentor": 6, "Fadder": 9, "Språkpraksis": 3, "Øvelseskjøring": 5}
STRICT: Final = "strengt fortrolig"
CONFIDENTIAL: Final = "fortrolig"

_OFFERS: Final[tuple[tuple[str, ...], ...]] = (
    ("Arbeidsmentor",),
    ("Arbeidsmentor", "Språkpraksis"),
    ("Fadder",),
    ("Fadder",),
    ("Fadder", "Språkpraksis"),
    ("Arbeidsmentor", "Fadder"),
    ("Språkpraksis",),
)
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ı": "i"})
_COMMUTE_KM: Final = 30
_FIRST_PHONE: Final = 40_000_100
_ORGANISATION_ROWS: Final = """
Havblikk Eiendom AS|AS|999000002|Kaigata 14|8005 Bodø|Eli Marken|Personalsjef|01.02.2025|31.01.2027|4|kontor, renhold, drift|
Fjordvik Sykehjem|Kommunal|999000010|Skolebakken 3|8200 Fauske|Tone Bjørkmo|Avdelingsleder|15.08.2025|15.08.2027|5|helsefag og omsorg|
Tindtopp Turlag|Forening|999000029|Postboks 77|8001 Bodø|Harald Fossmo|Leder|01.01.2025|31.12.2026|6||turer, skigåing, bærplukking
Salten Stål og Sveis AS|AS|999000037|Industriveien 8|8218 Fauske|Per Olav Grimsø|Daglig leder|01.09.2025|01.09.2026|3|sveising, mekanikk|
Nordlys Kvinnelag|Forening|999000045|Rognebærveien 2|8250 Rognan|Gerd Lillevik|Styreleder|01.03.2026||4||strikking, matlaging, språkkafé
Blåskjell Kafé og Catering AS|AS|999000053|Sjøgata 21|8006 Bodø|Ida Sørvoll|Daglig leder|10.01.2026|10.01.2027|2|kokk, servering|
Fjordvik Frivilligsentral|Frivillig organisasjon|999000061|Havnegata 5|8200 Fauske|Nils Petter Aune|Daglig leder|01.01.2024|31.12.2027|10||leksehjelp, språk, brettspill
Meløy Havbruk AS|AS|999000088|Fjæreveien 40|8150 Ørnes|Siri Kvam|HR-leder|01.06.2026|01.06.2028|3|fiske og havbruk|båtliv
Fjordvik Idrettsforening|Idrettslag|999000096|Idrettsveien 1|8009 Bodø|Jonas Hagemo|Leder|01.08.2025|31.07.2026|4||fotball, svømming, trening
Fjordvik videregående skole|Offentlig|999000118|Lyngstien 9|8210 Fauske|Marianne Tveråmo|Rektor|20.10.2025|20.10.2026|3|undervisning|språk
Kyst og Fjell Transport AS|AS|999000126|Tindveien 60|8050 Tverlandet|Rolf Skjelmo|Driftssjef|01.04.2026|01.04.2028|2|sjåfør, lager|
Steigen Bygg og Tømrer AS|AS|999000134|Elveveien 11|8283 Leinesfjord|Ole Martin Bakkejord|Daglig leder|15.05.2026||2|tømrer, maler|
"""  # noqa: E501
ORGANISATION_HEADINGS: Final = (
    "Navn;Organisasjonsform;Org.nr;Adresse;Postnr;Poststed;Kontaktperson;Rolle;Telefon;E-post;"
    "Avtale fra;Avtale til;Lovet antall mentorer;Fagområder;Aktiviteter"
).split(";")


@dataclass(frozen=True, slots=True)
class Someone:
    """A person with the row of the file and what pairs are made by."""

    name: str
    gender: str
    languages: frozenset[str]
    schemes: tuple[str, ...]
    postal_code: str
    kilometres: int
    wish: str
    ready_from: date
    status: str
    capacity: int
    row: dict[str, Cell]

    def suits(self, gender: str) -> bool:
        """Whether somebody of that gender is welcome."""
        return self.wish in {"", "Spiller ingen rolle", gender}


class Phones:
    """Invented numbers in a row, so that no two people share one by chance."""

    def __init__(self) -> None:
        self._next = _FIRST_PHONE

    def new(self) -> int:
        """A Norwegian mobile number without spaces."""
        self._next += 7
        return self._next


def organisations(phones: Phones) -> list[dict[str, Cell]]:
    """Rows in the order of `ORGANISATION_HEADINGS`."""
    rows: list[dict[str, Cell]] = []
    for line in _ORGANISATION_ROWS.strip().splitlines():
        name, kind, number, street, home, contact, role, begin, end, promised, work, leisure = (
            line.split("|")
        )
        code, _, town = home.partition(" ")
        phone = spaced(phones.new())
        mail = f"post@{without_accents(name)}.example.no"
        values: tuple[str, ...] = (
            name,
            kind,
            f"{number[:3]} {number[3:6]} {number[6:]}",
            street,
            code,
            town,
        )
        values += (contact, role, phone, mail, begin, end, promised, work, leisure)
        rows.append(dict(zip(ORGANISATION_HEADINGS, values, strict=True)))
    return rows


def mentors(random: Random, phones: Phones, employers: list[dict[str, Cell]]) -> list[Someone]:
    """Sixty, as an Excel export of a web form has them; the settled ones among the others."""
    statuses = ["Godkjent"] * 45 + ["Søkt"] * 5 + ["Intervjuet"] * 4 + ["Pause"] * 4
    statuses += ["Sluttet"] * 2
    surnames = random.sample(lists.MENTOR_SURNAMES, len(lists.MENTOR_SURNAMES)) * 2
    women = random.sample(lists.MENTOR_WOMEN, len(lists.MENTOR_WOMEN))
    men = random.sample(lists.MENTOR_MEN, len(lists.MENTOR_MEN))
    people = [
        (first, last, gender, spoken) for first, last, gender, spoken in lists.SETTLED_MENTORS
    ]
    people += [(first, surnames.pop(), "Kvinne", "") for first in women]
    people += [(first, surnames.pop(), "Mann", "") for first in men]
    random.shuffle(people)
    made = [
        _mentor(random, phones, person, status, employers)
        for person, status in zip(people, statuses, strict=True)
    ]
    return sorted(made, key=lambda mentor: str(mentor.row["Registrert dato"]))


def _mentor(
    random: Random,
    phones: Phones,
    person: tuple[str, str, str, str],
    status: str,
    employers: list[dict[str, Cell]],
) -> Someone:
    first, last, gender, mother_tongue = person
    code, _, _town = random.choice(lists.HOMES).partition(" ")
    applied = ANCHOR - timedelta(days=random.randint(20, 900))
    if status == "Godkjent":
        applied = min(applied, ANCHOR - timedelta(days=45))
    if status in {"Søkt", "Intervjuet"}:
        applied = ANCHOR - timedelta(days=random.randint(3, 40))
    cleared = status in {"Godkjent", "Pause", "Sluttet"}
    signed = applied + timedelta(days=random.randint(12, 30)) if cleared else None
    trained = signed + timedelta(days=random.randint(0, 10)) if signed else None
    seen = signed - timedelta(days=random.randint(1, 5)) if signed else None
    if seen and seen < ANCHOR - timedelta(days=730):  # asked again after two years
        seen += timedelta(days=730)
    licence = random.random() < 0.85
    car = licence and random.random() < 0.8
    schemes = random.choice(_OFFERS)
    if car and random.random() < 0.3:
        schemes = (*schemes, "Øvelseskjøring")
    if mother_tongue:
        spoken = mother_tongue if "(" in mother_tongue else f"{mother_tongue} (morsmål)"
        languages = f"norsk C1, {spoken}" + random.choice((", engelsk B2", ""))
    else:
        extra = random.choice(
            ("", "", "", ", litt tysk", ", spansk A2", ", fransk B1", ", russisk A2")
        )
        languages = "norsk (morsmål)" + random.choice((", engelsk B2", ", engelsk C1")) + extra
    kilometres = random.choice((10, 20, 30, 30, 50, 80))
    capacity = random.choice((1, 1, 1, 2, 2, 3))
    wish = random.choice(("Spiller ingen rolle",) * 5 + (gender,))
    born = random.randint(1954, 2002)
    near = [str(row["Navn"]) for row in employers if _within_reach(code, str(row["Postnr"]))]
    employer = random.choice([*near, *near, "", "", "", ""])
    if born < 1959 and employer in lists.EMPLOYERS_JOBS:
        employer = ""  # retired
    if gender == "Mann" and "Kvinnelag" in employer:
        employer = ""
    if employer in lists.EMPLOYERS_JOBS:
        job = random.choice(lists.EMPLOYERS_JOBS[employer].split("|"))
    else:
        job = "pensjonert rektor" if born < 1959 else random.choice(lists.MENTOR_JOBS)
    true_of_him = {
        "barna flyttet ut": born < 1972,
        "da jeg kom til Norge": bool(mother_tongue),
        "Arbeidsgiveren min": " AS" in employer,
    }
    motivation = random.choice(
        [
            m
            for m in lists.MOTIVATIONS
            if all(ok or part not in m for part, ok in true_of_him.items())
        ]
    )
    row: dict[str, Cell] = {
        "Registrert dato": datetime.combine(
            applied, time(random.randint(7, 22), random.randint(0, 59))
        ),
        "Fornavn": first,
        "Etternavn": last,
        "Mobil": phones.new(),
        "E-post": _mail(first, last),
        "Adresse": _street(born, capacity, kilometres),
        "Postnr": int(code),
        "Hva kan deles?": shared(born, capacity, kilometres),
        "Fødselsår": born,
        "Kjønn": gender,
        "Arbeidssted/organisasjon": employer,
        "Yrke": job,
        "Livssituasjon": _life_situation(job, born, employer),
        "Hvilke språk snakker du?": languages,
        "Interesser": ", ".join(random.sample(lists.INTERESTS, random.randint(2, 5))),
        "Når passer det å møtes?": random.choice(lists.TIMES),
        "Førerkort og bil?": "Førerkort og bil"
        if car
        else "Førerkort, ikke bil"
        if licence
        else "Nei",
        "Kan reise til deltakeren?": "ja" if kilometres >= 30 and car else "nei",
        "Hvor mange kan du følge opp?": capacity,
        "Ønsker du å møte kvinne/mann?": wish,
        "Hvor langt kan du reise (km)": kilometres,
        "Politiattest vist": seen,
        "Politiattest gyldig til": seen + timedelta(days=730) if seen else None,
        "Taushetserklæring signert": signed,
        "Kurs gjennomført": trained,
        "Ordning": ", ".join(schemes),
        "Motivasjon": motivation,
        "Status": status,
    }
    return Someone(
        name=f"{first} {last}",
        gender=gender,
        languages=known_languages(languages),
        schemes=schemes,
        postal_code=code,
        kilometres=kilometres,
        wish=wish,
        ready_from=max(applied, ANCHOR - timedelta(days=800)) + timedelta(days=42),
        status=status,
        capacity=capacity,
        row=row,
    )


def _life_situation(job: str, born: int, employer: str) -> str:
    """What fills the days of a mentor; not everybody has told."""
    if job.startswith("pensjonert"):
        return "pensjonist"
    if born >= 1999 and not employer:
        return "student"
    return "" if born % 6 == 0 else "i jobb"


def spaced(phone: int) -> str:
    """As a mobile number is written in Norway: 400 00 107."""
    digits = str(phone)
    return f"{digits[:3]} {digits[3:5]} {digits[5:]}"


def _within_reach(home: str, work: str) -> bool:
    """Near enough to drive to work every day."""
    here, there = place("NO", home), place("NO", work)
    return bool(here and there and distance_km(here, there) < _COMMUTE_KM)


def known_languages(languages: str) -> frozenset[str]:
    """The languages two can talk in: not those of which one has hardly begun."""
    return frozenset(
        part.split()[0] for part in languages.split(", ") if part and not part.endswith(" A1")
    ) - {"litt"}


def _street(*seeds: int) -> str:
    """A street and a number, the same for the same person."""
    chosen = Random(sum(seeds))  # noqa: S311 - an example, no secret
    return f"{chosen.choice(lists.STREETS)} {chosen.randint(1, 58)}"


def shared(*seeds: int) -> str:
    """What somebody lets the other half know, the same for the same person."""
    return ("telefon", "telefon", "telefon og e-post", "nei")[sum(seeds) % 4]


def _mail(first: str, last: str) -> str:
    return f"{without_accents(first)}.{without_accents(last)}@example.no"


def without_accents(text: str) -> str:
    """A name as it stands in an e-mail address: the first word, a to z."""
    first, *_ = text.casefold().split()
    plain = unicodedata.normalize("NFD", first.translate(_LETTERS))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalpha())
