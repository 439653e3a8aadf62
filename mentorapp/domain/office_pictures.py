"""Pictures on the office's papers: the municipality's logo and signatures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What stands on the letters, as PNG; ``signatures`` by the coordinator's name."""

    logo: bytes = b""
    signatures: Mapping[str, bytes] = field(default_factory=dict)

    def signature_of(self, name: str) -> bytes:
        """Empty unless it is this coordinator who signs."""
        return self.signatures.get(name, b"")


NO_PICTURES = Pictures()
