"""The example office: a made-up municipality, built from lists as offices have them.

All days of the lists are moved so that their anchor day becomes today; everything else goes through
the same operations as in a real office, so that the example shows what the program does.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from shutil import rmtree
from typing import Concatenate, ParamSpec, TypeVar

import resources
from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import EVERYBODY, Right, Who
from mentorapp.domain.errors import Cancelled, CannotWriteFile, FolderInUse
from mentorapp.domain.files import trouble_of
from mentorapp.domain.imports import ImportKind
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import PictureUse
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Gender
from mentorapp.domain.ties import TieKind
from mentorapp.exchange.spreadsheets import write_xlsx
from mentorapp.exchange.tables import Cell, Format
from mentorapp.operations import (
    imports,
    meetings,
    office_pictures,
    offices,
    organisations,
    pairing,
    people,
    schemes,
    ties,
)
from mentorapp.operations.examples import EXAMPLES, FILES
from mentorapp.operations.imports import Applied
from mentorapp.operations.proposing import RunResult
from mentorapp.storage.attempts_file import attempts_path
from mentorapp.storage.backup_folder import backups_of, replaced_of
from mentorapp.storage.database import Database, Transaction, leave_nothing
from mentorapp.storage.erasure_file import erasures_path
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.protection_file import protections_path
from mentorapp.storage.recognition import next_path, slots_path

P = ParamSpec("P")
T = TypeVar("T")

#: The day the example files were written for; a test compares it with their maker's.
ANCHOR = date(2026, 9, 30)
MUNICIPALITY = "Fjordvik kommune"
COORDINATORS = ("Mona Elvestrand", "Jon Ivar Stensund")

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
_DISTRICTS = {"Midtbyen": "8003-8009", "Nordbyen": "8011-8016", "Østbyen": "8020-8041"}
_FOR_WOMEN = "Nordlys Kvinnelag"
_RELATIVES = ("Yonas Kidanu", "Samuel Habtemariam")
#: So many proposals of each scheme, the best ones, stay drafts for whoever tries the example.
_LEFT_TO_DECIDE = 2
_DAY = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")

#: Beside the parts: naming the office, what no list tells, pairing and the first meeting.
_STEPS = len(_FILES) + len(_EARLIER) + len(EXAMPLES) + len(FILES) + 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was done. ``files`` are the lists by name, ``given`` those of other offices."""

    imported: Mapping[ImportKind, Applied]
    earlier: Mapping[ImportKind, Applied]
    proposals: int
    left_over: int
    pairings: int
    files: Mapping[str, bytes]
    given: Mapping[str, bytes]


def example_path() -> Path:
    """Where the window keeps the example office: beside no other file."""
    return offices.own_folder() / "example" / "office.db"


def make(
    path: Path,
    today: date,
    language: str,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Database:
    """Make the example office at ``path`` and leave it open.

    An example that lies there is made anew; raises FolderInUse for any other office, and Cancelled,
    with nothing left behind.
    """
    if path.exists():
        throw_away(path)
    # Marked from the start: one that was killed half made can be made anew.
    database = offices.open_office(path, language=language, is_example=True)
    try:
        build(database, today, progress, cancelled)
    except BaseException:
        database.close()
        _remove(path)
        raise
    return database


def throw_away(path: Path, keys: OfficeKeys | None = None, who: Who = EVERYBODY) -> None:
    """Remove the example office with all that lies beside it for its sake: its keys and backups
    too, but none in a second place.

    Raises NotAllowed for whoever is no administrator of one with accounts, FolderInUse for an
    office that is not an example, ReadOnlyOffice while it is open.
    """
    if not who.may(Right.SETTINGS):
        raise NotAllowed(Right.SETTINGS, who.rights)
    database = offices.open_office(path, create=False, keys=keys)
    try:
        with database.read() as tx:
            is_example = offices.read(tx).is_example
    finally:
        database.close()
    if not is_example:
        raise FolderInUse(path.parent.name)
    if database.read_only:
        raise database.why_read_only
    _remove(path)


def build(
    database: Database,
    today: date,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Built:
    """Fill a new office: lists, history, pairs, and what each idea shows.

    Raises Cancelled between two steps, with what was done so far in the file.
    """
    steps = _Steps(database, progress, cancelled)
    files = _moved_files(today - ANCHOR)
    logo = office_pictures.fit_for_paper(resources.path("examples/logo.png").read_bytes())
    steps.write(lambda tx: offices.save(tx, _named(offices.read(tx))))
    steps.write(office_pictures.put, PictureUse.LOGO, logo)
    imported, earlier = (
        {kind: _import(steps, kind, name, files[name], today) for kind, name in lists.items()}
        for lists in (_FILES, _EARLIER)
    )
    steps.write(_tell_more, today)
    results, agreed = steps.write(_pair, today)
    first = Meeting(pairing_id=agreed[0].id, held_on=today, minutes=60)
    steps.write(meetings.log, first, today)
    for fill in EXAMPLES:
        steps.write(fill, today)
    given: dict[str, bytes] = {}
    for give in FILES:
        given |= steps.write(give, today)
    return Built(
        imported=imported,
        earlier=earlier,
        proposals=sum(len(one.rows) for one in results),
        left_over=len({row.number for one in results for row in one.left_over}),
        pairings=len(agreed),
        files=files,
        given=given,
    )


class _Steps:
    """Does one transaction after the other, tells how many are done and stops where asked to."""

    def __init__(
        self,
        database: Database,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.database = database
        self._progress, self._cancelled = progress, cancelled
        self._done = 0

    def write(
        self, job: Callable[Concatenate[Transaction, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The answer of ``job``. Raises Cancelled."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            self._progress(self._done, _STEPS)
        with self.database.write(COORDINATORS[0]) as tx:
            answer = job(tx, *args, **kwargs)
        self._done += 1
        return answer


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
        coordinators=COORDINATORS,
        signature=COORDINATORS[0],
        districts=_DISTRICTS,
        committee="Komité for oppvekst",
        letter_footer="Besøk oss tirsdager kl. 10–14\nTorget 1, 8200 Fauske",
    )


def _tell_more(tx: Transaction, today: date) -> None:
    """What no list tells: what an organisation asks of newcomers, and who must not be a pair."""
    for row in organisations.rows(tx):
        if row.name == _FOR_WOMEN:
            asking = replace(organisations.read(tx, row.id), only_gender=Gender.WOMAN)
            organisations.save(tx, asking)
    one, other = (people.search(tx, name)[0] for name in _RELATIVES)
    ties.add(tx, one.id, other.id, TieKind.RELATIVE, today)


def _pair(tx: Transaction, today: date) -> tuple[list[RunResult], list[Pairing]]:
    """A run of each scheme; all but the best proposals are agreed."""
    results, agreed = [], []
    for scheme in schemes.all_schemes(tx):  # one after the other: mentors are in several
        results.append(pairing.run(tx, scheme.id, today))
        agreed += [
            pairing.accept(tx, row.proposal.id, today, COORDINATORS[0])
            for row in results[-1].rows[_LEFT_TO_DECIDE:]
        ]
    return results, agreed


def _import(steps: _Steps, kind: ImportKind, name: str, data: bytes, today: date) -> Applied:
    table = imports.load(data, name)
    with steps.database.read() as tx:
        setting = imports.setting(tx)
    source = imports.read(kind, table, imports.suggest(kind, table), setting, today)
    return steps.write(imports.apply, source, today)


def _moved_files(shift: timedelta) -> dict[str, bytes]:
    """The example lists with all days moved, in the form each of them has."""
    moved = {}
    for name in (*_FILES.values(), *_EARLIER.values()):
        data = resources.path(f"examples/{name}").read_bytes()
        table = imports.load(data, name)
        if table.format is Format.CSV:
            text = _DAY.sub(lambda found: _moved_text(found, shift), data.decode(table.encoding))
            moved[name] = text.encode(table.encoding)
            continue
        rows = [[_moved(cell, shift) for cell in row.cells] for row in table.rows]
        moved[name] = write_xlsx(table.headings, rows, table.sheet)
    return moved


def _moved(cell: Cell, shift: timedelta) -> Cell:
    return cell + shift if isinstance(cell, date) else cell


def _moved_text(found: re.Match[str], shift: timedelta) -> str:
    day, month, year = (int(part) for part in found.groups())
    return f"{date(year, month, day) + shift:%d.%m.%Y}"


def _remove(path: Path) -> None:
    """The file and what lies beside it under the same name. Raises CannotWriteFile.

    What a link leads to is not ours.
    """
    try:
        leave_nothing(path)
        for beside in (erasures_path, protections_path, attempts_path, slots_path, next_path):
            beside(path).unlink(missing_ok=True)
        for folder in (backups_of(path), replaced_of(path)):
            if folder.is_dir() and not folder.is_symlink():
                rmtree(folder)
    except OSError as trouble:
        raise CannotWriteFile(path.name, trouble_of(trouble)) from trouble
