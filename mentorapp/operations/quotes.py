"""Quotations: what a person said, and whether it may be printed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.interviews import Interview, Quote, check_quote
from mentorapp.domain.office_errors import ConsentWithdrawn
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, quoted_pages
from mentorapp.operations.intention import intention
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PrintableQuote:
    """Words that may be printed, without the name of whoever said them."""

    id: UUID
    text: str
    credit: str
    said_on: date
    placement_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quotation with who said it, for the office's own list."""

    quote: Quote
    number: int
    name: str
    protected: bool

    @property
    def may_be_printed(self) -> bool:
        """Consented, not withdrawn, and not from somebody whose address is protected."""
        return self.quote.may_be_printed and not self.protected


@intention
def save(tx: Transaction, quote: Quote, today: date) -> Quote:
    """Note a quotation, or change one. Without ``consent_on`` it is kept and never printed."""
    quote = replace(quote, text=clean(quote.text), credit=clean(quote.credit))
    check_quote(quote, today)
    records.get(tx, Person, quote.person_id)
    free_text.check(tx, quote, quote.person_id)
    if quote.interview_id is not None:
        records.get(tx, Interview, quote.interview_id)
    if quote.placement_id is not None:
        records.get(tx, Placement, quote.placement_id)
    if records.find(tx, Quote, id=quote.id):
        saved = records.amend(tx, quote)
        quoted_pages.forget(tx)
        return saved
    return records.add(tx, quote)


@intention
def consent(tx: Transaction, quote_id: UUID, on: date, today: date) -> Quote:
    """The person agrees to be quoted, also once more after taking it back.

    Raises ConsentWithdrawn for a day before that on which it was taken back.
    """
    stored = records.get(tx, Quote, quote_id)
    if stored.withdrawn_on is not None and on < stored.withdrawn_on:
        raise ConsentWithdrawn(stored.withdrawn_on)
    return save(tx, replace(stored, consent_on=on, withdrawn_on=None), today)


@intention
def withdraw(tx: Transaction, quote_id: UUID, on: date, today: date) -> Quote:
    """The person takes the consent back: from now on it is in no print, and the pages of reports
    that were kept with it are gone for good.
    """
    quote = replace(records.get(tx, Quote, quote_id), withdrawn_on=on)
    check_quote(quote, today)
    withdrawn = records.amend(tx, quote)
    quoted_pages.forget(tx)
    return withdrawn


@intention
def remove(tx: Transaction, quote_id: UUID) -> Quote:
    """Delete it; returns it, for ``restore``."""
    quote = records.get(tx, Quote, quote_id)
    records.remove(tx, quote)
    return quote


@intention
def restore(tx: Transaction, quote: Quote) -> Quote:
    """Undo ``remove``."""
    return records.restore(tx, quote)


def of_person(tx: Transaction, person_id: UUID) -> list[Quote]:
    """What somebody said, newest first."""
    return _newest_first(records.find(tx, Quote, person_id=person_id))


def is_protected(tx: Transaction, person_id: UUID) -> bool:
    """Whether nothing that somebody says may be printed, whatever he agreed to."""
    return person_id in shields.protections(tx)


def of_placement(tx: Transaction, placement_id: UUID) -> list[Quote]:
    """What was said about a placement, newest first."""
    return _newest_first(records.find(tx, Quote, placement_id=placement_id))


def all_rows(tx: Transaction) -> list[QuoteRow]:
    """Every quotation with its person, newest first."""
    people = records.by_id(records.find(tx, Person))
    protected = shields.protections(tx)
    return [
        QuoteRow(quote, person.number, person.name, person.id in protected)
        for quote in _newest_first(records.find(tx, Quote))
        for person in [people[quote.person_id]]
    ]


def for_list(tx: Transaction) -> list[QuoteRow]:
    """As ``all_rows``, without the words of the protected: those stand in the own file alone."""
    return [
        replace(row, quote=replace(row.quote, text="", credit="")) if row.protected else row
        for row in all_rows(tx)
    ]


def printable_quotes(
    tx: Transaction, first: date = date.min, last: date = date.max
) -> tuple[PrintableQuote, ...]:
    """Those said from ``first`` to ``last`` that may be printed, newest first.

    None of a person with address protection, whatever the consent: words about a school or a
    workplace tell where somebody is. Reports take quotations from here alone.
    """
    protected = shields.protections(tx)
    return tuple(
        PrintableQuote(quote.id, quote.text, quote.credit, quote.said_on, quote.placement_id)
        for quote in _newest_first(records.find(tx, Quote))
        if quote.may_be_printed
        and first <= quote.said_on <= last
        and quote.person_id not in protected
    )


def _newest_first(quotes: Iterable[Quote]) -> list[Quote]:
    return sorted(quotes, key=lambda quote: (quote.said_on, quote.id), reverse=True)
