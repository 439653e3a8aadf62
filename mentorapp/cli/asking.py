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
from mentorapp.domain.key_errors import (
    NobodyToAsk,
    OfficeLocked,
    RecoveryKeyMistyped,
    TypedDifferently,
)
from mentorapp.domain.retention_errors import NotConfirmed, OtherNumber
from mentorapp.words import Words

_STANDARD_INPUT = "-"

#: Options that say in a script what is typed or read at a keyboard.
NEW_PASSPHRASE = "--new-passphrase-file"  # noqa: S105 - the name of an option
RECOVERY_KEY = "--recovery-key-file"
RECOVERY_KEY_OUT = "--recovery-key-out"
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
        if not _somebody_there():
            raise OfficeLocked(office)
        return getpass(self.words.text("Passphrase: "))

    def second_passphrase(self) -> str | None:
        """What somebody else agrees with, where two are needed; None where she was not asked."""
        return None if self.second_file is None else _first_line(self.second_file)

    def new_passphrase(self, file: str | None) -> str:
        """A passphrase to be, typed twice or from ``file``.

        Raises TypedDifferently and NobodyToAsk.
        """
        if file is not None:
            return _first_line(file)
        check_somebody(NEW_PASSPHRASE)
        new = getpass(self.words.text("New passphrase: "))
        if getpass(self.words.text("Once more: ")) != new:
            raise TypedDifferently
        return new

    def recovery_key(self, file: str | None) -> bytes:
        """The recovery key from the paper. Raises RecoveryKeyIncomplete, RecoveryKeyMistyped and
        NobodyToAsk.
        """
        if file is not None:
            return recovery_key.typed(_first_line(file))
        check_somebody(RECOVERY_KEY)
        return recovery_key.typed(getpass(self.words.text("Recovery key: ")))

    def show_recovery_key(self, secret: bytes, file: Path | None) -> None:
        """Write a new recovery key into ``file``, or on the terminal, where two groups of it are
        typed back: it is on paper then. Raises RecoveryKeyMistyped, NobodyToAsk and
        CannotWriteFile.
        """
        groups = recovery_key.printed(secret)
        if file is not None:
            _write_for_owner(file, " ".join(groups) + "\n")
            return
        _ = self.words.text
        check_somebody(RECOVERY_KEY_OUT)
        print(_("Recovery key. Write it on paper and lock it away; it is not shown again:"))
        print("   ".join(groups[:4]), "   ".join(groups[4:]), sep="\n")
        for place in _PROVEN:
            typed = input(_("Type group %(place)d from the paper: ") % {"place": place})
            recovery_key.check_group(typed, place)
            if recovery_key.signs(typed) != groups[place - 1]:
                raise RecoveryKeyMistyped(place)

    def number_again(self, name: str, number: int) -> None:
        """Have the number of a person typed again before all goes. Raises OtherNumber."""
        prompt = self.words.text("%(name)s. This cannot be undone. Type the number again: ")
        if input(prompt % {"name": name}).strip() != str(number):
            raise OtherNumber(number)


def check_somebody(*options: str) -> None:
    """Raise NobodyToAsk where nobody is at the keyboard; these would have said it."""
    if not _somebody_there():
        raise NobodyToAsk(options)


def check_sure(option: str) -> None:
    """Raise NotConfirmed where nobody is at the keyboard who could type a number again."""
    if not _somebody_there():
        raise NotConfirmed(option)


def _somebody_there() -> bool:
    return sys.stdin.isatty()


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
