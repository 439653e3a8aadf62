"""Reports that were handed on, kept in a real office file."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.accounts import Role, Who
from mentorapp.domain.errors import NotFound
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Quarter, Year
from mentorapp.domain.report_kinds import KEPT, ReportKind
from mentorapp.operations import Database, Transaction, meetings, printed_reports
from mentorapp.operations.report_frame import Report
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage import records
from mentorapp.words import Words
from tests.factories import TODAY, a_meeting, an_organisation
from tests.mentorapp.operations.registering import buddy, newcomer_id, pair, protect

Q4 = Quarter(2026, 4)
BEGUN = date(2026, 10, 5)
ENGLISH = Words("en")


def report(tx: Transaction, kind: ReportKind = ReportKind.PERIOD) -> Report:
    return gather(tx, Wish(kind=kind, period=Q4), TODAY)


def keep(tx: Transaction, made: Report) -> bytes:
    pdf = made.make(ENGLISH)
    assert printed_reports.keep(tx, made.told, "en", pdf) is not None
    return pdf


def log(tx: Transaction, pairing: object, days: int) -> None:
    held = BEGUN + timedelta(days=days)
    meetings.log(tx, a_meeting(pairing_id=pairing, held_on=held), TODAY)


def test_a_report_is_printed_again_with_the_very_same_bytes(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        first = keep(tx, report(tx))
    with database.write("jon") as tx:
        log(tx, made.id, 3)
        keep(tx, report(tx))
    with database.read() as tx:
        newer, older = printed_reports.rows(tx)
        assert (older.printed.printed_by, newer.printed.printed_by) == ("mona", "jon")
        assert printed_reports.again(tx, older.printed.id) == first
        assert printed_reports.again(tx, newer.printed.id) != first


def test_the_next_print_tells_what_has_come_since(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        keep(tx, report(tx))
        for days in (3, 9):
            log(tx, made.id, days)
        later = report(tx)
    assert later.since is not None
    assert later.since.state == {"meetings": 2}
    said = " ".join(later.differences(ENGLISH))
    assert "+2 meetings logged" in said
    assert "Since this report was printed on" in said


def test_figures_that_changed_are_told_with_what_they_were(database: Database) -> None:
    with database.write("mona") as tx:
        for name in "ABCDE":
            newcomer_id(tx, name=f"{name} {name}", registered_on=TODAY - timedelta(days=40))
        keep(tx, report(tx, ReportKind.WAITING))
        newcomer_id(tx, name="F F", registered_on=TODAY - timedelta(days=40))
        later = report(tx, ReportKind.WAITING)
        pdf = later.make(ENGLISH)
    assert "All who wait: All, Waiting: 5, now 6." in later.differences(ENGLISH)
    pages = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "5, now 6" in " ".join(pages.split())


def test_a_second_copy_of_the_same_page_is_the_same_page_and_kept_once(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        keep(tx, report(tx))
        log(tx, made.id, 3)
        changed = keep(tx, report(tx))
        copy = keep(tx, report(tx))
    assert copy == changed
    with database.read() as tx:
        assert len(printed_reports.rows(tx)) == 2


def test_nothing_is_told_of_a_report_that_nothing_has_changed_of(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=BEGUN)
        keep(tx, report(tx))
        again = report(tx)
    assert again.since is None
    assert again.differences(ENGLISH) == ()


def test_reports_of_other_periods_are_not_compared(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        keep(tx, report(tx))
        log(tx, made.id, 3)
        year = gather(tx, Wish(kind=ReportKind.PERIOD, period=Quarter(2026, 3)), TODAY)
    assert year.since is None


#: For whom somebody strictly confidential, or somebody of another scheme, is not there.
OF_ONE = frozenset({"work_mentor"})
FOR_FEW = {
    "reader": Who("Rita", frozenset({Role.READER})),
    "coordinator": Who("Kari", frozenset({Role.COORDINATOR})),
    "coordinator of one scheme": Who("Ola", frozenset({Role.COORDINATOR}), schemes=OF_ONE),
}


@pytest.mark.parametrize("role", FOR_FEW)
def test_what_has_come_since_is_the_same_whoever_prints(database: Database, role: str) -> None:
    with database.write("mona") as tx:
        hidden = pair(tx, on=BEGUN)
        log(tx, hidden.id, 3)
        person = records.get(tx, Newcomer, hidden.newcomer_id).person_id
        protect(tx, person, Protection.STRICT)
        firm = records.add(tx, an_organisation())
        about = {ReportKind.EVALUATION: buddy(tx), ReportKind.ORGANISATION: firm.id}
        wishes = [Wish(kind=kind, period=Q4, about=about.get(kind)) for kind in sorted(KEPT)]
        for wish in wishes:
            keep(tx, gather(tx, wish, TODAY))
        wanted = [gather(tx, wish, TODAY) for wish in wishes]
    database.who = FOR_FEW[role]
    with database.read() as tx:
        seen = [gather(tx, wish, TODAY) for wish in wishes]
        assert records.find(tx, Newcomer, id=hidden.newcomer_id) == []
    assert [one.told for one in seen] == [one.told for one in wanted]
    assert [one.since for one in seen] == [one.since for one in wanted]


def test_what_names_people_is_not_kept(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=BEGUN)
        made = gather(tx, Wish(kind=ReportKind.FOLLOW_UP, period=Year(2026)), TODAY)
        assert printed_reports.keep(tx, made.told, "en", made.make(ENGLISH)) is None
        assert printed_reports.rows(tx) == []


def test_what_was_never_printed_cannot_be_printed_again(database: Database) -> None:
    with database.read() as tx, pytest.raises(NotFound):
        printed_reports.find(tx, "abc123")
