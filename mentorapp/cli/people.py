"""``people`` and ``organisations``: what is registered."""

from argparse import Namespace
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.newcomers import ArrivalBand, arrival_band
from mentorapp.domain.protection import Protection
from mentorapp.operations import exports, organisations
from mentorapp.operations.exports import PersonExport
from mentorapp.operations.people import PersonSummary
from mentorapp.operations.places import place_of
from mentorapp.reference.languages import languages
from mentorapp.words.labels import label


def list_people(session: Session, args: Namespace) -> None:
    """Everybody, or those with all the roles asked for; where the protected are is not told.

    Notes are left out on purpose: free text may say anything, also where somebody lives.
    """
    with session.reading() as tx:
        everybody = exports.export_people(tx)
    wanted = [
        one
        for one in everybody
        if all(getattr(one.summary, role) is not None for role in args.role)
        and (not args.gender or one.summary.person.gender.value == args.gender)
        and (not args.education or _education(one) in args.education)
        and (not args.arrived or _arrived(one, session.today.year) in args.arrived)
        and (not args.residence_basis or _basis(one) in args.residence_basis)
    ]
    session.tell(
        [_person(one) for one in wanted],
        lambda: _people_table(session, [one.summary for one in wanted]),
    )


def _education(one: PersonExport) -> str | None:
    newcomer = one.summary.newcomer
    return newcomer.education.value if newcomer is not None else None


def _basis(one: PersonExport) -> str | None:
    newcomer = one.summary.newcomer
    return newcomer.residence_basis.value if newcomer is not None else None


def list_organisations(session: Session, _args: Namespace) -> None:
    """All organisations with how many mentors they promised and have."""
    with session.reading() as tx:
        rows = organisations.rows(tx)
        asks = {row.id: organisations.read(tx, row.id) for row in rows}
    rows.sort(key=lambda row: row.number)
    _ = session.words.text
    session.tell(
        [
            {
                "number": row.number,
                "name": row.name,
                "kind": row.kind.value,
                "registration_number": row.registration_number,
                "place": row.place,
                "agreement_from": row.agreement_from,
                "agreement_to": row.agreement_to,
                "promised_mentors": row.promised_mentors,
                "mentors": row.mentors,
                "approved_mentors": row.approved,
                "only_gender": asks[row.id].only_gender.value,
                "only_age_bands": sorted(band.value for band in asks[row.id].only_age_bands),
                "only_own_occupations": asks[row.id].only_own_occupations,
                "contact": row.contact,
                "low_threshold": row.low_threshold,
            }
            for row in rows
        ],
        lambda: table(
            (
                _("Number"),
                _("Name"),
                _("Kind"),
                _("Place"),
                _("Mentors"),
                _("Approved"),
                _("Mentors promised"),
            ),
            [
                (
                    row.number,
                    row.name,
                    label(session.words, row.kind),
                    row.place,
                    row.mentors,
                    row.approved,
                    row.promised_mentors,
                )
                for row in rows
            ],
        ),
    )


def _person(export: PersonExport) -> dict[str, Any]:
    one, home = export.summary, export.household
    person, details = one.person, one.details
    place = place_of(details)
    return {
        "number": person.number,
        "name": person.name,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "preferred_name": person.preferred_name,
        "native_name": person.native_name,
        "birth_year": person.birth_year,
        "gender": person.gender.value,
        "letter_language": person.letter_language.value,
        "languages": [
            {"language": spoken.language, "level": spoken.level.value}
            for spoken in sorted(person.languages)
        ],
        "interests": sorted(person.interests),
        "occupation": person.occupation,
        "occupation_group": person.occupation_group,
        "life_situation": person.life_situation.value,
        "availability": [str(slot) for slot in sorted(person.availability)],
        "transport": sorted(one.value for one in person.transport),
        "shares": sorted(one.value for one in person.shares),
        "protection": one.protection.value,
        "phone": details.phone if details else None,
        "email": details.email if details else None,
        "address": details.address if details else None,
        "postal_code": details.postal_code if details else None,
        "place": place.place if place else None,
        "municipality": place.municipality if place else None,
        "roles": [name for name in ("mentor", "newcomer") if getattr(one, name) is not None],
        "household": None
        if home is None
        else {
            "label": home.label or None,
            "child_bands": sorted(band.value for band in home.child_bands),
            "childcare_needed": home.childcare_needed,
            "near_school": home.near_school,
        },
        "ties": [{"number": number, "kind": kind.value} for number, kind in export.ties],
        "consents": [
            {
                "purpose": consent.purpose.value,
                "basis": consent.basis.value,
                "given_on": consent.given_on,
                "withdrawn_on": consent.withdrawn_on,
            }
            for consent in export.consents
        ],
        "mentor": _mentor(export),
        "newcomer": _newcomer(export),
    }


def _arrived(export: PersonExport, year: int) -> ArrivalBand | None:
    newcomer = export.summary.newcomer
    return arrival_band(newcomer.arrived_year, year) if newcomer else None


def _mentor(export: PersonExport) -> dict[str, Any] | None:
    mentor = export.summary.mentor
    if mentor is None:
        return None
    return {
        "organisation": export.organisation,
        "status": mentor.status.value,
        "schemes": sorted(mentor.schemes),
        "capacity": mentor.capacity,
        "wish_gender": mentor.wish_gender.value,
        "wish_age_bands": sorted(band.value for band in mentor.wish_age_bands),
        "max_distance_km": mentor.max_distance_km,
        "motivation": mentor.motivation,
        "certificate_seen_by": mentor.certificate_seen_by,
        "certificate_seen_on": mentor.certificate_seen_on,
        "certificate_valid_to": mentor.certificate_valid_to,
        "confidentiality_signed_on": mentor.confidentiality_signed_on,
        "training_done_on": mentor.training_done_on,
        "registered_on": mentor.registered_on,
    }


def _newcomer(export: PersonExport) -> dict[str, Any] | None:
    newcomer = export.summary.newcomer
    if newcomer is None:
        return None
    hidden = export.summary.protection is not Protection.NONE
    return {
        "status": newcomer.status.value,
        "schemes": sorted(newcomer.schemes),
        "wish_gender": newcomer.wish_gender.value,
        "wish_age_bands": sorted(band.value for band in newcomer.wish_age_bands),
        "max_distance_km": newcomer.max_distance_km,
        "goal": newcomer.goal,
        "education": newcomer.education.value,
        "residence_basis": newcomer.residence_basis.value,
        "arrived_year": newcomer.arrived_year,
        "earlier_occupation_group": newcomer.earlier_occupation_group,
        "earlier_occupation": newcomer.earlier_occupation,
        "wished_occupation_group": newcomer.wished_occupation_group,
        "wished_occupation": newcomer.wished_occupation,
        "needs_interpreter": newcomer.needs_interpreter,
        "interpreter_language": newcomer.interpreter_language,
        "employer": export.employer,
        "case_officer": export.case_officer,
        # An office nearby tells where somebody is.
        "referred_by": None if hidden else newcomer.referred_by,
        "contact_person": None if hidden else newcomer.contact_person,
        "registered_on": newcomer.registered_on,
    }


def _people_table(session: Session, wanted: list[PersonSummary]) -> list[str]:
    words, _ = session.words, session.words.text
    names = languages()

    def spoken(one: PersonSummary) -> str:
        ranked = sorted(one.person.languages, key=lambda s: (-s.level.rank, s.language))
        return ", ".join(
            names[s.language].name(words.language) if s.language in names else s.language
            for s in ranked
        )

    def role(one: PersonSummary) -> str:
        parts = []
        if one.mentor:
            parts.append(_("mentor") + f" ({label(words, one.mentor.status)})")
        if one.newcomer:
            parts.append(_("newcomer") + f" ({label(words, one.newcomer.status)})")
        return ", ".join(parts)

    def where(one: PersonSummary) -> str:
        place = place_of(one.details)
        return place.place if place else ""

    return table(
        (_("Number"), _("Name"), _("Role"), _("Languages"), _("Place")),
        [
            (one.person.number, one.person.name, role(one), spoken(one), where(one))
            for one in wanted
        ],
    )
