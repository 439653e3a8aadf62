import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.schemes import (
    Criterion,
    FollowUpKind,
    FollowUpPoint,
    Weight,
    check_scheme,
    in_language,
)
from mentorapp.domain.standard_schemes import standard_schemes
from tests.factories import a_scheme


@pytest.mark.parametrize(
    ("names", "language", "expected"),
    [
        ({"nb": "Fadder", "en": "Buddy"}, "nb", "Fadder"),
        ({"nb": "Fadder", "en": "Buddy"}, "nn", "Fadder"),
        ({"nb": "Fadder", "nn": "Faddar", "en": "Buddy"}, "nn", "Faddar"),
        ({"nb": "Fadder", "en": "Buddy"}, "da", "Buddy"),
        ({"da": "Netværk", "en": ""}, "nb", "Netværk"),
        ({"nb": ""}, "nb", "buddy"),
        ({}, "nb", "buddy"),
    ],
)
def test_a_name_falls_back_to_a_near_language_then_english_then_any_then_the_key(
    names: dict[str, str], language: str, expected: str
) -> None:
    assert a_scheme(key="buddy", names=names).name(language) == expected


def test_a_text_in_no_language_is_the_word_given() -> None:
    assert in_language({}, "nb", "mentor") == "mentor"
    assert in_language({}, "nb") == ""


def test_what_nobody_weighed_does_not_count() -> None:
    scheme = a_scheme(weights={"interests": "must"})

    assert scheme.weight(Criterion.INTERESTS) is Weight.MUST
    assert scheme.weight(Criterion.AGE) is Weight.OFF


@pytest.mark.parametrize("kind", FollowUpKind)
def test_a_follow_up_point_is_read_as_it_is_written(kind: FollowUpKind) -> None:
    point = FollowUpPoint(14, kind)

    assert FollowUpPoint.parse(str(point)) == point


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"names": {"nb": " "}}, "names", Problem.MISSING),
        ({"names": {}}, "names", Problem.MISSING),
        ({"names": {"nb": "a" * 201}}, "names", Problem.TOO_LONG),
        ({"usual_months": 0}, "usual_months", Problem.OUT_OF_RANGE),
        ({"usual_months": 61}, "usual_months", Problem.OUT_OF_RANGE),
        ({"meetings_per_month": -1}, "meetings_per_month", Problem.OUT_OF_RANGE),
        ({"meetings_per_month": 32}, "meetings_per_month", Problem.OUT_OF_RANGE),
        (
            {"follow_up_points": (FollowUpPoint(0, FollowUpKind.CALL),)},
            "follow_up_points",
            Problem.OUT_OF_RANGE,
        ),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_scheme(a_scheme(**changes))

    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_the_five_standard_schemes_are_in_order_and_weigh_every_criterion() -> None:
    schemes = standard_schemes()

    assert [scheme.key for scheme in schemes] == [
        "work_mentor",
        "buddy",
        "language_practice",
        "practice_driving",
        "association_guide",
    ]
    for scheme in schemes:
        check_scheme(scheme)
        assert set(scheme.names) == {"nb", "nn", "da", "en"}
        assert set(scheme.weights) == {criterion.value for criterion in Criterion}
        assert {scheme.weight(criterion) for criterion in Criterion} <= set(Weight)
        assert min(scheme.follow_up_points) == FollowUpPoint(14, FollowUpKind.FIRST_MEETING)
        assert max(scheme.follow_up_points).kind is FollowUpKind.CLOSING
    assert {one.id for one in standard_schemes()}.isdisjoint(one.id for one in schemes)
