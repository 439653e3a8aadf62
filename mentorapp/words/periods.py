"""How a period is called, at length and in the heads of tables and charts."""

from mentorapp.domain.quarters import HalfYear, Period, Quarter, Span, Tertial, Year
from mentorapp.words import N_, Words

_LONG = {
    Quarter: (
        N_("1st quarter of %(year)d"),
        N_("2nd quarter of %(year)d"),
        N_("3rd quarter of %(year)d"),
        N_("4th quarter of %(year)d"),
    ),
    Tertial: (
        N_("1st tertial of %(year)d"),
        N_("2nd tertial of %(year)d"),
        N_("3rd tertial of %(year)d"),
    ),
    HalfYear: (N_("1st half of %(year)d"), N_("2nd half of %(year)d")),
}
_SHORT = {
    Quarter: N_("Q%(number)d %(year)d"),
    Tertial: N_("T%(number)d %(year)d"),
    HalfYear: N_("H%(number)d %(year)d"),
}


def say_period(words: Words, period: Period) -> str:
    """As a title has it: 3rd quarter of 2026, 2026, or from the first day to the last."""
    if isinstance(period, Year):
        return str(period.year)
    if isinstance(period, Span):
        return _days(words, period)
    return words.text(_LONG[type(period)][period.number - 1]) % {"year": period.year}


def short_period(words: Words, period: Period) -> str:
    """As a table's head has it: Q3 2026, or 2026."""
    if isinstance(period, Year):
        return str(period.year)
    if isinstance(period, Span):
        return _days(words, period)
    return _short(words, period, period.year)


def shortest_period(words: Words, period: Period) -> str:
    """As a chart has it: Q3 26, or 2026."""
    if isinstance(period, Year):
        return str(period.year)
    if isinstance(period, Span):
        return f"{period.first:%d.%m.%y}"
    return _short(words, period, period.year % 100)


def _short(words: Words, period: Quarter | Tertial | HalfYear, year: int) -> str:
    return words.text(_SHORT[type(period)]) % {"number": period.number, "year": year}


def _days(words: Words, span: Span) -> str:
    days = {"first": words.date(span.first), "last": words.date(span.last)}
    return words.text("%(first)s to %(last)s") % days
