from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

import pytest

from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.free_text import FREE_TEXT, check_no_place
from mentorapp.domain.interviews import Interview
from mentorapp.domain.named_places import Places, phrases
from mentorapp.domain.records import Record, new_id
from mentorapp.storage.tables import MIRRORS
from tests.factories import TODAY

PLACES = Places(names=phrases(["Bodø"]))
#: What a strictly confidential person has none of, or nothing but the office's own.
ELSEWHERE = {
    "Placement",  # never kept of such a person
    "Introduction",
    "ContactDetails",
    "LetterIssued",  # what was printed
    "SharedEntry",  # nobody protected is in a list that leaves
    "UnfinishedForm",  # asked when it is saved
    "Invitation",  # guests from outside, who have no file
    "Outcome",  # no note at all
    "Responsibility",  # coordinators
    "Proposal",
    "ForbiddenPair",
    "AuditEntry",
    "Consent",
    "Tie",
}
CODES = {
    "status", "subject", "actor", "occupation_group", "earlier_occupation_group", "language",
    "wished_occupation_group", "interpreter_language", "certificate_seen_by", "logged_by", "slip",
    "done_by", "called_by", "postponed_by", "typed_by", "decided_by", "detail",
    "given_name", "family_name", "preferred_name", "native_name",
}  # fmt: skip
#: Refused whole, by ``check_place`` and ``check_contact_point``.
EMPTY = {"place", "start_meeting_place", "service", "phone", "email", "stand_in_phone"}


def about_people(kind: type[Record]) -> bool:
    names = {field.name for field in fields(kind)}
    return bool(names & {"person_id", "pairing_id", "goal_id", "mentor_id", "subject_id"}) or (
        kind.__name__ == "Person"
    )


def test_every_text_that_is_kept_about_a_person_is_in_the_rule() -> None:
    missing = []
    for kind in MIRRORS:
        if not about_people(kind) or kind.__name__ in ELSEWHERE:
            continue
        texts = {
            name
            for name, held in get_type_hints(kind).items()
            if held in (str, tuple[str, ...], Mapping[str, str]) and name != "weights"
        }
        ruled = set(FREE_TEXT.get(kind, {}))
        missing += [(kind.__name__, name) for name in texts - ruled - CODES - EMPTY]
    assert missing == []


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (CompetenceCard(person_id=new_id(), updated_on=TODAY, skills=("a", "in Bodø")), "skills"),
        (
            Interview(person_id=new_id(), held_on=TODAY, answers={"good": "", "network": "Bodø"}),
            "answer.network",
        ),
    ],
)
def test_the_refusal_names_the_field_of_the_form(record: Any, field: str) -> None:
    with pytest.raises(InvalidField) as refused:
        check_no_place(record, PLACES)
    assert (refused.value.field, refused.value.problem) == (field, Problem.NAMES_PLACE)
    assert refused.value.value == "Bodø"
