"""The newcomers of the example office, alone and in families."""

from datetime import timedelta
from random import Random
from typing import Final

from installer import example_lists as lists
from installer.example_people import (
    ANCHOR,
    CONFIDENTIAL,
    STRICT,
    Cell,
    Phones,
    Someone,
    known_languages,
    shared,
    spaced,
    without_accents,
)

HEADINGS: Final = (
    "Fornavn;Etternavn;Navn på eget skriftspråk;Fødselsår;Kjønn;Telefon;E-post;Adresse;"
    "Postnr;Poststed;Adressesperre;Hva kan deles?;Språk;Brevspråk;Trenger tolk?;Tolkespråk;"
    "Registrert dato;Ønsket ordning;Ønsket kjønn på mentor;Hvor langt kan du reise (km)?;"
    "Personlig mål;Utdanning;Livssituasjon;Tidligere yrke;Ønsket yrke;Interesser;"
    "Når passer det å møtes?;Husstand;Barnas alder;Barnepass;Henvist fra;Kontaktperson;Status"
).split(";")
#: How many of each language, and how many of them come as couples.
_GROUPS: Final = {
    "ukrainsk": (26, 3),
    "arabisk": (14, 2),
    "tigrinja": (11, 1),
    "dari": (8, 1),
    "somali": (6, 0),
    "swahili": (6, 1),
    "kurmanji": (3, 0),
    "spansk": (4, 0),
    "tyrkisk": (2, 0),
}
_WISHES: Final = (
    ("Fadder",),
    ("Fadder",),
    ("Arbeidsmentor",),
    ("Arbeidsmentor",),
    ("Språkpraksis",),
    ("Fadder", "Språkpraksis"),
    ("Arbeidsmentor", "Språkpraksis"),
    ("Øvelseskjøring",),
)
_CHILDREN: Final = ("", "", "", "4", "2 og 7", "9, 12", "1, 5, 8", "15", "0 og 3", "6")


def newcomers(random: Random, phones: Phones) -> list[Someone]:
    """Eighty in the order of registration; everybody's status is "Klar" until pairs are made."""
    people: list[Someone] = []
    labels: set[Cell] = set()
    for language, (count, couples) in _GROUPS.items():
        women, men, surnames = (
            random.sample(names.split("|"), len(names.split("|")))
            for names in lists.ORIGINS[language]
        )
        taken: set[tuple[str, str]] = set()
        homes = 0
        while len(taken) < count:
            homes += 1
            family = homes <= couples
            last = surnames[homes % len(surnames)]
            home = _home(random, last, is_family=family)
            if (
                home["Husstand"] and home["Husstand"] in labels
            ):  # another family of that name, told apart by the town
                home["Husstand"] = f"{home['Husstand']} ({home['Poststed']} {len(labels)})"
            labels.add(home["Husstand"])
            for gender in ("Kvinne", "Mann") if family else (random.choice(("Kvinne", "Mann")),):
                free = [n for n in (women if gender == "Kvinne" else men) if (n, last) not in taken]
                if free and len(taken) < count:
                    first = random.choice(free)
                    taken.add((first, last))
                    people.append(_newcomer(random, phones, (first, last, gender, language), home))
    _protect(people)
    return sorted(people, key=lambda person: (person.ready_from, person.name))


def _tell_apart(home: dict[str, Cell], labels: set[Cell]) -> None:
    """Another family of the same name gets the town, and the street if need be, after its name."""
    for addition in ("", f" ({home['Poststed']})", f" ({home['Adresse']})"):
        label = f"{home['Husstand']}{addition}"
        if label not in labels:
            break
    if home["Husstand"]:
        home["Husstand"] = label
        labels.add(label)


def _home(random: Random, last: str, *, is_family: bool) -> dict[str, Cell]:
    code, _, town = random.choice(lists.HOMES).partition(" ")
    latin = last.partition("=")[0]
    children = random.choice(_CHILDREN[3:] if is_family else _CHILDREN)
    small = any(age in children.replace(",", "").split() for age in "012345")
    return {
        "Adresse": f"{random.choice(lists.STREETS)} {random.randint(1, 58)}",
        "Postnr": code,
        "Poststed": town,
        "Husstand": f"Familien {latin}" if is_family or children else "",
        "Barnas alder": children,
        "Barnepass": "ja" if small and random.random() < 0.5 else ("nei" if children else ""),
    }


def _newcomer(
    random: Random, phones: Phones, person: tuple[str, str, str, str], home: dict[str, Cell]
) -> Someone:
    (first, _, first_native), (last, _, last_native) = (name.partition("=") for name in person[:2])
    gender, mother_tongue = person[2:]
    registered = ANCHOR - timedelta(
        days=random.choice((random.randint(5, 150), 220, 300, 380, 440))
    )
    registered -= timedelta(days=random.randint(0, 40) + registered.weekday() // 5 * 2)
    level = random.choice(("A1", "A1", "A2", "A2", "A2", "B1", "B1", "B2"))
    second = random.choice(lists.SECOND_LANGUAGES[mother_tongue])
    spoken = [f"norsk {level}", f"{mother_tongue} (morsmål)", second]
    languages = ", ".join(part for part in spoken if part)
    interpreter = level == "A1" or (level == "A2" and random.random() < 0.3)
    schemes = random.choice(_WISHES)
    wish = "Kvinne" if gender == "Kvinne" and random.random() < 0.35 else ""
    kilometres = random.choice((5, 10, 15, 20, 30, 50))
    job, _, education = random.choice(lists.NEWCOMER_JOBS).partition(":")
    values: dict[str, Cell] = {
        "Fornavn": first,
        "Etternavn": last,
        "Navn på eget skriftspråk": f"{first_native} {last_native}".strip(),
        "Fødselsår": random.randint(1976, 2001)
        if home["Barnas alder"]
        else random.randint(1962, 2006),
        "Kjønn": gender,
        "Telefon": spaced(phones.new()),
        "E-post": f"{without_accents(first)}.{without_accents(last)}@example.com"
        if random.random() < 0.7
        else "",
        **home,
        "Adressesperre": "",
        "Hva kan deles?": shared(len(first), len(last), kilometres),
        "Språk": languages,
        "Brevspråk": "engelsk" if "engelsk B" in second and level == "A1" else "bokmål",
        "Trenger tolk?": "ja" if interpreter else "nei",
        "Tolkespråk": mother_tongue if interpreter else "",
        "Registrert dato": f"{registered:%d.%m.%Y}",
        "Ønsket ordning": ", ".join(schemes),
        "Ønsket kjønn på mentor": wish,
        "Hvor langt kan du reise (km)?": kilometres,
        "Personlig mål": random.choice(
            lists.GOALS + lists.PARENTS_GOALS if home["Barnas alder"] else lists.GOALS
        ),
        "Utdanning": education,
        "Livssituasjon": _life_situation(len(first) + len(last) + kilometres, home),
        "Tidligere yrke": job,
        "Ønsket yrke": random.choice(lists.WISHED_JOBS),
        "Interesser": ", ".join(random.sample(lists.INTERESTS, random.randint(2, 4))),
        "Når passer det å møtes?": random.choice(lists.TIMES),
        "Henvist fra": random.choice(lists.REFERRERS),
        "Kontaktperson": random.choice(lists.CASE_WORKERS),
        "Status": "Klar",
    }
    return Someone(
        name=f"{first} {last}",
        gender=gender,
        languages=known_languages(languages),
        schemes=schemes,
        postal_code=str(home["Postnr"]),
        kilometres=kilometres,
        wish=wish,
        ready_from=registered,
        status="Klar",
        capacity=1,
        row={heading: values[heading] for heading in HEADINGS},
    )


def _life_situation(seed: int, home: dict[str, Cell]) -> str:
    """What fills the days of a newcomer, the same for the same person; some have not told."""
    situations = (
        "introduksjonsprogram",
        "arbeidssøker",
        "student",
        "i jobb",
        "hjemmeværende" if home["Barnas alder"] else "introduksjonsprogram",
        "",
    )
    return situations[seed % len(situations)]


def _protect(people: list[Someone]) -> None:
    """Two who live alone get a protected address; of the stricter no address is known at all."""
    alone = [p for p in people if not p.row["Husstand"] and p.gender == "Kvinne"]
    confidential, strict = alone[0], alone[1]
    confidential.row["Adressesperre"] = CONFIDENTIAL
    strict.row["Adressesperre"] = STRICT
    for heading in ("Telefon", "E-post", "Adresse", "Postnr", "Poststed"):
        strict.row[heading] = ""
