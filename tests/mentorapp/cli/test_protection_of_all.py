"""Every command and every kind of file, looked through for where somebody protected is."""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

import pytest

from mentorapp.cli.__main__ import all_commands
from tests.mentorapp.cli.test_protection import found_in, words_of
from tests.mentorapp.cli.test_protection_of_records import LISTS
from tests.protected_office import HERE, HOME, LEVELS, Kept, keep

#: What else is read of everybody or of the office; in curly brackets, who or what it is about.
MORE = (
    "activities", "organisations", "absences list", "audit show", "forms list",
    "pair list --scheme buddy", "pair runs --scheme buddy", "pair shortages --scheme buddy",
    "people arrivals", "report ready", "views list", "schemes", "words list", "template list",
    "office show", "driving rules", "backups list", "backups status",
    "pair explain {Oda} {Marit} --scheme buddy", "check", "audit verify",
    "outcomes definition", "letter-texts show pairing_newcomer nb", "lists neighbours",
)  # fmt: skip
#: Looked at in ``test_protection_of_records``, as papers or as what the office itself sees.
ELSEWHERE = {
    "activities nearby", "barriers report", "calls list", "cards print", "cards show",
    "compare print", "compare show", "compare write", "contacts card", "demands show",
    "driving paper", "driving show", "events ics", "events letters", "events sheet",
    "events show", "interviews form", "letters", "letters again", "lists send", "lists show",
    "outcomes person", "outcomes report", "pairings timeline", "people merge", "people timeline",
    "placements paper", "placements show", "plan print", "plan show", "projects report",
    "questions print", "report evaluation", "report hours", "report quarter", "report year",
    "reports again", "labels", "report period", "networks list", "subject-access",
}  # fmt: skip
#: Says nothing about people, or reads keys and settings alone.
OF_NOBODY = {
    "backup", "backups drill", "backups old", "backups place", "backups plain", "copy", "demo",
    "import", "init", "keys list",
    "letter-texts show", "lists key", "lists match", "template check", "template fields",
    "template shipped", "template show", "words show", "postpone", "log", "people duplicates",
    "organisations merge", "pair run", "restore", "privacy-notice", "processing-record",
    "retention periods",
}  # fmt: skip
WRITES = {
    "accept", "add", "anonymise", "answer", "approve", "attain", "attendance", "cancel",
    "change", "clear", "close", "consent", "decide", "delete", "discard", "distrust", "done",
    "encrypt", "end", "erase", "extend", "failed", "hand", "hand-over", "hide", "hold",
    "invite", "joined", "left", "lift", "log", "logo", "member", "midway", "note", "offer",
    "pair", "purge", "quote", "read", "read-answer", "recover", "remove", "rename", "renew",
    "reopen", "restore", "save", "set", "signature", "step", "tag", "tie", "trust", "uninvite",
    "untie", "visited", "withdraw",
}  # fmt: skip


def leaves(parser: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    """Every command that can be given, in words."""
    groups = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not groups or not any(group.required for group in groups):
        yield before
    for group in groups:
        for name, below in group.choices.items():
            yield from leaves(below, f"{before} {name}".strip())


@pytest.fixture(scope="module")
def kept(_office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The confidential: of them more is stored than of the strictly confidential."""
    folder = tmp_path_factory.mktemp("kept")
    copyfile(_office_template, folder / "office.db")
    return keep(folder / "office.db", folder, LEVELS[0])


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_no_command_is_forgotten_here() -> None:
    looked_at = {" ".join(one.split()[:2]) for one in (*LISTS, *MORE)} | {"find"}
    looked_at |= {one.split()[0] for one in (*LISTS, *MORE) if len(one.split()) == 1}
    forgotten = [
        one
        for one in leaves(all_commands())
        if one and one not in looked_at | ELSEWHERE | OF_NOBODY and one.split()[-1] not in WRITES
    ]
    assert forgotten == []


def test_nothing_that_is_read_tells_where_they_are(kept: Kept, temporary: Path) -> None:
    kept("pair", "run", "--scheme", "buddy")
    not_run = []
    for words in MORE:
        asked = words.format(**kept.numbers).split()
        for form in ((), ("--json",)):
            ran = kept(*asked, *form)
            if ran.code:
                not_run.append((words, ran.err))
            said = "".join((ran.out + ran.err).split())
            assert found_in(said, (HERE, *HOME)) == [], words
    assert not_run == []
    assert [one for one in temporary.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize("report", ["quarter", "year", "waiting", "organisation", "period"])
def test_no_workbook_table_or_chart_of_a_report_tells_it(
    kept: Kept, tmp_path: Path, temporary: Path, report: str
) -> None:
    period = ("--period", "2026-01-01..2026-11-20") if report == "period" else ()
    out = tmp_path / "files"
    ran = kept(
        "report", report, *period, "--out", out / "r.pdf",
        "--xlsx", out / "r.xlsx", "--csv", out / "tables", "--png", out / "charts",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    written = [one for one in out.rglob("*") if one.is_file()]
    assert {one.suffix for one in written} >= {".pdf", ".xlsx", ".csv"}
    for file in written:
        said = "".join(text_in(file).split()) + file.name
        assert found_in(said, (HERE, *HOME, "Skjult", "Streng")) == [], file.name
    assert [one for one in temporary.rglob("*") if one.is_file()] == []


def text_in(file: Path) -> str:
    """All of a file that is text, and what a picture says of itself."""
    if file.suffix == ".pdf":
        return words_of(file)
    if file.suffix == ".xlsx":
        with ZipFile(file) as parts:
            return "".join(parts.read(name).decode(errors="ignore") for name in parts.namelist())
    return file.read_bytes().decode(errors="ignore")


def test_labels_are_printed_for_neither(kept: Kept, tmp_path: Path) -> None:
    out = tmp_path / "labels.pdf"
    people = [kept.numbers[name] for name in ("Hanna", "Sanna", "Oda")]
    ran = kept("labels", "--people", *people, "--out", out)
    said = ran.out + ran.err + (words_of(out) if out.exists() else "")
    assert found_in("".join(said.split()), (HERE, *HOME)) == []
    assert not out.exists() or found_in(words_of(out), ("Hanna", "Sanna")) == []
