"""Kept pages that quote somebody who may not be quoted any more are gone, in a real office file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from mentorapp.domain.interviews import Quote
from mentorapp.domain.printed_reports import PrintedReport
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Year
from mentorapp.domain.report_errors import QuotedNoMore
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import (
    Database,
    Transaction,
    deleted,
    people,
    printed_reports,
    quotes,
    reprinting,
)
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage import stored_files
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, protect, register

SAID_ON = date(2026, 10, 5)
WORDS = "We laughed about the same things"
ENGLISH = Words("en")
#: Somebody and what he said, who may not be quoted from then on.
Ends = Callable[[Transaction, UUID, Quote], object]


def take_back(tx: Transaction, _person: UUID, said: Quote) -> None:
    quotes.withdraw(tx, said.id, TODAY, TODAY)


def leave_out_the_consent(tx: Transaction, _person: UUID, said: Quote) -> None:
    quotes.save(tx, replace(said, consent_on=None), TODAY)


def hide_away(tx: Transaction, person: UUID, _said: Quote) -> None:
    protect(tx, person, Protection.STRICT)


def quoted(tx: Transaction) -> tuple[UUID, Quote]:
    who = register(tx, newcomer("Sahra Guled"))
    return who, quotes.save(
        tx, Quote(person_id=who, text=WORDS, said_on=SAID_ON, consent_on=SAID_ON), TODAY
    )


def kept(tx: Transaction) -> PrintedReport:
    report = gather(tx, Wish(kind=ReportKind.YEAR, period=Year(2026)), TODAY)
    printed = printed_reports.keep(tx, report.told, "en", report.make(ENGLISH))
    assert printed is not None
    return printed


def text_of(pdf: bytes) -> str:
    pages = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(pages.split())


@pytest.mark.parametrize("ends", [take_back, leave_out_the_consent, hide_away])
def test_the_pages_go_and_the_figures_stay_and_it_is_made_anew_without_the_words(
    database: Database, ends: Ends
) -> None:
    with database.write("mona") as tx:
        who, said = quoted(tx)
        printed = kept(tx)
        assert WORDS in text_of(printed_reports.again(tx, printed.id))
        ends(tx, who, said)

        assert stored_files.read(tx, printed.id) is None
        (row,) = printed_reports.rows(tx)
        assert row.quotes_gone
        assert row.printed.figures == printed.figures
        with pytest.raises(QuotedNoMore):
            printed_reports.again(tx, printed.id)
        anew = reprinting.anew(tx, printed, TODAY).make(ENGLISH)
    assert WORDS not in text_of(anew)


def test_whoever_agrees_once_more_is_quoted_in_new_pages_only(database: Database) -> None:
    with database.write("mona") as tx:
        who, said = quoted(tx)
        printed = kept(tx)
        take_back(tx, who, said)
        quotes.consent(tx, said.id, TODAY, TODAY)
        with pytest.raises(QuotedNoMore):
            printed_reports.again(tx, printed.id)
        assert WORDS in text_of(reprinting.anew(tx, printed, TODAY).make(ENGLISH))


def test_what_can_be_brought_back_is_not_printed_and_its_pages_stay_until_then(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        _who, said = quoted(tx)
        printed = kept(tx)
        quotes.remove(tx, said.id)
        with pytest.raises(QuotedNoMore):
            printed_reports.again(tx, printed.id)
        quotes.restore(tx, said)
        assert WORDS in text_of(printed_reports.again(tx, printed.id))


def test_reports_that_quote_others_keep_their_pages(database: Database) -> None:
    with database.write("mona") as tx:
        who, said = quoted(tx)
        quotes.remove(tx, said.id)
        without = kept(tx)
        take_back(tx, who, quotes.restore(tx, said))
        assert printed_reports.again(tx, without.id)
        (row,) = printed_reports.rows(tx)
        assert not row.quotes_gone


def test_with_a_person_who_is_erased_the_pages_go(database: Database) -> None:
    with database.write("mona") as tx:
        who, said = quoted(tx)
        printed = kept(tx)
    with database.write("mona") as tx:
        quotes.remove(tx, said.id)
        people.delete(tx, who)
    with database.write("mona") as tx:
        deleted.purge_all(tx)
        assert stored_files.read(tx, printed.id) is None
