"""The yearly report of the example office."""

from datetime import date

from mentorapp.domain.quarters import Year
from mentorapp.operations.yearly import year_pdf, year_values
from mentorapp.storage.database import Transaction
from mentorapp.words import Words


def papers(tx: Transaction, today: date, words: Words) -> dict[str, bytes]:
    """The year before today's."""
    year = Year.of(today).previous()
    return {f"yearly-report-{year}": year_pdf(year_values(tx, year, today), words)}
