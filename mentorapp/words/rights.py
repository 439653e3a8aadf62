"""Who may do what, as sentences for whoever may not."""

from collections.abc import Collection

from mentorapp.domain.accounts import Right
from mentorapp.words import N_, Words

#: Each names the roles that may; a test holds them against the rights.
_ONLY = {
    Right.FIGURES: N_("This account is closed."),
    Right.READ: N_("Only a coordinator sees people."),
    Right.WRITE: N_("Only a coordinator changes this."),
    Right.SETTINGS: N_("Only an administrator changes the settings of the office."),
    Right.ACCOUNTS: N_("Only an administrator says who may come in."),
    Right.AUDIT: N_("Only a data protection officer looks through the log."),
    Right.RETENTION: N_(
        "Only a coordinator or a data protection officer sees what is due to be erased."
    ),
}
_SEEN = {
    Right.FIGURES: N_("figures"),
    Right.SETTINGS: N_("settings"),
    Right.ACCOUNTS: N_("accounts"),
    Right.AUDIT: N_("the log"),
    Right.RETENTION: N_("the papers on privacy"),
}


def say_who_may(words: Words, right: Right) -> str:
    """The roles that have the right, as a sentence."""
    return words.text(_ONLY[right])


def say_nobody_may(words: Words) -> str:
    """After ``say_who_may``, where no account has the role."""
    return words.text(
        "No account has this role: an administrator gives it to somebody in Settings, Security."
    )


def say_what_is_there(words: Words, has: Collection[Right]) -> str:
    """What somebody sees who sees no people; "" where that is nothing."""
    _ = words.text
    seen = [_(name) for right, name in _SEEN.items() if right in has]
    if seen == [_("figures")]:
        return _("Your account sees figures only.")
    return _("Your account sees: %(what)s.") % {"what": ", ".join(seen)} if seen else ""


def say_not_allowed(words: Words, right: Right, has: Collection[Right] = ()) -> str:
    """Both as one text: what an account sees is told to whoever looked for people."""
    sees = say_what_is_there(words, has) if right is Right.READ else ""
    return " ".join(filter(None, (say_who_may(words, right), sees)))
