import os
import subprocess
import sys
from itertools import count

import numpy as np
import pytest

from mentorapp.matching import solving
from mentorapp.matching.aside import in_child
from mentorapp.matching.assignment import Goal, assign_sparse
from mentorapp.matching.watch import Stopped
from tests.mentorapp.matching.instances import family, office

# Whole programs, so that a child process is started from a main module like any other.
PAIRS_IN_ANOTHER_PROCESS = """
import numpy as np
from mentorapp.matching.assignment import assign_sparse
from tests.mentorapp.matching.instances import family, office
for problem in (office(np.random.default_rng(8), 90, 60, 0.4), family("ties", 60)):
    print(assign_sparse(problem).pairs)
"""


def test_the_scipy_way_in_a_child_process_gives_the_same_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = office(np.random.default_rng(1), 60, 40, 0.5)
    monkeypatch.setattr(solving, "budget", lambda _: 0)
    here = assign_sparse(problem)
    there = assign_sparse(problem, aside=in_child(lambda: False))
    assert there == here
    assert there.method == "scipy sparse"


def test_work_aside_is_done_in_another_process_and_its_errors_come_back() -> None:
    aside = in_child(lambda: False)
    assert aside(os.getpid) != os.getpid()
    assert aside(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        aside(divmod, 1, 0)


def test_a_child_that_dies_is_an_error_and_not_a_wait() -> None:
    with pytest.raises(RuntimeError, match="died"):
        in_child(lambda: False)(os._exit, 3)


def test_cancelling_ends_the_child() -> None:
    asked = count()
    # It would take a minute; the third question says that it was cancelled.
    with pytest.raises(Stopped):
        in_child(lambda: next(asked) > 1)(_count_to, 10**10)


def test_cancelling_does_not_wait_for_a_child_that_is_slow_to_take_what_it_is_given() -> None:
    asked = count()
    much = b"more than a pipe holds" * 1_000_000
    with pytest.raises(Stopped):
        in_child(lambda: next(asked) > 1)(max, _TakesAMinute(), much)


class _TakesAMinute:
    """To be read from a pipe."""

    def __reduce__(self) -> tuple[object, ...]:
        return _count_to, (10**10,)


def _count_to(end: int) -> int:
    return sum(1 for _ in range(end))


@pytest.mark.parametrize("goal", ["most", "best", "fair"])
def test_a_cancelled_run_stops_wherever_it_is(goal: Goal) -> None:
    problem = office(np.random.default_rng(3), 150, 60, 0.5)
    asked = count()
    assign_sparse(problem, goal=goal, cancelled=lambda: next(asked) < 0)
    questions = next(asked)
    assert questions > 20
    for at in {0, 1, questions // 3, questions // 2, questions - 2}:
        before = count()
        with pytest.raises(Stopped):
            assign_sparse(problem, goal=goal, cancelled=lambda: next(before) >= at)  # noqa: B023


def test_progress_only_ever_grows_and_knows_the_end() -> None:
    told: list[tuple[int, int]] = []
    problem = office(np.random.default_rng(4), 300, 100, 0.5)
    assign_sparse(problem, progress=lambda done, of: told.append((done, of)))
    assert told
    assert told == sorted(told)
    assert all(done <= of for done, of in told)


def test_another_process_finds_the_same_pairs() -> None:
    ran = [
        subprocess.run(
            [sys.executable, "-c", PAIRS_IN_ANOTHER_PROCESS],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    problems = office(np.random.default_rng(8), 90, 60, 0.4), family("ties", 60)
    here = "".join(f"{assign_sparse(problem).pairs}\n" for problem in problems)
    assert ran == [here, here]


def test_scipy_is_not_loaded_where_paths_suffice() -> None:
    program = PAIRS_IN_ANOTHER_PROCESS + "\nimport sys\nprint('scipy' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "False"
