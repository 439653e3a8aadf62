"""The recovery key on a sheet of paper, and the question whether it was read off it rightly."""

from datetime import date

from mentorapp.domain import recovery_key
from mentorapp.domain.key_errors import RecoveryKeyMistyped
from mentorapp.words import Words


def recovery_paper(recovery: bytes, office: str, words: Words, printed_on: date) -> bytes:
    """The PDF; to print, and to be left on no disk."""
    from mentorapp.reports.recovery_sheet import recovery_sheet

    return recovery_sheet(recovery_key.printed(recovery), office, words, printed_on)


def check_typed(recovery: bytes, place: int, text: str) -> None:
    """Raise RecoveryKeyMistyped unless ``text`` is the group at ``place`` (from 1)."""
    groups = recovery_key.printed(recovery)
    if recovery_key.signs(text) != groups[place - 1]:
        raise RecoveryKeyMistyped(place)
