"""``deleted``: what went in the last thirty days, to be brought back or removed for good."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Any
from uuid import UUID

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import NotFound
from mentorapp.domain.office_errors import NotUnique
from mentorapp.operations import Transaction, deleted
from mentorapp.operations.deleted import DeletedRow
from mentorapp.operations.handles import handle
from mentorapp.words.deleted import about
from mentorapp.words.fields import kind_label
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("deleted", help="what was deleted in the last thirty days")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="what can be brought back")
    listing.set_defaults(command=_list)
    restoring = steps.add_parser("restore", parents=[shared], help="bring one back, whole")
    restoring.add_argument("deleted", metavar="DELETED", help="as shown by list")
    restoring.set_defaults(command=_restore)
    purging = steps.add_parser(
        "purge", parents=[shared], help="remove for good what was deleted over thirty days ago"
    )
    purging.add_argument("deleted", metavar="DELETED", nargs="?", help="this one now")
    purging.add_argument("--all", action="store_true", help="everything in the list now")
    purging.set_defaults(command=_purge)


def _list(session: Session, _args: Namespace) -> None:
    with session.reading() as tx:
        rows = deleted.rows(tx, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        [_values(row) for row in rows],
        lambda: table(
            (_("Deleted"), _("Kind"), _("What"), _("How"), _("By"), _("When"), _("Days left")),
            [
                (
                    handle(row.id),
                    kind_label(words, row.kind),
                    about(words, row.names, row.day, row.others),
                    label(words, row.how),
                    row.actor,
                    words.date(row.on),
                    row.days_left,
                )
                for row in rows
            ],
        ),
    )


def _restore(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        kind = deleted.restore(tx, _by_handle(tx, session, args.deleted))
    words = session.words
    said = words.text("Brought back: %(what)s.") % {"what": kind_label(words, kind)}
    session.tell({"restored": kind}, lambda: [said])


def _purge(session: Session, args: Namespace) -> None:
    words = session.words
    with session.writing(keep=args.all) as tx:
        if args.deleted:
            kind = deleted.purge(tx, _by_handle(tx, session, args.deleted))
            said = words.text("Removed for good: %(what)s.") % {"what": kind_label(words, kind)}
            gone: dict[str, Any] = {"removed": kind}
        else:
            rows = deleted.purge_all(tx) if args.all else deleted.purge_overdue(tx)
            said = words.plural(
                "%(n)d record was removed for good.", "%(n)d records were removed for good.", rows
            )
            gone = {"records": rows}
    session.tell(gone, lambda: [said])


def _by_handle(tx: Transaction, session: Session, text: str) -> UUID:
    wanted = text.strip().lower()
    ids = [row.id for row in deleted.rows(tx, session.today)]
    found = [one for one in ids if wanted and one.hex.endswith(wanted)]
    if not found:
        raise NotFound("deletion", text)
    if len(found) > 1:
        raise NotUnique(text)
    return found[0]


def _values(row: DeletedRow) -> dict[str, Any]:
    return {
        "deleted": handle(row.id),
        "kind": row.kind,
        "names": list(row.names),
        "day": row.day,
        "others": row.others,
        "how": row.how.value,
        "by": row.actor,
        "on": row.on,
        "days_left": row.days_left,
    }
