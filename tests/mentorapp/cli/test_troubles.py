"""Files, folders and disks that will not: exit 4 when the office cannot be opened, else 3."""

import ctypes
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from sqlite3 import connect

import pytest

from mentorapp.operations import Database, offices
from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl, run

_BOUNDING_SET_DROP = 24  # PR_CAPBSET_DROP
_OVERRIDE, _READ_SEARCH = 1, 2  # what lets root write where nobody may


def without_privilege() -> None:
    """Root writes in every folder; after this, what is started may not."""
    libc = ctypes.CDLL(None)
    for capability in (_OVERRIDE, _READ_SEARCH):
        libc.prctl(_BOUNDING_SET_DROP, capability, 0, 0, 0)


def with_room_for(size: int) -> Callable[[], None]:
    """No file may grow beyond this: what a full disk looks like to a program."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.fixture
def read_only_folder(example_file: Path, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "shelf"
    folder.mkdir()
    copyfile(example_file, folder / "office.db")
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.fixture
def held(example_file: Path) -> Iterator[Database]:
    """The example office, open in another program."""
    database = offices.open_office(example_file)
    yield database
    database.close()


def many(write: WriteFile) -> Path:
    rows = "\n".join(f"Kari {n};Holm {n};8200;{1940 + n % 60};{'x' * 200}" for n in range(2000))
    return write("many.csv", f"Fornavn;Etternavn;Postnr;Fødselsår;Motivasjon\n{rows}\n")


# The office


def test_a_file_that_is_no_database_is_not_opened_and_not_touched(tmp_path: Path) -> None:
    other = tmp_path / "letter.docx"
    other.write_bytes(b"Dear Kari")
    Mentorctl(other)("people").refused("letter.docx", "not a Mentorapp office", code=4)
    assert other.read_bytes() == b"Dear Kari"
    assert list(tmp_path.iterdir()) == [other]


def test_a_database_of_something_else_is_not_opened_and_not_touched(tmp_path: Path) -> None:
    other = tmp_path / "accounts.db"
    with connect(other) as connection:
        connection.execute("CREATE TABLE accounts (number)")
    connection.close()
    before = other.read_bytes()
    for words in (("people",), ("check",), ("pair", "run", "--scheme", "buddy")):
        Mentorctl(other)(*words).refused("accounts.db", "not a Mentorapp office", code=4)
    assert other.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["accounts.db"]


def test_a_folder_is_no_office(tmp_path: Path) -> None:
    Mentorctl(tmp_path)("people").refused("folder", code=4)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_office_is_told_and_not_worked_in(example: Mentorctl) -> None:
    data = bytearray(example.office.read_bytes())
    data[4096 * 3 : 4096 * 60] = b"\xa5" * (4096 * 57)
    example.office.write_bytes(data)
    example("check").refused("damaged", "backup", code=4)


def test_an_office_cut_short_is_told(example: Mentorctl) -> None:
    example.office.write_bytes(example.office.read_bytes()[:100_000])
    example("check").refused("damaged", code=4)


def test_an_address_of_a_database_server_is_told_without_its_password() -> None:
    ran = run("--office", "postgresql://mona:hemmelig@db.example.no/office", "people",
              "--language", "en")  # fmt: skip
    assert "hemmelig" not in ran.refused("server", code=4)


@pytest.mark.parametrize("name", ["x" * 300, "a/b/c\x7f/" + "y" * 256, "office.db/inside.db"])
def test_a_name_that_no_file_can_have_is_told(name: str, example: Mentorctl) -> None:
    path = example.office.parent / name if "inside" not in name else example.office / "inside.db"
    Mentorctl(path)("people").refused(code=4)


def test_check_does_not_make_an_office(tmp_path: Path) -> None:
    Mentorctl(tmp_path / "no.db")("check").refused("not there", code=4)
    assert list(tmp_path.iterdir()) == []


def test_a_new_office_and_its_folder_are_made_when_they_are_not_there(tmp_path: Path) -> None:
    path = tmp_path / "new" / "æøå folder" / "office.db"
    assert Mentorctl(path)("init", "--no-encryption").code == 0
    assert Mentorctl(path)("people", "--json").json == []
    assert len(Mentorctl(path)("schemes", "--json").json) == 5


# Nowhere to write


def test_an_office_in_a_read_only_folder_is_read_and_says_so(read_only_folder: Path) -> None:
    ctl = Mentorctl(read_only_folder / "office.db")
    before = ctl.office.read_bytes()
    ran = ctl.apart("check", "--json", before=without_privilege)
    assert ran.json["people"] == 290
    assert ran.json["read_only"] is True
    refused = ctl.apart("pair", "run", "--scheme", "buddy", before=without_privilege)
    refused.refused("read-only")
    assert ctl.office.read_bytes() == before
    assert [path.name for path in read_only_folder.iterdir()] == ["office.db"]


def test_no_office_is_made_in_a_read_only_folder(read_only_folder: Path) -> None:
    ctl = Mentorctl(read_only_folder / "new.db")
    ctl.apart("init", "--no-encryption", before=without_privilege).refused(
        "new.db", "permission", code=4
    )


def test_an_office_in_a_folder_that_may_not_be_entered_is_told(read_only_folder: Path) -> None:
    read_only_folder.chmod(0o000)
    ctl = Mentorctl(read_only_folder / "office.db")
    ctl.apart("people", before=without_privilege).refused("permission", code=4)


def test_paper_is_not_written_into_a_read_only_folder(
    example: Mentorctl, read_only_folder: Path
) -> None:
    for words in (
        ("report", "follow-up", "--out", read_only_folder / "f.pdf"),
        ("report", "quarter", "--out", read_only_folder / "q.pdf"),
        ("demo", "--out", read_only_folder / "demo"),
    ):
        example.apart(*words, before=without_privilege).refused("permission", code=3)
    assert [path.name for path in read_only_folder.iterdir()] == ["office.db"]


def test_paper_that_cannot_be_written_is_told_and_letters_stay_due(
    example: Mentorctl, tmp_path: Path
) -> None:
    number = example("pairings", "--running", "--json").json[-1]["number"]
    before = example.office.read_bytes()
    file = tmp_path / "file"
    file.touch()
    for words in (
        ("report", "follow-up", "--out", tmp_path),
        ("report", "follow-up", "--out", file / "f.pdf"),
        ("report", "quarter", "--out", tmp_path),
        ("letters", "--pairing", number, "--out", file),
        ("letters", "--pairing", number, "--out", "/proc/nowhere"),
    ):
        example(*words).refused("could not be written")
    assert example.office.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".pdf") == []


# A full disk


def test_nothing_is_left_of_an_office_that_found_no_room(tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    ran = Mentorctl(folder / "office.db").apart(
        "init", "--no-encryption", before=with_room_for(20_000)
    )
    ran.refused("disk is full", code=4)
    assert list(folder.iterdir()) == []


def test_an_import_onto_a_full_disk_changes_nothing(empty: Mentorctl, write: WriteFile) -> None:
    file = many(write)
    ran = empty.apart("import", "mentors", file, before=with_room_for(300_000))
    ran.refused("office-", ".backup", "disk is full")  # of before the import, without which none is
    assert empty("people", "--json").json == []
    assert empty("check").code == 0
    assert empty("import", "mentors", file, "--json").json["new"] == 2000


def test_paper_on_a_full_disk_is_not_half_written(example: Mentorctl, tmp_path: Path) -> None:
    out = tmp_path / "paper"
    out.mkdir()
    ran = example.apart("report", "follow-up", "--out", out / "f.pdf", before=with_room_for(36_000))
    ran.refused("disk is full")
    assert list(out.iterdir()) == []


# A second program


def test_a_second_program_reads_and_says_who_has_the_office(held: Database) -> None:
    ran = Mentorctl(held.path)("pairings", "--json")
    assert ran.code == 0
    assert "open in another program" in ran.err
    assert "People with a protected address are not shown" in ran.err
    assert ran.err.count("\n") == 2
    assert "another program" in ran.err
    assert len(Mentorctl(held.path)("people", "--json").json) == 288, "without the two protected"


@pytest.mark.parametrize(
    "words",
    [
        ("pair", "run", "--scheme", "buddy"),
        ("pair", "run", "--scheme", "buddy", "--accept-all"),
        ("log", "30555", "--minutes", "60"),
        ("letters", "--pairing", "30555"),
        ("import", "mentors"),
    ],
    ids=" ".join,
)
def test_a_second_program_writes_nothing(
    words: tuple[str, ...], held: Database, write: WriteFile, tmp_path: Path
) -> None:
    ctl = Mentorctl(held.path)
    if words[0] == "letters":
        words = (*words, "--out", str(tmp_path / "letters"))
    if words[0] == "import":
        words = (*words, str(write("a.csv", "Fornavn;Etternavn\nKari;Holm\n")))
    before = held.path.read_bytes()
    ctl(*words).refused("another program", "Close it there")
    assert held.path.read_bytes() == before
    assert not (tmp_path / "letters").exists()


def test_the_example_is_not_made_anew_while_somebody_has_it_open(
    example_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    copyfile(example_file, folder / "office.db")
    database = offices.open_office(folder / "office.db")
    try:
        Mentorctl(example_file)("demo", "--out", folder).refused("another program")
    finally:
        database.close()
    assert [path.name for path in folder.iterdir() if path.suffix != ".lock"] == ["office.db"]
