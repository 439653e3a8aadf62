"""How a period is called on paper."""

from mentorapp.domain.quarters import Period, Quarter
from mentorapp.words import Words


def say_period(period: Period, words: Words) -> str:
    """As a title has it: 3rd quarter of 2026, or 2026."""
    if not isinstance(period, Quarter):
        return str(period.year)
    names = {
        1: words.text("1st quarter of %(year)d"),
        2: words.text("2nd quarter of %(year)d"),
        3: words.text("3rd quarter of %(year)d"),
        4: words.text("4th quarter of %(year)d"),
    }
    return names[period.number] % {"year": period.year}


def short_period(period: Period, words: Words) -> str:
    """As a table's head has it: Q3 2026, or 2026."""
    if not isinstance(period, Quarter):
        return str(period.year)
    return words.text("Q%(number)d %(year)d") % {"number": period.number, "year": period.year}


def shortest_period(period: Period, words: Words) -> str:
    """As a chart has it: Q3 26, or 2026."""
    if not isinstance(period, Quarter):
        return str(period.year)
    return words.text("Q%(number)d %(year)d") % {
        "number": period.number,
        "year": period.year % 100,
    }
