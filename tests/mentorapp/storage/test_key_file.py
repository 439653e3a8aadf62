"""The key slots on disk: whole or as before, and told when they are not ours."""

import stat
from pathlib import Path

import pytest

from mentorapp.domain.errors import CannotWriteFile
from mentorapp.domain.key_errors import SlotsUnreadable
from mentorapp.storage import key_file
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way
from mentorapp.storage.recognition import slots_path
from tests.mentorapp.storage.test_key_slots import OFFICE, QUICK, RECOVERY

KEYS = OfficeKeys.new()


def slots() -> KeySlots:
    return KeySlots(str(OFFICE), QUICK).with_secret(KEYS, Way.RECOVERY, RECOVERY)


def test_slots_are_read_back_as_written_and_nobody_else_may_read_the_file(file: Path) -> None:
    before = slots()
    key_file.write(file, before, KEYS)
    assert key_file.is_encrypted(file)
    assert key_file.read(file) == before
    assert stat.S_IMODE(slots_path(file).stat().st_mode) == 0o600
    assert [one.name for one in file.parent.glob("*.part")] == []


def test_where_they_cannot_be_written_those_before_stay(file: Path) -> None:
    before = slots()
    key_file.write(file, before, KEYS)
    slots_path(file).with_name(f"{slots_path(file).name}.part").mkdir()
    with pytest.raises(CannotWriteFile):
        key_file.write(file, before.with_passphrase(KEYS, "Mona", "four words in spring"), KEYS)
    assert key_file.read(file) == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"[]", b"{}", b"x" * 1_000_001])
def test_what_is_no_file_of_slots_is_told(file: Path, content: bytes) -> None:
    slots_path(file).write_bytes(content)
    with pytest.raises(SlotsUnreadable):
        key_file.read(file)


def test_slots_that_are_lost_are_told_like_damaged_ones(file: Path) -> None:
    with pytest.raises(SlotsUnreadable):
        key_file.read(file)
