"""At which field of a meeting a refusal is shown."""

from mentorapp.domain.errors import (
    InvalidField,
    MeetingAfterEnd,
    MeetingBeforePairing,
    MeetingInFuture,
    NotFound,
    NumberMistyped,
    NumberOfAnotherKind,
    ProtectedLocation,
    Refused,
)


def field_of(refused: Refused) -> str:
    """The field's name as in `Meeting`, ``pairing`` for its number; "" when it is about none."""
    if isinstance(refused, InvalidField | ProtectedLocation):
        return refused.field
    if isinstance(refused, MeetingInFuture | MeetingBeforePairing | MeetingAfterEnd):
        return "held_on"
    if isinstance(refused, NumberMistyped | NumberOfAnotherKind | NotFound):
        return "pairing"
    return ""
