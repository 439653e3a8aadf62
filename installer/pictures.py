"""Pictures of the window for the README, the documentation and the user guide.

``python -m installer.pictures OFFICE FOLDER [--language nb] [--look dark] [--scale 2]`` opens a
copy of the office without a screen, shows one thing after the other and writes each as PNG. The
office given is never written to. ``--only`` names what is wanted, else everything is shown.
"""

import argparse
import json
import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import QSettings

from installer.few_colours import write_small
from installer.showing import Showing
from mentorapp.words import LANGUAGES
from ui.__main__ import build
from ui.appearance import Look
from ui.settings_store import Preferences

SIZE = "1280x760"


def main(arguments: list[str]) -> int:
    """Write the pictures; says where each lies."""
    chosen = _parser().parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        _use_screen(Path(scratch) / "screen.json", chosen.scale)
        office = Path(scratch) / chosen.office.name
        copyfile(chosen.office, office)
        preferences = Preferences(
            QSettings(str(Path(scratch) / "settings.ini"), QSettings.Format.IniFormat)
        )
        preferences.look = chosen.look
        _application, program = build(
            ["--office", str(office), "--language", chosen.language],
            preferences,
            lambda: chosen.today,
        )
        showing = Showing(program, chosen.size)
        for name, shown in showing.each(chosen.only or showing.names):
            file = chosen.folder / f"{name}{chosen.suffix}.png"
            write_small(shown.grab().toImage(), file)
            print(file)
        program.close_office()
    return 0


def _use_screen(file: Path, scale: float) -> None:
    """A screen that nobody sees, large enough for every dialog; read when Qt begins."""
    width, height = round(1920 * scale), round(1080 * scale)
    screen = {"name": "", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    file.write_text(json.dumps({"screens": [{**screen, **dots}]}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["QT_SCALE_FACTOR"] = str(scale)


def _size(text: str) -> tuple[int, int]:
    across, _by, down = text.partition("x")
    return int(across), int(down)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Write pictures of the window.")
    parser.add_argument("office", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="nb")
    parser.add_argument("--look", choices=list(Look), default=Look.LIGHT)
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--size", type=_size, default=_size(SIZE), help="WIDTHxHEIGHT, unscaled")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="what to show, such as today")
    parser.add_argument(
        "--suffix", default="", help="stands in the file's name after what it shows"
    )
    parser.add_argument(
        "--today", type=date.fromisoformat, default=datetime.now().astimezone().date()
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
