"""Contact sheets of what the program prints: every letter in every language, every report.

``python -m installer.contact_sheet DEMO FOLDER``: DEMO is what ``mentorctl demo`` wrote. Letters
are those of a made-up pair, set as an office would print them; each page stands with what it is.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont
from PIL.Image import Resampling
from PySide6.QtGui import QImage

from installer.few_colours import write_small
from mentorapp.domain.events import Event
from mentorapp.domain.letter_texts import OtherText
from mentorapp.domain.letters import READERS, STANDARD_SET, LetterKind, Reader
from mentorapp.domain.office import Office
from mentorapp.operations.letter_choices import kinds_there
from mentorapp.operations.letter_texts import Texts
from mentorapp.reports.invitations import InvitationLetter, invitation_letters
from mentorapp.reports.letter_examples import example_letter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.letters_to_people import PersonLetter
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.letter_languages import LETTER_LANGUAGES, letter_words

_OFFICE = Office(
    name="Frivilligsentralen i Fjordvik",
    municipality="Fjordvik kommune",
    address="Torget 1",
    postal_code="8200",
    phone="+4740000100",
    email="frivillig@fjordvik.example.no",
    coordinators=("Mona Elvestrand",),
    is_example=True,
)
_DAY = date(2026, 11, 27)
_INVITATION = OtherText.EVENT_INVITATION
_WIDE, _HIGH, _GAP, _TITLE = 210, 297, 14, 18
_GREY, _INK, _EDGE = (238, 240, 243), (31, 41, 51), (190, 196, 204)
_Page = tuple[str, Image.Image]


def main(arguments: Sequence[str]) -> int:
    """Write one sheet for the letters of each language, and one for the other papers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("demo", type=Path)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for language in ("nb", "nn", "da", "en", "uk", "ar", "prs", "ti", "so", "pl"):
        _write(list(_letters(language)), chosen.folder / f"letters-{language}.png")
    _write(list(_papers(chosen.demo)), chosen.folder / "reports.png")
    return 0


def _letters(language: str) -> Iterator[_Page]:
    """The pages of every letter that comes in this language."""
    texts, words = Texts({}), Words("en")
    for kind in kinds_there():
        got, text, beside = texts.chosen(kind, language, _OFFICE.language, STANDARD_SET)
        if got != language:
            continue
        for reader in READERS[kind]:
            to_newcomer = reader is Reader.NEWCOMER
            if language in LETTER_LANGUAGES and not to_newcomer:
                continue
            made = example_letter(kind, _OFFICE, language, text, _DAY, to_newcomer=to_newcomer)
            pdf = print_letters([replace(made, beside=beside)], letter_words).pdf
            yield from _pages(pdf, f"{label(words, kind)}", most=2)
    yield from _pages(_invitation(language, texts), label(words, _INVITATION), most=1)


def _invitation(language: str, texts: Texts) -> bytes:
    """To an event, for a newcomer."""
    _got, text = texts.best(_INVITATION, language, "en", STANDARD_SET)
    beside = texts.beside(_INVITATION, language, text, _OFFICE.language, STANDARD_SET)
    form = example_letter(LetterKind.REGISTRATION, _OFFICE, language, "", _DAY, to_newcomer=True)
    assert isinstance(form, PersonLetter)  # noqa: S101 - it is about one person
    event = Event(
        number=70012,
        name="Språkkafé",
        starts_at=datetime.fromisoformat("2026-12-10T18:00"),
        ends_at=datetime.fromisoformat("2026-12-10T20:00"),
        place="Fjordvik bibliotek",
        seats=20,
        childcare=True,
    )
    letter = InvitationLetter(
        language=language,
        beside=beside[0] if beside else "",
        written_on=_DAY,
        office=_OFFICE,
        event=event,
        organiser="",
        name=form.half.person.name,
        number=form.number,
        half=form.half,
    )
    return invitation_letters([letter], letter_words)


def _papers(demo: Path) -> Iterator[_Page]:
    for file in sorted(demo.glob("*.pdf")):
        yield from _pages(file.read_bytes(), file.stem, most=3)


def _pages(pdf: bytes, title: str, most: int) -> Iterator[_Page]:
    document = pdfium.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        if number > most:
            return
        picture = page.render(scale=2 * _WIDE / 595).to_pil().convert("RGB")
        picture.thumbnail((_WIDE, _HIGH), Resampling.LANCZOS)
        yield (title if number == 1 else f"{title} ({number})"), picture


def _write(pages: Sequence[_Page], file: Path) -> None:
    if not pages:
        return
    across = 6
    down = -(-len(pages) // across)
    size = (across * (_WIDE + _GAP) + _GAP, down * (_HIGH + _GAP + _TITLE) + _GAP)
    sheet = Image.new("RGB", size, _GREY)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(11)
    for at, (title, picture) in enumerate(pages):
        left = _GAP + (at % across) * (_WIDE + _GAP)
        top = _GAP + (at // across) * (_HIGH + _GAP + _TITLE)
        pen.text((left, top), title[:38], _INK, font)
        sheet.paste(picture, (left, top + _TITLE))
        corner = (left + picture.width, top + _TITLE + picture.height)
        pen.rectangle([(left, top + _TITLE), corner], outline=_EDGE)
    write_picture(sheet, file)


def write_picture(picture: Image.Image, file: Path) -> None:
    """Write it in few colours, and say where it lies."""
    raw = picture.convert("RGBA").tobytes("raw", "BGRA")
    write_small(QImage(raw, *picture.size, QImage.Format.Format_ARGB32), file)
    print(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
