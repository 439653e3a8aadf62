"""The statement of hours: what a volunteer did, signed by the office."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from mentorapp.domain.office import Office
from mentorapp.domain.report_tables import ReportTable
from mentorapp.reports import style
from mentorapp.reports.own_paper import whose
from mentorapp.reports.tabled import Paper, tabled_report
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words


def statement(
    name: str,
    period: str,
    tables: Sequence[ReportTable],
    office: Office,
    words: Words,
    until: date,
    printed_on: date,
) -> bytes:
    """A4, one page. Without a name, as for a protected address, there is room to write it."""
    _ = words.text
    confirmed = (
        _("We confirm that %(name)s has been a volunteer mentor with us.")
        % {"name": isolated(shortened(name, 80))}
        if name
        else _("We confirm that the person named here has been a volunteer mentor with us.")
    )
    paper = Paper(
        title=_("Statement of hours"),
        about=(period, _("Counted on %(date)s") % {"date": words.date(until)}),
        intro=(confirmed,),
        tables=tuple(tables),
        closing=(
            *([] if name else whose("", "", words)),
            KeepTogether([Spacer(1, 14 * mm), _signature(office, words)]),
        ),
    )
    return tabled_report(paper, office, words, printed_on)


def _signature(office: Office, words: Words) -> Arranged:
    _ = words.text
    lines: list[list[Flowable | str]] = [
        ["", "", ""],
        [
            paragraph(_("Place and date"), style.NOTE),
            "",
            paragraph(_("Signature for %(office)s") % {"office": shortened(office.name, 60)},
                      style.NOTE),
        ],
    ]  # fmt: skip
    table = Arranged(lines, colWidths=[60 * mm, 10 * mm, 90 * mm], rowHeights=[8 * mm, None],
                  hAlign="LEFT")  # fmt: skip
    table.setStyle(
        [
            ("LINEABOVE", (0, 1), (0, 1), 0.6, style.INK),
            ("LINEABOVE", (2, 1), (2, 1), 0.6, style.INK),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table
