"""The program is cut off with a form open: nothing that was typed is lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mentorapp.operations import offices, unfinished_forms

ROOT = Path(__file__).parents[3]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_a_process_that_is_killed_leaves_what_was_typed_in_the_office_file(tmp_path: Path) -> None:
    file = tmp_path / "killed.db"
    offices.open_office(file).close()
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.people.typing_until_killed", str(file), "Sahra"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert typing.stdout is not None
    assert typing.stdout.readline().strip() == "kept"
    typing.send_signal(signal.SIGKILL)
    typing.wait()
    typing.stdout.close()
    database = offices.open_office(file)
    with database.read() as tx:
        (form,) = unfinished_forms.all_forms(tx)
    database.close()
    assert (form.form, form.contents) == ("newcomer", {"given_name": "Sahra"})
