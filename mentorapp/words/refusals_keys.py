"""Refusals of keys and accounts as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import account_errors, key_errors
from mentorapp.domain.accounts import Role
from mentorapp.domain.errors import Refused
from mentorapp.domain.passphrases import Weakness
from mentorapp.words import N_, Words
from mentorapp.words.rights import say_nobody_may, say_not_allowed
from mentorapp.words.saying import says

ROLE_NAMES = {
    Role.READER: N_("reader"),
    Role.COORDINATOR: N_("coordinator"),
    Role.ADMINISTRATOR: N_("administrator"),
    Role.PROTECTION_OFFICER: N_("data protection officer"),
}


def _not_allowed(words: Words, e: account_errors.NotAllowed) -> str:
    said = say_not_allowed(words, e.right, e.has)
    return f"{said} {say_nobody_may(words)}" if e.nobody else said


def _weak(words: Words, e: key_errors.PassphraseWeak) -> str:
    if e.weakness == Weakness.SHORT:
        return words.text(
            "The passphrase is too short. Take four words that do not belong together, or fourteen "
            "signs."
        )
    return words.text(
        "The passphrase would be guessed: it is made of names or patterns that are tried first. "
        "Take four words that do not belong together."
    )


def _older(words: Words, e: key_errors.OlderThanSeen) -> str:
    said = words.text(
        "This is not the office as it was last open on this PC: that was last changed %(seen)s, "
        "this one %(found)s. If nobody put an older copy back on purpose, do not work in it, and "
        "look for the newer file first."
    ) % {
        "seen": words.moment(e.seen.astimezone()),
        "found": words.moment(e.here.astimezone()),
    }
    if e.elsewhere is None:
        return said
    where = words.text("The newer one was open as “%(path)s”.") % {"path": e.elsewhere}
    return f"{said} {where}"


def _slots_unreadable(words: Words, e: key_errors.SlotsUnreadable) -> str:
    if e.copy is None:
        return words.text(
            "The file of keys beside the office is missing or damaged, and without it nothing "
            "opens the office. Copy it back from the newest backup, where it lies beside the copy."
        )
    return words.text(
        "The file of keys beside the office is missing or damaged, and without it nothing opens "
        "the office. The newest backup has a copy of it: copy “%(copy)s” to “%(keys)s”."
    ) % {"copy": e.copy, "keys": e.keys}


KEY_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    account_errors.NotAllowed: _not_allowed,
    account_errors.NameTaken: says(
        N_(
            "There is an account of this name already, or there was one: the log tells people by "
            "it. Choose another name."
        )
    ),
    account_errors.OutOfScope: says(
        N_("You cannot save this: it would belong to a scheme or to people that are not yours.")
    ),
    account_errors.OnlyHandlersLetIn: says(
        N_(
            "Only somebody who handles people with a protected address may let another one do so. "
            "Ask one of them to change the account."
        )
    ),
    account_errors.LastAdministrator: says(
        N_("The office needs an administrator. Let another account have that role first.")
    ),
    account_errors.LastHandler: says(
        N_(
            "Nobody would be left who handles people with a protected address. Let another account "
            "handle them first."
        )
    ),
    account_errors.OnlyHandlersChange: says(
        N_(
            "Where somebody with a protected address lives, and how protected the address is, can "
            "only be changed by an account that handles such people."
        )
    ),
    account_errors.SecondPersonNeeded: says(
        N_(
            "This takes two: somebody else who handles people with a protected address has to "
            "agree with her own passphrase."
        )
    ),
    key_errors.OfficeLocked: says(
        N_("“%(path)s” is locked. Give a passphrase or the recovery key to open it.")
    ),
    key_errors.OfficeNotEncrypted: says(
        N_(
            "“%(path)s” should be encrypted and is not: another file has been put in its place. "
            "It was not opened. Fetch the newest backup, or ask who moved files."
        )
    ),
    key_errors.SlotsUnreadable: _slots_unreadable,
    key_errors.KeysNotThere: says(
        N_(
            "“%(path)s” is not a Mentorapp office; or it is an encrypted one, and “%(keys)s” is "
            "not beside it. Put that file there: a copy lies beside each backup."
        )
    ),
    key_errors.SlotsTooNew: says(
        N_("The file of keys was written by a newer Mentorapp. Install the newer version.")
    ),
    key_errors.NoSlotOpens: says(
        N_(
            "This does not open the office. Look at capital letters and the language of the "
            "keyboard; if the passphrase is forgotten, the recovery key in the safe opens it."
        )
    ),
    key_errors.NobodyToAsk: lambda words, e: (
        words.text("Nobody is at the keyboard to be asked: the command needs %(options)s.")
        % {"options": ", ".join(f"{one} FILE" for one in e.options)}
    ),
    key_errors.TypedDifferently: says(
        N_("The two passphrases are not the same. Type the new one twice.")
    ),
    key_errors.OlderThanSeen: _older,
    key_errors.TypedTextLost: says(
        N_(
            "What you had typed and not saved cannot be read again: the keys of the office were "
            "changed while it was locked. Type it once more."
        )
    ),
    key_errors.NotEncrypted: says(
        N_("The office is not encrypted, and so has no passphrases. Turn encryption on first.")
    ),
    key_errors.EncryptedAlready: says(N_("The office is encrypted already.")),
    key_errors.PassphraseTaken: says(N_("Choose another passphrase: this one cannot be used.")),
    key_errors.PassphraseWeak: _weak,
    key_errors.LastWayIn: says(
        N_("Nobody could open the office any more. Add another passphrase first.")
    ),
    key_errors.AccountNotNamed: lambda words, e: (
        words.text("Say whose passphrase is to be new: %(names)s.") % {"names": ", ".join(e.names)}
    ),
    key_errors.RecoveryKeyIncomplete: says(
        N_("The recovery key has eight groups of five signs; %(groups)s whole groups were typed.")
    ),
    key_errors.RecoveryKeyMistyped: says(
        N_("Group %(group)s of the recovery key is mistyped. Look at the paper once more.")
    ),
}
