from pathlib import Path

import pytest

from faults import tested
from faults.results import Size
from faults.tested import TESTED, Claim

A_TEST = """
import pytest

def test_many(record_property):
    record_property("runs", 50)

def test_one():
    assert {holds}

@pytest.mark.skip
def test_not_here():
    pass
"""


@pytest.mark.parametrize(("holds", "failures"), [(True, 0), (False, 1)])
def test_runs_and_failures_of_tests_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holds: bool, failures: int
) -> None:
    file = tmp_path / "test_claim.py"
    file.write_text(A_TEST.format(holds=holds), encoding="utf-8")
    monkeypatch.setattr(tested, "TESTED", (Claim("claim", (str(file),)),))

    (result,) = tested.results(tmp_path, Size(1.0))

    assert (result.runs, result.failures) == (51, failures)
    assert result.note == ("test_one" if failures else "")


def test_every_test_that_is_named_is_there() -> None:
    named = {test.partition("::")[0] for one in TESTED for test in one.tests}
    assert {name for name in named if not Path(name).exists()} == set()


def test_the_short_form_leaves_them_to_the_tests(tmp_path: Path) -> None:
    assert all(one.skipped for one in tested.results(tmp_path, Size(0.02)))
