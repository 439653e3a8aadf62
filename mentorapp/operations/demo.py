"""The whole job in the example office, with all its papers: what ``mentorctl demo`` shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.domain.imports import ImportKind
from mentorapp.domain.quarters import Quarter
from mentorapp.operations import (
    example_office,
    follow_up,
    follow_up_paper,
    letters,
    offices,
    period_reports,
)
from mentorapp.operations.example_office import COORDINATORS, MUNICIPALITY, Built
from mentorapp.operations.examples import PAPERS
from mentorapp.operations.files import make_folder, write_whole
from mentorapp.operations.imports import Applied
from mentorapp.operations.pairing_papers import pairing_papers
from mentorapp.storage.database import Database
from mentorapp.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What was done and where it lies."""

    folder: Path
    office: Path
    files: Path
    imported: Mapping[ImportKind, Applied]
    earlier: Mapping[ImportKind, Applied]
    proposals: int
    left_over: int
    pairings: int
    letters: int
    letters_file: Path
    follow_up_file: Path
    quarter: Quarter
    quarter_file: Path
    pairing_files: tuple[Path, ...]
    more_files: tuple[Path, ...]
    attention: int

    def as_json(self) -> dict[str, Any]:
        """For ``--json``."""
        return {
            "office": self.office,
            "files": self.files,
            "imported": _counted(self.imported),
            "earlier": _counted(self.earlier),
            "proposals": self.proposals,
            "left_over": self.left_over,
            "pairings": self.pairings,
            "letters": self.letters,
            "letters_file": self.letters_file,
            "follow_up_report": self.follow_up_file,
            "quarter": str(self.quarter),
            "quarter_report": self.quarter_file,
            "pairing_papers": self.pairing_files,
            "more_papers": self.more_files,
            "attention": self.attention,
        }

    def lines(self, words: Words, window: str = "mentorapp") -> list[str]:
        """A few lines: what was done, where it lies, how to open it with the command ``window``."""
        _ = words.text

        def count(kind: ImportKind) -> int:
            return self.imported[kind].new

        return [
            _("The example office “%(name)s” is ready in %(folder)s")
            % {"name": MUNICIPALITY, "folder": self.folder},
            _(
                "  imported   %(organisations)d organisations, %(mentors)d mentors, "
                "%(newcomers)d newcomers from %(files)s"
            )
            % {
                "organisations": count(ImportKind.ORGANISATIONS),
                "mentors": count(ImportKind.MENTORS),
                "newcomers": count(ImportKind.NEWCOMERS),
                "files": self.files,
            },
            _("  history    %(pairings)d earlier and running pairs with %(meetings)d meetings")
            % {
                "pairings": count(ImportKind.PAIRINGS) + self.earlier[ImportKind.PAIRINGS].new,
                "meetings": count(ImportKind.MEETINGS) + self.earlier[ImportKind.MEETINGS].new,
            },
            _(
                "  paired     %(pairings)d new pairs of the best set, %(drafts)d left for you to "
                "decide; %(left_over)d wait on, with the reason"
            )
            % {
                "pairings": self.pairings,
                "drafts": self.proposals - self.pairings,
                "left_over": self.left_over,
            },
            _("  logged     the first meeting of a new pair"),
            _("  letters    %(letters)d in %(file)s")
            % {"letters": self.letters, "file": self.letters_file},
            _("  follow-up  %(attention)d things need attention: %(file)s")
            % {"attention": self.attention, "file": self.follow_up_file},
            _("  quarter    figures for managers, %(quarter)s: %(file)s")
            % {"quarter": self.quarter, "file": self.quarter_file},
            _("  recruit    whom to ask for, and why two are a pair: %(files)s")
            % {"files": words.join([str(file) for file in self.pairing_files])},
            _("  office     %(file)s") % {"file": self.office},
            _("Open it in the window:  %(window)s --office %(file)s")
            % {"window": window, "file": self.office},
        ]


def _counted(applied: Mapping[ImportKind, Applied]) -> dict[str, dict[str, int]]:
    return {
        kind.value: {
            "new": one.new,
            "changed": one.changed,
            "same": one.same,
            "left_out": one.left_out,
        }
        for kind, one in applied.items()
    }


def build(folder: Path, today: date, words: Words) -> Demo:
    """Make the example office in ``folder`` and do the main job in it.

    An example office that lies there already is made anew; raises FolderInUse for any other.
    """
    make_folder(folder)
    office = folder / "office.db"
    if office.exists():
        example_office.throw_away(office)
    database = offices.open_office(office, language=words.language, is_example=True)
    try:
        built = example_office.build(database, today)
        return _print(database, built, folder, today, words)
    finally:
        database.close()


def _print(database: Database, built: Built, folder: Path, today: date, words: Words) -> Demo:
    """The papers, and the lists that the office was made from."""
    files = folder / "files"
    for name, data in {**built.files, **built.given}.items():
        write_whole(files / name, data, make_folder=True)
    with database.read() as tx:
        made = letters.render(tx, letters.due(tx, today), today)
    letters_file = folder / "letters" / made.file_name
    write_whole(letters_file, made.pdf, make_folder=True)
    with database.write(COORDINATORS[0]) as tx:
        letters.record(tx, made)
    quarter = Quarter.of(today).previous()
    with database.read() as tx:
        attention = follow_up.today_list(tx, today)
        follow_up_file = folder / "follow-up-report.pdf"
        write_whole(follow_up_file, follow_up_paper.follow_up_report(tx, today, words))
        quarter_file = folder / f"quarterly-report-{quarter}.pdf"
        managers = period_reports.gather(tx, quarter, today)
        write_whole(quarter_file, period_reports.pdf(managers, words, today), make_folder=True)
    pairing_files = {
        folder / f"{name}.pdf": pdf for name, pdf in pairing_papers(database, today, words).items()
    }
    with database.read() as tx:
        more = {name: pdf for papers in PAPERS for name, pdf in papers(tx, today, words).items()}
    more_files = {folder / f"{name}.pdf": pdf for name, pdf in more.items()}
    for file, pdf in {**pairing_files, **more_files}.items():
        write_whole(file, pdf)
    return Demo(
        folder=folder,
        office=database.path,
        files=files,
        imported=built.imported,
        earlier=built.earlier,
        proposals=built.proposals,
        left_over=built.left_over,
        pairings=built.pairings,
        letters=len(made.dues),
        letters_file=letters_file,
        follow_up_file=follow_up_file,
        quarter=quarter,
        quarter_file=quarter_file,
        pairing_files=tuple(pairing_files),
        more_files=tuple(more_files),
        attention=len(attention),
    )
