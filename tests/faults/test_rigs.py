"""Every rig runs, and holds on the few things that a test has time for."""

import os
import subprocess
import sys

import pytest

from faults.rigs import RIGS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX systems")


@pytest.mark.slow
@pytest.mark.parametrize("name", RIGS)
def test_every_rig_runs_and_its_claims_hold(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "faults", "--share", "0.002", "--markdown", "--only", name],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sum(line.startswith("|") for line in done.stdout.splitlines()) > 2
