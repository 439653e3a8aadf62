"""What an account may not do."""

from dataclasses import dataclass

from mentorapp.domain.accounts import Right
from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NotAllowed(Refused):
    """None of the account's roles allows it; ``right`` tells which would."""

    right: Right
