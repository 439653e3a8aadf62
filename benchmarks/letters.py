"""Pairing letters in one PDF, against a bare canvas that writes the same lines at the same places.

The lines are read from the PDF that the program made, so the bare canvas knows where everything
goes: it neither breaks lines nor makes them up.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import resources
from benchmarks.crowd import TODAY, mentors, newcomers
from benchmarks.measuring import Figure, Run, against, interleaved, timed
from mentorapp.domain.follow_up import planned_follow_ups
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations.registrations import Registration
from mentorapp.reports.letter_sets import shipped
from mentorapp.reports.letters import Half, PairingLetter, print_letters
from mentorapp.words import Words

_BOUND = "bare canvas, the same lines"
_FONT = "NotoSans-Regular"

#: Left and bottom in points from the lower left corner of the sheet, and the words.
Line = tuple[float, float, str]


def figures(_folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Half of them to mentors (with slips), half to newcomers, in bokmål and English."""
    count = 4 if quick else 200
    written = invented_letters(count)
    pages = _lines(print_letters(written, Words).pdf)
    pdfmetrics.registerFont(TTFont(_FONT, str(resources.path(f"fonts/{_FONT}.ttf"))))
    runs: list[Run] = [
        lambda: {_BOUND: timed(lambda: _bare(pages))},
        lambda: {"letters": timed(lambda: print_letters(written, Words))},
    ]
    name = f"{count} letters in one PDF of {len(pages)} pages"
    return [against(interleaved(runs, rounds), "letters", _BOUND, name)]


def invented_letters(count: int) -> list[PairingLetter]:
    """Letters of invented pairs, two of each."""
    office = Office(
        name="Fjordvik frivilligsentral",
        municipality="Fjordvik",
        address="Torget 1",
        postal_code="8200",
        phone="+4740000100",
        email="frivillig@fjordvik.example.com",
        coordinators=("Mona Elvestrand",),
    )
    scheme = standard_schemes()[0]
    letters = []
    pairs = zip(mentors(count // 2), newcomers(count // 2), strict=True)
    for at, (mentor, newcomer) in enumerate(pairs):
        pairing = Pairing(
            number=30_000 + at,
            scheme_id=scheme.id,
            mentor_id=mentor.person.id,
            newcomer_id=newcomer.person.id,
            agreed_on=TODAY,
            planned_end=TODAY + timedelta(days=180),
            start_meeting_at=datetime(2026, 12, 1, 17, 30),  # noqa: DTZ001 - wall clock of the place
            start_meeting_place="Fjordvik bibliotek",
            reasons=(
                Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "football")),
                Reason(ReasonKind.COMMON_LANGUAGE, ("no:B1",)),
                Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening",)),
                Reason(ReasonKind.DISTANCE, amount=4),
            ),
        )
        letters += [
            PairingLetter(
                kind=kind,
                text=shipped(reader.person.letter_language.value, STANDARD_SET, kind.value),
                language=reader.person.letter_language.value,
                written_on=TODAY,
                office=office,
                scheme=scheme,
                pairing=pairing,
                mentor=_half(mentor),
                newcomer=_half(newcomer),
                follow_ups=planned_follow_ups(pairing, scheme),
                coordinator="Mona Elvestrand",
            )
            for kind, reader in (
                (LetterKind.PAIRING_MENTOR, mentor),
                (LetterKind.PAIRING_NEWCOMER, newcomer),
            )
        ]
    return letters


def _half(one: Registration) -> Half:
    return Half(
        person=one.person,
        protection=Protection.NONE,
        details=one.details,
        postal_place="FAUSKE",
        municipality="Fauske",
    )


def _lines(pdf: bytes) -> list[list[Line]]:
    pages = []
    for page in pdfium.PdfDocument(pdf):
        text = page.get_textpage()
        boxes = (text.get_rect(at) for at in range(text.count_rects()))
        pages.append(
            [(box[0], box[1], " ".join(text.get_text_bounded(*box).split())) for box in boxes]
        )
    return pages


def _bare(pages: Sequence[Sequence[Line]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    for lines in pages:
        canvas.setFont(_FONT, 10)
        for left, bottom, line in lines:
            canvas.drawString(left, bottom, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
