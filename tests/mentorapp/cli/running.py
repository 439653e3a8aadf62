"""Running ``mentorctl`` in this process or in one of its own, and what came of it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mentorapp.cli.__main__ import all_commands, main
from tests.factories import TODAY

#: Made once: it takes longer than most of the commands, and ten thousand objects to be freed.
_commands = cache(all_commands)


@dataclass(frozen=True, slots=True)
class Ran:
    """Exit code and what was said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, of a run with ``--json``."""
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The answer line by line, of a run that went well."""
        assert self.code == 0, self.err
        assert self.err == ""
        return self.out.splitlines()

    def refused(self, *words: str, code: int = 3) -> str:
        """The refusal: one line that holds all these words, and no answer beside it."""
        assert (self.code, self.out) == (code, ""), self
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        missing = [word for word in words if word not in self.err]
        assert not missing, self.err
        return self.err.strip()


@dataclass(frozen=True, slots=True)
class Mentorctl:
    """``mentorctl`` with an office, a day and English; call it with the rest."""

    office: Path
    today: date = TODAY
    language: str = "en"

    def __call__(self, *words: object) -> Ran:
        return run(*self._with_options(*words))

    def apart(
        self,
        *words: object,
        before: Callable[[], None] | None = None,
        encoding: str = "utf-8",
    ) -> Ran:
        """The same in a process of its own, in which ``before`` is called first."""
        done = subprocess.run(
            [sys.executable, "-m", "mentorapp.cli", *map(str, self._with_options(*words))],
            capture_output=True,
            encoding=encoding,
            env=os.environ | {"PYTHONIOENCODING": encoding},
            check=False,
            timeout=60,
            preexec_fn=before,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def _with_options(self, *words: object) -> list[object]:
        return [
            *("--office", self.office, "--today", self.today, "--language", self.language),
            *words,
        ]


def run(*words: object) -> Ran:
    """``mentorctl`` with these words."""
    out, err = StringIO(), StringIO()
    # A help is given in its language by changing the texts: that one is its own.
    commands = all_commands if "--help" in words else _commands
    # What is set for a whole process is left as it is: tests that came later kept their windows.
    here = patch.multiple(
        "mentorapp.cli.__main__", all_commands=commands, collect_seldom=lambda: None
    )
    with here, redirect_stdout(out), redirect_stderr(err):
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
    return Ran(code, out.getvalue(), err.getvalue())
