"""How a competence card is told: columns of the list, facts of the card beside it."""

from mentorapp.domain.competences import CompetenceCard, GapKind
from mentorapp.domain.protection import Protection
from mentorapp.operations.competences import CardRow
from mentorapp.operations.demands import FitRow
from mentorapp.words import Words
from mentorapp.words.competences import say_fit, say_gap, say_level, say_work
from mentorapp.words.labels import label
from ui.format import capital
from ui.widgets.table import Column

Facts = list[tuple[str, str]]


def columns(words: Words) -> list[Column[CardRow]]:
    """Name, what was and is wished, the level, what is missing."""
    _ = words.text
    return [
        Column(_("Name"), lambda row: row.name, width=150),
        Column(_("Has worked as"), lambda row: capital(say_work(words, row.earlier)), width=130),
        Column(_("Wishes"), lambda row: capital(say_work(words, row.wished)), width=130),
        Column(
            _("Language level"),
            lambda row: say_level(words, row.level),
            lambda row: row.level.rank if row.level else None,
            width=90,
        ),
        Column(
            _("What is missing"),
            lambda row: gaps_text(words, row),
            lambda row: len(row.gaps),
            width=190,
        ),
    ]


def gaps_text(words: Words, row: CardRow) -> str:
    """The gaps on one line."""
    return ", ".join(label(words, gap) for gap in row.gaps)


def search_text(words: Words, row: CardRow) -> str:
    """What else a row is found by."""
    card = row.card
    parts = (str(row.number), say_work(words, row.now), card.education_field, card.experience)
    return "\n".join((*parts, *card.skills, *card.licences, *card.certificates))


def card_facts(words: Words, row: CardRow) -> Facts:
    """Everything on the card."""
    _ = words.text
    card = row.card
    education = ": ".join(filter(None, (label(words, row.education), card.education_field)))
    return [
        (_("Number"), str(row.number)),
        (_("Has worked as"), capital(say_work(words, row.earlier))),
        (_("Works as"), capital(say_work(words, row.now))),
        (_("Wishes"), capital(say_work(words, row.wished))),
        (_("Education"), capital(education)),
        (_("Experience"), card.experience),
        (_("Skills"), ", ".join(card.skills)),
        (_("Driving licences"), ", ".join(card.licences)),
        (_("Certificates and papers"), ", ".join(card.certificates)),
        (_("Language level"), capital(say_level(words, row.level))),
        (_("What is missing"), missing_text(words, row)),
        (_("Address protection"), _protection(words, row)),
        (_("Last talked through"), _talked(words, card)),
    ]


def missing_text(words: Words, row: CardRow) -> str:
    """A line for each gap; those that follow from what is registered say so."""
    _ = words.text
    lines = []
    for gap in row.gaps:
        said = capital(say_gap(words, gap, row.card, row.level))
        if gap in row.hinted and gap not in row.card.gaps and gap is GapKind.CERTIFICATE:
            said = _("%(gap)s (every open demand in this work asks for one)") % {"gap": said}
        lines.append(said)
    return "\n".join(lines)


def fit_lines(words: Words, found: list[FitRow]) -> list[str]:
    """A paragraph for each demand: who asks, for what, what is there and what is missing."""
    return [
        f"{one.organisation} – {say_work(words, one.work)}: {say_fit(words, one.fit)}"
        for one in found
    ]


def _protection(words: Words, row: CardRow) -> str:
    return "" if row.protection is Protection.NONE else capital(label(words, row.protection))


def _talked(words: Words, card: CompetenceCard) -> str:
    return words.date(card.updated_on)
