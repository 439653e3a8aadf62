import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.domain.ties import Tie, TieKind, check_tie, told_kind


def test_nobody_is_tied_to_himself() -> None:
    one = new_id()
    with pytest.raises(InvalidField) as refused:
        check_tie(Tie(person_id=one, other_id=one), Protection.NONE)
    assert (refused.value.field, refused.value.problem) == ("other", Problem.SAME_PERSON)


@pytest.mark.parametrize("kind", TieKind)
@pytest.mark.parametrize("protection", Protection)
def test_only_the_landlord_of_a_strictly_confidential_person_is_not_stored(
    kind: TieKind, protection: Protection
) -> None:
    tie = Tie(person_id=new_id(), other_id=new_id(), kind=kind)
    if kind is TieKind.LANDLORD and protection is Protection.STRICT:
        with pytest.raises(InvalidField) as refused:
            check_tie(tie, protection)
        assert (refused.value.field, refused.value.problem) == ("ties", Problem.TELLS_WHERE)
    else:
        check_tie(tie, protection)


def test_the_landlord_of_a_protected_person_is_told_as_another_tie() -> None:
    told = {level: told_kind(TieKind.LANDLORD, level) for level in Protection}
    assert told == {
        Protection.NONE: TieKind.LANDLORD,
        Protection.CONFIDENTIAL: TieKind.OTHER,
        Protection.STRICT: TieKind.OTHER,
    }
    assert told_kind(TieKind.RELATIVE, Protection.STRICT) is TieKind.RELATIVE
