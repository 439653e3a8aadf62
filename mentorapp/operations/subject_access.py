"""What the office knows of somebody, for himself: on paper in plain words, and as data.

Other participants are left out: whom he was paired with, lives with or is tied to stand nowhere by
name. Those who work with him are named. Where the address is protected nothing on the paper tells
where he is: a paper can be lost.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.retention_errors import AlreadyAnonymous
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import audit, free_text, offices, people, second_person, timeline
from mentorapp.operations.intention import intention
from mentorapp.operations.others import Others, others
from mentorapp.operations.own_records import own_records
from mentorapp.operations.retained import pairings_of
from mentorapp.reference.data_authorities import data_authorities
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.merging import field_title, value_told
from mentorapp.words.reasons import say_reasons
from mentorapp.words.timeline import say_entry, say_text

#: Internal marks that tell the person nothing.
_INTERNAL = frozenset({"id", "version", "deleted_at", "person_id", "anonymised_on", "number"})
_AT_MOST = 500


@intention
def paper(tx: Transaction, person_id: UUID, words: Words, today: date) -> bytes:
    """The answer as PDF. Raises AlreadyAnonymous, NotFound, and SecondPersonNeeded for somebody
    with a protected address.
    """
    from mentorapp.reports.privacy_paper import PrivacyPaper, Section, privacy_paper

    person = _person(tx, person_id)
    own, hide = free_text.own_paper(tx, person), others(tx, person)
    office, _ = offices.read(tx), words.text
    level = shields.protection_of(tx, person_id)
    heads = (_("What"), _("What is kept"))

    def plain(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple((what, own.text(hide.nameless(how))) for what, how in rows)

    def listed(heading: str, heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Section:
        told = plain(rows)
        return Section(heading, () if told else (_("Nothing is noted."),), heads, told)

    authority = data_authorities().get(office.country, "")
    rights = [
        _("You may ask us to correct what is wrong, to erase you, or to use it for less."),
        _("What you agreed to you may take back at any time."),
    ]
    if authority:
        rights.append(_("You may complain to %(authority)s.") % {"authority": authority})
    values = PrivacyPaper(
        _("What we know about you"),
        " · ".join(filter(None, (own.name, words.date(today)))),
        (
            Section(
                _("About this paper"),
                (
                    _("This is all that %(office)s has about you.") % {"office": office.name}
                    if office.name
                    else _("This is all that the office has about you."),
                    _(
                        "Names of other participants are left out: they have the same right as "
                        "you. Those who work with you are named."
                    ),
                    *(
                        [_("Your address is protected. This paper does not tell where you are.")]
                        if level is not Protection.NONE
                        else []
                    ),
                ),
            ),
            replace(listed(_("You"), heads, _registered(tx, person, words, level)), one_line=True),
            listed(_("What you agreed to, or why we may"), heads, _consents(tx, person, words)),
            listed(
                _("Why you were proposed to each other"),
                (_("Pairing"), _("What counted")),
                _pairs(tx, person, words, level),
            ),
            listed(
                _("What has happened"),
                (_("Day"), _("What")),
                _happened(tx, person, words, today, hide),
            ),
            Section(
                _("Who has looked at it"),
                (_("Looks are noted of people with a protected address, and papers of all."),),
                (_("When"), _("Who and what")),
                tuple(_seen(tx, person, words)),
            ),
            Section(_("Your rights"), tuple(rights)),
        ),
    )
    return privacy_paper(values, office, words)


@intention
def data(tx: Transaction, person_id: UUID) -> dict[str, Any]:
    """The same as data, by kind of record. Raises what ``paper`` does."""
    person = _person(tx, person_id)
    hide, own = others(tx, person), free_text.own_paper(tx, person)
    protected = shields.protection_of(tx, person_id) is not Protection.NONE
    found: dict[str, Any] = {}
    for kind, stored in own_records(tx, person).items():
        if protected and kind is ContactDetails:
            continue
        found[records.kind_of(kind)] = [
            {
                one.name: _plain(
                    getattr(record, one.name), lambda text: own.text(hide.nameless(text))
                )
                for one in fields(record)
                if one.name not in _INTERNAL and not one.name.endswith("_id")
            }
            for record in stored
        ]
    return {"number": person.number, "records": found}


def as_file(found: Mapping[str, Any]) -> bytes:
    """``data`` as JSON."""
    return json.dumps(found, ensure_ascii=False, indent=2, default=str).encode()


def _person(tx: Transaction, person_id: UUID) -> Person:
    person = records.get(tx, Person, person_id)
    if person.anonymised_on is not None:
        raise AlreadyAnonymous
    second_person.check_all(tx, shields.protection_of(tx, person_id))
    return person


def _registered(
    tx: Transaction, person: Person, words: Words, level: Protection
) -> Iterable[tuple[str, str]]:
    held = people.registration(tx, person.id)
    known = {one.key: one.name(words.language) for one in records.find(tx, Scheme)}
    parts: tuple[tuple[str, Any], ...] = (
        ("", person),
        ("", held.details if level is Protection.NONE else None),
        ("mentor", held.mentor),
        ("newcomer", held.newcomer),
    )
    for idea, record in parts:
        for one in fields(record) if record is not None else ():
            value = getattr(record, one.name)
            if (
                one.name in _INTERNAL
                or one.name.endswith("_id")
                or value in ("", None, frozenset())
            ):
                continue
            name = f"{idea}.{one.name}" if idea else one.name
            if one.name == "schemes":
                value = frozenset(known[key] for key in value if key in known)
            yield field_title(words, name), value_told(words, name, value, {})


def _consents(tx: Transaction, person: Person, words: Words) -> Iterable[tuple[str, str]]:
    for one in people.registration(tx, person.id).consents:
        said = words.text("%(basis)s, since %(day)s") % {
            "basis": label(words, one.basis),
            "day": words.date(one.given_on),
        }
        if one.withdrawn_on is not None:
            back = words.text("taken back %(day)s") % {"day": words.date(one.withdrawn_on)}
            said = f"{said}, {back}"
        yield label(words, one.purpose), said


def _pairs(
    tx: Transaction, person: Person, words: Words, level: Protection
) -> Iterable[tuple[str, str]]:
    levels = shields.protections(tx)
    for pair in pairings_of(tx, person.id):
        guarded = level is not Protection.NONE or not levels.keys().isdisjoint(_both(tx, pair))
        said = say_reasons(words, pair.reasons, protected=guarded)
        yield (
            f"{pair.number}, {words.date(pair.agreed_on)}",
            said or words.text("Paired by hand by the office."),
        )


def _both(tx: Transaction, pair: Pairing) -> set[UUID]:
    found = {one.person_id for one in records.find(tx, Mentor, id=pair.mentor_id)}
    return found | {one.person_id for one in records.find(tx, Newcomer, id=pair.newcomer_id)}


def _happened(
    tx: Transaction, person: Person, words: Words, today: date, hide: Others
) -> Iterable[tuple[str, str]]:
    for entry in timeline.of_person(tx, person.id, today):
        text = hide.left_out(say_text(words, entry))
        said = ": ".join(filter(None, (say_entry(words, entry), text)))
        yield words.date(entry.day), said


def _seen(tx: Transaction, person: Person, words: Words) -> Iterable[tuple[str, str]]:
    lines = audit.who_saw(tx, person.id)
    for line in lines[:_AT_MOST]:
        at = words.moment(line.entry.at.astimezone())
        yield at, f"{line.entry.actor or '–'}: {label(words, line.did)}"
    if len(lines) > _AT_MOST:
        more = len(lines) - _AT_MOST
        yield "…", words.plural("%(n)d earlier line", "%(n)d earlier lines", more)


def _plain(value: object, text: Any) -> object:  # noqa: ANN401 - a function of texts
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one, text) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted((_plain(one, text) for one in value), key=str)
    if isinstance(value, tuple):
        return [_plain(one, text) for one in value]
    if value is None or isinstance(value, (bool, int, date, datetime)):
        return value
    return text(str(value))
