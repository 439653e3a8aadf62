"""What every command needs: the office meant, the language, and files written whole."""

from pathlib import Path

import pytest

from mentorapp.cli.session import default_language, office_path
from mentorapp.domain.errors import CannotWriteFile, OfficeNotOpened
from mentorapp.operations import offices
from mentorapp.operations.files import read_at_most, write_whole


def test_without_a_word_the_users_own_office_is_meant() -> None:
    assert office_path(None) == office_path("") == offices.default_path()


def test_an_office_is_meant_by_path_or_file_url() -> None:
    assert office_path("a b/office.db") == Path("a b/office.db")
    assert office_path("file:///tmp/a%20b/office.db") == Path("/tmp/a b/office.db")


@pytest.mark.parametrize(
    "address", ["postgresql://mona:hemmelig@db/office", "https://x.example/office.db"]
)
def test_an_address_on_a_server_is_no_office_yet_and_its_password_stays_out(address: str) -> None:
    with pytest.raises(OfficeNotOpened) as refused:
        office_path(address)
    assert "hemmelig" not in repr(vars(refused.value))


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({"LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "nb_NO.UTF-8"}, "nb"),
        ({"LC_ALL": "nn_NO.UTF-8"}, "nn"),
        ({"LC_ALL": "da_DK.UTF-8"}, "da"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US"}, "en"),
        ({"LC_ALL": "C.UTF-8"}, "nb"),
        ({"LC_ALL": "de_DE"}, "nb"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, "nb"),
    ],
)
def test_the_language_is_that_of_the_surroundings_else_bokmal(
    surroundings: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language


def test_a_file_is_written_whole_with_its_folders_and_over_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "new" / "paper.pdf"
    for data in (b"first", b"second"):
        write_whole(path, data, make_folder=True)
        assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    for use in (
        lambda: write_whole(tmp_path, b"", make_folder=True),
        lambda: read_at_most(tmp_path),
    ):
        with pytest.raises(CannotWriteFile):
            use()
    assert list(tmp_path.iterdir()) == []
