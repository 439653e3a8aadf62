"""Occupations, gaps and fits in words: "needs B1, has A2 – for the radio"."""

from mentorapp.domain.competences import CompetenceCard, GapKind
from mentorapp.domain.demands import Demand
from mentorapp.domain.fits import Fit, Work
from mentorapp.domain.languages import Level
from mentorapp.words import Words
from mentorapp.words.labels import label


def say_work(words: Words, work: Work) -> str:
    """Somebody's own words for an occupation, else the name of its group; empty for none."""
    if work.words:
        return work.words
    known = words.lists.occupations.get(work.group)
    return known.name(words.language) if known else ""


def say_level(words: Words, level: Level | None) -> str:
    """A2, "mother tongue", "not registered"."""
    if level is None:
        return words.text("not registered")
    return words.text("mother tongue") if level is Level.NATIVE else level.value


def say_language(words: Words, needed: Level, level: Level | None, note: str) -> str:
    """What the language is short of: "needs B1, has A2 – for the radio"."""
    _ = words.text
    said = (
        _("needs %(needed)s, the level is not registered")
        if level is None
        else _("needs %(needed)s, has %(level)s")
    ) % {"needed": say_level(words, needed), "level": say_level(words, level)}
    return _("%(said)s – for %(what)s") % {"said": said, "what": note} if note else said


def say_fit(words: Words, fit: Fit) -> str:
    """What is there, then what is missing, each part ending before a semicolon."""
    _ = words.text
    there = label(words, fit.trade)
    if fit.held:
        there = _("%(trade)s; has %(papers)s") % {
            "trade": there,
            "papers": words.join(fit.held),
        }
    parts = [there]
    needed = fit.level_needed
    if needed is not None:
        parts.append(
            say_language(words, needed, fit.level, fit.level_note)
            if fit.language_missing
            else _("the language is enough (%(level)s)") % {"level": say_level(words, fit.level)}
        )
    lacking = (*fit.missing_licences, *fit.missing_certificates, *fit.missing_skills)
    if lacking:
        parts.append(_("lacks %(papers)s") % {"papers": words.join(lacking)})
    if fit.to_see_to:
        kinds = words.join([label(words, kind) for kind in fit.to_see_to])
        parts.append(_("to see to: %(gaps)s") % {"gaps": kinds})
    return "; ".join(parts)


def say_gap(words: Words, gap: GapKind, card: CompetenceCard, level: Level | None) -> str:
    """One gap; of the language also which level and what for."""
    if gap is GapKind.LANGUAGE and card.needed_level is not None:
        said = say_language(words, card.needed_level, level, card.gap_note)
        return f"{label(words, gap)}: {said}"
    return label(words, gap)


def say_asked(words: Words, demand: Demand) -> str:
    """What a demand asks for beside the trade; empty when nothing more."""
    _ = words.text
    parts = [*demand.licences, *demand.certificates, *demand.skills]
    if demand.level is not None:
        said = _("language %(level)s") % {"level": say_level(words, demand.level)}
        if demand.level_note:
            said = _("%(said)s – for %(what)s") % {"said": said, "what": demand.level_note}
        parts.append(said)
    return "; ".join(parts)
