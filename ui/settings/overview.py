"""What the page of settings shows of the office and the schemes without opening a form."""

from mentorapp.domain.office import Office
from mentorapp.domain.schemes import Scheme, SchemePart, Weight
from mentorapp.operations import letters
from mentorapp.reference.phones import readable
from mentorapp.reference.places import place
from mentorapp.words import Words, language_name
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.schemes import say_rhythm
from ui.format import capital
from ui.theme import Tone
from ui.widgets.table import Column


def office_facts(words: Words, office: Office) -> list[tuple[str, str]]:
    """The office as label and value, in the order of its form."""
    _ = words.text
    found = place(office.country, office.postal_code) if office.postal_code else None
    town = f"{office.postal_code} {found.place if found else ''}".strip()
    days = words.plural
    return [
        (_("Address"), "\n".join(line for line in (office.address, town) if line)),
        (_("Phone"), readable(office.phone, office.country)),
        (_("E-mail"), office.email),
        (_("Letterhead"), office.letterhead),
        (_("Signature"), office.signature),
        (_("Language of the office’s papers"), language_name(office.language)),
        (field_label(words, "envelope"), capital(label(words, office.envelope))),
        (field_label(words, "letter_footer"), office.letter_footer),
        (field_label(words, "committee"), office.committee),
        (_("Coordinators"), "\n".join(office.coordinators)),
        (_("Own districts"), _districts(words, office)),
        *(
            (field_label(words, name), days("%(n)d day", "%(n)d days", getattr(office, name)))
            for name in (
                "yellow_days",
                "red_days",
                "first_meeting_days",
                "certificate_warning_days",
            )
        ),
    ]


def _districts(words: Words, office: Office) -> str:
    """How many there are, and their names."""
    if not office.districts:
        return ""
    count = words.plural("%(n)d district", "%(n)d districts", len(office.districts))
    return f"{count}: {', '.join(office.districts)}"


def scheme_columns(words: Words) -> list[Column[Scheme]]:
    """Name, length, rhythm, parts, follow-up, what counts most, letters, whether it is in use."""
    _ = words.text
    sets = dict(letters.letter_sets(words))
    return [
        Column(_("Scheme"), lambda one: one.name(words.language), width=170, least=165),
        Column(
            _("Length"),
            lambda one: words.plural("%(n)d month", "%(n)d months", one.usual_months),
            lambda one: one.usual_months,
            width=110,
        ),
        Column(
            _("Rhythm"),
            lambda one: capital(say_rhythm(words, one.meetings_per_month)),
            lambda one: one.meetings_per_month,
            width=175,
            least=150,
        ),
        Column(
            _("Has beside pairs"),
            lambda one: capital(
                ", ".join(label(words, part) for part in SchemePart if part in one.parts)
            ),
            width=190,
        ),
        Column(
            _("Follow-up after days"),
            lambda one: ", ".join(str(point.days) for point in one.follow_up_points),
            width=195,
        ),
        Column(_("Counts most"), lambda one: _most(words, one), width=280),
        Column(_("Letters"), lambda one: sets[letters.letter_set_of(one)], width=150),
        Column(
            _("In use"),
            lambda one: _("Yes") if one.active else _("No"),
            badge=lambda one: Tone.OK if one.active else Tone.MUTED,
        ),
    ]


def _most(words: Words, scheme: Scheme) -> str:
    from mentorapp.domain.schemes import Criterion

    heavy = [
        label(words, criterion)
        for weight in (Weight.MUST, Weight.HIGH)
        for criterion in Criterion
        if scheme.weight(criterion) is weight
    ]
    return ", ".join(heavy)
