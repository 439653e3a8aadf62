"""The reports of the example office on the last year and the last quarter that have ended."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from mentorapp.domain.quarters import Quarter, Year
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import pairings
from mentorapp.operations.contributions import contributions
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage.database import Transaction
from mentorapp.words import Words


def papers(tx: Transaction, today: date, words: Words) -> Mapping[str, bytes]:
    """For the committee, for the organisation that gave most, on who waits, for a volunteer, and
    the coordinator's worklist by organisation.
    """
    year, quarter = Year.of(today).previous(), Quarter.of(today).previous()
    made = {
        f"yearly-report-{year}": Wish(kind=ReportKind.YEAR, period=year),
        f"waiting-times-{quarter}": Wish(kind=ReportKind.WAITING, period=quarter),
        "follow-up-by-organisation": Wish(
            kind=ReportKind.FOLLOW_UP, period=quarter, by_organisation=True
        ),
    }
    given = contributions(tx, quarter.first, quarter.last)
    if given:
        made[f"organisation-report-{quarter}"] = Wish(
            kind=ReportKind.ORGANISATION, period=quarter, about=UUID(given[0][0])
        )
    rows = pairings.rows(tx, today)
    if rows:
        most = max(rows, key=lambda row: (row.minutes, row.number))
        made["statement-of-hours"] = Wish(
            kind=ReportKind.HOURS, period=Year.of(today), about=most.mentor_person_id
        )
    return {name: gather(tx, wish, today).make(words) for name, wish in made.items()}
