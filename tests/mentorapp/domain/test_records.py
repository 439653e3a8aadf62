import pickle
from datetime import UTC, datetime
from uuid import UUID, uuid4

from mentorapp.domain.records import ids_of, new_id, new_ids
from tests.factories import a_person


def test_ids_are_of_version_7_and_variant_rfc() -> None:
    for made in (new_id() for _ in range(200)):
        assert made.version == 7
        assert made.variant == "specified in RFC 4122"


def test_an_id_tells_when_it_was_made() -> None:
    before = datetime.now(UTC).timestamp() * 1000
    milliseconds = new_id().int >> 80
    after = datetime.now(UTC).timestamp() * 1000

    assert int(before) <= milliseconds <= after


def test_ids_sort_in_the_order_they_were_made_and_are_never_the_same() -> None:
    made = [new_id() for _ in range(5000)]

    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_a_new_record_has_an_id_the_first_version_and_is_not_deleted() -> None:
    one, other = a_person(), a_person()

    assert one.id != other.id
    assert (one.version, one.deleted_at) == (1, None)


def test_many_ids_at_once_are_like_those_made_one_by_one() -> None:
    before, made, after = new_id(), new_ids(5000), new_id()

    assert len(set(made)) == 5000
    assert [before, *made, after] == sorted([before, *made, after])
    assert {one.version for one in made} == {7}
    assert {one.variant for one in made} == {"specified in RFC 4122"}
    assert new_ids(0) == []


def test_ids_made_of_numbers_are_like_any_others() -> None:
    usual = [UUID(int=0), *(uuid4() for _ in range(50)), UUID(int=2**128 - 1)]
    made = ids_of([one.int for one in usual])

    assert made == usual
    assert [hash(one) for one in made] == [hash(one) for one in usual]
    assert [str(one) for one in made] == [str(one) for one in usual]
    assert {one.is_safe for one in made} == {one.is_safe for one in usual}
    assert pickle.loads(pickle.dumps(made)) == usual
    assert ids_of([]) == []
