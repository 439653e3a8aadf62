from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.taking_part import Had, status_after, takes_part

KEYS = frozenset({"buddy", "driving", "work"})
_SOME = st.frozensets(st.sampled_from(sorted(KEYS)))


def test_whoever_waits_is_open_to_the_schemes_he_named_or_to_all() -> None:
    assert takes_part(NewcomerStatus.WAITING, frozenset(), "buddy")
    assert takes_part(NewcomerStatus.READY, {"buddy"}, "buddy")
    assert not takes_part(NewcomerStatus.READY, {"work"}, "buddy")


def test_whoever_is_paired_is_looked_for_only_where_he_asked_for_it() -> None:
    in_work = Had(running=frozenset({"work"}))
    assert takes_part(NewcomerStatus.PAIRED, {"work", "buddy"}, "buddy", in_work)
    assert not takes_part(NewcomerStatus.PAIRED, frozenset(), "buddy", in_work)
    assert not takes_part(NewcomerStatus.PAIRED, {"work"}, "buddy", in_work)


def test_a_completed_scheme_is_done_while_another_named_one_is_to_come() -> None:
    had_work = Had(completed=frozenset({"work"}))
    assert not takes_part(NewcomerStatus.WAITING, {"work", "buddy"}, "work", had_work)
    assert takes_part(NewcomerStatus.WAITING, {"work", "buddy"}, "buddy", had_work)
    assert takes_part(NewcomerStatus.READY, {"work"}, "work", had_work)
    assert not takes_part(NewcomerStatus.PAIRED, {"work"}, "work", had_work)


def test_the_status_after_an_end_is_what_the_other_schemes_say() -> None:
    def after(named: set[str], had: Had, *, completed: bool = True) -> NewcomerStatus:
        return status_after(named, had, KEYS, completed=completed)

    had_work = Had(completed=frozenset({"work"}))
    beside = Had(running=frozenset({"buddy"}), completed=frozenset({"work"}))
    assert after({"work"}, had_work) is NewcomerStatus.COMPLETED
    assert after({"work", "buddy"}, had_work) is NewcomerStatus.WAITING
    assert after({"work", "retired"}, had_work) is NewcomerStatus.COMPLETED
    assert after({"work", "buddy"}, beside) is NewcomerStatus.PAIRED
    assert after(set(), Had(), completed=False) is NewcomerStatus.WAITING


@given(st.sampled_from(list(NewcomerStatus)), _SOME, _SOME, _SOME)
def test_nobody_is_looked_for_in_a_scheme_he_is_in_or_once_he_has_left(
    status: NewcomerStatus,
    named: frozenset[str],
    running: frozenset[str],
    completed: frozenset[str],
) -> None:
    had = Had(running, completed)
    looked_for = {key for key in KEYS if takes_part(status, named, key, had)}
    assert not looked_for & running
    if status is NewcomerStatus.PAIRED:
        assert looked_for <= named - completed
    elif status not in {NewcomerStatus.READY, NewcomerStatus.WAITING}:
        assert not looked_for
    elif named - running:
        assert looked_for <= named
