"""All pictures of one purpose, from an example office that is made for them.

``python -m installer.picture_sets guide`` writes those of the user guide below ``resources/guide``,
``… docs`` those of ``docs/pictures``: four languages, light and dark, on a screen as most have it
and on one scaled to 200 %.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mentorapp.operations import example_office, offices
from mentorapp.words import LANGUAGES
from ui.guide.texts import FOLDERS, PICTURES

#: Monday, and what the tests call today.
_TODAY = date(2026, 11, 23)
ROOT = Path(__file__).parent.parent
_SCALED = ("today", "pairing")
_PLAIN = (*_SCALED, "newcomers", "pairing-file", "person-file")
#: What the README shows, and under which name.
_README = {
    "today": "today",
    "newcomers": "newcomers",
    "pairing": "pairing",
    "placements": "placements",
    "outcomes": "outcomes",
}


@dataclass(frozen=True, slots=True)
class Job:
    """One start of ``installer.pictures``: a language, a look and a scale belong to a process."""

    folder: Path
    language: str
    only: tuple[str, ...]
    look: str = "light"
    scale: int = 1
    size: str = "1280x760"
    suffix: str = ""

    def command(self, office: Path) -> list[str]:
        """What to run, with this office."""
        program = [sys.executable, "-m", "installer.pictures", str(office), str(self.folder)]
        how = ["--language", self.language, "--look", self.look, "--scale", str(self.scale)]
        what = ["--size", self.size, f"--suffix={self.suffix}", "--only", *self.only]
        return [*program, *how, "--today", f"{_TODAY}", *what]


def guide() -> Iterator[Job]:
    """Small windows, so that their words can be read in the guide's page."""
    for language in sorted(set(FOLDERS.values()) | {"en"}):
        folder = ROOT / "resources" / "guide" / language
        yield Job(folder, language, PICTURES, size="1024x680")


def docs() -> Iterator[Job]:
    """Every language in every look, and the same on a large screen with few, large points."""
    folder = ROOT / "docs" / "pictures"
    for language in LANGUAGES:
        for look in ("light", "dark"):
            yield Job(folder, language, _PLAIN, look, suffix=f"-{language}-{look}")
            scaled = f"-{language}-{look}-200"
            yield Job(folder, language, _SCALED, look, 2, "960x540", scaled)
    yield Job(folder, "nb", _PLAIN, "contrast", suffix="-nb-contrast")
    yield Job(folder, "nb", tuple(_README))
    yield Job(folder, "en", ("pairing",), suffix="_en")


def main(purpose: str) -> int:
    """Write the pictures, two programs at a time; says what is there in the end."""
    jobs = list({"guide": guide, "docs": docs}[purpose]())
    with tempfile.TemporaryDirectory() as scratch:
        office = Path(scratch) / "office.db"
        database = offices.open_office(office)
        example_office.build(database, _TODAY)
        with database.write("") as tx:
            # As in an office of one's own: without the line over every page.
            offices.save(tx, replace(offices.read(tx), is_example=False))
        database.close()

        def work(job: Job) -> None:
            ran = subprocess.run(
                job.command(office), cwd=ROOT, check=False, capture_output=True, text=True
            )
            if ran.returncode:
                raise SystemExit(ran.stderr)

        with ThreadPoolExecutor(2) as two:
            list(two.map(work, jobs))
    files = [job.folder / f"{name}{job.suffix}.png" for job in jobs for name in job.only]
    print(f"{len(files)} pictures, {sum(file.stat().st_size for file in files) // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
