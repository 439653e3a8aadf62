"""Is a folder on a disk of this PC? An office that is written anywhere else can be destroyed.

SQLite's locks and its write-ahead log need one machine and a disk that does as it is told. Network
drives do not always, and programs that keep folders in step copy a file while it is half written,
or put an older one back. Copies may lie there; the office itself is only read there.
"""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from mentorapp.domain.errors import FileTrouble

_NETWORK = frozenset(
    "afpfs afs beegfs ceph cifs davfs fuse gfs2 glusterfs lustre ncpfs nfs nfs4 ocfs2 smb3 smbfs "
    "vboxsf vmhgfs webdav".split()
)
#: What runs as a program of the user (``fuse.sshfs``) is far away, but for these.
_NEAR = frozenset("bindfs cryfs encfs fuse-overlayfs gocryptfs mergerfs ntfs-3g securefs".split())
_IN_STEP = re.compile(
    r"(onedrive|dropbox|nextcloud|owncloud|googledrive|google drive|my drive|icloud ?drive|"
    r"mobile documents|box sync|box-box|pclouddrive|mega|seafile|syncthing)(-\S*| - .*| \(.*\))?"
)
_REMOTE_DRIVE = 4  # GetDriveTypeW, fileapi.h


def trouble(path: Path) -> FileTrouble | None:
    """NETWORK or SYNCED, and None for a disk of this PC or one that nothing is known of."""
    try:
        whole = path.resolve()
    except (OSError, RuntimeError):
        return None
    if any(_IN_STEP.fullmatch(part.casefold()) for part in whole.parts[:-1]):
        return FileTrouble.SYNCED
    return FileTrouble.NETWORK if _is_far(whole) else None


def kind_of(path: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The file system that holds ``path``, of pairs of place and kind; the later of two counts."""
    found, longest = "", -1
    for place, kind in mounts:
        if path.is_relative_to(place) and len(place) >= longest:
            found, longest = kind, len(place)
    return found


def is_network(kind: str) -> bool:
    """Whether a file system of this kind lies on another machine."""
    family, _, program = kind.partition(".")
    return family in _NETWORK and program not in _NEAR


def linux_mounts(text: str) -> list[tuple[str, str]]:
    """What /proc/self/mountinfo tells: see proc(5)."""
    found = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        place = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), before.split(" ")[4])
        found.append((place, after.split(" ")[0]))
    return found


def mac_mounts(text: str) -> list[tuple[str, str]]:
    """What mount(8) prints there: ``//ola@srv/share on /Volumes/share (smbfs, nodev)``."""
    return re.findall(r"^.* on (/.*) \((\w+)", text, re.MULTILINE)


def _is_far(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        unc = path.drive.startswith("\\\\") and not path.drive.startswith("\\\\?\\")
        return unc or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE
    try:
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True)
            mounts = mac_mounts(told.stdout)
        else:
            mounts = linux_mounts(Path("/proc/self/mountinfo").read_text(encoding="utf-8"))
    except (OSError, subprocess.SubprocessError):
        return False
    return is_network(kind_of(path, mounts))
