import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.exchange.limits import MAX_BYTES
from mentorapp.operations.files import read_at_most, write_whole


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "letters.pdf"

    write_whole(file, b"one")
    write_whole(file, b"two")

    assert file.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("below", "reason"), [("gone/letters.pdf", FileTrouble.NOT_THERE), ("", FileTrouble.IS_FOLDER)]
)
def test_why_it_cannot_be_written_is_known(tmp_path: Path, below: str, reason: FileTrouble) -> None:
    with pytest.raises(CannotWriteFile) as refused:
        write_whole(tmp_path / below, b"one")

    assert refused.value.reason == reason


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(b"not ours")
    file = tmp_path / "letters.pdf"
    (tmp_path / ".letters.pdf.part").symlink_to(other)

    write_whole(file, b"one")

    assert file.read_bytes() == b"one"
    assert other.read_bytes() == b"not ours"
    assert not file.is_symlink()


@contextmanager
def no_file_longer_than(length: int) -> Iterator[None]:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX systems")
def test_a_full_disk_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    file = tmp_path / "letters.pdf"
    file.write_bytes(b"before")

    with no_file_longer_than(1_000), pytest.raises(CannotWriteFile) as refused:
        write_whole(file, bytes(100_000))

    assert refused.value.reason == FileTrouble.FULL
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_of_a_file_larger_than_any_list_only_so_much_is_read_that_it_shows(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    with file.open("wb") as opened:
        opened.truncate(200 * MAX_BYTES)

    assert len(read_at_most(file)) == MAX_BYTES + 1


def test_why_a_file_cannot_be_read_is_known(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile) as refused:
        read_at_most(tmp_path / "gone.csv")
    assert refused.value.reason == FileTrouble.NOT_THERE
