"""How a placement is told: columns of lists, facts of the card, lines of its history."""

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.placements import PlacementStatus
from mentorapp.operations.placement_rows import PlacementRow
from mentorapp.reference.phones import readable
from mentorapp.words import N_, Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.placements import (
    say_hidden,
    say_levels,
    say_period,
    say_place,
    say_status,
    say_time,
)
from ui.format import capital
from ui.theme import Tone
from ui.widgets.table_model import Column

TONES = {
    PlacementStatus.PLANNED: Tone.INFO,
    PlacementStatus.RUNNING: Tone.OK,
    PlacementStatus.ENDED: Tone.MUTED,
}
_STEPS = {
    "placements.register": N_("registered"),
    "placements.amend": N_("changed"),
    "placements.midway_held": N_("midway talk noted"),
    "placements.end": N_("end noted"),
    "placements.reopen": N_("end taken back"),
    "placements.extend": N_("extended"),
    "placements.delete": N_("deleted"),
    "placements.restore": N_("brought back"),
}
_TEXTS = ("teaching", "practised", "midway_note", "end_note", "learnt", "notes")
_DAYS = ("agreement_signed_on", "midway_on", "midway_done_on")


def where(words: Words, row: PlacementRow) -> str:
    """The place, or that it may not be told."""
    return say_hidden(words) if row.hidden else say_place(words, row.placement, row.organisation)


def about(words: Words, row: PlacementRow) -> str:
    """One line about it, above a form."""
    return " · ".join((row.person, where(words, row), say_period(words, row.placement)))


def columns(words: Words, *, person: bool = True, place: bool = True) -> list[Column[PlacementRow]]:
    """Status first; the person or the place is left out where it is plain who or where it is."""
    _ = words.text
    found = [
        Column[PlacementRow](
            _("Status"),
            lambda row: capital(say_status(words, row.placement, row.status)),
            lambda row: (list(PlacementStatus).index(row.status), row.placement.started_on),
            width=160,
            least=150,
            badge=lambda row: TONES[row.status],
        )
    ]
    if person:
        found.append(Column(_("Person"), lambda row: row.person, width=145))
    if place:
        found.append(
            Column(_("Where"), lambda row: where(words, row), width=230 if person else 340)
        )
    found.append(
        Column(
            _("Kind"),
            lambda row: capital(label(words, row.placement.kind)),
            width=125 if person else 160,
        )
    )
    if not (person and place):
        # With all the others there is no room for it; the card tells the whole period.
        found.append(
            Column(
                _("From"),
                lambda row: words.date(row.placement.started_on),
                lambda row: row.placement.started_on,
                width=108,
                least=108,
            )
        )
    return [
        *found,
        Column(
            _("To"),
            lambda row: _until(words, row),
            lambda row: row.placement.ended_on or row.placement.planned_end,
            width=130,
            least=130,
            badge=lambda row: Tone.WARN if row.warning is not None else None,
        ),
    ]


def facts(words: Words, row: PlacementRow) -> list[tuple[str, str]]:
    """What stands on the card; empty values are left out by it."""
    _, one = words.text, row.placement
    return [
        (_("Number"), str(one.number)),
        (_("Where"), where(words, row)),
        (field_label(words, "supervisor"), one.supervisor),
        (field_label(words, "supervisor_phone"), readable(one.supervisor_phone)),
        (_("Period"), say_period(words, one)),
        (_("Since"), words.date(row.since) if row.since != one.started_on else ""),
        (_("Working time"), say_time(words, one)),
        *(
            (field_label(words, name), words.date(value))
            for name in _DAYS
            if (value := getattr(one, name)) is not None
        ),
        (_("Level"), say_levels(words, one)),
        (field_label(words, "project_id"), row.project),
        *((field_label(words, name), getattr(one, name)) for name in _TEXTS),
    ]


def history_line(words: Words, entry: AuditEntry) -> tuple[str, str]:
    """When and who; what, with the names of the fields that were changed."""
    step = words.text(_STEPS[entry.operation]) if entry.operation in _STEPS else entry.operation
    named = [field_label(words, name) for name in entry.fields if entry.change == "changed"]
    said = f"{step}: {', '.join(named)}" if named else step
    return f"{words.moment(entry.at.astimezone())} – {entry.actor}", capital(said)


def _until(words: Words, row: PlacementRow) -> str:
    """The end; with a sign where the length is unusual, so that it is not told by colour alone."""
    day = words.date(row.placement.ended_on or row.placement.planned_end)
    return day if row.warning is None else f"{day} !"
