"""Whom to call, in the card of Today: a line each with what one needs at the telephone."""

from collections.abc import Sequence

from mentorapp.domain.protection import Protection
from mentorapp.operations.callees import Callee
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.spoken import language_of


def callee_facts(words: Words, callees: Sequence[Callee]) -> list[tuple[str, str]]:
    """(name, phone and the like) for each."""
    return [(callee.name, "\n".join(_lines(words, callee))) for callee in callees]


def _lines(words: Words, callee: Callee) -> list[str]:
    _ = words.text
    lines = [callee.phone or _("No phone number here")]
    if callee.protection is not Protection.NONE:
        lines = [label(words, callee.protection)]
    if callee.interpreter:
        name = language_of(words, callee.interpreter)
        lines.append(_("Interpreter: %(language)s") % {"language": name})
    if callee.last_call is not None:
        called = callee.last_call
        said = called.note or (_("got an answer") if called.reached else _("no answer"))
        lines.append(
            _("Called %(date)s: %(what)s") % {"date": words.date(called.called_on), "what": said}
        )
    return lines
