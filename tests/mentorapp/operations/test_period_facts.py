"""What the figures of a period are read from, in a real office file."""

from datetime import UTC, date, datetime, timedelta

from mentorapp.domain.breakdowns import Dimension, amounts
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.proposals import DecidedBy, ProposalStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.questionnaires import Item, Moment, Questionnaire
from mentorapp.domain.statistics import PeriodFigures, Share, period_figures
from mentorapp.operations import Database, Transaction, households, period_facts, questionnaires
from mentorapp.storage import records
from mentorapp.words import Words
from tests.factories import TODAY, a_household, a_proposal
from tests.mentorapp.operations.lettering import sent
from tests.mentorapp.operations.registering import buddy, newcomer, pair, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BEGUN = TODAY - timedelta(days=40)


def figures(tx: Transaction) -> PeriodFigures:
    return period_figures(period_facts.gather(tx), Quarter.of(TODAY), TODAY)


def test_fit_comes_from_questionnaires_and_thanks_from_letters(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        made = pair(tx, on=BEGUN)
        mentor = records.get(tx, Mentor, made.mentor_id).person_id
        newcomer_ = records.get(tx, Newcomer, made.newcomer_id).person_id
        assert (figures(tx).fit, figures(tx).mentors_thanked) == (Share(0, 0), None)
        for person, answer in ((mentor, 1), (newcomer_, 3)):
            page = Questionnaire(
                pairing_id=made.id,
                person_id=person,
                moment=Moment.START,
                answered_on=TODAY,
                answers={Item.FIT: answer},
            )
            questionnaires.save(tx, page, TODAY, Words("en"))
        sent(tx, LetterKind.THANKS, pairing_id=made.id, person_id=mentor)
        counted = figures(tx)
    assert (counted.fit, counted.fit_unknown) == (Share(1, 2), 0)
    assert counted.mentors_thanked == 1
    assert counted.mentors_free == 0


def test_who_declined_comes_from_the_proposals(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN)
        declined = a_proposal(
            scheme_id=buddy(tx),
            mentor_id=made.mentor_id,
            newcomer_id=made.newcomer_id,
            status=ProposalStatus.DECLINED,
            decided_on=TODAY,
            decided_by=DecidedBy.NEWCOMER,
            decision_reason="She has no time",
        )
        records.add(tx, declined)
        assert figures(tx).refused_by == {"newcomer": 1}


def test_whoever_lives_with_somebody_protected_is_counted_in_no_municipality(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        home = households.save(tx, a_household())
        register(tx, newcomer("Sahra Guled", household_id=home.id, postal_code="8006"))
        assert by_town(tx) == {"NO1804": 1}
        register(
            tx,
            newcomer(
                "Ali Guled", household_id=home.id, protection=Protection.CONFIDENTIAL, phone="",
                email="", address="", postal_code="",
            ),
        )  # fmt: skip
        assert by_town(tx) == {"": 2}


def by_town(tx: Transaction) -> dict[str, int]:
    found = amounts(
        period_facts.gather(tx), "newcomers_waiting", None, TODAY, "", Dimension.MUNICIPALITY
    )
    return {town: amount.count for town, amount in found.items()}


def test_ages_are_those_reached_in_the_year(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer(birth_year=TODAY.year - 25))
        register(tx, newcomer(birth_year=None))
        facts = period_facts.gather(tx)
    found = {
        year: set(amounts(facts, "newcomers_waiting", None, date(year, 12, 31), "", f"age@{year}"))
        for year in (TODAY.year, TODAY.year + 1)
    }
    assert found == {TODAY.year: {"18_25", ""}, TODAY.year + 1: {"26_35", ""}}
