"""Where two have to agree, the second one's passphrase comes out of a file, too."""

from pathlib import Path

import pytest

from mentorapp.domain.protection import Protection
from mentorapp.operations import people
from tests.factories import TODAY
from tests.mentorapp.cli.running import Ran, run
from tests.mentorapp.operations.registering import newcomer, protect, register
from tests.sealed_office import EVA, JON, MONA, make, opened, passphrase_of


@pytest.fixture
def hanna(tmp_path: Path) -> str:
    """The number of somebody strictly confidential, in an encrypted office."""
    make(tmp_path / "office.db")
    for account in (MONA, EVA, JON):
        (tmp_path / account.name).write_text(passphrase_of(account) + "\n", encoding="utf-8")
    with opened(tmp_path / "office.db", MONA) as office, office.write("mona") as tx:
        person = register(tx, newcomer("Hanna Skjult", postal_code="", phone=""))
        protect(tx, person, Protection.STRICT)
        return str(people.read(tx, person, TODAY).registration.person.number)


def ctl(folder: Path, *said: object) -> Ran:
    own = ("--office", folder / "office.db", "--passphrase-file", folder / MONA.name)
    return run(*said, *own, "--language", "en", "--today", "2026-11-23")


@pytest.mark.parametrize(
    "asked",
    [
        ("subject-access",),
        ("letters", "--kind", "registration", "--person"),
    ],
    ids=["subject access", "letter"],
)
def test_a_paper_about_somebody_strictly_confidential_takes_two(
    tmp_path: Path, hanna: str, asked: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    wanted = (*asked, hanna, "--out", out)
    said = ctl(tmp_path, *wanted).refused("This takes two")
    assert "--second-passphrase-file FILE" in said
    for wrong in (MONA, JON):
        ran = ctl(tmp_path, *wanted, "--second-passphrase-file", tmp_path / wrong.name)
        ran.refused("This takes two")
    assert not out.exists()
    ran = ctl(tmp_path, *wanted, "--second-passphrase-file", tmp_path / EVA.name)
    assert ran.code == 0, ran.err
    assert out.exists()


def test_erasing_somebody_protected_takes_two(tmp_path: Path, hanna: str) -> None:
    wanted = ("erase", hanna, "--yes", "--json")
    ctl(tmp_path, *wanted).refused("This takes two")
    assert ctl(tmp_path, "erase", hanna, "--preview", "--json").json["number"] == int(hanna)
    ran = ctl(tmp_path, *wanted, "--second-passphrase-file", tmp_path / EVA.name)
    assert ran.json["found"] == 0


def test_an_office_without_accounts_needs_nobody_else(office_file: Path, tmp_path: Path) -> None:
    nobody = ("--second-passphrase-file", tmp_path / "none")
    assert run("retention", "list", "--office", office_file, *nobody).code == 0
