from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.newcomers import Education
from mentorapp.domain.people import Gender
from mentorapp.domain.schooling import by_schooling, has_little_schooling


@given(st.lists(st.tuples(st.sampled_from(Gender), st.sampled_from(Education))))
def test_every_combination_is_counted_and_nobody_is_lost(
    people: list[tuple[Gender, Education]],
) -> None:
    counted = by_schooling(people)

    assert sum(counted.values()) == len(people)
    assert len(counted) == len(Gender) * len(Education)
    assert all(counted[one] == people.count(one) for one in people)


def test_unknown_schooling_is_not_little() -> None:
    assert [level for level in Education if has_little_schooling(level)] == [
        Education.NONE,
        Education.PRIMARY,
    ]
