"""Letters in one PDF, against a bare canvas that writes the same lines at the same places.

The lines are read from the PDF that the program made, so the bare canvas knows where everything
goes: it neither breaks lines nor makes them up, joins no letters, tags nothing. Both pack their
pages; neither writes them as ASCII85, which ReportLab does by itself and the program does not.
Against what an office uses now the program prints letters of one kind: see ``mail_merge``.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from reportlab import rl_config
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
    rl_config.useA85 = 0
    letters = invented_letters(many)
    return [
        _against_bare(letters, "2.5", rounds),
        _against_bare(arabic_letters(many), "8", rounds, "in Arabic "),
        *_report(4 if quick else 300, rounds),
        *_memory(folder, letters, (4,) if quick else (100, 500, 2000)),
        _against_mail_merge(folder, newcomers_letters(many), 1 if quick else min(rounds, 3)),
    ]


def _words(language: str) -> Words:
    return Words("en" if language == "ar" else language)


def _against_bare(
    letters: Sequence[PairingLetter], goal: str, rounds: int, which: str = ""
) -> Figure:
    pages = _lines(print_letters(letters, _words).pdf)
    name = f"{len(letters)} letters {which}in one PDF of {len(pages)} pages"
    bound = "bare canvas, the same lines"
    runs: list[Run] = [
        lambda: {bound: timed(lambda: bare(pages))},
        lambda: {name: timed(lambda: print_letters(letters, _words))},
    ]
    found = against(interleaved(runs, rounds), name, bound)
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


def _memory(folder: Path, letters: Sequence[PairingLetter], counts: Sequence[int]) -> list[Figure]:
    """What printing adds to a process that has printed two letters before."""
    pages, file = _lines(print_letters(letters, _words).pdf), folder / "lines.json"
    file.write_text("".join(f"{json.dumps(page)}\n" for page in pages), encoding="utf-8")
    found = []
    for many in counts:
        ours = _added(str(many))
        theirs = _added(str(many * len(pages) // len(letters)), str(file))
        found.append(
            Figure(
                f"memory for {many} letters",
                Spread.of([ours]),
                "bare canvas, the same lines",
                Spread.of([theirs]),
                Spread.of([ours / theirs]),
                unit="MiB",
                goal="flat",
            )
        )
    return found


def _added(*what: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.letters_memory", *what],
        capture_output=True,
        check=True,
        text=True,
    )
    return float(done.stdout)


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


def bare(pages: Iterable[Sequence[Line]]) -> bytes:
    """The PDF of a canvas that is told where each line goes."""
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    for lines in pages:
        for left, bottom, font, line in lines:
            canvas.setFont(font, 10)
            canvas.drawString(left, bottom, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
