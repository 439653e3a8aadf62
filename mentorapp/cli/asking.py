"""What must not stand in the command itself: asked at the keyboard, unseen, or read from a file.

Whoever looks at the list of running programs sees every word of a command.
"""

import sys
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from mentorapp.domain import recovery_key
from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.domain.files import trouble_of
from mentorapp.domain.key_errors import OfficeLocked, RecoveryKeyMistyped, TypedDifferently
from mentorapp.words import Words

_STANDARD_INPUT = "-"
#: Groups that are typed back from the paper, counted from 1: one from each half.
_PROVEN = (2, 7)


@dataclass(frozen=True, slots=True)
class Asking:
    """``file`` is what ``--passphrase-file`` names, ``second_file`` the second person's."""

    words: Words
    file: str | None = None
    second_file: str | None = None

    def passphrase(self, office: Path) -> str:
        """The passphrase that opens. Raises OfficeLocked where there is nobody to ask."""
        if self.file is not None:
            return _first_line(self.file)
        return self._typed(office, self.words.text("Passphrase: "))

    def second_passphrase(self) -> str | None:
        """What somebody else agrees with, where two are needed; None where she was not asked."""
        return None if self.second_file is None else _first_line(self.second_file)

    def new_passphrase(self, office: Path, file: str | None) -> str:
        """A passphrase to be, typed twice or from ``file``. Raises TypedDifferently."""
        if file is not None:
            return _first_line(file)
        new = self._typed(office, self.words.text("New passphrase: "))
        if self._typed(office, self.words.text("Once more: ")) != new:
            raise TypedDifferently
        return new

    def recovery_key(self, office: Path, file: str | None) -> bytes:
        """The recovery key from the paper. Raises RecoveryKeyIncomplete or RecoveryKeyMistyped."""
        if file is not None:
            return recovery_key.typed(_first_line(file))
        return recovery_key.typed(self._typed(office, self.words.text("Recovery key: ")))

    def show_recovery_key(self, office: Path, secret: bytes, file: Path | None) -> None:
        """Write a new recovery key into ``file``, or on the terminal, where two groups of it are
        typed back: it is on paper then. Raises RecoveryKeyMistyped and CannotWriteFile.
        """
        groups = recovery_key.printed(secret)
        if file is not None:
            _write_for_owner(file, " ".join(groups) + "\n")
            return
        _ = self.words.text
        self._terminal(office)
        print(_("Recovery key. Write it on paper and lock it away; it is not shown again:"))
        print("   ".join(groups[:4]), "   ".join(groups[4:]), sep="\n")
        for place in _PROVEN:
            typed = input(_("Type group %(place)d from the paper: ") % {"place": place})
            recovery_key.check_group(typed, place)
            if recovery_key.signs(typed) != groups[place - 1]:
                raise RecoveryKeyMistyped(place)

    def _typed(self, office: Path, prompt: str) -> str:
        self._terminal(office)
        return getpass(prompt)

    def _terminal(self, office: Path) -> None:
        if not sys.stdin.isatty():
            raise OfficeLocked(office)


def _first_line(file: str) -> str:
    if file == _STANDARD_INPUT:
        return sys.stdin.readline().rstrip("\r\n")
    path = Path(file)
    try:
        with path.open(encoding="utf-8-sig") as lines:
            return lines.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        trouble = trouble_of(error) if isinstance(error, OSError) else FileTrouble.OTHER
        raise CannotWriteFile(path.name, trouble) from None


def _write_for_owner(path: Path, text: str) -> None:
    try:
        path.touch(0o600, exist_ok=False)
        path.write_text(text, encoding="utf-8")
    except FileExistsError:
        raise CannotWriteFile(path.name, FileTrouble.IS_THERE) from None
    except OSError as error:
        raise CannotWriteFile(path.name, trouble_of(error)) from error
