"""What every command needs: the office, the day, the language, and where answers go."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from getpass import getuser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from mentorapp.cli.asking import Asking
from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Right, Who
from mentorapp.domain.errors import (
    FileTrouble,
    OfficeNotOpened,
    Refused,
)
from mentorapp.domain.letter_errors import NotAText
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    backups,
    copying,
    offices,
    papers_out,
    second_person,
    unlocking,
    word_lists,
)
from mentorapp.operations.files import read_at_most
from mentorapp.operations.papers_out import Paper
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.audit import say_kept_back
from mentorapp.words.refusals import explain


@dataclass(frozen=True, slots=True)
class Session:
    """One call of ``mentorctl``; ``file_of`` is the command if it was asked for a file."""

    office: Path
    today: date
    words: Words
    as_json: bool
    actor: str
    asking: Asking
    file_of: str = ""

    def counting(self) -> AbstractContextManager[Transaction]:
        """The office opened for what names nobody: figures and settings, which everybody may see,
        and what the operation itself refuses to some.
        """
        return self.reading(needs=Right.FIGURES)

    @contextmanager
    def reading(self, *, announce: bool = True, needs: Right = Right.READ) -> Iterator[Transaction]:
        """The office opened for a look. Raises NotAllowed: a list that is empty for an account
        would tell that nobody is there.

        An office that somebody else has open is shown as it was last saved, which is said, unless
        the command goes on to write and will be refused anyway.
        """
        with self.opened(needs) as database:
            if announce:
                self.announce(database)
            with database.read() as tx:
                yield tx

    def announce(self, database: Database) -> None:
        """Say that the office can only be read, if so, and what is not shown for that reason."""
        if database.read_only:
            say_error(said_with_copy(self.words, database.why_read_only))
            if database.who.protected is not Protection.NONE:
                say_error(say_kept_back(self.words))

    @contextmanager
    def writing(
        self, *, keep: bool = False, first: Callable[[Database], object] = lambda _database: None
    ) -> Iterator[Transaction]:
        """The office opened for one intention, all of it or nothing.

        ``keep`` backs it up before, unless the newest backup has it all: for what changes much.
        ``first`` may ask something before that, while nobody else is kept waiting.
        """
        with self.opened() as database:
            first(database)
            if keep and not database.read_only:
                backups.make_if_changed(database, datetime.now(UTC))
            with database.write(self.actor) as tx:
                yield tx

    @contextmanager
    def opened(self, needs: Right = Right.FIGURES) -> Iterator[Database]:
        """The office file, which must be there: a mistyped ``--office`` makes no empty one.

        An encrypted one asks for the passphrase. Raises NotAllowed without the right.
        """
        if unlocking.is_encrypted(self.office):
            database = unlocking.by_passphrase(self.office, self.asking.passphrase(self.office))
        else:
            database = offices.open_office(self.office, create=False)
        database.actor = self.actor
        try:
            if not database.who.may(needs):
                raise NotAllowed(needs, database.who.rights)
            database.second = self._second(database)
            if database.warning is not None:
                say_error(explain(self.words, database.warning))
            with database.read() as tx:
                word_lists.hand_in(tx, self.words)
            yield database
            if self.file_of and not database.read_only:
                # Before it is written: a file too many in the log is better than one too few.
                with database.write(self.actor) as tx:
                    papers_out.saved(tx, Paper(f"mentorctl {self.file_of}"))
        finally:
            database.close()

    def _second(self, database: Database) -> Who | None:
        """Who agrees where two are needed; an office without accounts needs nobody."""
        if database.who.account is None:
            return None
        passphrase = self.asking.second_passphrase()
        return None if passphrase is None else second_person.by_passphrase(database, passphrase)

    def tell(self, value: Any, lines: Callable[[], Sequence[str]]) -> None:  # noqa: ANN401 - JSON
        """Print ``value`` as JSON or the lines in words, which are made only when wanted."""
        if self.as_json:
            # Escapes where the pipe does not have all letters, so that a program reads them whole.
            print(json.dumps(value, ensure_ascii=not _has_all_letters(), indent=2, default=str))
            return
        said = lines()
        if not said and not value:
            said = [self.words.text("There is nothing to show yet.")]
        for line in said:
            print(line)


def said_with_copy(words: Words, refused: Refused) -> str:
    """Why not, and the command that helps where an office can only be read in its place."""
    said = explain(words, refused)
    if not copying.is_misplaced(refused):
        return said
    way = words.text("“mentorctl copy --to FILE” copies it to this PC.")
    return f"{said} {way}"


def _has_all_letters() -> bool:
    return (sys.stdout.encoding or "utf-8").casefold().replace("-", "").startswith("utf")


def actor() -> str:
    """Who is at the keyboard, for the audit."""
    try:
        return getuser()
    except (KeyError, OSError):  # no such user in a container
        return "mentorctl"


def office_path(text: str | None) -> Path:
    """The file meant by ``--office``: a path or a ``file:`` URL. Raises OfficeNotOpened."""
    if not text:
        return offices.default_path()
    url = urlparse(text)
    if url.scheme == "file":
        return Path(unquote(url.path))
    if "://" in text:
        raise OfficeNotOpened(Path(url.scheme), FileTrouble.IS_SERVER)
    return Path(text)


def default_language() -> str:
    """The language of the surroundings if we have it, else Bokmål."""
    wished = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
        "",
    )[:2]
    return wished if wished in LANGUAGES else "nb"


def read_text(path: Path) -> str:
    """The file as text in UTF-8. Raises CannotWriteFile, and NotAText for other bytes."""
    try:
        return read_at_most(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAText(path.name) from None


def say_error(text: str) -> None:
    """One sentence to the user, beside the answers."""
    print(text, file=sys.stderr)
