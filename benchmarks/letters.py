"""Letters in one PDF, against a bare canvas that writes the same lines at the same places.

The lines are read from the PDF that the program made, so the bare canvas knows where everything
goes: it neither breaks lines nor makes them up, joins no letters, tags nothing. Against what an
office uses now the program prints letters of one kind: see ``mail_merge``.
"""

import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas

from benchmarks import mail_merge
from benchmarks.crowd import TODAY
from benchmarks.letter_samples import (
    arabic_letters,
    follow_up_lines,
    invented_letters,
    newcomers_letters,
)
from benchmarks.measuring import Figure, Run, Spread, against, alone, interleaved, timed
from mentorapp.domain.office import Office
from mentorapp.reports.follow_up import follow_up_report
from mentorapp.reports.letters import PairingLetter, print_letters
from mentorapp.words import Words

#: Known to ReportLab once the program has printed with them.
_LATIN, _ARABIC = "NotoSans-Regular", "NotoSansArabic-Regular"

#: Left and bottom in points from the lower left corner of the sheet, the font, and the words.
Line = tuple[float, float, str, str]


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Half of the letters to mentors (with slips), half to newcomers, in bokmål and English."""
    many = 4 if quick else 500
    return [
        _against_bare(invented_letters(many), "2.5", rounds),
        _against_bare(arabic_letters(many), "8", rounds, "in Arabic "),
        *_report(4 if quick else 300, rounds),
        *(_memory(one) for one in ((4,) if quick else (100, 500, 2000))),
        _against_mail_merge(folder, newcomers_letters(many), 1 if quick else min(rounds, 3)),
    ]


def _words(language: str) -> Words:
    return Words("en" if language == "ar" else language)


def _against_bare(
    letters: Sequence[PairingLetter], goal: str, rounds: int, which: str = ""
) -> Figure:
    pages = _lines(print_letters(letters, _words).pdf)
    name = f"{len(letters)} letters {which}in one PDF of {len(pages)} pages"
    bare = "bare canvas, the same lines"
    runs: list[Run] = [
        lambda: {bare: timed(lambda: _bare(pages))},
        lambda: {name: timed(lambda: print_letters(letters, _words))},
    ]
    found = against(interleaved(runs, rounds), name, bare)
    return _with_goal(found, f"within {goal}")


def _with_goal(figure: Figure, goal: str) -> Figure:
    return Figure(
        figure.name, figure.program, figure.bound_name, figure.bound, figure.ratio, goal=goal
    )


def _report(pairs: int, rounds: int) -> list[Figure]:
    lines, office = follow_up_lines(pairs), Office(name="Fjordvik frivilligsentral")

    def printed() -> bytes:
        return follow_up_report(lines, office, "", Words("nb"), TODAY)

    pages = len(pdfium.PdfDocument(printed()))
    name = f"follow-up report, {pairs} pairs on {pages} pages"
    return [alone(interleaved([lambda: {name: timed(printed)}], rounds), name)]


def _memory(many: int) -> Figure:
    """What printing adds to a process that has printed two letters before."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.letters_memory", str(many)],
        capture_output=True,
        check=True,
        text=True,
    )
    added = float(done.stdout)
    return Figure(f"memory for {many} letters", Spread.of([added]), unit="MiB", goal="flat")


def _against_mail_merge(folder: Path, letters: Sequence[PairingLetter], rounds: int) -> Figure:
    name = f"{len(letters)} letters to newcomers"

    def ours() -> dict[str, float]:
        return {name: timed(lambda: print_letters(letters, _words))}

    if not mail_merge.is_there():
        return alone(interleaved([ours], rounds), name + " (no LibreOffice here to compare with)")
    peer = "LibreOffice's mail merge"
    job = mail_merge.prepared(folder, letters)
    series = interleaved([ours, lambda: {peer: mail_merge.seconds(job)}], rounds)
    return _with_goal(against(series, name, peer), "a tenth")


def _lines(pdf: bytes) -> list[list[Line]]:
    pages = []
    for page in pdfium.PdfDocument(pdf):
        text = page.get_textpage()
        boxes = (text.get_rect(at) for at in range(text.count_rects()))
        pages.append(
            [_line(box[0], box[1], " ".join(text.get_text_bounded(*box).split())) for box in boxes]
        )
    return pages


def _line(left: float, bottom: float, words: str) -> Line:
    is_arabic = any("\u0600" <= one <= "\u06ff" for one in words)
    return left, bottom, _ARABIC if is_arabic else _LATIN, words


def _bare(pages: Sequence[Sequence[Line]]) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    for lines in pages:
        for left, bottom, font, line in lines:
            canvas.setFont(font, 10)
            canvas.drawString(left, bottom, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
