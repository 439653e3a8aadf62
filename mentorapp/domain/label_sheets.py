"""Sheets of address labels that offices buy, in millimetres.

The sizes are those that stand on the packets (Avery's numbers; other makers sell the same cuts).
All of them lie in the middle of an A4 sheet, which gives the margins; neighbours are 2.5 mm apart
across and touch each other down the sheet.
"""

from dataclasses import dataclass

from mentorapp.domain.envelopes import SHEET_HEIGHT, SHEET_WIDTH, Area
from mentorapp.domain.errors import InvalidField, Problem

_BETWEEN = 2.5


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """``across`` times ``down`` labels of one size."""

    name: str
    width: float
    height: float
    across: int
    down: int

    @property
    def labels(self) -> int:
        """On one sheet."""
        return self.across * self.down

    def place(self, number: int) -> Area:
        """Where label ``number`` is, counted from 1 row by row."""
        row, column = divmod(number - 1, self.across)
        used = self.across * self.width + (self.across - 1) * _BETWEEN
        left = (SHEET_WIDTH - used) / 2 + column * (self.width + _BETWEEN)
        top = (SHEET_HEIGHT - self.down * self.height) / 2 + row * self.height
        return Area(left, top, left + self.width, top + self.height)


LABEL_SHEETS = {
    sheet.name: sheet
    for sheet in (
        LabelSheet("L7160", 63.5, 38.1, 3, 7),
        LabelSheet("L7159", 63.5, 33.9, 3, 8),
        LabelSheet("L7161", 63.5, 46.6, 3, 6),
        LabelSheet("L7162", 99.1, 33.9, 2, 8),
        LabelSheet("L7163", 99.1, 38.1, 2, 7),
        LabelSheet("L7165", 99.1, 67.7, 2, 4),
        LabelSheet("L7651", 38.1, 21.2, 5, 13),
    )
}


def check_start(sheet: LabelSheet, start: int) -> None:
    """Raise InvalidField unless the sheet has a label of this number."""
    if not 1 <= start <= sheet.labels:
        raise InvalidField(
            "label_start", Problem.OUT_OF_RANGE, str(start), f"1–{sheet.labels} ({sheet.name})"
        )
