"""``mentorapp``: reads the command line, builds the application, opens the office, runs.

Building and running are two functions, so that tests build without running.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

import mentorapp
from mentorapp import dumps
from mentorapp.words import LANGUAGES, Words
from ui.application import build_application
from ui.curtain import lower_curtain
from ui.garbage import look_seldom
from ui.settings_store import Preferences, user_preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.program import Program

# Whoever reads a neighbouring language gets that one rather than English.
_NEIGHBOURS = {"no": "nb", "sv": "nb", "fo": "da", "kl": "da"}


def build(
    arguments: Sequence[str], preferences: Preferences, today: Callable[[], date]
) -> "tuple[QApplication, Program]":
    """The application with its first window: the office, why it cannot be opened, or, where none is
    known, what asks for one.

    Raises SystemExit with 2 for a command line that makes no sense, as argparse does.
    """
    chosen = _parser().parse_args(arguments)
    words = Words(chosen.language or preferences.language or _language_of_system())
    application = build_application(sys.argv[:1], words, preferences)
    curtain = lower_curtain(application, words, preferences.geometry)

    from mentorapp.operations import offices  # behind the curtain: with all of the database
    from ui.program import Program

    program = Program(application, words, preferences, today)
    if chosen.office is not None and not chosen.office.exists():
        program.begin(chosen.office)
    elif chosen.office is not None:
        program.start(chosen.office)
    elif preferences.office_file is not None:
        # One that is gone may lie on a stick that is not in: an empty one must not take its place.
        program.start(preferences.office_file)
    elif offices.default_path().exists():
        program.start(offices.default_path())
    else:
        program.begin()
    curtain.close()
    curtain.deleteLater()
    return application, program


def main() -> int:
    """Build, catch what nobody catches, and run until the last window is closed."""
    if getattr(sys, "frozen", False):
        # A child process of a frozen program, such as one that solves, starts here too.
        from multiprocessing import freeze_support  # 34 ms that no other start needs

        freeze_support()
    # The imports make a million objects that stay. `ui.garbage` collects later, on this thread.
    gc.disable()
    dumps.leave_none()
    application, program = build(sys.argv[1:], user_preferences(), _today)

    from ui.crash import CrashReporter, log_file, log_to

    look_seldom()
    log_to(log_file())
    reporter = CrashReporter(program.words, mentorapp.__version__, lambda: program.window)
    reporter.install(program.failed)
    return application.exec()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mentorapp", description="Register, pair and follow up mentors and newcomers."
    )
    parser.add_argument(
        "--office", type=Path, metavar="FILE", help="open this office; made when it is not there"
    )
    parser.add_argument("--language", choices=LANGUAGES, help="language of the window")
    parser.add_argument("--version", action="version", version=f"mentorapp {mentorapp.__version__}")
    return parser


def _language_of_system() -> str:
    """That of the computer if the program speaks it, else the nearest."""
    language = QLocale.system().name()[:2]
    language = _NEIGHBOURS.get(language, language)
    return language if language in LANGUAGES else "en"


def _today() -> date:
    return datetime.now().astimezone().date()


if __name__ == "__main__":
    sys.exit(main())
