"""What a career scheme's pair works towards."""

from mentorapp.domain.schemes import SchemePart
from mentorapp.operations.pairings import PairingFile
from mentorapp.words import Words
from mentorapp.words.fields import field_label


def career_facts(words: Words, file: PairingFile) -> list[tuple[str, str]]:
    """The newcomer's goal and wished occupation; nothing in schemes without a career part."""
    if SchemePart.CAREER not in file.row.scheme.parts:
        return []
    newcomer = file.newcomer
    group = words.lists.occupations.get(newcomer.wished_occupation_group)
    wished = newcomer.wished_occupation or (group.name(words.language) if group else "")
    return [
        (field_label(words, "goal"), newcomer.goal),
        (field_label(words, "wished_occupation"), wished),
    ]
