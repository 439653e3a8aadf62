"""Lists of text written to do harm, and what hypothesis makes of them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from benchmarks.crowd import mentors_csv
from faults.fuzzing import drawn
from faults.importing import Case, tried
from faults.intentions import furnished
from faults.nasty import NASTY
from faults.results import Result, Size, Tally
from mentorapp.domain.imports import FileTooLarge
from mentorapp.exchange.delimited import DELIMITERS
from mentorapp.operations.files import read_at_most
from mentorapp.operations.imports import load

_HEADINGS = (
    "Navn;Fornavn;Etternavn;Telefon;E-post;Adresse;Postnummer;Fødselsår;Språk;Interesser;Barn;"
    "Ledige tider;Kapasitet;Ordning;Status;Registrert dato;Organisasjon;Orgnr;Dato;Varighet;"
    "Mentor;Nyankommen;Koblingsnummer;Merknad;Samtykke;Adressesperre;Kompetanse;Utdanning"
).split(";")


def _cells() -> SearchStrategy[str]:
    return st.one_of(
        st.text(max_size=25),
        st.sampled_from(NASTY),
        st.sampled_from(_HEADINGS),
        st.dates().map(lambda day: f"{day:%d.%m.}{day.year}"),
        st.integers(-(10**9), 10**12).map(str),
    )


def _files() -> SearchStrategy[bytes]:
    """Something like a list, in any encoding and with any delimiter."""
    table = st.lists(st.lists(_cells(), max_size=8), max_size=6)
    headings = st.lists(st.sampled_from(_HEADINGS), max_size=8, unique=True)
    return st.builds(
        _written,
        st.one_of(headings, headings.map(lambda others: ["Navn", "Telefon", *others])),
        table,
        st.sampled_from(DELIMITERS),
        st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")),
        st.booleans(),
    )


def _written(
    headings: list[str], rows: list[list[str]], delimiter: str, encoding: str, quoted: bool
) -> bytes:
    def cell(text: str) -> str:
        doubled = text.replace('"', '""')
        return f'"{doubled}"' if quoted else text

    lines = [delimiter.join(map(cell, row)) for row in (headings, *rows)]
    return "\r\n".join(lines).encode(encoding, errors="replace")


def _damaged(data: bytes, at: int, instead: bytes, cut: bool) -> bytes:
    at %= len(data) + 1
    return data[:at] + instead + (b"" if cut else data[at + len(instead) :])


def malformed() -> SearchStrategy[Case]:
    """Any bytes, lists, and lists that were damaged."""
    damaged = st.builds(
        _damaged, _files(), st.integers(0, 5000), st.binary(max_size=6), st.booleans()
    )
    return st.one_of(st.binary(max_size=300), _files(), damaged, damaged).map(lambda b: ("", b))


def results(folder: Path, size: Size) -> Sequence[Result]:
    """Malformed lists, and one that is very large."""
    office = furnished(folder / "office.db", None)
    return [
        tried(
            office,
            drawn(malformed()),
            size.of(10_000, 20),
            ".csv",
            "malformed CSV: taken or refused, no crash, no part of an import left",
        ),
        tried(
            office,
            _large,
            4,
            ".csv",
            "CSV of 49 MB and more: refused or taken within 10 s and 300 MB",
        ),
        _enormous(folder),
    ]


def _large(first: int) -> Iterator[Case]:
    """49 MB: rows without end, one cell without end, quotes that close too late, bare cells."""
    one = mentors_csv(200)
    most = 49 << 20
    made: tuple[Callable[[], bytes], ...] = (
        lambda: one + one.split(b"\n", 1)[1] * (most // len(one)),
        lambda: b"Navn;Telefon\n" + b"x" * most,
        lambda: b"Navn;Telefon\n" + b'"x";1\n"' * (most // 7),
        lambda: b"Navn;Telefon\n" + (b";" * 250 + b"\n") * (most // 251),
    )
    return (("", make()) for make in made[first:])


def _enormous(folder: Path) -> Result:
    """As the window and the command line read a file: not more of it than may be."""
    path, tally = folder / "enormous.csv", Tally()
    with path.open("wb") as file:
        file.write(b"Navn;Telefon\n")
        file.truncate(100 << 30)  # takes no room: nothing was written there
    try:
        load(read_at_most(path), path.name)
        tally.add("taken")
    except FileTooLarge:
        tally.add("")
    return tally.result("a CSV of 100 GB: refused, and not read to its end")
