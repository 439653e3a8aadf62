"""Between Python's values and Qt's: dates, plain text, alphabetical order, forgiving search."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QCollator, QDate, QLocale, Qt
from PySide6.QtWidgets import QLabel

from mentorapp.domain.text import plain_fold, search_fold

_NUMBER_BEGINS = frozenset("+0123456789")
_BETWEEN = "\x1e"


def to_qdate(day: date) -> QDate:
    """The day as Qt writes it."""
    return QDate(day.year, day.month, day.day)


def to_date(day: QDate) -> date | None:
    """The day as Python writes it; None for Qt's invalid day."""
    return date(day.year(), day.month(), day.day()) if day.isValid() else None


def sort_key(language: str) -> Callable[[str], Any]:
    """A key for `sorted` in the alphabet of `language`.

    Æ, Ø and Å come last in bokmål and Danish, "Aa" as Å, and "Gate 2" before "Gate 10"; sorting
    by code points, as QSortFilterProxyModel does, gets all of these wrong.
    """
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    return collator.sortKey


def by_name(names: Iterable[str], order: Callable[[str], Any]) -> list[tuple[str, str]]:
    """Names as choices, key and name, in the order of a `sort_key`; the empty one is none."""
    return [(name, name) for name in sorted({*names} - {""}, key=order)]


def search_texts(rows: Iterable[Sequence[str]]) -> list[str]:
    """For each row what it is searched in: its texts in both foldings, numbers without spaces.

    Both, because one alone misses half-typed words: "else" stands in "noelse", not in "nolse".
    All rows are folded as one text, which is five times as fast as one after the other.
    """
    joined = []
    for row in rows:
        lines = (line for part in row for line in part.split("\n"))
        numbers = [
            line.replace(" ", "") for line in lines if line[:1] in _NUMBER_BEGINS and " " in line
        ]
        joined.append("\n".join([*row, *numbers]).replace(_BETWEEN, " "))
    if not joined:
        return []
    plain = plain_fold(_BETWEEN.join(joined))
    folded = search_fold(plain)
    return [
        one if one == other else f"{one}\n{_different(one, other)}"
        for one, other in zip(plain.split(_BETWEEN), folded.split(_BETWEEN), strict=True)
    ]


def _different(plain: str, folded: str) -> str:
    """The words that the second folding writes in another way: the rest need not stand twice."""
    each = zip(plain.split(), folded.split(), strict=True)
    return "\n".join(other for one, other in each if one != other)


def plain_label(text: str = "", name: str = "") -> QLabel:
    """A label that shows its text as it is.

    A QLabel otherwise guesses: a name that looks like markup would be rendered, and could load
    files. `name` is the style sheet's: h1, h2, muted, problem.
    """
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label


def plain_tooltip(text: str) -> str:
    """The text for `setToolTip`, which guesses as a label does and cannot be told otherwise."""
    return f"<p>{escape(text)}</p>" if "<" in text else text


def one_line(text: str, longest: int = 120) -> str:
    """The text for places with one line: no line breaks, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


def isolated(name: str) -> str:
    """A name beside figures: however its letters run, what stands after it stays after it."""
    return f"\u2068{name}\u2069" if name else ""


def capital(text: str) -> str:
    """The text with its first letter large: labels are written for the middle of a sentence."""
    return text[:1].upper() + text[1:]
