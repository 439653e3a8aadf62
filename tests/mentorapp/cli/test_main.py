"""The words of the command line: where options stand, exit codes, and every command both ways."""

import json
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.mentorapp.cli.running import Mentorctl, run

REPORTS = [
    ("check",),
    ("people",),
    ("people", "--role", "mentor"),
    ("people", "--role", "newcomer"),
    ("organisations",),
    ("schemes",),
    ("pairings",),
    ("pairings", "--running"),
    ("today",),
    ("pair", "run", "--scheme", "buddy", "--dry-run"),
    ("pair", "run", "--scheme", "buddy", "--dry-run", "--weight", "language=off"),
    ("pair", "list", "--scheme", "buddy"),
    ("pair", "runs"),
]


@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_report_can_be_read_by_people_and_by_programs(
    words: tuple[str, ...], language: str, example: Mentorctl
) -> None:
    ctl = Mentorctl(example.office, language=language)
    told = ctl(*words)
    assert told.code == 0
    assert told.out.strip()
    assert told.err == ""
    answer = ctl(*words, "--json")
    json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("words", REPORTS, ids=" ".join)
def test_every_report_works_on_an_office_in_which_nobody_is_registered(
    words: tuple[str, ...], empty: Mentorctl
) -> None:
    assert empty(*words).code == 0
    assert empty(*words, "--json").code == 0


OPTIONS = {"--today": "2026-11-23", "--language": "en", "--json": None}


@pytest.mark.parametrize("after", range(5))
def test_options_stand_before_or_after_the_command(after: int, example: Mentorctl) -> None:
    options = [("--office", str(example.office))] + [
        (name, *([value] if value else [])) for name, value in OPTIONS.items()
    ]
    first, last = options[:after], options[after:]
    ran = run(*(w for o in first for w in o), "today", *(w for o in last for w in o))
    assert ran.json == example("today", "--json").json


def test_an_option_after_the_command_counts_more_than_one_before(example: Mentorctl) -> None:
    before = ("--today", "2020-01-01", "--office", "nowhere.db", "--language", "nb")
    after = ("--today", "2026-11-23", "--office", example.office, "--language", "en")
    ran = run(*before, "today", *after, "--json")
    assert ran.json == example("today", "--json").json


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("sing",),
        ("pair",),
        ("report",),
        ("people", "--role", "king"),
        ("import", "cats", "x.csv"),
        ("import", "mentors"),
        ("log", "30012"),
        ("log", "30012", "--minutes", "an hour"),
        ("log", "30012", "--minutes", "60", "--date", "23.11.2026"),
        ("log", "30012", "--minutes", "60", "--form", "dancing"),
        ("letters", "--out", "x"),
        ("letters", "--unsent", "--pairing", "30012", "--out", "x"),
        ("report", "quarter"),
        ("demo",),
        ("--today", "2026-13-01", "today"),
        ("--language", "xx", "today"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2_and_says_how_it_is_used(words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: mentorctl")
    assert "Traceback" not in ran.err


def test_help_and_version_need_no_office() -> None:
    assert "usage: mentorctl" in run("--help").out
    assert run("--version").out.startswith("Mentorapp ")
    for command in ("demo", "import", "people", "pair", "log", "letters", "report", "check"):
        assert "usage: mentorctl" in run(command, "--help").out


def test_without_an_office_it_is_the_users_own(fresh_home: Path) -> None:
    run("people", "--json").refused("mentorctl init", code=4)
    assert run("init", "--no-encryption").code == 0
    assert run("people", "--json").json == []
    assert (fresh_home / "Documents/Mentorapp/office.db").is_file()


def test_an_office_is_named_by_path_or_file_url(example: Mentorctl) -> None:
    by_path = run("--office", example.office, "check", "--json").json
    by_url = run("--office", example.office.as_uri(), "check", "--json").json
    assert by_path == by_url


def test_the_module_runs_in_a_process_of_its_own(example: Mentorctl) -> None:
    assert example.apart("check", "--json").json["people"] == 290


def test_letters_that_a_pipe_does_not_have_stop_nothing(example: Mentorctl) -> None:
    told = example.apart("people", encoding="cp1252")
    assert (told.code, told.err) == (0, "")
    assert "Place" in told.out
    answer = example.apart("people", "--json", encoding="cp1252").json
    assert answer == example("people", "--json").json


def test_a_reader_who_saw_enough_is_no_trouble(example: Mentorctl) -> None:
    command = [sys.executable, "-m", "mentorapp.cli", "--office", str(example.office), "people"]
    with subprocess.Popen([*command, "--json"], stdout=PIPE, stderr=PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 0


def test_a_bug_is_told_by_its_place_and_without_values(
    example: Mentorctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Sahra Guled lives in Prestegårdsveien 5")

    monkeypatch.setattr("mentorapp.operations.people.all_people", broken)
    ran = example("people")
    assert ran.code == 70
    assert "Sahra" not in ran.err + ran.out
    assert "RuntimeError" in ran.err
    assert "test_main.py" in ran.err
