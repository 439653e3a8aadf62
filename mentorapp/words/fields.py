"""The user's word for a field or a kind of record, as refusals and import reports name them."""

from enum import Enum

from mentorapp.domain.interviews import Question
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.domain.questionnaires import OWN_WORDS, Item
from mentorapp.words import N_, Words
from mentorapp.words.fields_more import MORE_FIELDS, MORE_KINDS
from mentorapp.words.labels import label

FIELDS = {
    "given_name": N_("First name"),
    "family_name": N_("Last name"),
    "name": N_("Name"),
    "names": N_("Name"),
    "label": N_("Name of the household"),
    "preferred_name": N_("Preferred name"),
    "native_name": N_("Name in own script"),
    "birth_year": N_("Year of birth"),
    "gender": N_("Gender"),
    "letter_language": N_("Language of letters"),
    "languages": N_("Languages"),
    "interests": N_("Interests"),
    "occupation": N_("Occupation"),
    "occupation_group": N_("Occupation group"),
    "occupations": N_("Occupations offered"),
    "take": N_("Choice"),
    "availability": N_("Free times"),
    "transport": N_("Transport"),
    "travels": N_("Willing to travel"),
    "life_situation": N_("Life situation"),
    "shares": N_("May be told to the other half"),
    "protection": N_("Address protection"),
    "household": N_("Household"),
    "child_bands": N_("Children’s ages"),
    "childcare_needed": N_("Needs childcare"),
    "notes": N_("Notes"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "postal_code": N_("Postal code"),
    "country": N_("Country"),
    "organisation": N_("Organisation"),
    "organisation_kind": N_("Kind of organisation"),
    "kind": N_("Kind"),
    "registration_number": N_("Organisation number"),
    "consents": N_("Legal basis"),
    "contact_persons": N_("Contact persons"),
    "contact_name": N_("Contact person"),
    "agreement_from": N_("Agreement from"),
    "agreement_to": N_("Agreement to"),
    "promised_mentors": N_("Mentors promised"),
    "only_gender": N_("Its mentors meet only"),
    "only_age_bands": N_("Only of age"),
    "only_own_occupations": N_("Only people who want to work in the fields it offers"),
    "schemes": N_("Schemes"),
    "scheme": N_("Scheme"),
    "capacity": N_("How many at once"),
    "wish_gender": N_("Wishes to meet"),
    "wish_age_bands": N_("Wished age"),
    "max_distance_km": N_("Longest distance (km)"),
    "motivation": N_("Motivation"),
    "certificate_seen_by": N_("Police certificate seen by"),
    "certificate_seen_on": N_("Police certificate seen on"),
    "certificate_valid_to": N_("Police certificate valid to"),
    "confidentiality_signed_on": N_("Confidentiality signed on"),
    "training_done_on": N_("Training done on"),
    "status": N_("Status"),
    "registered_on": N_("Registered on"),
    "goal": N_("Own goal"),
    "education": N_("Education"),
    "earlier_occupation_group": N_("Earlier occupation group"),
    "earlier_occupation": N_("Earlier occupation"),
    "wished_occupation_group": N_("Wished occupation group"),
    "wished_occupation": N_("Wished occupation"),
    "employer_id": N_("Employer"),
    "case_officer_id": N_("Case officer"),
    "needs_interpreter": N_("Needs an interpreter"),
    "interpreter_language": N_("Interpreter language"),
    "referred_by": N_("Referred by"),
    "contact_person": N_("Contact person"),
    "mentor": N_("Mentor"),
    "newcomer": N_("Newcomer"),
    "pairing": N_("Pairing number"),
    "agreed_on": N_("Agreed on"),
    "agreement_signed_on": N_("Agreement signed on"),
    "start_meeting_at": N_("Start meeting"),
    "start_meeting_place": N_("Place of the start meeting"),
    "interpreter_ordered_on": N_("Interpreter ordered on"),
    "started_on": N_("Started on"),
    "planned_end": N_("Planned end"),
    "ended_on": N_("Ended on"),
    "end_reason": N_("Reason for ending"),
    "end_initiator": N_("Who wanted to end"),
    "fit": N_("How the match fits"),
    "coordinator": N_("Coordinator"),
    "held_on": N_("Date"),
    "minutes": N_("Duration"),
    "form": N_("How they met"),
    "place": N_("Place"),
    "next_on": N_("Next meeting"),
    "slip": N_("Slip"),
    "due": N_("Due"),
    "usual_months": N_("Usual length (months)"),
    "meetings_per_month": N_("Meetings a month"),
    "follow_up_points": N_("Follow-up points"),
    "letter_set": N_("Letters"),
    "municipality": N_("Municipality"),
    "letterhead": N_("Letterhead"),
    "signature": N_("Signature"),
    "yellow_days": N_("Days of silence: yellow"),
    "red_days": N_("Days of silence: red"),
    "first_meeting_days": N_("Days to the first meeting"),
    "districts": N_("Own districts"),
    "other": N_("The other person"),
    "ties": N_("Must not be paired with"),
    "certificate_warning_days": N_("Days of warning before a certificate expires"),
    **MORE_FIELDS,
}

_KINDS = {
    "person": N_("person"),
    "mentor": N_("mentor"),
    "newcomer": N_("newcomer"),
    "organisation": N_("organisation"),
    "household": N_("household"),
    "scheme": N_("scheme"),
    "proposal": N_("proposal"),
    "pairing": N_("pairing"),
    "meeting": N_("meeting"),
    "follow_up": N_("follow-up"),
    "letter": N_("letter"),
    "office": N_("office"),
    "consent": N_("consent"),
    "tie": N_("tie"),
    "pairing_run": N_("pairing run"),
    "run": N_("pairing run"),
    **MORE_KINDS,
}

_STATUSES: dict[str, type[Enum]] = {
    "mentor": MentorStatus,
    "newcomer": NewcomerStatus,
    "proposal": ProposalStatus,
    "pairing": PairingStatus,
}


def field_label(words: Words, field: str) -> str:
    """The label the form shows for a field of a dataclass; of an answer, the question.

    A name without a label, as a log of another version may hold, is told as it is.
    """
    kind, _, asked = field.partition(".")
    if kind == "item" and asked in list(Item):
        return label(words, Item(asked))
    if kind == "answer" and asked == OWN_WORDS:
        return words.text("In the person’s own words")
    if kind == "answer" and asked in list(Question):
        return label(words, Question(asked))
    return words.text(FIELDS[field]) if field in FIELDS else field


def kind_label(words: Words, kind: str) -> str:
    """The word for a kind of record, in the middle of a sentence; see ``field_label``."""
    return words.text(_KINDS[kind]) if kind in _KINDS else kind


def role_status(words: Words, kind: str, status: str) -> str:
    """A status by its stored code."""
    return label(words, _STATUSES[kind](status))
