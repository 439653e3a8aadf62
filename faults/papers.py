"""Texts that would be markup, links or pictures on paper: printed as they stand, nothing opened."""

import random
import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from faults.fuzzing import drawn
from faults.nasty import NASTY
from faults.results import Result, Size, Tally
from mentorapp.domain.label_sheets import LABEL_SHEETS
from mentorapp.reports import style
from mentorapp.reports.fonts import register
from mentorapp.reports.labels import LabelAddress, address_labels
from mentorapp.reports.templates import fill
from mentorapp.reports.text import paragraph, printable
from mentorapp.words import Words

_FORBIDDEN = (
    b"/URI",
    b"/JavaScript",
    b"/JS",
    b"/Launch",
    b"/EmbeddedFile",
    b"/GoToR",
    b"/OpenAction",
)
_ONE_IN = 20


def results(folder: Path, size: Size) -> Sequence[Result]:
    """Each text as a paragraph and in the place of a name; every twentieth on a label and read."""
    picture = folder / "secret.png"
    Image.new("L", (2, 2)).save(picture)
    opened: list[str] = []
    sys.addaudithook(
        lambda event, told: (
            opened.append(str(told[0]))
            if event == "open" and str(told[0]).startswith(str(folder))
            else None
        )
    )
    register()
    tally = Tally()
    for at, text in enumerate(islice(drawn(_texts(picture))(0), size.of(3000))):
        try:
            wrong = _on_paper(text, whole=at % _ONE_IN == 0)
        except Exception as error:  # noqa: BLE001 - any of them is what is looked for
            wrong = f"{type(error).__name__} for {text[:30]!r}"
        tally.add(wrong or ("a file was opened" if opened else ""))
        opened.clear()
    return [tally.result("hostile text on paper: no error, no link, no script, no file opened")]


def _texts(picture: Path) -> SearchStrategy[str]:
    tags = (
        f'<img src="{picture}"/>', f'<img src="file://{picture}" width="9" height="9"/>', "<b>",
        "</para>", '<a href="javascript:alert(1)">x</a>', '<a href="http://localhost:1">x</a>',
        '<font name="x" size="9999">', "<br/>" * 50, "&#0;", "&lt;", "R&D", "<para>", "<!--", "]]>",
        "{name}", "{0.__class__}", "[if name]", "# x", "- x", "**x**", "%(name)s", "<index/>",
        '<onDraw name="x"/>', "<unichar code='0'/>", "<greek>a</greek>", "<seq id='x'/>",
    )  # fmt: skip
    return st.lists(
        st.one_of(st.sampled_from(tags), st.sampled_from(NASTY), st.text(max_size=20)), max_size=5
    ).map(lambda parts: "".join(parts)[:3000])


def _on_paper(text: str, *, whole: bool) -> str:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=0)
    for one in (text, *(block.text for block in fill("Hei {name}!", {"name": text}))):
        flowable = paragraph(one, style.BODY)
        flowable.wrapOn(canvas, 400, 100_000)
        flowable.drawOn(canvas, 50, 50)
    canvas.save()
    data = out.getvalue()
    if any(one in data for one in _FORBIDDEN):
        return "a link or a script"
    return _as_it_stands(text, data) if whole else ""


def _as_it_stands(text: str, data: bytes) -> str:
    """Read back: every plain letter is there; and a label can be made of it."""
    sheet = random.Random(len(text)).choice(list(LABEL_SHEETS.values()))
    address_labels([LabelAddress(text, text, (text[:30],))], sheet, 1, Words("nb"), "Fjordvik")
    read = PdfReader(BytesIO(data)).pages[0].extract_text()
    wanted = [one for one in printable(text) if one.isascii() and one.isalnum()]
    there = "".join(read.split())
    return "" if all(one in there for one in wanted) else "letters are missing"
