"""Tables of figures and facts, tagged: rows, cells, and which cells are heads of what.

Every table that says something by its rows and columns is a ``DataTable`` (or a
``LongDataTable``, quicker to break over pages). One that only puts things side by side is
``Arranged``: its contents are read in their order and nothing else is said. Only here are
ReportLab's own tables built, which would say nothing of either.
"""

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reportlab.platypus import LongTable, Table

from mentorapp.reports import style
from mentorapp.reports.tagging import Tags, tags_of

if TYPE_CHECKING:
    from mentorapp.reports.structure import Element

#: A line below the head, and air around cells of small type.
LOOKS: list[Any] = [
    style.NO_HELVETICA,
    ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED),
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 1.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
]

#: So many rows stay together at either end of a table that goes over pages.
_FEWEST = 3


def ends_kept(rows: int) -> list[Any]:
    """Looks by which no row stands alone at the foot of a page or on top of the next; ``rows``
    are all of the table with its head.
    """
    last = rows - 1
    return [
        ("NOSPLIT", (0, 0), (-1, min(_FEWEST - 1, last))),
        ("NOSPLIT", (0, max(rows - _FEWEST, 0)), (-1, last)),
    ]


class _Tagged(Table):
    """``heads`` rows on top name columns (the repeated rows, else one); in the columns
    ``row_heads`` each cell names its row.
    """

    def __init__(
        self,
        data: Any,  # noqa: ANN401 - as ReportLab's
        *more: Any,  # noqa: ANN401
        heads: int | None = None,
        row_heads: Collection[int] = (),
        **options: Any,  # noqa: ANN401
    ) -> None:
        # ReportLab makes the parts of a table that goes over pages with the marks of the whole.
        whole = options.get("renderCB") is None
        if whole:
            top = heads if heads is not None else options.get("repeatRows") or 1
            options["renderCB"] = _Marks(top, row_heads)
        super().__init__(data, *more, **options)
        if whole:
            self.setStyle([style.NO_HELVETICA])


class DataTable(_Tagged):
    """A table of moderate length."""


class LongDataTable(_Tagged, LongTable):
    """A table of any length."""


class Arranged(Table):
    """Things side by side. What is drawn ``from_right`` is read from the right too."""

    def __init__(
        self,
        data: Any,  # noqa: ANN401 - as ReportLab's
        *more: Any,  # noqa: ANN401
        from_right: bool = False,
        **options: Any,  # noqa: ANN401
    ) -> None:
        whole = options.get("renderCB") is None
        if whole and from_right:
            options["renderCB"] = _FromRight()
        super().__init__(data, *more, **options)
        if whole:
            self.setStyle([style.NO_HELVETICA])


class _FromRight:
    """Turns the cells of each row round in the tree: ReportLab draws them from the left."""

    def __call__(self, table: Any, step: str, *_more: Any) -> None:  # noqa: ANN401 - ReportLab's
        tags = tags_of(table.canv)
        if tags is None:
            return
        kids = tags.current.kids
        if step == "startRow":
            self._row, self._cells = len(kids), []
        elif step == "startCell":
            self._cells.append(len(kids))
        elif step == "endRow":
            starts = [*self._cells, len(kids)]
            cells = [kids[start:end] for start, end in pairwise(starts)]
            kids[self._row :] = [one for cell in reversed(cells) for one in cell]


class _Marks:
    """What is marked while a table is drawn: ReportLab calls it at each step.

    One table may be drawn in parts; its heads are told once, repeated ones are decoration.
    """

    def __init__(self, heads: int, row_heads: Collection[int]) -> None:
        self._heads, self._row_heads = heads, row_heads
        self._table: Element | None = None
        self._tags: Tags | None = None
        self._done = self._repeated = 0

    def __call__(self, table: Any, step: str, *more: Any) -> None:  # noqa: ANN401 - ReportLab's
        if step == "startTable":
            self._tags = tags_of(table.canv)
        if self._tags is None:
            return
        if step == "startTable":
            self._start_table(self._tags, table)
        elif step == "endTable":
            self._tags.current = self._outer
            self._done += table._nrows - self._repeated  # noqa: SLF001 - told nowhere else
        elif step == "startRow":
            self._start_row(self._tags, table, *more)
        elif step == "endRow":
            self._end_row(self._tags)
        elif step == "startCell":
            self._start_cell(self._tags, table, *more)
        elif step == "endCell":
            self._end_cell(self._tags, table)

    def _start_table(self, tags: Tags, table: Any) -> None:  # noqa: ANN401
        self._outer = tags.current
        goes_on = self._table is not None
        self._repeated = table.repeatRows if goes_on else 0
        if self._table is None:
            self._table = tags.element("Table")
        tags.current = self._table

    def _start_row(self, tags: Tags, table: Any, row: int) -> None:  # noqa: ANN401
        """A row that is all empty is room to write in, no fact."""
        told = any(table._cellvalues[row])  # noqa: SLF001 - told nowhere else
        self._silent = row < self._repeated or not told
        if self._silent:
            tags.silence()
        else:
            self._row = tags.current = tags.element("TR")

    def _end_row(self, tags: Tags) -> None:
        if self._silent:
            tags.speak()
        assert self._table is not None  # noqa: S101 - for the type checker
        tags.current = self._table

    def _start_cell(
        self,
        tags: Tags,
        table: Any,  # noqa: ANN401
        row: int,
        column: int,
        value: Any,  # noqa: ANN401
        *_looks: Any,  # noqa: ANN401
    ) -> None:
        if self._silent:
            return
        scope = ""
        if value and row - self._repeated + self._done < self._heads:
            scope = "/Scope/Column"
        elif value and column in self._row_heads:
            scope = "/Scope/Row"
        said = scope + _spans(table, column, row)
        cell = tags.element("TH" if scope else "TD", f"/A<</O/Table{said}>>" if said else "")
        tags.current = cell
        if value and isinstance(value, str):
            tags.open(table.canv, cell)
        elif not isinstance(value, list | tuple) or len(value) == 1:
            tags.cell = cell

    def _end_cell(self, tags: Tags, table: Any) -> None:  # noqa: ANN401
        if self._silent:
            return
        tags.cell = None
        if not tags.hears:
            tags.close(table.canv)
        tags.current = self._row


def _spans(table: Any, column: int, row: int) -> str:  # noqa: ANN401 - ReportLab's
    spanned = getattr(table, "_spanRanges", {}).get((column, row))
    if not spanned:
        return ""
    left, top, right, bottom = spanned
    across, down = right - left + 1, bottom - top + 1
    return (f"/ColSpan {across}" if across > 1 else "") + (f"/RowSpan {down}" if down > 1 else "")
