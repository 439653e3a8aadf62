"""Refusals of files between offices as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import exchange_errors as errors
from mentorapp.domain.errors import Refused
from mentorapp.domain.exchange_errors import ExchangeKind
from mentorapp.domain.waiting_lists import EntryState
from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.saying import says

_KINDS = {
    ExchangeKind.WAITING_LIST: N_(
        "The file is a waiting list of another office. Open it under Waiting lists."
    ),
    ExchangeKind.ANSWER: N_("The file is an answer to a waiting list. Open it as an answer."),
    ExchangeKind.COMPARISON: N_("The file holds figures to compare. Open it under Comparison."),
}


def _another_kind(words: Words, e: errors.ExchangeFileOfAnotherKind) -> str:
    return words.text(_KINDS[e.found_kind])


def _line_decided(words: Words, e: errors.LineDecided) -> str:
    return words.text("Line %(code)s is “%(state)s”, so this cannot be done with it.") % {
        "code": e.code,
        "state": label(words, EntryState(e.state)) if e.state in list(EntryState) else e.state,
    }


EXCHANGE_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    errors.NotAnExchangeFile: says(
        N_(
            "The file is none that Mentorapp writes for other offices, or it is cut off. Ask the "
            "sender for it once more."
        )
    ),
    errors.OfficeWithoutName: says(
        N_(
            "Your office has no name yet. Give it one in Settings, so that others see whose file "
            "it is."
        )
    ),
    errors.ExchangeFileTooLarge: says(
        N_("The file is larger than %(limit)d kB: no such list is. It was not opened.")
    ),
    errors.ExchangeFileTooNew: says(
        N_("A newer Mentorapp wrote the file. Bring this one up to date and read it again.")
    ),
    errors.ExchangeFileOfAnotherKind: _another_kind,
    errors.ExchangeFileChanged: says(
        N_(
            "The file was changed after it was signed, so nothing in it can be trusted. Ask the "
            "sender for it once more, as an attachment."
        )
    ),
    errors.UnknownOffice: says(
        N_(
            "The file was signed by an office that is not trusted here; it calls itself "
            "“%(name)s”. Call the office on a number you know and have its fingerprint read out. "
            "If it is %(fingerprint)s, add the office under Neighbours and read the file again."
        )
    ),
    errors.ForAnotherOffice: says(
        N_("The file is meant for another office. Nothing was read; tell the sender and delete it.")
    ),
    errors.OwnFile: says(N_("This office wrote the file itself.")),
    errors.FingerprintDiffers: says(
        N_(
            "The file was signed by another office than the one you called: its fingerprint is "
            "%(fingerprint)s. The office was not added."
        )
    ),
    errors.NotAKey: says(
        N_("“%(text)s” is no public key: that has 64 digits and letters from a to f.")
    ),
    errors.NeighbourKnown: says(N_("The key is that of “%(name)s”, which is trusted already.")),
    errors.ListReadBefore: says(N_("The list was read already, on %(read_on)s.")),
    errors.AnswerToUnknownList: says(
        N_("The answer is for a list that this office did not send to them.")
    ),
    errors.ListAnswered: says(
        N_("The list was answered on %(answered_on)s, so its offers stand as they are.")
    ),
    errors.NobodyToShare: says(
        N_(
            "Nobody who waits has agreed that other offices are told. The consent is noted in "
            "the newcomer's form."
        )
    ),
    errors.NothingToAnswer: says(
        N_("Mentors are offered for lists of other offices, and this list is your own.")
    ),
    errors.LineDecided: _line_decided,
    errors.NotAgreedToShare: says(
        N_(
            "Other offices may be told nothing of %(name)s: there is no agreement to it, or an "
            "address is protected."
        )
    ),
}
