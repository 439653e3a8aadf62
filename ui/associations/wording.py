"""How activities and introductions are told: columns of lists, facts of the card."""

from collections.abc import Sequence

from mentorapp.domain.associations import IntroductionStep
from mentorapp.operations.associations import ActivityRow
from mentorapp.operations.introductions import IntroductionRow
from mentorapp.operations.nearby import Suggestion
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital
from ui.theme import Tone
from ui.widgets.table import Column

STEP_TONES = {
    IntroductionStep.INTRODUCED: Tone.INFO,
    IntroductionStep.VISITED: Tone.INFO,
    IntroductionStep.MEMBER: Tone.OK,
    IntroductionStep.LEFT: Tone.MUTED,
    IntroductionStep.STOPPED: Tone.MUTED,
}


def activity_columns(words: Words, *, association: bool = True) -> list[Column[ActivityRow]]:
    """Name, association, time, place, interests, members."""
    _ = words.text
    home = [Column[ActivityRow](_("Association"), lambda row: row.organisation, width=150)]
    return [
        Column(_("Activity"), lambda row: row.activity.name, width=170),
        *(home if association else []),
        Column(_("Time"), lambda row: row.activity.time, width=180),
        Column(_("Place"), lambda row: row.place, width=150),
        Column(
            _("Open to"),
            lambda row: open_to(words, row),
            width=130,
            least=120,
            badge=_open_tone,
        ),
        Column(
            _("Members"),
            lambda row: words.number(row.members),
            sort=lambda row: row.members,
            width=100,
        ),
    ]


def open_to(words: Words, row: ActivityRow) -> str:
    """Whom it takes now."""
    if not row.activity.open:
        return words.text("nobody now")
    if row.activity.welcomes_beginners:
        return words.text("beginners")
    return words.text("experienced")


def _open_tone(row: ActivityRow) -> Tone:
    if not row.activity.open:
        return Tone.MUTED
    return Tone.OK if row.activity.welcomes_beginners else Tone.INFO


def activity_search(row: ActivityRow) -> str:
    """What else an activity is found by."""
    return row.activity.contact


def activity_facts(
    words: Words, row: ActivityRow, introduced: Sequence[IntroductionRow]
) -> list[tuple[str, str]]:
    """The card; people who were introduced stand in it, the protected aside."""
    _ = words.text
    one = row.activity
    people = "\n".join(
        f"{each.person} – {label(words, each.introduction.step)}" for each in introduced
    )
    return [
        (_("Time"), one.time),
        (_("Place"), row.place),
        (_("Price"), one.price),
        (_("Interests"), interest_names(words, sorted(one.interests))),
        (_("Contact"), one.contact),
        (_("Phone"), readable(one.contact_phone) if one.contact_phone else ""),
        (_("Introduced"), words.number(row.introduced)),
        (_("Members"), words.number(row.members)),
        (_("Who"), people),
        (_("Notes"), one.notes),
    ]


def introduction_columns(words: Words) -> list[Column[IntroductionRow]]:
    """One person's introductions."""
    _ = words.text
    return [
        Column(
            _("Introduced on"),
            lambda row: words.date(row.introduction.introduced_on),
            sort=lambda row: row.introduction.introduced_on,
            width=130,
        ),
        Column(_("Activity"), lambda row: row.activity, width=170),
        Column(_("Association"), lambda row: row.organisation, width=160),
        Column(
            _("Status"),
            lambda row: label(words, row.introduction.step),
            width=150,
            least=140,
            badge=lambda row: STEP_TONES[row.introduction.step],
        ),
        Column(
            _("First visit on"),
            lambda row: words.date(row.introduction.first_visit_on),
            sort=lambda row: row.introduction.first_visit_on,
            width=120,
        ),
        Column(
            _("Member seen"),
            lambda row: words.date(row.introduction.seen_on),
            sort=lambda row: row.introduction.seen_on,
            width=130,
        ),
        Column(_("Introduced by"), lambda row: row.by, width=140),
    ]


def suggestion_columns(words: Words) -> list[Column[Suggestion]]:
    """What fits somebody nearby; sorted as it was ranked."""
    _ = words.text
    return [
        Column(_("Fits"), lambda one: f"{one.rank}", sort=lambda one: one.rank, width=70),
        Column(_("Activity"), lambda one: one.activity.name, width=170),
        Column(_("Association"), lambda one: one.organisation, width=160),
        Column(_("Time"), lambda one: one.activity.time, width=150),
        Column(_("Place"), lambda one: one.place, width=150),
        Column(_("Shared interests"), lambda one: interest_names(words, one.shared), width=150),
        Column(
            _("Distance"),
            lambda one: "" if one.km is None else _("%(km)d km") % {"km": one.km},
            sort=lambda one: one.km,
            width=90,
        ),
    ]


def interest_names(words: Words, keys: Sequence[str]) -> str:
    """Interests in the user's words."""
    known = words.lists.interests
    names = [known[key].name(words.language) for key in keys if key in known]
    return capital(", ".join(names))
