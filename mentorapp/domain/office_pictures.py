"""Pictures on the office's papers: the municipality's logo and signatures."""

from dataclasses import dataclass
from enum import StrEnum

from mentorapp.domain.records import Record


class PictureUse(StrEnum):
    """Where a picture stands."""

    LOGO = "logo"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePicture(Record):
    """A PNG, kept as the stored file with its id. ``coordinator`` is whose signature it is."""

    use: PictureUse
    coordinator: str = ""
