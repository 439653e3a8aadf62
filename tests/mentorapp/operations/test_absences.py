from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.absences import Absence, StandIn
from mentorapp.domain.contact_points import ContactRole
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.pairings import Pairing
from mentorapp.operations import Database, Transaction, absences, contact_points, letters, pairings
from tests.factories import TODAY
from tests.mentorapp.operations.registering import end_early, pair

DAY = timedelta(days=1)
MONA, JON = "Mona Elvestrand", "Jon Stensund"


def away(
    tx: Transaction,
    first: int = 0,
    last: int | None = 7,
    coordinator: str = MONA,
    stand_in: str = JON,
) -> Absence:
    """From so many days after today to so many days after."""
    return absences.save(
        tx,
        Absence(
            coordinator=coordinator,
            stand_in=stand_in,
            from_date=TODAY + first * DAY,
            to_date=None if last is None else TODAY + last * DAY,
        ),
    )


def answers(tx: Transaction, one: Pairing) -> tuple[StandIn | None, StandIn | None]:
    """In the row of the pairing, and where it is asked for alone."""
    row = pairings.row(tx, one.id, TODAY)
    alone = absences.answering(tx, one.id, TODAY)
    assert alone.coordinator == row.coordinator == MONA
    return row.away, alone.away


def test_a_running_pair_says_who_answers_while_its_coordinator_is_away(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        assert answers(tx, made) == (None, None)
        away(tx)
        assert answers(tx, made) == (StandIn(JON, TODAY + 7 * DAY),) * 2
        pairings.hand_over(tx, made.id, MONA, TODAY, stand_in="Åse Brekke")
        assert answers(tx, made) == (StandIn("Åse Brekke", TODAY + 7 * DAY),) * 2
        end_early(tx, made.id, TODAY, TODAY)
        assert pairings.row(tx, made.id, TODAY).away is None
    assert absences.answering(tx, None, TODAY) == absences.Answering()


def test_names_are_tidied_and_two_absences_of_one_coordinator_do_not_meet(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        first = away(tx, stand_in=f"  {JON} ")
        assert first.stand_in == JON
        with pytest.raises(InvalidField) as refused:
            away(tx, 7, None)
        assert (refused.value.field, refused.value.problem) == ("from_date", Problem.OVERLAPS)
        later = away(tx, 8, None)
        away(tx, 0, None, coordinator="Åse Brekke")
        assert absences.all_absences(tx)[0] == later
        with pytest.raises(InvalidField):
            away(tx, 20, 30)


def test_whoever_is_back_was_away_until_yesterday_or_not_at_all(database: Database) -> None:
    with database.write("mona") as tx:
        begun = away(tx, -3)
        assert absences.end(tx, begun.id, TODAY).to_date == TODAY - DAY
        today = away(tx)
        absences.end(tx, today.id, TODAY)
        assert [one.id for one in absences.all_absences(tx)] == [begun.id]
        absences.remove(tx, begun.id)
        assert absences.all_absences(tx) == []


def test_the_contact_card_has_the_stand_in_as_long_as_the_absence_lasts(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        away(tx)
        person = pairings.row(tx, made.id, TODAY).newcomer_person_id

        def stand_in(after: int) -> str:
            rows = contact_points.of_person(tx, person, TODAY + after * DAY)
            (row,) = (one for one in rows if one.contact.role is ContactRole.COORDINATOR)
            return row.contact.stand_in

        assert [stand_in(after) for after in (0, 7, 8)] == [JON, JON, ""]


@pytest.mark.parametrize("last", [7, None])
def test_a_letter_says_who_answers_meanwhile(database: Database, last: int | None) -> None:
    with database.write("mona") as tx:
        made = pair(tx)

        def printed() -> str:
            pdf = letters.render(tx, letters.for_pairing(tx, made.id), TODAY).pdf
            pages = PdfReader(BytesIO(pdf)).pages
            return " ".join("\n".join(page.extract_text() for page in pages).split())

        assert JON not in printed()
        away(tx, 0, last)
        said = printed()
    assert f"til og med 30. november 2026 svarer {JON}" in said if last else JON in said
    assert MONA in said
