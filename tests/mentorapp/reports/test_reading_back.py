"""What three readers of PDF files find: of browsers and our own preview, of Linux, of Python."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pypdfium2
import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports import style
from mentorapp.reports.text import in_bold, paragraph

#: Marks of direction that readers put in, and joiners and page ends that they leave or take out.
_UNSEEN = dict.fromkeys(map(ord, "\u200c\u200e\u200f\u202a\u202b\u202c\u2068\u2069\x0c\x0e\x0f"))

TEXTS = (
    "سلام خانم یعقوبی",
    "محمد لا إله الأولاد",
    "ړځڅ",
    "پښتو ښه ګران ړځڅ ټول",
    "کوردستان ئازادە ێ ڕ",
    "اَلْعَرَبِيَّةُ مُشَكَّلَةٌ",
    "لِلّٰهِ الله",
    "ሰላም ኪዳነ",
    "Олена Шевченко",
    "x̂ŷ é Åse",
    f"Møt {in_bold('Kari Åsnes')} i dag",
)


def printed(text: str, language: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    flowable = paragraph(text, style.BODY, language=language, marked=True)
    flowable.wrapOn(canvas, 400, 1000)
    flowable.drawOn(canvas, 50, 500)
    canvas.save()
    return out.getvalue()


def _pdfium(pdf: bytes, _folder: Path) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def _pypdf(pdf: bytes, _folder: Path) -> str:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


def _poppler(pdf: bytes, folder: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("poppler's pdftotext is not here")
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    return subprocess.run(
        [program, str(file), "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout


def plain(text: str) -> str:
    return " ".join(normalize("NFKC", text.translate(_UNSEEN)).split())


@pytest.mark.parametrize("read", [_pdfium, _pypdf, _poppler])
@pytest.mark.parametrize("language", ["ar", ""])
def test_the_text_is_read_back_from_the_file(
    read: Callable[[bytes, Path], str], language: str, tmp_path: Path
) -> None:
    said = [plain(read(printed(text, language), tmp_path)) for text in TEXTS]
    assert said == [plain(text) for text in TEXTS]


@pytest.mark.parametrize("read", [_pdfium, _poppler])
def test_words_in_bold_are_read_in_their_place(
    read: Callable[[bytes, Path], str], tmp_path: Path
) -> None:
    """Not by pypdf, which goes from font to font from the left."""
    text = f"أنت {in_bold('محمد لا')} هنا"
    assert plain(read(printed(text, "ar"), tmp_path)) == plain(text)


def test_a_letter_without_a_font_is_read_as_the_sign_that_is_printed() -> None:
    assert plain(_pdfium(printed("שלום", "ar"), Path())) == "\ufffd" * 4
