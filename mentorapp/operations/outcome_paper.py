"""The page of outcomes over years: gather the values, make the page."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.days_to import YearOfWaits
from mentorapp.domain.in_work import Reading
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import series
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_facts import OutcomeFacts, gather
from mentorapp.operations.outcome_figures import days
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

if TYPE_CHECKING:
    from mentorapp.reports.outcomes import OutcomeValues


@counts_all
def outcome_values(
    tx: Transaction, today: date, words: Words, scheme_id: UUID | None = None
) -> "OutcomeValues":
    """What the page tells of one scheme or of all."""
    facts = gather(tx, today)
    waits = days(tx, facts) if scheme_id is None else None
    return gathered_values(tx, facts, waits, words, scheme_id)


@counts_all
def gathered_values(
    tx: Transaction,
    facts: OutcomeFacts,
    waits: tuple[YearOfWaits, ...] | None,
    words: Words,
    scheme_id: UUID | None = None,
) -> "OutcomeValues":
    """The same from what has been gathered."""
    from mentorapp.reports.outcomes import OutcomeValues

    scheme = records.get(tx, Scheme, scheme_id) if scheme_id is not None else None
    return OutcomeValues(
        office=facts.office,
        scheme=scheme.name(words.language) if scheme is not None else "",
        working=facts.table(Reading.WORK, scheme_id),
        working_or_studying=facts.table(Reading.WORK_OR_EDUCATION, scheme_id),
        kept=facts.kept(Reading.WORK, scheme_id),
        withdrawn=facts.withdrawn,
        series=tuple(series.all_series(tx)),
        waits=waits[-1] if waits is not None else None,
    )


def outcome_pdf(values: "OutcomeValues", words: Words, today: date) -> bytes:
    """The page as PDF; touches no database."""
    from mentorapp.reports.outcomes import outcome_page

    return outcome_page(values, words, today)


@counts_all
def outcome_report(
    tx: Transaction, today: date, words: Words, scheme_id: UUID | None = None
) -> bytes:
    """Gather and make in one go, for the command line."""
    return outcome_pdf(outcome_values(tx, today, words, scheme_id), words, today)
