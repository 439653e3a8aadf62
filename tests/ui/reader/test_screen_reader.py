"""The program as a screen reader meets it, through AT-SPI on a screen of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
_SESSION = Path(__file__).parent / "session.py"
_ROOT = Path(__file__).parents[3]
#: The system's own: it has the bindings of libatspi, our environment has not.
_PYTHON = "/usr/bin/python3"


def _there() -> bool:
    """Whether `make test-reader` has installed what it takes."""
    if not all(map(shutil.which, ("Xvfb", "dbus-run-session"))) or not Path(_PYTHON).exists():
        return False
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    return subprocess.run([_PYTHON, "-c", asked], check=False).returncode == 0


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen that nobody sees, by its number."""
    there, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL) as server:
        os.close(told)
        with os.fdopen(there) as line:
            yield f":{line.readline().strip()}"
        server.terminate()


@pytest.mark.skipif(not _there(), reason="needs the libraries that `make test-reader` installs")
def test_a_screen_reader_finds_every_control_named_and_hears_what_was_done(
    screen: str, example: Path, home: Path, tmp_path: Path
) -> None:
    env = {
        **os.environ,
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_RUNTIME_DIR": str(home),
    }
    report = tmp_path / "report.json"
    ours = [sys.executable, str(example), str(report)]
    command = ["dbus-run-session", "--", _PYTHON, str(_SESSION), *ours]
    ran = subprocess.run(
        command, cwd=_ROOT, env=env, check=False, capture_output=True, text=True, timeout=600
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(report.read_text())
    assert len(found["pages"]) > 10
    assert found["wrong"] == []
    assert any("saved" in words.lower() for words in found["heard"]), found["heard"]
