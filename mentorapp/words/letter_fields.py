"""Letter texts as an office reads and writes them: fields and conditions in its own language.

In the file and on the way to paper a field is ``{mentor_first_name}`` and a condition
``[if contact]``; on the screen it is called as in this table, by the user's language.
"""

import re
from collections.abc import Callable

from mentorapp.words import N_, Words

#: Every field that any letter can ask for.
FIELDS = {
    "mentor_first_name": N_("the mentor's first name"),
    "newcomer_first_name": N_("the newcomer's first name"),
    "mentor_title": N_("what a mentor is called"),
    "newcomer_title": N_("what a newcomer is called"),
    "scheme": N_("scheme"),
    "office": N_("office"),
    "languages": N_("languages"),
    "area": N_("municipality of the other"),
    "shared_points": N_("what they have in common"),
    "contact": N_("phone and e-mail of the other"),
    "coordinator": N_("coordinator"),
    "coordinator_contact": N_("coordinator with phone"),
    "start_date": N_("day of the start meeting"),
    "start_time": N_("time of the start meeting"),
    "start_place": N_("place of the start meeting"),
    "start_place_told": N_("place is told by the coordinator"),
    "interpreter": N_("interpreter is ordered"),
    "first_meeting_by": N_("first meeting before"),
    "follow_ups": N_("next follow-ups"),
    "rhythm": N_("how often they meet"),
    "planned_end": N_("planned end"),
    "pairing_number": N_("pairing number"),
    "to_mentor": N_("to the mentor"),
    "to_newcomer": N_("to the newcomer"),
    "reader_family": N_("the reader's family is in the pair"),
    "other_family": N_("the other's family is in the pair"),
    "other_members": N_("the other's family"),
    "first_name": N_("first name"),
    "full_name": N_("full name"),
    "title": N_("what the reader is called"),
    "schemes": N_("schemes"),
    "registered_on": N_("day of registration"),
    "municipality": N_("municipality"),
    "person_number": N_("person number"),
    "organisation": N_("organisation"),
    "year": N_("year"),
    "mentors": N_("number of mentors"),
    "pairings": N_("number of pairings"),
    "hours": N_("hours"),
    "placements": N_("number of placements"),
    "other_first_name": N_("the other's first name"),
    "norway": N_("the office is in Norway"),
    "denmark": N_("the office is in Denmark"),
    "elsewhere": N_("the office is in another country"),
    "data_authority": N_("data protection authority"),
    "protected": N_("an address is protected"),
    "completed": N_("they kept on until the planned end"),
    "ended_early": N_("they stopped before the planned end"),
    "moved": N_("one of them has moved"),
    "work_or_study": N_("one of them works or studies now"),
    "no_time": N_("one of them has no time"),
    "began_on": N_("day of the first meeting"),
    "ended_on": N_("last day"),
    "meetings": N_("number of meetings"),
    "many_meetings": N_("number of meetings, from two on"),
    "certificate": N_("a certificate with hours goes to the mentor"),
    "last_meeting": N_("day of the last meeting"),
    "interpreter_language": N_("language of the interpreter"),
    "usual_wait": N_("usual time of waiting"),
    "minor": N_("the reader is under 18"),
    "few_mentors": N_("mentors, but few"),
    "few_placements": N_("placements, but few"),
    "few_introduced": N_("introduced, but few"),
    "places": N_("number of places offered"),
    "events": N_("number of events"),
    "introduced": N_("number introduced to activities"),
}
_IF, _IF_NOT, _END = N_("[if %(field)s]"), N_("[if not %(field)s]"), N_("[end]")
_FIELD = re.compile(r"\{([^{}\n]*)\}")
_STORED_IF = re.compile(r"^\[if (not )?([^\]\n]+)\]$", re.MULTILINE)
_STORED_END = re.compile(r"^\[end\]$", re.MULTILINE)


def field_name(words: Words, field: str) -> str:
    """What the field is called on the screen; one without a name keeps its own."""
    return words.text(FIELDS[field]) if field in FIELDS else field


def as_shown(words: Words, text: str) -> str:
    """A letter text with the names of the user's language."""

    def condition(found: re.Match[str]) -> str:
        shape = words.text(_IF_NOT if found[1] else _IF)
        return shape % {"field": field_name(words, found[2])}

    shown = _FIELD.sub(lambda found: f"{{{field_name(words, found[1])}}}", text)
    shown = _STORED_IF.sub(condition, shown)
    return _STORED_END.sub(lambda _found: words.text(_END), shown)


def as_stored(words: Words, text: str) -> str:
    """The text as it is kept; ``as_stored(as_shown(text)) == text``. Names are read whatever their
    case; one that is unknown stays, for the check to find.
    """
    known = {words.text(name).casefold(): field for field, name in FIELDS.items()}

    def field(typed: str) -> str:
        return known.get(" ".join(typed.split()).casefold(), typed)

    lines = []
    for line in text.split("\n"):
        bare = line.strip()
        if bare.casefold() == words.text(_END).casefold():
            lines.append("[end]")
            continue
        negated = _typed(words.text(_IF_NOT), bare, field)
        plain = None if negated else _typed(words.text(_IF), bare, field)
        if negated or plain:
            lines.append(f"[if not {negated}]" if negated else f"[if {plain}]")
            continue
        lines.append(_FIELD.sub(lambda found: f"{{{field(found[1])}}}", line))
    return "\n".join(lines)


def _typed(shape: str, line: str, field: Callable[[str], str]) -> str | None:
    """The field of a condition of this shape; None for a line that is none."""
    before, _, after = shape.partition("%(field)s")
    if not line.casefold().startswith(before.casefold()) or not line.endswith(after):
        return None
    return field(line[len(before) : len(line) - len(after)])
