"""The competence card as the person gets it: what I can, what I wish, what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from mentorapp.domain.competences import GapKind
from mentorapp.domain.fits import Work
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.newcomers import Education
from mentorapp.domain.office import Office
from mentorapp.reference.languages import languages
from mentorapp.reports import style
from mentorapp.reports.own_paper import own_paper
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import N_, Words
from mentorapp.words.competences import say_level, say_work
from mentorapp.words.labels import label

#: So much of a text stands on the page: the card is one page, whatever somebody wrote.
_LONG, _LIST = 400, 300

_GAPS = {
    GapKind.RECOGNITION: N_("My education must be recognised in this country."),
    GapKind.CERTIFICATE: N_("I need a certificate or a licence."),
    GapKind.EDUCATION: N_("I need more education."),
    GapKind.EXPERIENCE: N_("I need to have worked here."),
    GapKind.NETWORK: N_("I need to know people who do this work."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardValues:
    """What stands on the card. Neither address nor telephone nor employer.

    ``local_language`` is the code of the country’s own; both levels are of it.
    """

    name: str
    education: Education
    education_field: str
    earlier: Work
    now: Work
    wished: Work
    experience: str
    skills: tuple[str, ...]
    licences: tuple[str, ...]
    certificates: tuple[str, ...]
    spoken: tuple[Spoken, ...]
    local_language: str
    level: Level | None
    needed_level: Level | None
    gap_note: str
    gaps: tuple[GapKind, ...]


def competence_card(values: CardValues, office: Office, words: Words, printed_on: date) -> bytes:
    """One page."""
    _ = words.text
    return own_paper(
        _("My competence card"), values.name, list(_body(values, words)), office, words, printed_on
    )


def _body(values: CardValues, words: Words) -> Iterator[Flowable]:
    _ = words.text
    yield from _part(_("I want to work as"), [say_work(words, values.wished)])
    yield from _part(_("I have worked as"), [say_work(words, values.earlier)])
    yield from _part(_("I work now as"), [say_work(words, values.now)])
    yield from _part(_("My education"), [_education(values, words)])
    yield from _part(_("My experience"), [shortened(values.experience, _LONG)])
    yield from _part(_("I can"), [_listed(values.skills)])
    yield from _part(_("My driving licences"), [_listed(values.licences)])
    yield from _part(_("My certificates and papers"), [_listed(values.certificates)])
    yield from _part(_("I speak"), [_spoken(values, words)])
    if values.gaps:
        yield paragraph(_("What I need to get there"), style.HEADING_LARGE)
        for gap in values.gaps:
            yield paragraph(_gap(gap, values, words), style.ITEM_LARGE, bullet="•")


def _part(heading: str, texts: Sequence[str]) -> Iterator[Flowable]:
    there = [text for text in texts if text]
    if there:
        yield paragraph(heading, style.HEADING_LARGE)
        yield from (paragraph(text, style.BODY_LARGE) for text in there)


def _education(values: CardValues, words: Words) -> str:
    parts = []
    if values.education not in (Education.UNKNOWN, Education.NONE):
        parts.append(label(words, values.education))
    return ": ".join(filter(None, (*parts, shortened(values.education_field, _LIST))))


def _listed(texts: tuple[str, ...]) -> str:
    return shortened(", ".join(texts), _LIST)


def _spoken(values: CardValues, words: Words) -> str:
    known = languages()
    ordered = sorted(values.spoken, key=lambda one: (-one.level.rank, one.language))
    return ", ".join(
        f"{known[one.language].name(words.language) if one.language in known else one.language} "
        f"({say_level(words, one.level)})"
        for one in ordered
    )


def _gap(gap: GapKind, values: CardValues, words: Words) -> str:
    _ = words.text
    if gap is not GapKind.LANGUAGE:
        return _(_GAPS[gap])
    if values.needed_level is None:
        return _("I need to speak the language better.")
    local = languages().get(values.local_language)
    said = _("I need %(language)s at %(needed)s. Now I have: %(level)s.") % {
        "language": local.name(words.language) if local else _("the language"),
        "needed": say_level(words, values.needed_level),
        "level": say_level(words, values.level),
    }
    if not values.gap_note:
        return said
    return _("%(said)s What for: %(what)s.") % {
        "said": said,
        "what": shortened(values.gap_note, 120).rstrip("."),
    }
