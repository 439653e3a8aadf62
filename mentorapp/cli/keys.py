"""``keys``: who has a passphrase, the recovery key, and encryption turned on later."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import recovery_key_option
from mentorapp.cli.asking import NEW_PASSPHRASE, RECOVERY_KEY_OUT, check_somebody
from mentorapp.cli.session import Session, say_error
from mentorapp.cli.tables import table
from mentorapp.domain.accounts import Account, Role
from mentorapp.domain.errors import NotFound
from mentorapp.domain.key_errors import AccountNotNamed, EncryptedAlready
from mentorapp.domain.office import Office
from mentorapp.domain.passphrases import check_passphrase
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import folded
from mentorapp.operations import (
    Database,
    backups,
    keys,
    offices,
    old_copies,
    plain_copies,
    unlocking,
    ways_in,
)
from mentorapp.operations.ways_in import WayIn
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.plain_copies import left_lines, old_lines
from mentorapp.words.refusals import explain
from mentorapp.words.refusals_keys import ROLE_NAMES


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``keys list|add|change|remove|reopen|recover|renew|encrypt``."""
    group = commands.add_parser("keys", help="who may come in, and by what")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    def step(name: str, run: Callable[[Session, Namespace], None], text: str) -> ArgumentParser:
        added = steps.add_parser(name, help=text, description=text, parents=[shared])
        added.set_defaults(command=run)
        return added

    step("list", list_ways, "the accounts, and what each is there for")
    adding = step("add", add, "let somebody in")
    adding.add_argument("name", metavar="NAME")
    _account_options(adding)
    new_passphrase_option(adding)
    changing = step(
        "change", change, "take another passphrase, give one to NAME, or change the account"
    )
    changing.add_argument("name", metavar="NAME", nargs="?")
    _account_options(changing)
    new_passphrase_option(changing)
    removing = step("remove", remove, "close an account and give the office other keys")
    removing.add_argument("name", metavar="NAME")
    reopening = step("reopen", reopen, "let somebody in again who was removed")
    reopening.add_argument("name", metavar="NAME")
    new_passphrase_option(reopening)
    recovering = step("recover", recover, "get another passphrase by the recovery key")
    recovering.add_argument("name", metavar="NAME", nargs="?")
    recovery_key_option(recovering)
    new_passphrase_option(recovering)
    renewing = step("renew", renew, "have another recovery key; the old one opens nothing then")
    recovery_option(renewing)
    encrypting = step("encrypt", encrypt, "encrypt an office that was begun without")
    encrypting.add_argument("--account", metavar="NAME", help="the first account; the user's name")
    new_passphrase_option(encrypting)
    recovery_option(encrypting)


def new_passphrase_option(parser: ArgumentParser) -> None:
    """``--new-passphrase-file``."""
    parser.add_argument(
        NEW_PASSPHRASE,
        metavar="FILE",
        help="the new passphrase is its first line; - for standard input",
    )


def recovery_option(parser: ArgumentParser) -> None:
    """``--recovery-key-out``."""
    parser.add_argument(
        RECOVERY_KEY_OUT, type=Path, metavar="FILE", help="write the recovery key there"
    )


def first_ways(session: Session, args: Namespace, office: Office) -> keys.FirstWays:
    """Ask for a passphrase, and show the recovery key until it is on paper."""
    name = args.account or session.actor
    given = {NEW_PASSPHRASE: args.new_passphrase_file, RECOVERY_KEY_OUT: args.recovery_key_out}
    missing = [option for option, file in given.items() if file is None]
    if missing:  # both are told at once
        check_somebody(*missing)
    passphrase = session.asking.new_passphrase(args.new_passphrase_file)
    check_passphrase(passphrase, [name, office.name, office.municipality])
    secret = keys.new_recovery_key()
    session.asking.show_recovery_key(secret, args.recovery_key_out)
    return keys.FirstWays(name, passphrase, secret)


def list_ways(session: Session, _args: Namespace) -> None:
    """Accounts that are not closed."""
    with session.opened() as database:
        found = ways_in.all_ways(database)
    _ = session.words.text
    heads = (_("Name"), _("Roles"), _("Schemes"), _("Protected people"), _("Passphrase"))

    def cells(one: WayIn) -> tuple[str, ...]:
        return *_cells(session.words, one.account), _("Yes") if one.has_passphrase else _("No")

    session.tell(
        [_values(one.account) | {"passphrase": one.has_passphrase} for one in found],
        lambda: table(heads, [cells(one) for one in found]),
    )


def add(session: Session, args: Namespace) -> None:
    """A new account and its passphrase."""
    with session.opened() as database:
        passphrase = session.asking.new_passphrase(args.new_passphrase_file)
        account = Account(**{"name": args.name, "roles": frozenset()} | _given(args))
        account = ways_in.add(database, account, passphrase)
    _tell(session, account)


def change(session: Session, args: Namespace) -> None:
    """The account where something of it is given, else the passphrase."""
    given = _given(args)
    with session.opened() as database:
        if given:
            account = _account(database, args.name or database.who.name)
            before = database.keys
            account = ways_in.change(database, replace(account, **given))
            if database.keys != before:
                _back_up(session, database)
            _tell(session, account)
            return
        own = None if args.name else database.who.account
        account_id = own or _account(database, args.name or "").id
        new = session.asking.new_passphrase(args.new_passphrase_file)
        ways_in.give_passphrase(database, account_id, new)
    said = session.words.text("The new passphrase counts from now on.")
    session.tell({"changed": True}, lambda: [said])


def remove(session: Session, args: Namespace) -> None:
    """Close the account and exchange the keys."""
    with session.opened() as database:
        account = _account(database, args.name)
        ways_in.remove(database, account.id, session.today)
        _back_up(session, database)
        left = old_copies.left(database)
    _ = session.words.text
    session.tell(
        _values(account) | {"old_copies": [one.path for one in left]},
        lambda: [
            _("Removed: %(name)s. The office has other keys now.") % {"name": account.name},
            *old_lines(session.words, left),
        ],
    )


def reopen(session: Session, args: Namespace) -> None:
    """The account as it was, with a passphrase of its own again."""
    with session.opened() as database:
        account = _named(ways_in.closed(database), args.name)
        passphrase = session.asking.new_passphrase(args.new_passphrase_file)
        account = ways_in.reopen(database, account.id, passphrase)
    _tell(session, account)


def recover(session: Session, args: Namespace) -> None:
    """A new passphrase for the account named, or for the only one."""
    office = session.office
    secret = session.asking.recovery_key(args.recovery_key_file)
    there = unlocking.recoverable(office, secret)
    if not args.name and len(there) != 1:
        raise AccountNotNamed(tuple(one.name for one in there))
    account = _named(there, args.name or there[0].name)
    new = session.asking.new_passphrase(args.new_passphrase_file)
    unlocking.recover(office, secret, account.id, new).close()
    _tell(session, account)


def renew(session: Session, args: Namespace) -> None:
    """Another recovery key."""
    with session.opened() as database:
        secret = keys.new_recovery_key()
        ways_in.check_may_renew(database)
        session.asking.show_recovery_key(secret, args.recovery_key_out)
        ways_in.renew_recovery_key(database, secret)
        _back_up(session, database)
        left = old_copies.left(database)
    said = session.words.text("The new recovery key is the one that counts. Destroy the old one.")
    session.tell(
        {"renewed": True, "old_copies": [one.path for one in left]},
        lambda: [said, *old_lines(session.words, left)],
    )


def encrypt(session: Session, args: Namespace) -> None:
    """Encryption, turned on for good."""
    with session.opened() as database:
        if database.keys is not None:
            raise EncryptedAlready
        with database.read() as tx:
            office = offices.read(tx)
        keys.encrypt(database, first_ways(session, args, office))
        _back_up(session, database)
        name, left = database.who.name, plain_copies.left(database)
    said = session.words.text("The office is encrypted now. First account: %(name)s.")
    session.tell(
        {"encrypted": True, "account": name, "in_plain_text": [one.path for one in left]},
        lambda: [said % {"name": name}, *left_lines(session.words, left)],
    )


def _back_up(session: Session, database: Database) -> None:
    """The old backups open by what was taken away just now."""
    trouble = backups.after_other_keys(database, datetime.now(UTC))
    if trouble is not None:
        say_error(explain(session.words, trouble))


def _account_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--role",
        dest="roles",
        type=Role,
        action="append",
        choices=list(Role),
        help="may be given several times",
    )
    parser.add_argument(
        "--scheme",
        dest="schemes",
        action="append",
        metavar="KEY",
        help="one of those she coordinates; all, if none is given",
    )
    parser.add_argument(
        "--protected",
        type=Protection,
        choices=list(Protection),
        help="the strictest protection whose people she handles",
    )


def _given(args: Namespace) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if args.roles:
        given["roles"] = frozenset(args.roles)
    if args.schemes:
        given["schemes"] = frozenset(filter(None, args.schemes))
    if args.protected is not None:
        given["protected"] = args.protected
    return given


def _account(database: Database, name: str) -> Account:
    return _named([one.account for one in ways_in.all_ways(database)], name)


def _named(accounts: list[Account], name: str) -> Account:
    for one in accounts:
        if folded(one.name) == folded(name):
            return one
    raise NotFound("account", name, tuple(one.name for one in accounts))


def _tell(session: Session, account: Account) -> None:
    words = session.words
    session.tell(_values(account), lambda: [", ".join(filter(None, _cells(words, account)))])


def _values(one: Account) -> dict[str, Any]:
    return {
        "name": one.name,
        "roles": sorted(one.roles),
        "schemes": sorted(one.schemes),
        "protected": one.protected,
    }


def _cells(words: Words, one: Account) -> tuple[str, ...]:
    roles = ", ".join(words.text(ROLE_NAMES[role]) for role in Role if role in one.roles)
    return one.name, roles, ", ".join(sorted(one.schemes)), label(words, one.protected)
