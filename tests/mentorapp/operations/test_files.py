from pathlib import Path

import pytest

from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.operations.files import write_whole


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
def test_a_full_disk_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letters.pdf"
    file.write_bytes(b"before")
    (tmp_path / ".letters.pdf.part").symlink_to("/dev/full")

    with pytest.raises(CannotWriteFile) as refused:
        write_whole(file, bytes(100_000))

    assert refused.value.reason == FileTrouble.FULL
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]
