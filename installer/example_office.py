"""Writes the files of the example office into `resources/examples/`, the same ones every time.

python -m installer.example_office [FOLDER]
"""

import csv
import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

from installer.example_earlier import EARLIER_HEADINGS, earlier
from installer.example_lists import COORDINATORS
from installer.example_newcomers import HEADINGS as NEWCOMER_HEADINGS
from installer.example_newcomers import newcomers
from installer.example_pairs import MEETING_HEADINGS, PAIR_HEADINGS, Pair, meetings, pairs
from installer.example_people import (
    ANCHOR,
    ORGANISATION_HEADINGS,
    Cell,
    Phones,
    Someone,
    mentors,
    organisations,
)

SEED: Final = 20260930
_READY: Final = 28


def main(arguments: Sequence[str]) -> int:
    """Writes all nine files and tells how many rows each has."""
    folder = Path(arguments[0]) if arguments else _examples()
    random = Random(SEED)  # noqa: S311 - the same people every time, no secrets
    phones = Phones()
    places_of_work = organisations(phones)
    helpers = mentors(random, phones, places_of_work)
    people = newcomers(random, phones)
    made = pairs(random, helpers, people)
    slips = meetings(random, made)
    _settle(random, people, made)
    _crane_operator(people)
    rows = [pair.row(random.choice(COORDINATORS)) for pair in made]
    _csv(folder / "organisasjoner.csv", ORGANISATION_HEADINGS, places_of_work, "cp1252")
    _xlsx(folder / "mentorer.xlsx", "Svar", [mentor.row for mentor in helpers])
    _csv(folder / "nyankomne.csv", NEWCOMER_HEADINGS, [p.row for p in people], "utf-8-sig")
    _xlsx(folder / "koblinger.xlsx", "Koblinger", rows)
    _csv(folder / "moter.csv", MEETING_HEADINGS, slips, "utf-8-sig")
    before = earlier(
        Random(SEED - 1),  # noqa: S311 - one of its own: the present stays as it is
        [person.name for person in (*helpers, *people)],
        [str(row["Navn"]) for row in places_of_work if "Kvinnelag" not in str(row["Navn"])],
    )
    for name, found in zip(
        EARLIER_HEADINGS,
        (before.mentors, before.newcomers, before.pairs, before.meetings),
        strict=True,
    ):
        _csv(folder / name, EARLIER_HEADINGS[name], map(_written, found), "utf-8-sig")
    print(
        f"{len(places_of_work)} organisations, {len(helpers)} mentors, {len(people)} newcomers,"
        f" {len(rows)} pairs ({PAIR_HEADINGS[0]} … {PAIR_HEADINGS[-1]}), {len(slips)} meetings;"
        f" {len(before.pairs)} pairs of earlier years, {len(before.meetings)} meetings"
    )
    return 0


def _examples() -> Path:
    return Path(__file__).parents[1] / "resources" / "examples"


def _settle(random: Random, people: list[Someone], made: list[Pair]) -> None:
    """Gives every newcomer the status that his pairs, or the lack of them, leave him with."""
    last = {pair.newcomer.name: pair for pair in made}
    unpaired = [person for person in people if person.name not in last]
    late = [p for p in unpaired if p.ready_from > ANCHOR - timedelta(days=28)]
    spare = [p for p in unpaired if p not in late and not p.row["Adressesperre"]]
    random.shuffle(spare)
    protected = len([p for p in unpaired if p.row["Adressesperre"]])
    for person in people:
        if pair := last.get(person.name):
            person.row["Status"] = _after(pair)
    for person in late:
        person.row["Status"] = "Registrert"
    for number, person in enumerate(spare):
        if number >= _READY - protected:
            person.row["Status"] = ("Registrert", "Registrert", "Trukket seg")[number % 3]
        elif number % 3 == 0:
            person.row["Status"] = "Venter"


def _crane_operator(people: list[Someone]) -> None:
    """Lørenskog's crane operator, who wants to be one again: the first of those who wait."""
    row = next(
        person.row
        for person in people
        if person.row["Tidligere yrke"] == "kranfører"
        and person.row["Status"] in {"Klar", "Venter"}
    )
    row["Ønsket yrke"] = "kranfører"
    row["Personlig mål"] = "Kjøre kran igjen"
    row["Hvor langt kan du reise (km)?"] = ""
    row["Ønsket ordning"] = f"Arbeidsmentor, {row['Ønsket ordning']}"


def _after(pair: Pair) -> str:
    if pair.ended is None:
        return "Koblet"
    if not pair.reason:
        return "Fullført"
    return "Trukket seg" if pair.reason in {"flyttet", "fikk jobb"} else "Venter"


def _written(row: Mapping[str, Cell]) -> dict[str, Cell]:
    """Days as people write them."""
    return {
        heading: f"{cell:%d.%m.%Y}" if isinstance(cell, date) else cell
        for heading, cell in row.items()
    }


def _csv(
    file: Path, headings: Sequence[str], rows: Iterable[Mapping[str, Cell]], encoding: str
) -> None:
    """As Excel writes it in Norway: semicolons, CRLF, quotes only where they are needed."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, headings, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    file.write_bytes(text.getvalue().encode(encoding))


def _xlsx(file: Path, sheet_name: str, rows: Sequence[Mapping[str, Cell]]) -> None:
    """Dates as dates and telephone numbers as numbers, which is what Excel makes of them."""
    book = xlsxwriter.Workbook(str(file))
    book.set_properties({"created": datetime.combine(ANCHOR, time())})
    sheet = book.add_worksheet(sheet_name)
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
    for column, heading in enumerate(rows[0]):
        sheet.write_string(0, column, heading, bold)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row.values()):
            match value:
                case datetime():
                    sheet.write_datetime(number, column, value, moment)
                case date():
                    sheet.write_datetime(number, column, value, day)
                case int():
                    sheet.write_number(number, column, value)
                case str() if value:
                    sheet.write_string(number, column, value)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(rows[0]) - 1, 18)
    book.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
