"""The recovery key on paper, for the safe: large signs, what it is for, and how it is used."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import Words

_ACROSS = 4
_GROUP = ParagraphStyle("recovery group", parent=style.LARGE, fontSize=24, leading=32)


def recovery_sheet(groups: Sequence[str], office: str, words: Words, printed_on: date) -> bytes:
    """One page A4. The name of the office tells which safe it belongs into; nobody else's does."""
    _, language = words.text, words.language
    title = _("Recovery key")

    def say(text: str, usual: ParagraphStyle = style.BODY) -> Flowable:
        return paragraph(text, usual, language=language)

    story: list[Flowable] = [
        say(title, style.TITLE),
        say(f"{shortened(office, 80)} · {words.date(printed_on)}", style.SUBTITLE),
        say(_("With this key the office opens when a passphrase is forgotten.")),
        say(_("Whoever holds it and the office file can read everything. Put it into the safe.")),
        Spacer(1, 6 * mm),
        _table(groups, language),
        Spacer(1, 8 * mm),
        say(_("How it is used"), style.HEADING),
        say(_("1. Start Mentorapp. It asks for the passphrase of the office.")),
        say(_("2. Press “Use the recovery key” and type the eight groups, from 1 to 8.")),
        say(_("3. Choose a new passphrase, then make a new recovery key and print it.")),
        Spacer(1, 4 * mm),
        say(
            _(
                "There are no letters I, L, O and U in it: what looks like I or L is the number "
                "one, what looks like O is zero. Capital or small letters do not matter."
            )
        ),
        say(
            _(
                "If this paper is lost: open Settings, Security, and make a new recovery key. "
                "The one on this paper then opens the office no more, but still its older backups."
            )
        ),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, _("Keep under lock. Do not copy or photograph."))

    return build(
        [PageTemplate("page", [frame(20, 18, 190, 279)], onPage=begin)],
        story,
        title=title,
        author=office,
        language=language,
    )


def _table(groups: Sequence[str], language: str) -> Flowable:
    cells = [
        [
            paragraph(str(place), style.NOTE, language=language),
            paragraph(group, _GROUP, language=language),
        ]
        for place, group in enumerate(groups, 1)
    ]
    rows = [cells[at : at + _ACROSS] for at in range(0, len(cells), _ACROSS)]
    made = Arranged(rows, [170 / _ACROSS * mm] * _ACROSS, hAlign="LEFT")
    made.setStyle(
        [
            ("BOX", (0, 0), (-1, -1), 1.2, style.LINE),
            ("INNERGRID", (0, 0), (-1, -1), 0.6, style.LINE),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ]
    )
    return made
