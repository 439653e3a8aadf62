"""How an organisation is told: columns of the list, facts of the card."""

from collections.abc import Callable
from datetime import date

from mentorapp.domain.organisations import ContactPerson, Organisation, OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.operations.organisations import OrganisationRow
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.theme import Tone
from ui.widgets.register_columns import municipality_column, number_column
from ui.widgets.table import Column


def kind_text(words: Words, kind: OrganisationKind) -> str:
    """Business, volunteer organisation or public body, as the beginning of a line."""
    text = label(words, kind)
    return text[:1].upper() + text[1:]


def is_short(row: OrganisationRow) -> bool:
    """Fewer approved mentors than the agreement promises: only they can be paired."""
    return row.approved < row.promised_mentors


def columns(words: Words, today: Callable[[], date]) -> list[Column[OrganisationRow]]:
    """Name, kind, place, mentors, agreement, contact person."""
    _ = words.text
    return [
        Column(_("Name"), lambda row: row.name, width=175, least=150, key="name"),
        Column(_("Kind"), lambda row: kind_text(words, row.kind), width=105, key="kind"),
        Column(_("Place"), lambda row: row.place, width=90, key="place"),
        Column(
            _("Mentors"),
            lambda row: _mentors(words, row),
            lambda row: row.approved,
            width=86,
            badge=lambda row: Tone.WARN if is_short(row) else None,
            key="mentors",
        ),
        Column(
            _("Agreement to"),
            lambda row: words.date(row.agreement_to),
            lambda row: row.agreement_to,
            width=128,
            badge=lambda row: (
                Tone.MUTED if row.agreement_to is not None and row.agreement_to < today() else None
            ),
            key="agreement_to",
        ),
        Column(_("Contact"), lambda row: row.contact, width=102, key="contact"),
        number_column(words),
        Column(
            _("Organisation number"),
            lambda row: row.registration_number,
            width=150,
            key="registration_number",
            standard=False,
        ),
        municipality_column(words),
        Column(
            _("Agreement from"),
            lambda row: words.date(row.agreement_from),
            lambda row: row.agreement_from,
            width=128,
            key="agreement_from",
            standard=False,
        ),
        Column(
            _("Promised mentors"),
            lambda row: words.number(row.promised_mentors),
            lambda row: row.promised_mentors,
            width=140,
            key="promised",
            standard=False,
        ),
    ]


def search_text(row: OrganisationRow) -> str:
    """What else a row is found by."""
    return f"{row.number}\n{row.registration_number}\n{row.municipality}"


def agreement_text(words: Words, row: OrganisationRow, today: date) -> str:
    """One line about the agreement."""
    _ = words.text
    if row.agreement_to is not None and row.agreement_to < today:
        return _("Agreement ended %(date)s") % {"date": words.date(row.agreement_to)}
    if row.agreement_from is not None and row.agreement_to is not None:
        return _("Agreement from %(start)s to %(end)s") % {
            "start": words.date(row.agreement_from),
            "end": words.date(row.agreement_to),
        }
    if row.agreement_from is not None:
        return _("Agreement since %(date)s") % {"date": words.date(row.agreement_from)}
    return _("No agreement registered")


def mentors_text(words: Words, row: OrganisationRow) -> str:
    """How many mentors can be paired, against the promise where there is one, and who comes."""
    _ = words.text
    approved = _approved(words, row)
    if not row.mentors and not row.promised_mentors:
        return ""
    if row.promised_mentors:
        promised = words.plural("%(n)d promised", "%(n)d promised", row.promised_mentors)
        approved = f"{promised}, {approved}"
    coming = row.mentors - row.approved
    if not coming:
        return approved
    more = words.plural("%(n)d more is registered", "%(n)d more are registered", coming)
    return f"{approved}, {more}"


def shortage_text(words: Words, row: OrganisationRow) -> str:
    """The sentence for an organisation that is behind its promise; empty for any other."""
    if not is_short(row):
        return ""
    return words.text("%(name)s promised %(mentors)s, %(approved)s.") % {
        "name": row.name,
        "mentors": words.plural("%(n)d mentor", "%(n)d mentors", row.promised_mentors),
        "approved": _approved(words, row),
    }


def _approved(words: Words, row: OrganisationRow) -> str:
    if not row.approved:
        return words.text("none is approved")
    return words.plural("%(n)d is approved", "%(n)d are approved", row.approved)


def asks_text(words: Words, organisation: Organisation) -> str:
    """What it asks of the newcomers its mentors meet, a line each; empty when it asks nothing."""
    _ = words.text
    lines = []
    if organisation.only_gender is not Gender.NOT_GIVEN:
        lines.append(dict(gender_choices(words))[organisation.only_gender])
    bands = [label(words, band) for band in AgeBand if band in organisation.only_age_bands]
    if bands:
        lines.append(_("Of age %(bands)s") % {"bands": ", ".join(bands)})
    if organisation.only_own_occupations:
        lines.append(_("Who want to work in the fields it offers"))
    return "\n".join(lines)


def gender_choices(words: Words) -> list[tuple[Gender, str]]:
    """Whom the mentors of an organisation meet; NOT_GIVEN stands for anybody."""
    _ = words.text
    return [
        (Gender.NOT_GIVEN, _("Anybody")),
        (Gender.WOMAN, _("Women")),
        (Gender.MAN, _("Men")),
        (Gender.OTHER, _("People of another gender")),
    ]


def facts(
    words: Words, row: OrganisationRow, organisation: Organisation | None
) -> list[tuple[str, str]]:
    """What one needs on the telephone; the rest once the whole record is read."""
    _ = words.text
    known = [
        (_("Number"), str(row.number)),
        (_("Organisation number"), row.registration_number),
        (_("Mentors"), mentors_text(words, row)),
    ]
    if organisation is None:
        return [*known, (_("Contact person"), row.contact), (_("Place"), row.place)]
    place = f"{organisation.postal_code} {row.place}".strip()
    language = words.language
    return [
        *known,
        (_("Address"), "\n".join(line for line in (organisation.address, place) if line)),
        *(
            (_("Contact person"), _contact(person, organisation.country))
            for person in organisation.contact_persons
        ),
        (
            _("Interests"),
            ", ".join(
                one.name(language)
                for key, one in words.lists.interests.items()
                if key in organisation.interests
            ),
        ),
        (
            _("Occupations offered"),
            ", ".join(
                one.name(language)
                for key, one in words.lists.occupations.items()
                if key in organisation.occupations
            ),
        ),
        (_("Its mentors meet only"), asks_text(words, organisation)),
        (_("Notes"), organisation.notes),
    ]


def _contact(person: ContactPerson, country: str) -> str:
    lines = (person.name, person.role, readable(person.phone, country), person.email)
    return "\n".join(line for line in lines if line)


def _mentors(words: Words, row: OrganisationRow) -> str:
    if not row.promised_mentors:
        return words.number(row.approved)
    return words.text("%(running)s of %(capacity)s") % {
        "running": row.approved,
        "capacity": row.promised_mentors,
    }
