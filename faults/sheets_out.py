"""Lists that go out: nothing in them is a formula to whoever opens them, and all comes back."""

import csv
import io
import zipfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from faults.fuzzing import drawn
from faults.nasty import NASTY
from faults.results import Result, Size, Tally
from mentorapp.exchange.spreadsheets import write_csv, write_xlsx

#: What makes a formula of a cell somewhere (OWASP, CSV injection).
_BEGINS = "=+-@\t\r\n＝＋－＠"
_HEADINGS = ("Navn", "Merknad", "Telefon")


def _cells() -> SearchStrategy[str]:
    formula = st.builds(
        lambda white, sign, rest: white + sign + rest,
        st.text(alphabet=" \t\u00a0'", max_size=3),
        st.sampled_from(_BEGINS),
        st.text(max_size=12),
    )
    return st.one_of(formula, formula, st.sampled_from(NASTY), st.text(max_size=20))


def results(_folder: Path, size: Size) -> Sequence[Result]:
    """CSV and XLSX of the same rows."""
    row = st.lists(_cells(), min_size=3, max_size=3)
    files = islice(drawn(st.lists(row, min_size=1, max_size=4))(0), size.of(5000))
    as_csv, as_xlsx = Tally(), Tally()
    for rows in files:
        as_csv.add(_in_csv(rows))
        as_xlsx.add(_in_xlsx(rows))
    return [
        as_csv.result("CSV that goes out: no cell begins as a formula does"),
        as_xlsx.result("XLSX that goes out: no formula and no link, texts are texts"),
    ]


def _in_csv(rows: Sequence[Sequence[str]]) -> str:
    text = write_csv(_HEADINGS, rows).decode("utf-8-sig")
    for line in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for cell in line:
            if cell.lstrip(" \u00a0\0")[:1] in tuple(_BEGINS):
                return f"a formula: {cell[:20]!r}"
    return ""


def _in_xlsx(rows: Sequence[Sequence[str]]) -> str:
    with zipfile.ZipFile(io.BytesIO(write_xlsx(_HEADINGS, rows, "Ark"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
        parts = archive.namelist()
    if b"<f>" in sheet or b"<hyperlink" in sheet or any("externalLink" in one for one in parts):
        return "a formula or a link"
    texts = sheet.count(b't="s"') + sheet.count(b't="str"')
    filled = len(_HEADINGS) + sum(cell is not None for row in rows for cell in row)
    return "" if texts == filled or b"<v>" not in sheet else "a text that became something else"
