"""A cell of a report's table as it is read."""

from datetime import date

from mentorapp.domain.report_tables import Cell
from mentorapp.domain.sections import Hidden
from mentorapp.words import Words
from mentorapp.words.small_numbers import HIDDEN


def say_cell(words: Words, cell: Cell) -> str:
    """The sign for what is hidden, a dash for what is not there."""
    if isinstance(cell, Hidden):
        return HIDDEN
    if isinstance(cell, date):
        return words.date(cell)
    if isinstance(cell, int | float):
        return words.number(cell)
    return "–" if cell is None else cell
