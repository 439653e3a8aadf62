"""Why these two, and why nobody yet: the pairing's answers on a page to lay on the table.

They carry names and stay in the office. What stands in them is handed in with the places of
protected people already left out; here it is only set in type.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.explanations import percent_of
from mentorapp.domain.office import Office
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.reports import style
from mentorapp.reports.bars import Bar
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import LongDataTable
from mentorapp.reports.text import isolated, paragraph, printable, shortened
from mentorapp.words import Words
from mentorapp.words.labels import label

_WIDTH = 170  # mm
_CRITERIA = [40, 19, 28, 25, 58]  # mm, together _WIDTH
_OTHERS = [44, 14, 70, 42]
_CAUSES = [14, 34, 122]
_BAR_CRITERION, _BAR_CAUSE = 22, 32
_LONGEST = 120
_LONGEST_REASONS = 300


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """What a criterion adds to a pair's score: ``points`` of ``most``; ``reason`` is in words."""

    criterion: Criterion
    weight: Weight
    points: int
    most: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OtherLine:
    """Somebody beside the one chosen: reasons and what it would cost, or forbid it, in words.

    Not ``possible`` is whoever a must keeps away.
    """

    number: int
    name: str
    percent: int
    reasons: str
    cost: str
    possible: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TheseTwo:
    """A pair. ``percent`` is its score of the most that there is; no ``lines`` for people of whom
    only ``together`` may be said.

    ``together`` tells why this is right for the whole or, for two who are not ``proposed`` to each
    other, why not; ``ruled_out`` which mentors could not be considered for the newcomer; both are
    sentences.
    """

    scheme: str
    mentor: str
    mentor_number: int
    newcomer: str
    newcomer_number: int
    percent: int
    lines: tuple[CriterionLine, ...]
    others: tuple[OtherLine, ...] = ()
    together: tuple[str, ...] = ()
    proposed: bool = True
    ruled_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodyYet:
    """A newcomer without a mentor. ``causes`` are (in words, how many mentors it stops), the most
    first, of ``mentors`` in all; ``remedies`` are sentences, the smallest effort first.

    ``why`` stands alone for whoever is paired by hand only.
    """

    scheme: str
    newcomer: str
    newcomer_number: int
    why: str
    mentors: int = 0
    causes: tuple[tuple[str, int], ...] = ()
    remedies: tuple[str, ...] = ()
    nearest: tuple[OtherLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorPage:
    """A mentor: ``why`` and ``causes`` as in ``NobodyYet``, of ``newcomers`` in all, and empty for
    one who has somebody; ``others`` are newcomers, those the mentor has among them.
    """

    scheme: str
    mentor: str
    mentor_number: int
    why: str = ""
    newcomers: int = 0
    causes: tuple[tuple[str, int], ...] = ()
    others: tuple[OtherLine, ...] = ()


def why_these_two(values: TheseTwo, office: Office, words: Words, printed_on: date) -> bytes:
    """A4: the score taken apart, the next best mentors, who could not be considered."""
    _ = words.text
    title = _("Why these two") if values.proposed else _("Why not these two")
    pair = _("%(mentor)s and %(newcomer)s") % {
        "mentor": _person(values.mentor, values.mentor_number),
        "newcomer": _person(values.newcomer, values.newcomer_number),
    }
    fit = _("The two fit %(percent)d %% of what counts in this scheme.")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(_subtitle(values.scheme, office, words, printed_on), style.SUBTITLE),
        paragraph(pair, style.SUBJECT),
        *([paragraph(fit % {"percent": values.percent}, style.BODY)] if values.lines else []),
        *([paragraph(" ".join(values.together), style.BODY)] if values.together else []),
        *([_criteria(values.lines, words)] if values.lines else []),
        *_others(
            _("Who else could be the mentor")
            if any(one.possible for one in values.others)
            else _("Who comes closest"),
            values.others,
            words,
        ),
        *_sentences(_("Who could not be considered"), values.ruled_out),
    ]
    return _paper(story, title, office, words)


def why_nobody_yet(values: NobodyYet, office: Office, words: Words, printed_on: date) -> bytes:
    """A4: what stops how many mentors, what would help, and who comes closest."""
    _ = words.text
    title = _("Why nobody yet")
    among = words.plural(
        "What stops the %(n)d mentor of this scheme",
        "What stops the %(n)d mentors of this scheme",
        values.mentors,
    )
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(_subtitle(values.scheme, office, words, printed_on), style.SUBTITLE),
        paragraph(_person(values.newcomer, values.newcomer_number), style.SUBJECT),
        paragraph(values.why, style.BODY),
        *_causes(among, values.mentors, values.causes),
        *_sentences(_("What would help"), values.remedies),
        *_others(_("Who comes closest"), values.nearest, words),
    ]
    return _paper(story, title, office, words)


def who_fits(values: MentorPage, office: Office, words: Words, printed_on: date) -> bytes:
    """A4: whom a mentor has and who else fits, or what stops how many newcomers."""
    _ = words.text
    title = _("Why nobody yet") if values.why else _("Who fits this mentor")
    among = words.plural(
        "What stops the %(n)d newcomer of this scheme",
        "What stops the %(n)d newcomers of this scheme",
        values.newcomers,
    )
    fitting = _("Who fits, and what it would cost the whole")
    closest = _("Who comes closest")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(_subtitle(values.scheme, office, words, printed_on), style.SUBTITLE),
        paragraph(_person(values.mentor, values.mentor_number), style.SUBJECT),
        *([paragraph(values.why, style.BODY)] if values.why else []),
        *_causes(among, values.newcomers, values.causes),
        *_others(
            fitting if any(one.possible for one in values.others) else closest,
            values.others,
            words,
            head=_("Newcomer"),
        ),
    ]
    return _paper(story, title, office, words)


def _paper(story: Sequence[Flowable], title: str, office: Office, words: Words) -> bytes:
    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            warning = words.text("Contains personal data, do not leave it lying about")
            canvas.begin_group(words, " · ".join(filter(None, (office.name, warning))))

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 279)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


def _person(name: str, number: int) -> str:
    return f"{isolated(shortened(name, _LONGEST))} ({number})"


def _subtitle(scheme: str, office: Office, words: Words, printed_on: date) -> str:
    parts = [
        shortened(office.name, 80),
        shortened(scheme, 80),
        words.text("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(isolated(part) for part in parts if part)


def _criteria(lines: Sequence[CriterionLine], words: Words) -> LongDataTable:
    """A bar is as long as its criterion weighs, so that filled lengths can be compared."""
    _ = words.text
    heaviest = max(line.most for line in lines)
    whole = sum(line.most for line in lines)
    rows: list[list[Any]] = [
        [
            paragraph(_("What counts"), style.HEAD),
            paragraph(_("Weight"), style.HEAD),
            paragraph(_("Points"), style.HEAD_RIGHT),
            paragraph("", style.HEAD),
            paragraph(_("Why"), style.HEAD),
        ],
        *(
            [
                paragraph(label(words, line.criterion), style.CELL_BOLD),
                paragraph(label(words, line.weight), style.CELL),
                paragraph(_points(line.points, line.most, whole, words), style.CELL_RIGHT),
                Bar(line.points, line.most, _BAR_CRITERION * line.most / heaviest),
                paragraph(shortened(line.reason, _LONGEST_REASONS) or "–", style.CELL),
            ]
            for line in lines
        ),
    ]
    points = sum(line.points for line in lines)
    rows.append(
        [
            paragraph(_("Together"), style.CELL_BOLD),
            "",
            paragraph(_points(points, whole, whole, words), style.CELL_BOLD_RIGHT),
            Bar(points, whole, _BAR_CRITERION),
            "",
        ]
    )
    return _table(rows, _CRITERIA, [("LINEABOVE", (0, -1), (-1, -1), 0.8, style.MUTED)])


def _points(points: int, most: int, whole: int, words: Words) -> str:
    """Both in per cent of the most that a pair can have, as proposals are told."""
    return words.text("%(part)s of %(whole)s %%") % {
        "part": words.number(percent_of(points, whole)),
        "whole": words.number(percent_of(most, whole)),
    }


def _others(
    title: str, others: Sequence[OtherLine], words: Words, *, head: str = ""
) -> Iterator[Flowable]:
    if not others:
        return
    _ = words.text
    yield from _heading(title)
    rows: list[list[Any]] = [
        [
            paragraph(head or _("Mentor"), style.HEAD),
            paragraph(_("Fits"), style.HEAD_RIGHT),
            paragraph(_("For and against"), style.HEAD),
            paragraph(_("What it would mean"), style.HEAD),
        ],
        *(
            [
                paragraph(_person(one.name, one.number), style.CELL_BOLD),
                paragraph(_("%(n)d %%") % {"n": one.percent}, style.CELL_RIGHT),
                paragraph(shortened(one.reasons, _LONGEST_REASONS) or "–", style.CELL),
                paragraph(shortened(one.cost, _LONGEST_REASONS), style.CELL),
            ]
            for one in others
        ),
    ]
    yield _table(rows, _OTHERS, [])


def _causes(title: str, whole: int, causes: Sequence[tuple[str, int]]) -> Iterator[Flowable]:
    if not causes:
        return
    yield from _heading(title)
    rows: list[list[Any]] = [
        [
            paragraph(str(count), style.CELL_BOLD_RIGHT),
            Bar(count, whole, _BAR_CAUSE),
            paragraph(shortened(cause, _LONGEST), style.CELL),
        ]
        for cause, count in causes
    ]
    yield _table(rows, _CAUSES, [], 0, 2)


def _sentences(title: str, sentences: Sequence[str]) -> Iterator[Flowable]:
    if not sentences:
        return
    yield from _heading(title)
    for one in sentences:
        yield paragraph(printable(one), style.POINT, bullet="•")


def _heading(title: str) -> Iterator[Flowable]:
    yield Spacer(1, 3 * mm)
    yield paragraph(title, style.HEADING)


def _table(
    rows: list[list[Any]], widths: Sequence[int], more: list[Any], heads: int = 1, named_by: int = 0
) -> LongDataTable:
    lengths = [width * mm for width in widths]
    table = LongDataTable(rows, lengths, repeatRows=heads, heads=heads, row_heads=(named_by,))
    head = [("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED)] if heads else []
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("LINEBELOW", (0, heads), (-1, -1), 0.4, style.LINE),
            *head,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            *more,
        ]
    )
    return table
