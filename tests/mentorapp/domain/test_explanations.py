from mentorapp.domain.explanations import CRITERION_OF, Candidate, Effect, percent_of
from mentorapp.domain.proposals import ReasonKind
from mentorapp.domain.records import new_id


def test_a_score_is_told_in_per_cent_of_a_pair_that_fits_in_everything() -> None:
    assert percent_of(7800, 10_000) == 78
    assert percent_of(-260, 10_000) == -3
    assert percent_of(0, 0) == 0


def test_a_candidate_is_told_in_the_same_per_cent_as_a_proposal() -> None:
    one = Candidate(role_id=new_id(), score=7750, full_score=10_000, reasons=(), points={})
    assert one.percent == 78


def test_what_an_effect_loses_is_the_difference_of_before_and_after() -> None:
    effect = Effect(
        pairs_before=5, pairs_after=6, total_before=900, total_after=800, full_score=1000
    )
    assert (effect.pairs_lost, effect.score_lost) == (-1, 100)


def test_every_reason_speaks_of_a_criterion() -> None:
    assert CRITERION_OF.keys() == set(ReasonKind)
