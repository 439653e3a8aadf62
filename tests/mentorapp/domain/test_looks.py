from datetime import UTC, datetime, timedelta
from uuid import UUID

from mentorapp.domain.audit import Did
from mentorapp.domain.looks import Look, Noted

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
ANNE, ALI = UUID(int=1), UUID(int=2)


def seen(*people: UUID) -> Look:
    return Look(Did.SEEN, "people.read", people)


def fresh(noted: Noted, *looks: Look, actor: str = "Ingrid", after: float = 0) -> list[Look]:
    """The looks that are to be noted so many minutes after nine, which are noted then."""
    now = NINE + timedelta(minutes=after)
    found = noted.fresh(looks, actor, now)
    noted.note(found, actor, now)
    return found


def test_a_file_that_reads_itself_anew_is_one_look_for_a_quarter_of_an_hour() -> None:
    noted = Noted()

    assert fresh(noted, seen(ANNE)) == [seen(ANNE)]
    assert fresh(noted, seen(ANNE), after=14.9) == []
    assert fresh(noted, seen(ANNE), after=15) == [seen(ANNE)]


def test_each_person_each_actor_and_each_way_of_looking_is_a_look_of_its_own() -> None:
    noted = Noted()
    fresh(noted, seen(ANNE))

    assert fresh(noted, seen(ANNE, ALI)) == [seen(ALI)]
    assert fresh(noted, seen(ANNE), actor="Ola") == [seen(ANNE)]
    listed = Look(Did.LISTED, "lists.mentor_rows", (ANNE,))
    assert fresh(noted, listed) == [listed]
    assert fresh(noted, listed, after=60 * 11) == []
    assert fresh(noted, listed, after=60 * 12) == [listed]


def test_the_same_person_shown_twice_in_one_answer_is_noted_once() -> None:
    assert fresh(Noted(), seen(ANNE, ANNE), seen(ANNE, ALI)) == [seen(ANNE), seen(ALI)]


def test_what_could_not_be_written_is_still_to_be_noted() -> None:
    noted = Noted()

    assert noted.fresh([seen(ANNE)], "Ingrid", NINE) == [seen(ANNE)]
    assert noted.fresh([seen(ANNE)], "Ingrid", NINE) == [seen(ANNE)]


def test_a_clock_that_was_set_back_lets_nothing_go_unnoted() -> None:
    noted = Noted()
    fresh(noted, seen(ANNE))

    assert fresh(noted, seen(ANNE), after=-120) == [seen(ANNE)]
