"""The follow-up report: all pairings, worst first, with room to write: the coordinator's worklist.

It carries names and stays in the office. Groups are told by words and not by colour alone, so
that a copy in black and white reads the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate, Spacer

from mentorapp.domain.follow_up import Severity
from mentorapp.domain.office import Office
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import LongDataTable
from mentorapp.reports.text import isolated, paragraph, printable, shortened
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

_SIZE = landscape(A4)
_WIDTHS = [18, 52, 30, 23, 23, 19, 16, 33, 53]  # mm, together 267
_RIGHT_ALIGNED = (5, 6)
# A row must fit on a page, also when somebody pastes a letter into a name.
_LONGEST = 120
_MOST_OPEN = 6
#: A column as narrow as that of schemes would make rows high with more.
_LONGEST_SCHEME = 50
#: Lines to write on under each pair, and how far apart.
_RULES, _RULE = 2, 7.5

_GROUPS = (
    (Severity.RED, N_("Red: needs contact now"), style.RED),
    (Severity.YELLOW, N_("Yellow: needs contact soon"), style.YELLOW),
    (Severity.CALM, N_("Calm: going well"), style.CALM),
)
_HEADS = (
    N_("Number"),
    N_("Mentor and newcomer"),
    N_("Scheme"),
    N_("Since"),
    N_("Last meeting"),
    N_("Meetings"),
    N_("Hours"),
    N_("Next follow-up"),
    N_("What is open"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLine:
    """A pairing. ``open`` is what needs attention, already in words, one sentence each."""

    severity: Severity
    pairing_number: int
    mentor: str
    newcomer: str
    organisation: str = ""
    scheme: str
    since: date
    last_meeting: date | None = None
    meetings: int = 0
    minutes: int = 0
    next_follow_up: date | None = None
    next_kind: FollowUpKind | None = None
    open: tuple[str, ...] = ()


#: Lines with the heading over them and its colours.
_Group: TypeAlias = tuple[Sequence[FollowUpLine], str, style.Colours]


def grouped_by_organisation(
    lines: Sequence[FollowUpLine],
) -> list[tuple[str, list[FollowUpLine]]]:
    """The organisations of the mentors, those with the most urgent pairs first; mentors without
    one come last, under no name.
    """
    groups: dict[str, list[FollowUpLine]] = {}
    for line in lines:
        groups.setdefault(line.organisation, []).append(line)

    def urgency(group: tuple[str, list[FollowUpLine]]) -> tuple[object, ...]:
        name, own = group
        counts = [-sum(one.severity is severity for one in own) for severity in Severity]
        return (not name, *counts, name.casefold())

    return sorted(groups.items(), key=urgency)


def follow_up_report(
    lines: Sequence[FollowUpLine],
    office: Office,
    coordinator: str,
    words: Words,
    printed_on: date,
    *,
    by_organisation: bool = False,
) -> bytes:
    """A4 landscape; lines keep their order within their group. Empty ``coordinator``: everybody's.

    The head of the table stands on every page, with the name of the group. Under each pair there
    are two lines to write on.
    """
    _ = words.text
    title = _("Follow-up report")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(_summary(lines, coordinator, words, printed_on), style.SUBTITLE),
    ]
    groups = _by_organisation(lines, words) if by_organisation else _by_urgency(lines, words)
    for group, name, colours in groups:
        story += [_table(group, name, colours, words, told=by_organisation), Spacer(1, 5 * mm)]
    if not lines:
        story.append(paragraph(_("There are no running pairings."), style.BODY))

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            warning = _("Contains personal data, do not leave it lying about")
            canvas.begin_group(words, " · ".join(filter(None, (office.name, warning))))

    return build(
        [PageTemplate("page", [frame(15, 14, 282, 194, _SIZE)], onPage=begin, pagesize=_SIZE)],
        story,
        title=title,
        author=office.name,
        language=words.language,
        size=_SIZE,
    )


def _summary(
    lines: Sequence[FollowUpLine], coordinator: str, words: Words, printed_on: date
) -> str:
    _ = words.text
    counts = dict.fromkeys(Severity, 0)
    for line in lines:
        counts[line.severity] += 1
    parts = [
        words.plural("%(n)d pairing", "%(n)d pairings", len(lines)),
        _("red %(red)d, yellow %(yellow)d, calm %(calm)d")
        % {
            "red": counts[Severity.RED],
            "yellow": counts[Severity.YELLOW],
            "calm": counts[Severity.CALM],
        },
        _("Coordinator: %(name)s") % {"name": isolated(printable(coordinator) or _("all"))},
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(parts)


def _by_urgency(lines: Sequence[FollowUpLine], words: Words) -> Iterator[_Group]:
    for severity, name, colours in _GROUPS:
        group = [line for line in lines if line.severity is severity]
        if group:
            yield group, f"{words.text(name)} ({len(group)})", colours


def _by_organisation(lines: Sequence[FollowUpLine], words: Words) -> Iterator[_Group]:
    _ = words.text
    colours_of = {severity: colours for severity, _name, colours in _GROUPS}
    for name, group in grouped_by_organisation(lines):
        counts = {severity: sum(one.severity is severity for one in group) for severity in Severity}
        told = _("red %(red)d, yellow %(yellow)d, calm %(calm)d") % {
            "red": counts[Severity.RED],
            "yellow": counts[Severity.YELLOW],
            "calm": counts[Severity.CALM],
        }
        called = isolated(shortened(name, _LONGEST)) if name else _("No organisation")
        worst = min((one.severity for one in group), key=lambda one: one.rank)
        yield group, f"{called}: {told}", colours_of[worst]


def _table(
    group: Sequence[FollowUpLine],
    heading: str,
    colours: style.Colours,
    words: Words,
    *,
    told: bool,
) -> LongDataTable:
    """With ``told`` each pair says how urgent it is: its group does not."""
    ink, background = colours
    heads = [
        paragraph(words.text(head), style.HEAD_RIGHT if i in _RIGHT_ALIGNED else style.HEAD)
        for i, head in enumerate(_HEADS)
    ]
    nothing: list[Flowable | str] = [""] * len(_HEADS)
    rows: list[list[Flowable | str]] = [
        [paragraph(heading, style.GROUP), *nothing[1:]],
        [*heads],
    ]
    heights: list[float | None] = [None, None]
    looks: list[Any] = []
    for line in group:
        at = len(rows)
        rows += [list(_cells(line, words, told=told)), nothing, nothing]
        heights += [None, _RULE * mm, _RULE * mm]
        looks += [
            ("NOSPLIT", (0, at), (-1, at + _RULES)),
            ("LINEBELOW", (1, at + 1), (-1, at + 1), 0.4, style.LINE, "butt", (1, 2)),
            ("LINEBELOW", (0, at + _RULES), (-1, at + _RULES), 0.6, style.MUTED),
        ]
    table = LongDataTable(
        rows,
        colWidths=[width * mm for width in _WIDTHS],
        rowHeights=heights,
        repeatRows=2,
        row_heads=(0,),
    )
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 0), (-1, 0), background),
            ("LINEBEFORE", (0, 0), (0, -1), 2.5, ink),
            ("LINEBELOW", (0, 1), (-1, 1), 0.8, style.MUTED),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            *looks,
        ]
    )
    return table


def _cells(line: FollowUpLine, words: Words, *, told: bool) -> Iterator[Flowable]:
    names = "\n".join(isolated(shortened(name, _LONGEST)) for name in (line.mentor, line.newcomer))
    what_is_open = "\n".join(shortened(one, _LONGEST) for one in line.open[:_MOST_OPEN])
    never = words.text("none yet")
    due = words.date(line.next_follow_up)
    kind = f"\n{label(words, line.next_kind)}" if line.next_kind and line.next_follow_up else ""
    number = str(line.pairing_number)
    yield paragraph(f"{number}\n{label(words, line.severity)}" if told else number, style.CELL_BOLD)
    yield paragraph(names, style.CELL)
    yield paragraph(shortened(line.scheme, _LONGEST_SCHEME), style.CELL)
    yield paragraph(words.date(line.since), style.CELL)
    yield paragraph(words.date(line.last_meeting) if line.last_meeting else never, style.CELL)
    yield paragraph(str(line.meetings), style.CELL_RIGHT)
    yield paragraph(words.hours(line.minutes), style.CELL_RIGHT)
    yield paragraph(due + kind, style.CELL)
    yield paragraph(what_is_open, style.CELL)
