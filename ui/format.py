"""Between Python's values and Qt's: dates, plain text, alphabetical order, forgiving search."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCollator, QDate, QLocale, Qt
from PySide6.QtWidgets import QLabel

_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "ð": "d", "đ": "d", "þ": "th", "ł": "l", "ı": "i", "œ": "oe", "ß": "ss"}
)
_DIGRAPHS = re.compile("aa|ae|oe")


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


def plain_fold(text: str) -> str:
    """Without case and diacritics: "Åse" and "ase" are the same, Ø is o and Æ is ae."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: str) -> str:
    """`plain_fold`, and the ways to write a letter without its key made one.

    "Aase", "Åse" and "Ase" are the same, "Moeller" and "Møller" too.
    """
    return _DIGRAPHS.sub(lambda found: found[0][0], plain_fold(text))


def search_text(parts: list[str]) -> str:
    """What a row is searched in: its texts in both foldings, numbers also without their spaces.

    Both, because one alone misses half-typed words: "else" stands in "noelse", not in "nolse".
    """
    joined = "\n".join(parts)
    plain = plain_fold(joined)
    numbers = [part.replace(" ", "") for part in parts if part[:1] in "+0123456789"]
    return "\n".join([plain, fold(joined), *numbers])


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


def one_line(text: str, longest: int = 120) -> str:
    """The text for places with one line: no line breaks, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"
