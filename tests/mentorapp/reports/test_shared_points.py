import pytest

from mentorapp.domain.languages import Spoken
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.reports.shared_points import shared_points, spoken
from mentorapp.words import Words

ENGLISH = Words("en")


def said(*reasons: Reason, protected: bool = False) -> tuple[str, ...]:
    return shared_points(reasons, ENGLISH, protected=protected)


def test_shared_points_are_said_to_the_two() -> None:
    assert said(
        Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "football")),
        Reason(ReasonKind.COMMON_LANGUAGE, ("ar:native",)),
        Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening", "saturday-morning")),
        Reason(ReasonKind.SIMILAR_AGE),
    ) == (
        "You both like fishing and football.",
        "You can speak Arabic together.",
        "You are both free Tuesday evening and Saturday morning.",
        "You are about the same age.",
    )


@pytest.mark.parametrize(
    "kind",
    [
        ReasonKind.DISTANCE,
        ReasonKind.SAME_PLACE,
        ReasonKind.FAR_APART,
        ReasonKind.WAITED,
        ReasonKind.NO_COMMON_TIME,
        ReasonKind.NO_SHARED_INTEREST,
    ],
)
def test_what_is_for_the_office_alone_is_left_out(kind: ReasonKind) -> None:
    assert said(Reason(kind, amount=4)) == ()


def test_the_children_of_a_protected_person_are_left_out() -> None:
    children = Reason(ReasonKind.BOTH_WITH_CHILDREN, ("primary",))
    assert said(children) == ("You both have children.",)
    assert said(children, protected=True) == ()


def test_a_code_that_has_left_the_lists_is_printed_as_it_is() -> None:
    assert said(
        Reason(ReasonKind.SHARED_INTERESTS, ("quoits",)),
        Reason(ReasonKind.SAME_OCCUPATION, ("cooper",)),
        Reason(ReasonKind.COMMON_LANGUAGE, ("xx:B1",)),
    ) == (
        "You both like quoits.",
        "You know the same field of work: cooper.",
        "You can speak xx together.",
    )


def test_languages_stand_with_the_best_known_first() -> None:
    known = [Spoken.parse(code) for code in ("no:B1", "ti:native", "en:A2")]
    assert spoken(known, ENGLISH) == "Tigrinya (mother tongue), Norwegian (B1) and English (A2)"
    assert spoken([], ENGLISH) == ""
