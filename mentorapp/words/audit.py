"""The audit in the user's language: what was done, through what, and what is wrong with it."""

from mentorapp.domain.audit import OF_THE_SECOND, AuditEntry, Did
from mentorapp.domain.audit_chain import Break, Verdict
from mentorapp.domain.audit_lines import AuditLine
from mentorapp.words import N_, Words
from mentorapp.words.fields import FIELDS, field_label, kind_label
from mentorapp.words.labels import label

#: Where somebody protected was shown, by the operation that showed him.
LOOKED_THROUGH = {
    "people.read": N_("the form or the card"),
    "people.name_of": N_("the file"),
    "people.all_people": N_("a list of everybody"),
    "timeline.of_person": N_("the timeline"),
    "lists.mentor_rows": N_("the list of mentors"),
    "lists.newcomer_rows": N_("the list of newcomers"),
    "pairings.read": N_("the page of a pairing"),
    "pairings.rows": N_("a list of pairings"),
    "profiles.profiles": N_("two people side by side"),
    "pairing.drafts": N_("proposals for pairs"),
    "placements.rows": N_("a list of placements"),
    "letters.due": N_("letters to print"),
    "events.read": N_("the guests of an event"),
    "households.rows": N_("the list of households"),
    "interviews.for_list": N_("the list of interviews"),
    "networks.for_list": N_("answers about networks"),
    "outcomes.due": N_("whom to ask where they went"),
    "retention.worklist": N_("what is due to be erased"),
}
#: Over the cells of a line.
HEADINGS = (N_("When"), N_("Who"), N_("What was done"), N_("About"), N_("More"))
_OWN_WORDS = (Did.PRINTED, Did.EXPORTED)


def cells(words: Words, line: AuditLine) -> list[str]:
    """A line in words, as HEADINGS name them."""
    at = line.entry.at.astimezone()
    return [
        words.moment(at),
        say_who(words, line.entry),
        say_done(words, line),
        say_about(words, line),
        say_more(words, line),
    ]


def say_done(words: Words, line: AuditLine) -> str:
    """What was done: "looked at", "letter printed"."""
    if line.letter is not None:
        return words.text("letter printed or saved")
    return label(words, line.did)


def say_about(words: Words, line: AuditLine) -> str:
    """The kind of record and its number, or the end of its id where it has none to tell."""
    if line.kind in ("", "office"):
        return words.text("the office")
    return f"{kind_label(words, line.kind)} {line.number or line.entry.record_id.hex[-8:]}"


def say_more(words: Words, line: AuditLine) -> str:
    """Through what it was looked at, which paper it was, or which fields were changed."""
    entry = line.entry
    if line.letter is not None:
        return label(words, line.letter)
    if line.did in (Did.SEEN, Did.LISTED):
        through = LOOKED_THROUGH.get(entry.operation)
        return words.text(through) if through else words.text("while something was saved")
    if line.did is Did.CAME_IN:
        return words.text("by the recovery key") if "by_recovery" in entry.fields else ""
    if line.did is Did.TURNED_AWAY:
        return words.text("of the second person") if entry.fields == OF_THE_SECOND else ""
    if line.did is Did.THINNED:
        return words.text("up to line %(line)s") % {
            "line": entry.fields[0] if entry.fields else "–"
        }
    if line.did in _OWN_WORDS:
        return ", ".join(entry.fields)
    return _say_fields(words, entry)


def say_who(words: Words, entry: AuditEntry) -> str:
    """Who did it; whoever was not let in has no name."""
    return entry.actor or words.text("unknown")


def say_kept_back(words: Words) -> str:
    """Why an office that is only read shows nobody protected."""
    return words.text(
        "People with a protected address are not shown: it could not be written down who looked."
    )


def say_newest(words: Words, many: int) -> str:
    """On the command line, that there are more lines than are shown."""
    return words.text(
        "These are the newest %(n)d lines: --from and --to show those of other days, --out writes "
        "all to a file."
    ) % {"n": many}


def say_nobody_noted(words: Words) -> str:
    """That nobody has seen somebody, as far as it is noted."""
    return words.text(
        "Nobody is noted. Looks at the screen are noted only of people with a protected address."
    )


def say_verdict(words: Words, verdict: Verdict) -> list[str]:
    """Whether the log is whole, and where it ends."""
    if verdict.breaks:
        said = [say_break(words, one) for one in verdict.breaks]
    else:
        n = verdict.lines
        said = [
            words.plural(
                "The log is whole: %(n)d line, not changed, moved or removed.",
                "The log is whole: %(n)d lines, none changed, moved or removed.",
                n,
            )
        ]
    if verdict.thinned:
        said.append(
            words.text(
                "It begins with line %(line)s: %(who)s removed those before (%(when)s), as older "
                "than the log is kept. It says so itself."
            )
            % {
                "line": verdict.thinned + 1,
                "who": verdict.thinned_by or words.text("unknown"),
                "when": words.moment(verdict.thinned_at.astimezone()) if verdict.thinned_at else "",
            }
        )
    if verdict.end.code:
        said.append(words.text("It ends with the code %(code)s.") % {"code": verdict.end.code})
    return said


def say_noted(words: Words, many: int) -> str:
    """How often the end was held against what was noted of it elsewhere."""
    if not many:
        return words.text("No end was noted elsewhere: lines cut off at the end would not be seen.")
    return words.plural(
        "Held against %(n)d end noted elsewhere.", "Held against %(n)d ends noted elsewhere.", many
    )


def say_break(words: Words, found: Break) -> str:
    """What is wrong with some lines."""
    one = found.first == found.last
    lines = f"{found.first}" if one else f"{found.first}–{found.last}"
    return label(words, found.fault) % {"lines": lines}


def _say_fields(words: Words, entry: AuditEntry) -> str:
    """The fields that a form shows; what only the program knows is left out."""
    shown = (one for one in entry.fields if one in FIELDS or one.partition(".")[1])
    return ", ".join(dict.fromkeys(field_label(words, one) for one in shown))
