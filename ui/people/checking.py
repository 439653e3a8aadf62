"""What the office would say about one field of the form, before it is saved."""

from datetime import date
from functools import partial

from mentorapp.domain.contact_details import check_contact_details
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.mentors import check_mentor
from mentorapp.domain.newcomers import check_newcomer
from mentorapp.domain.people import check_person
from mentorapp.operations.people import Registration, tidy
from mentorapp.operations.places import check_postal_code


def wrong_field(held: Registration, name: str, today: date) -> InvalidField | None:
    """The refusal about the field of this name in the form, if any.

    Each part is asked for its own first mistake: one in another part hides nothing.
    """
    held = tidy(held)
    details, mentor, newcomer = held.details, held.mentor, held.newcomer
    asked = [
        ("", partial(check_person, held.person, today)),
        ("", partial(check_contact_details, details)),
        ("", partial(check_postal_code, details.country, details.postal_code)),
    ]
    if mentor is not None:
        asked.append(("mentor.", partial(check_mentor, mentor, today)))
    if newcomer is not None:
        asked.append(("newcomer.", partial(check_newcomer, newcomer, today)))
    for prefix, check in asked:
        try:
            check()
        except InvalidField as wrong:
            if prefix + wrong.field == name:
                return wrong
    return None
