"""Refusals about backups and what they cannot help with as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import backup_errors
from mentorapp.domain.errors import Refused
from mentorapp.words import N_, Words
from mentorapp.words.saying import says


def _lost(words: Words, e: backup_errors.SavesLost) -> str:
    _ = words.text
    said = (
        _(
            "The program ended without closing the office, and several changes that were saved "
            "last, up to %(moment)s, are gone: the disk does not give them back. What is here is "
            "sound; no backup is newer. Look through what was done last, save it again, and have "
            "the disk checked."
        )
        if e.several
        else _(
            "The program ended without closing the office, and the last change, of %(moment)s, is "
            "not in it. Look through what was done last, and save it again."
        )
    )
    return said % {"moment": words.moment(e.at.astimezone())}


BACKUP_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    backup_errors.NoBackup: says(N_("There is no backup yet. Make one first.")),
    backup_errors.SavesLost: _lost,
}
