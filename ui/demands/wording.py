"""How a demand is told: columns, facts, who fits."""

from mentorapp.domain.protection import Protection
from mentorapp.operations.demands import DemandRow, FitRow
from mentorapp.words import Words
from mentorapp.words.competences import say_fit, say_level, say_work
from mentorapp.words.labels import label
from ui.format import capital
from ui.theme import Tone
from ui.widgets.table import Column


def columns(words: Words, *, organisation: bool = True) -> list[Column[DemandRow]]:
    """Occupation, who asks, what for, how many fit, whether it is open."""
    _ = words.text
    found = [
        Column[DemandRow](
            _("Occupation"), lambda row: capital(say_work(words, row.work)), width=150
        ),
        Column[DemandRow](_("Organisation"), lambda row: row.organisation, width=210),
        Column[DemandRow](_("Kind"), lambda row: capital(label(words, row.demand.kind)), width=100),
        Column[DemandRow](
            _("Number of people"),
            lambda row: words.number(row.demand.people),
            lambda row: row.demand.people,
            width=70,
        ),
        Column[DemandRow](
            _("Who fit"),
            lambda row: fitting_text(words, row),
            lambda row: (row.whole, row.fitting),
            width=160,
        ),
        Column[DemandRow](
            _("Status"),
            lambda row: _("open") if row.demand.is_open else _("closed"),
            lambda row: (not row.demand.is_open, row.demand.asked_on),
            width=90,
            least=90,
            badge=lambda row: Tone.OK if row.demand.is_open else Tone.MUTED,
        ),
    ]
    return found if organisation else [found[0], *found[2:]]


def state_text(words: Words, row: DemandRow) -> str:
    """Open, or closed with its day."""
    _ = words.text
    if row.demand.is_open:
        return _("open")
    return _("closed %(date)s") % {"date": words.date(row.demand.closed_on)}


def fitting_text(words: Words, row: DemandRow) -> str:
    """How many have the trade or wish it, and how many lack nothing."""
    if not row.demand.is_open:
        return ""
    return words.text("%(all)d · %(whole)d lacking nothing") % {
        "all": row.fitting,
        "whole": row.whole,
    }


def demand_facts(words: Words, row: DemandRow) -> list[tuple[str, str]]:
    """What was asked for."""
    _ = words.text
    demand = row.demand
    level = say_level(words, demand.level) if demand.level else ""
    if level and demand.level_note:
        level = _("%(said)s – for %(what)s") % {"said": level, "what": demand.level_note}
    return [
        (_("Organisation"), row.organisation),
        (_("How many people"), words.number(demand.people)),
        (_("Asked on"), words.date(demand.asked_on)),
        (_("Language level"), level),
        (_("Skills"), ", ".join(demand.skills)),
        (_("Driving licences"), ", ".join(demand.licences)),
        (_("Certificates and papers"), ", ".join(demand.certificates)),
        (_("Notes"), demand.notes),
    ]


def person_text(words: Words, one: FitRow) -> str:
    """One who fits: what is there, what is missing, and the person’s protection."""
    said = say_fit(words, one.fit)
    if one.card.protection is not Protection.NONE:
        mark = capital(label(words, one.card.protection))
        return f"{said}; {mark}"
    return said
