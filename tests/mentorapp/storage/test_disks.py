"""An office is written on a disk of this PC, and only read anywhere else."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mentorapp.domain.errors import FileTrouble, OfficeNotOpened, ReadOnlyOffice
from mentorapp.storage import disks, schema
from mentorapp.storage.database import open_database

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 0:28 / /home/mona/My\\040share rw,nosuid shared:9 - cifs //srv/share rw
32 22 0:29 / /home/mona/far rw,nosuid - fuse.sshfs mona@srv:/ rw
33 22 0:30 / /home/mona/vault rw,nosuid - fuse.gocryptfs /home/mona/.vault rw
34 22 8:17 / /media/stick rw,nosuid - fuseblk /dev/sdb1 rw
"""
ON_A_MAC = """\
/dev/disk1s1 on / (apfs, sealed, local)
//mona@srv/share on /Volumes/My share (smbfs, nodev, nosuid, mounted by mona)
"""


@pytest.mark.parametrize(
    ("path", "far"),
    [
        ("/home/mona/office.db", False),
        ("/home/mona/My share/office.db", True),
        ("/home/mona/My shared papers/office.db", False),
        ("/home/mona/far/deep/office.db", True),
        ("/home/mona/vault/office.db", False),
        ("/media/stick/office.db", False),
    ],
)
def test_a_drive_on_another_machine_is_told_from_a_stick(path: str, far: bool) -> None:
    kind = disks.kind_of(Path(path), disks.linux_mounts(MOUNTS))
    assert disks.is_network(kind) is far


def test_so_it_is_on_a_mac() -> None:
    mounts = disks.mac_mounts(ON_A_MAC)
    assert disks.is_network(disks.kind_of(Path("/Volumes/My share/office.db"), mounts))
    assert not disks.is_network(disks.kind_of(Path("/Users/mona/office.db"), mounts))


@pytest.mark.parametrize(
    ("folder", "trouble"),
    [
        ("OneDrive - Lillevik kommune", FileTrouble.SYNCED),
        ("Dropbox (Mona)", FileTrouble.SYNCED),
        ("Nextcloud", FileTrouble.SYNCED),
        ("Google Drive", FileTrouble.SYNCED),
        ("Dropboxing lessons", None),
        ("Mega ideas", None),
        ("Documents", None),
    ],
)
def test_a_folder_that_is_kept_in_step_is_known_by_its_name(
    tmp_path: Path, folder: str, trouble: FileTrouble | None
) -> None:
    assert disks.trouble(tmp_path / folder / "deep" / "office.db") == trouble


@pytest.fixture
def move(tmp_path: Path) -> Callable[[str], Path]:
    def moved(folder: str) -> Path:
        path = tmp_path / folder / "office.db"
        path.parent.mkdir(exist_ok=True)
        (tmp_path / "office.db").rename(path)
        return path

    return moved


def test_an_office_in_such_a_folder_is_read_and_not_written(
    tmp_path: Path, move: Callable[[str], Path]
) -> None:
    open_database(tmp_path / "office.db").close()
    path = move("Dropbox")
    before = path.read_bytes()
    with closing(open_database(path)) as database:
        assert database.read_only
        with database.read():
            pass
        with pytest.raises(ReadOnlyOffice) as refused, database.write("mona"):
            pass
    assert refused.value.reason == FileTrouble.SYNCED
    assert path.read_bytes() == before
    assert not path.with_name("office.db.lock").exists()


def test_an_older_office_that_may_not_be_brought_up_to_date_there_says_why(
    move: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(tmp_path / "office.db").close()
    path = move("Dropbox")
    monkeypatch.setattr(schema, "HEAD", "9999")
    with pytest.raises(ReadOnlyOffice) as refused:
        open_database(path)
    assert refused.value.reason == FileTrouble.SYNCED


def test_a_new_office_is_not_made_there(tmp_path: Path) -> None:
    with pytest.raises(OfficeNotOpened) as refused:
        open_database(tmp_path / "OneDrive" / "office.db")
    assert refused.value.reason == FileTrouble.SYNCED
    assert list(tmp_path.iterdir()) == []
