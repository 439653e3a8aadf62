"""Columns that every list of what is registered, people and organisations, offers to choose."""

from typing import Any

from mentorapp.words import Words
from ui.widgets.table_model import Column


def number_column(words: Words) -> Column[Any]:
    """The number by which it is called on paper and on the telephone."""
    return Column(
        words.text("Number"),
        lambda row: str(row.number),
        lambda row: row.number,
        width=90,
        key="number",
        standard=False,
    )


def municipality_column(words: Words) -> Column[Any]:
    """Empty where nobody may tell it, in the rows already."""
    return Column(
        words.text("Municipality"),
        lambda row: row.municipality,
        width=120,
        key="municipality",
        standard=False,
    )
