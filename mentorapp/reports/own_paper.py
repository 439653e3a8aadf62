"""A page for the person: large type, plain words, whose it is and whom to ask. Nothing about where.

Competence card and plan look alike, so that somebody who keeps both knows them for one thing. For
somebody with a protected address they and the contact card come without a name.
"""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.reference.phones import readable
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.text import paragraph, set_apart, shortened
from mentorapp.words import Words

WIDTH = 170  # mm

SMALL = ParagraphStyle("own small", parent=style.BODY, fontSize=10, leading=13, spaceAfter=4)


def own_paper(
    title: str, name: str, body: Sequence[Flowable], office: Office, words: Words, printed_on: date
) -> bytes:
    """A4; the person's name stands on the page and nowhere in the file's metadata."""
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        *whose(name, words.date(printed_on), words),
        *body,
        Spacer(1, 4 * mm),
        paragraph(_ask(office, words), SMALL),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 18, 20 + WIDTH, 279)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


def whose(name: str, printed: str, words: Words) -> list[Flowable]:
    """The lines below the title; without a name, room for the person to write it."""
    _, language = words.text, words.language
    if name:
        said = f"{set_apart(shortened(name, 80))} · {printed}"
        return [paragraph(said, style.SUBTITLE, language=language)]
    yours = _("Name (you may write it yourself): %(line)s") % {"line": "_" * 40}
    return [
        paragraph(printed, style.SUBTITLE, language=language),
        paragraph(yours, style.BODY, language=language),
        paragraph(_("Handed over in person. Not to be sent."), SMALL, language=language),
    ]


def _ask(office: Office, words: Words) -> str:
    _ = words.text
    reached = ", ".join(filter(None, (readable(office.phone, office.country), office.email)))
    said = _("This paper is yours. You decide who sees it. Is something wrong? Tell us.")
    return f"{said} {shortened(office.name, 80)}: {reached}" if reached else said
