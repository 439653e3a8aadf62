"""The example office: a made-up municipality built from files as offices have them.

All its days are moved so that the files' anchor day becomes today; everything else goes through
the same operations as a real office, so that the example shows what the program does.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import resources
from mentorapp.domain.errors import FolderInUse, ReadOnlyOffice
from mentorapp.domain.imports import ImportKind
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.office import Office
from mentorapp.domain.people import Gender
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.ties import TieKind
from mentorapp.exchange.spreadsheets import write_xlsx
from mentorapp.exchange.tables import Cell, Format
from mentorapp.operations import (
    follow_up,
    imports,
    letters,
    meetings,
    offices,
    organisations,
    pairing,
    people,
    reports,
    schemes,
    ties,
)
from mentorapp.operations.examples import EXAMPLES, FILES, PAPERS
from mentorapp.operations.files import write_whole
from mentorapp.operations.imports import Applied
from mentorapp.operations.pairing_papers import pairing_papers
from mentorapp.storage.database import Database, Transaction
from mentorapp.words import Words

#: The day the example files were written for; a test compares it with their maker's.
ANCHOR = date(2026, 9, 30)
MUNICIPALITY = "Fjordvik kommune"

_FILES = {
    ImportKind.ORGANISATIONS: "organisasjoner.csv",
    ImportKind.MENTORS: "mentorer.xlsx",
    ImportKind.NEWCOMERS: "nyankomne.csv",
    ImportKind.PAIRINGS: "koblinger.xlsx",
    ImportKind.MEETINGS: "moter.csv",
}
#: The lists of the years before, which the office brings along.
_EARLIER = {
    ImportKind.MENTORS: "tidligere_mentorer.csv",
    ImportKind.NEWCOMERS: "tidligere_nyankomne.csv",
    ImportKind.PAIRINGS: "tidligere_koblinger.csv",
    ImportKind.MEETINGS: "tidligere_moter.csv",
}
_COORDINATORS = ("Mona Elvestrand", "Jon Ivar Stensund")
_DISTRICTS = {"Midtbyen": "8003-8009", "Nordbyen": "8011-8016", "Østbyen": "8020-8041"}
_FOR_WOMEN = "Nordlys Kvinnelag"
_RELATIVES = ("Yonas Kidanu", "Samuel Habtemariam")
#: So many proposals of each scheme, the best ones, stay drafts for whoever tries the example.
_LEFT_TO_DECIDE = 2
_DAY = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")


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
    office = folder / "office.db"
    _make_room(office)
    files = folder / "files"
    _write_files(files, today - ANCHOR)
    database = offices.open_office(office, language=words.language)
    try:
        return _work(database, folder, files, today, words)
    finally:
        database.close()


def _work(database: Database, folder: Path, files: Path, today: date, words: Words) -> Demo:
    with database.write(_COORDINATORS[0]) as tx:
        offices.save(tx, _named(offices.read(tx)))
    imported = {kind: _import(database, kind, files / name, today) for kind, name in _FILES.items()}
    earlier = {
        kind: _import(database, kind, files / name, today) for kind, name in _EARLIER.items()
    }
    with database.write(_COORDINATORS[0]) as tx:
        _tell_more(tx, today)
    with database.write(_COORDINATORS[0]) as tx:
        results, agreed = [], []
        for scheme in schemes.all_schemes(tx):  # one after the other: mentors are in several
            results.append(pairing.run(tx, scheme.id, today))
            agreed += [
                pairing.accept(tx, row.proposal.id, today, _COORDINATORS[0])
                for row in results[-1].rows[_LEFT_TO_DECIDE:]
            ]
    with database.write(_COORDINATORS[0]) as tx:
        meetings.log(tx, Meeting(pairing_id=agreed[0].id, held_on=today, minutes=60), today)
    for fill in EXAMPLES:
        with database.write(_COORDINATORS[0]) as tx:
            fill(tx, today)
    for make in FILES:
        with database.write(_COORDINATORS[0]) as tx:
            made_files = make(tx, today)
        for name, data in made_files.items():
            write_whole(files / name, data)
    with database.read() as tx:
        made = letters.render(tx, letters.due(tx), today)
    letters_file = folder / "letters" / made.file_name
    write_whole(letters_file, made.pdf, make_folder=True)
    with database.write(_COORDINATORS[0]) as tx:
        letters.record(tx, made)
    quarter = Quarter.of(today).previous()
    with database.read() as tx:
        attention = follow_up.today_list(tx, today)
        follow_up_file = folder / "follow-up-report.pdf"
        write_whole(follow_up_file, reports.follow_up_report(tx, today, words))
        quarter_file = folder / f"quarterly-report-{quarter}.pdf"
        write_whole(
            quarter_file, reports.quarter_report(tx, quarter, today, words), make_folder=True
        )
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
        imported=imported,
        earlier=earlier,
        proposals=sum(len(one.rows) for one in results),
        left_over=len({row.number for one in results for row in one.left_over}),
        pairings=len(agreed),
        letters=len(made.dues),
        letters_file=letters_file,
        follow_up_file=follow_up_file,
        quarter=quarter,
        quarter_file=quarter_file,
        pairing_files=tuple(pairing_files),
        more_files=tuple(more_files),
        attention=len(attention),
    )


def _named(office: Office) -> Office:
    return replace(
        office,
        name="Frivilligsentralen i Fjordvik",
        municipality=MUNICIPALITY,
        address="Torget 1",
        postal_code="8200",
        phone="+4740000100",
        email="frivillig@fjordvik.example.no",
        letterhead="Torget 1, 8200 Fauske\nTelefon 40 00 01 00\nfrivillig@fjordvik.example.no",
        coordinators=_COORDINATORS,
        signature=_COORDINATORS[0],
        districts=_DISTRICTS,
        committee="Komité for oppvekst",
    )


def _tell_more(tx: Transaction, today: date) -> None:
    """What no list tells: what an organisation asks of newcomers, and who must not be a pair."""
    for row in organisations.rows(tx):
        if row.name == _FOR_WOMEN:
            asking = replace(organisations.read(tx, row.id), only_gender=Gender.WOMAN)
            organisations.save(tx, asking)
    one, other = (people.search(tx, name)[0] for name in _RELATIVES)
    ties.add(tx, one.id, other.id, TieKind.RELATIVE, today)


def _import(database: Database, kind: ImportKind, file: Path, today: date) -> Applied:
    table = imports.load(file.read_bytes(), file.name)
    with database.read() as tx:
        setting = imports.setting(tx)
    source = imports.read(kind, table, imports.suggest(kind, table), setting, today)
    with database.write(_COORDINATORS[0]) as tx:
        return imports.apply(tx, source, today)


def _write_files(folder: Path, shift: timedelta) -> None:
    """The example files with all days moved, in the form each of them has."""
    for name in (*_FILES.values(), *_EARLIER.values()):
        data = resources.path(f"examples/{name}").read_bytes()
        table = imports.load(data, name)
        if table.format is Format.CSV:
            text = _DAY.sub(lambda found: _moved_text(found, shift), data.decode(table.encoding))
            write_whole(folder / name, text.encode(table.encoding), make_folder=True)
            continue
        rows = [[_moved(cell, shift) for cell in row.cells] for row in table.rows]
        write_whole(folder / name, write_xlsx(table.headings, rows, table.sheet), make_folder=True)


def _moved(cell: Cell, shift: timedelta) -> Cell:
    return cell + shift if isinstance(cell, date) else cell


def _moved_text(found: re.Match[str], shift: timedelta) -> str:
    day, month, year = (int(part) for part in found.groups())
    return f"{date(year, month, day) + shift:%d.%m.%Y}"


def _make_room(office: Path) -> None:
    if not office.exists():
        return
    database = offices.open_office(office, create=False)
    try:
        with database.read() as tx:
            is_example = offices.read(tx).municipality == MUNICIPALITY
    finally:
        database.close()
    if not is_example:
        raise FolderInUse(office.parent.name)
    if database.read_only:
        raise ReadOnlyOffice(database.holder)
    for name in (office.name, f"{office.name}-wal", f"{office.name}-shm", f"{office.name}.lock"):
        office.with_name(name).unlink(missing_ok=True)
