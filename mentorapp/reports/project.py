"""One page about a named project, for its partners and for managers.

It names nobody. How placements ended is broken down only where no small number shows who it was.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.projects import Project, ProjectFigures
from mentorapp.domain.sections import Breakdown, parts
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import N_, Words
from mentorapp.words.sections import part_name
from mentorapp.words.small_numbers import HIDDEN, say_hidden

_WIDTH = 170  # mm
_COLUMNS = (130, 40)

_NOTES = (
    N_("1 Different people, each counted once: newcomers in the pairs and people in placements."),
    N_("2 Meetings in which the two were in contact; attempts do not count."),
    N_("3 Noted as present, counted anew at each event."),
)


def project_report(
    project: Project,
    partners: Sequence[str],
    figures: ProjectFigures,
    office: Office,
    words: Words,
    printed_on: date,
) -> bytes:
    """A4, one page: period, partners, and the figures of everything under the project."""
    _ = words.text
    story: list[Flowable] = [
        paragraph(isolated(shortened(project.name, 120)), style.TITLE),
        paragraph(_subtitle(project, office, words, printed_on), style.SUBTITLE),
    ]
    if partners:
        names = words.join([shortened(name, 80) for name in partners])
        story += [paragraph(_("Partners: %(names)s") % {"names": names}, style.BODY)]
    if project.notes:
        story += [paragraph(shortened(project.notes, 600), style.BODY)]
    story += [Spacer(1, 2 * mm), _table(figures, office.least_shown, words), Spacer(1, 4 * mm)]
    story += [paragraph(_(note), style.NOTE) for note in _NOTES]
    story.append(
        paragraph(
            _(
                "Counted as things stood on %(date)s: all that was put under the project, whenever "
                "it began."
            )
            % {"date": words.date(figures.until)},
            style.NOTE,
        )
    )
    if _ends(figures, office.least_shown).hides:
        story.append(paragraph(say_hidden(words, office.least_shown), style.NOTE))

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 279)], onPage=begin)],
        [KeepInFrame(_WIDTH * mm, 263 * mm, story, mode="shrink")],
        title=_("Project"),
        author=office.name,
        language=words.language,
    )


def _subtitle(project: Project, office: Office, words: Words, printed_on: date) -> str:
    _ = words.text
    first, last = words.date(project.from_date), words.date(project.to_date)
    period = (
        _("%(first)s to %(last)s") % {"first": first, "last": last}
        if project.to_date
        else _("since %(first)s") % {"first": first}
    )
    printed = _("Printed %(date)s") % {"date": words.date(printed_on)}
    parts = [shortened(office.name, 80), period, printed]
    return " · ".join(part for part in parts if part)


def _table(figures: ProjectFigures, least: int, words: Words) -> DataTable:
    _ = words.text
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
        (_("People"), ((_("People in the project ¹"), words.number(figures.people)),)),
        (
            _("Pairings"),
            (
                (_("Pairs begun"), words.number(figures.pairings)),
                (_("Running"), words.number(figures.pairings_running)),
                (_("Completed"), words.number(figures.pairings_completed)),
                (_("Ended early"), words.number(figures.pairings_ended_early)),
                (_("Meetings ²"), words.number(figures.meetings)),
                (_("Hours together"), words.hours(figures.minutes)),
            ),
        ),
        (_("Placements"), tuple(_placements(figures, least, words))),
        (
            _("Events"),
            (
                (_("Events held"), words.number(figures.events)),
                (_("Guests ³"), words.number(figures.guests)),
            ),
        ),
    )
    rows: list[list[Flowable | str]] = []
    looks: list[Any] = [
        style.NO_HELVETICA,
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, style.LINE),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for name, lines in groups:
        looks.append(("BACKGROUND", (0, len(rows)), (-1, len(rows)), style.SOFT))
        rows.append([paragraph(name, style.GROUP), ""])
        rows += [
            [paragraph(said, style.BODY), paragraph(value, style.CELL_BOLD_RIGHT)]
            for said, value in lines
        ]
    table = DataTable(rows, colWidths=[width * mm for width in _COLUMNS], heads=0, row_heads=(0,))
    table.setStyle(looks)
    return table


def _placements(figures: ProjectFigures, least: int, words: Words) -> list[tuple[str, str]]:
    _ = words.text
    lines = [
        (_("Placements begun"), words.number(figures.placements)),
        (_("Running"), words.number(figures.placements_running)),
    ]
    ends = _ends(figures, least)
    if ends.hides and not ends.told:
        lines.append((_("What they led to"), HIDDEN))
    for end, count in ends.told:
        said = _("Led to: %(what)s") % {"what": part_name(words, end)}
        lines.append((said, HIDDEN if count is None else words.number(count)))
    return lines


def _ends(figures: ProjectFigures, least: int) -> Breakdown:
    """How placements ended; the total follows from the lines above it."""
    ends = figures.placement_ends
    return parts({end: ends[end] for end in PlacementEnd if end in ends}, least)
