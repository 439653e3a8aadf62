"""``backup``, ``restore`` and ``backups``: copies of the whole office, and one put in its place."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import recovery_key_option
from mentorapp.cli.session import Session, say_error
from mentorapp.cli.tables import table
from mentorapp.domain.backup_errors import NoBackup
from mentorapp.domain.backups import Drill, FoundBackup
from mentorapp.domain.key_errors import NotEncrypted
from mentorapp.domain.plain_copies import CopiesRemoved, LeftCopy
from mentorapp.operations import (
    Database,
    backup_drill,
    backups,
    old_copies,
    plain_copies,
    restoring,
)
from mentorapp.words import Words
from mentorapp.words.backups import drill_lines, restored_lines, size, status_lines, where
from mentorapp.words.plain_copies import left_lines, old_lines, removed_lines
from mentorapp.words.refusals import explain


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The two commands and the group."""

    def command(
        under: "_SubParsersAction[ArgumentParser]",
        name: str,
        run: Callable[[Session, Namespace], None],
        text: str,
    ) -> ArgumentParser:
        added = under.add_parser(name, help=text, description=text, parents=[shared])
        added.set_defaults(command=run)
        return added

    command(commands, "backup", backup, "back up the office now, in both places")
    back = command(commands, "restore", restore, "put a backup in the place of the office")
    back.add_argument(
        "backup", type=Path, nargs="?", metavar="FILE", help="as shown by backups list; the newest"
    )
    recovery_key_option(back)
    group = commands.add_parser("backups", help="copies of the whole office")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = command(steps, "list", list_backups, "what there is, without opening the office")
    listing.add_argument("--in", dest="folder", type=Path, metavar="DIR", help="look there instead")
    command(steps, "status", status, "whether the office is backed up as it should be")
    place = command(steps, "place", place_second, "choose the second place")
    chosen = place.add_mutually_exclusive_group(required=True)
    chosen.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    chosen.add_argument("--none", action="store_true", help="have one place alone")
    command(steps, "drill", drill, "try out whether the newest backup can be restored")
    left = command(steps, "plain", plain, "copies of before the office was encrypted")
    left.add_argument(
        "--remove", action="store_true", help="check the office, back it up, and remove them"
    )
    old = command(steps, "old", old_ones, "copies that open by what was taken away since")
    old.add_argument(
        "--remove", action="store_true", help="check the office, back it up, and remove them"
    )


def backup(session: Session, _args: Namespace) -> None:
    """Back up now."""
    with session.opened() as database:
        made = backups.make(database, _now())
    words = session.words
    if made.trouble is not None:
        say_error(explain(words, made.trouble))
    places = [one.path for one in (made.first, made.second) if one is not None]
    said = words.text("Backed up and checked: %(file)s")
    session.tell(
        {"made": made.first.made, "size": made.first.size, "files": places},
        lambda: [said % {"file": path} for path in places],
    )


def restore(session: Session, args: Namespace) -> None:
    """Restore the newest backup or the one that is named; what was there is kept."""
    wanted = args.backup or next((one.path for one in restoring.of_office(session.office)), None)
    if wanted is None:
        raise NoBackup
    keys = _keys(session, wanted, args.recovery_key_file)
    done = restoring.restore(wanted, session.office, keys, session.actor, _now())
    session.tell(asdict(done), lambda: restored_lines(session.words, done))


def _keys(session: Session, backup: Path, recovery_key: str | None) -> restoring.OfficeKeys | None:
    office, asking = session.office, session.asking
    if not restoring.is_encrypted(backup):
        return None
    if recovery_key is not None:
        secret = asking.recovery_key(recovery_key)
        return restoring.by_recovery_key(backup, office, secret)
    return restoring.by_passphrase(backup, office, asking.passphrase(backup))


def list_backups(session: Session, args: Namespace) -> None:
    """Every backup, the newest first."""
    folder = args.folder
    found = restoring.in_folder(folder) if folder else restoring.of_office(session.office)
    words, _ = session.words, session.words.text
    session.tell(
        [_values(one) for one in found],
        lambda: (
            table(
                (_("Made"), _("Size"), _("Where"), _("File")),
                [_cells(words, one) for one in found],
            )
            if found
            else []
        ),
    )


def status(session: Session, _args: Namespace) -> None:
    """How old the newest backups are."""
    found = backups.status(session.office, _now())
    session.tell(asdict(found), lambda: status_lines(session.words, found))


def place_second(session: Session, args: Namespace) -> None:
    """Choose the second place, or none."""
    with session.opened() as database:
        folder = backups.set_second(database, None if args.none else args.folder.absolute())
    said = session.words.text("Second place: %(folder)s")
    none = session.words.text("There is no second place now.")
    session.tell({"second": folder}, lambda: [said % {"folder": folder} if folder else none])


def drill(session: Session, _args: Namespace) -> None:
    """Restore the newest backup into a copy and count what is in it."""
    with session.opened() as database:
        done = backup_drill.drill(database, _now())
    session.tell(_drilled(done), lambda: drill_lines(session.words, done))


def plain(session: Session, args: Namespace) -> None:
    """Show what is left in plain text, or remove it."""
    _copies(session, args, plain_copies.left, plain_copies.remove, left_lines)


def old_ones(session: Session, args: Namespace) -> None:
    """Show what opens with passphrases that are none any more, or remove it."""
    _copies(session, args, old_copies.left, old_copies.remove, old_lines)


def _copies(
    session: Session,
    args: Namespace,
    find: Callable[[Database], list[LeftCopy]],
    remove: Callable[[Database, datetime], CopiesRemoved],
    lines: Callable[[Words, Sequence[LeftCopy]], list[str]],
) -> None:
    words = session.words
    with session.opened() as database:
        if database.keys is None:
            raise NotEncrypted
        if not args.remove:
            left = find(database)
            session.tell([asdict(one) for one in left], lambda: lines(words, left))
            return
        done = remove(database, _now())
    session.tell(asdict(done), lambda: removed_lines(words, done))


def _values(one: FoundBackup) -> dict[str, Any]:
    return {
        "file": one.path,
        "made": one.made,
        "size": one.size,
        "encrypted": one.encrypted,
        "second_place": one.in_second_place,
    }


def _cells(words: Words, one: FoundBackup) -> tuple[object, ...]:
    made = words.moment(one.made.astimezone())
    return made, size(words, one.size), where(words, one), one.path


def _drilled(done: Drill) -> dict[str, Any]:
    return {
        "backup": done.backup.path,
        "passed": done.passed,
        "changed_since": done.changed_since,
        "seconds": round(done.seconds, 2),
        "counted": {one.kind: [one.restored, one.office] for one in done.counted},
    }


def _now() -> datetime:
    return datetime.now(UTC)
