import pytest

from mentorapp.domain.languages import Level, Spoken, common
from tests.factories import spoken


def test_levels_go_from_a1_to_the_mother_tongue() -> None:
    assert [level.rank for level in Level] == [1, 2, 3, 4, 5, 6, 7]
    assert max(Level, key=lambda level: level.rank) is Level.NATIVE


@pytest.mark.parametrize("level", Level)
def test_a_spoken_language_is_read_as_it_is_written(level: Level) -> None:
    assert Spoken.parse(str(Spoken("prs", level))) == Spoken("prs", level)


def test_what_two_have_in_common_is_the_lower_level_of_each_language() -> None:
    one, other = spoken("no:native", "en:B2", "ar:A1"), spoken("no:A2", "en:C1", "uk:native")

    assert common(one, other) == {"no": Level.A2, "en": Level.B2}
    assert common(other, one) == common(one, other)
    assert common(one, ()) == {}
