"""What follows when the office was made."""

from enum import Enum


class NextStep(Enum):
    """Where the first window leads to."""

    LOOK = "look"
    IMPORT = "import"
    REGISTER = "register"
