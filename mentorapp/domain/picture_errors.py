"""Refusals about pictures for the office's papers; see ``errors``."""

from dataclasses import dataclass
from enum import StrEnum

from mentorapp.domain.errors import Refused


class PictureTrouble(StrEnum):
    """What is wrong with a picture."""

    NOT_A_PICTURE = "not_a_picture"
    FILE_TOO_LARGE = "file_too_large"
    TOO_MANY_POINTS = "too_many_points"
    DAMAGED = "damaged"
    NOTHING_IN_IT = "nothing_in_it"
    POINTS_ELSEWHERE = "points_elsewhere"


@dataclass(eq=False)
class UnusablePicture(Refused):
    """The file cannot stand on paper."""

    trouble: PictureTrouble
