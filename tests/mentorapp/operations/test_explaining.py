"""The questions asked of a run of the office itself; the answers are held exact in ``matching``."""

from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from mentorapp.domain.explanations import RemedyKind, WishChange
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, explaining, offices, pairing
from mentorapp.operations.explained_paper import explained_paper
from mentorapp.operations.explaining import Solved
from mentorapp.words import LANGUAGES, Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


@dataclass(frozen=True, slots=True)
class Asked:
    """Two who suit each other in interests, two who do not, one who wants a woman far away."""

    solved: Solved
    fisher: UUID
    knitter: UUID
    fishing: UUID
    knitting: UUID
    alone: UUID
    strict: UUID


@pytest.fixture
def asked(database: Database) -> Asked:
    with database.write("mona") as tx:
        fisher = mentor_id(
            tx, name="Finn Fisker", capacity=1, interests=frozenset({"fishing"}), gender=Gender.MAN
        )
        knitter = mentor_id(
            tx, name="Stine Strikker", capacity=1, interests=frozenset({"knitting"})
        )
        fishing = newcomer_id(tx, name="Omar Fiske", interests=frozenset({"fishing"}))
        knitting = newcomer_id(tx, name="Amina Strikke", interests=frozenset({"knitting"}))
        alone = newcomer_id(
            tx, name="Alia Alene", wish_gender=Gender.WOMAN, postal_code="0150",
            max_distance_km=10, registered_on=TODAY,
        )  # fmt: skip
        strict = newcomer_id(tx, name="Sanna Streng", protection=Protection.STRICT, postal_code="")
        gathered = pairing.gather(tx, buddy(tx), TODAY)
    solved = Solved(gathered, pairing.solve(gathered))
    return Asked(solved, fisher, knitter, fishing, knitting, alone, strict)


def test_the_set_can_be_asked_and_follows_what_is_decided(asked: Asked) -> None:
    solved = asked.solved
    assert solved.pairs == {asked.fishing: asked.fisher, asked.knitting: asked.knitter}
    assert solved.names[asked.fisher] == "Finn Fisker"
    why = explaining.why_not(solved, asked.fishing, asked.knitter)
    assert why.effect is not None
    tried = explaining.try_lock(solved, asked.fishing, asked.knitter)
    assert tried.moves == why.effect.moves
    assert tried.score_lost > 0
    assert solved.pairs[asked.fishing] == asked.fisher
    assert explaining.apply_lock(solved, asked.fishing, asked.knitter).moves == tried.moves
    assert solved.pairs[asked.fishing] == asked.knitter
    assert explaining.apply_unlock(solved, asked.fishing).score_lost == -tried.score_lost
    explaining.apply_forbid(solved, asked.fishing, asked.fisher)
    assert solved.check(asked.fishing, asked.fisher).obstacles
    assert solved.pairs[asked.fishing] == asked.knitter
    explaining.apply_allow(solved, asked.fishing, asked.fisher)
    assert solved.pairs == {asked.fishing: asked.fisher, asked.knitting: asked.knitter}
    assert explaining.try_forbid(solved, asked.fishing, asked.fisher).score_lost > 0


def test_candidates_come_for_both_sides(asked: Asked) -> None:
    mine = explaining.candidates_for_newcomer(asked.solved, asked.fishing)
    assert [one.role_id for one in mine] == [asked.fisher, asked.knitter]
    theirs = explaining.candidates_for_mentor(asked.solved, asked.knitter)
    assert [one.role_id for one in theirs] == [asked.knitting, asked.fishing, asked.alone]
    assert explaining.candidates_for_newcomer(asked.solved, asked.strict) == ()


def test_who_is_left_over_is_told_with_what_would_help_and_what_it_would_do(asked: Asked) -> None:
    strict, alone = explaining.left_over(asked.solved)
    assert (strict.name, strict.remedies) == ("Sanna Streng", ())
    assert (alone.name, alone.waited_days) == ("Alia Alene", 0)
    assert alone.left_over.stopped == explaining.counted(asked.solved, asked.alone).stopped
    first = alone.remedies[0]
    assert explaining.remedies(asked.solved, asked.alone) == alone.remedies
    assert first.kind is RemedyKind.NEWCOMER_DISTANCE
    assert not first.helps
    effect = explaining.try_remedy(asked.solved, asked.alone, first)
    assert effect is not None
    assert effect.pairs_lost == 0
    wish = explaining.wish_of(first)
    assert explaining.try_wish(asked.solved, asked.alone, wish) == effect
    nothing = explaining.try_wish(asked.solved, asked.alone, WishChange(any_gender=True))
    assert nothing.moves == ()


def test_places_and_people_can_be_imagined_away_or_added(asked: Asked) -> None:
    solved = asked.solved
    assert explaining.try_without(solved, asked.fishing).pairs_lost == 1
    assert explaining.try_without(solved, asked.fisher).pairs_lost == 1
    assert explaining.try_capacity(solved, asked.fisher, 0).pairs_lost == 1
    assert explaining.try_capacity(solved, asked.fisher, 2).pairs_lost == 0


def test_a_run_that_was_cancelled_cannot_be_asked(asked: Asked) -> None:
    gathered = asked.solved.pairing_input
    cancelled = Solved(gathered, pairing.solve(gathered, cancelled=lambda: True))
    with pytest.raises(ValueError, match="cancelled"):
        explaining.left_over(cancelled)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_about_a_newcomer_can_be_printed(
    language: str, asked: Asked, database: Database
) -> None:
    words = Words(language)
    with database.read() as tx:
        office = offices.read(tx)
    for newcomer, named in ((asked.fishing, "Finn Fisker"), (asked.alone, "Alia Alene")):
        pdf = explained_paper(asked.solved, newcomer, office, words, TODAY)
        text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
        assert named in text
        assert "%(" not in text
    strict = explained_paper(asked.solved, asked.strict, office, words, TODAY)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(strict)).pages)
    assert "Finn Fisker" not in text
    assert " km" not in text
