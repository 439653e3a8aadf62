"""Languages and scripts: direction, leading, and what HarfBuzz wants to be told."""

from functools import cache

from mentorapp.reports.bidi import LEFT, RIGHT

#: Languages written from the right in the script that their readers here use.
_FROM_RIGHT = frozenset(
    {
        "ar",
        "ckb",
        "dv",
        "fa",
        "fas",
        "he",
        "iw",
        "pa-pk",
        "prs",
        "ps",
        "pus",
        "sd",
        "ug",
        "ur",
        "yi",
    }
)

#: What the lines of a language need against Latin ones: marks above and below, taller letters.
_AIR = {"ti": 1.1, "am": 1.1}
_AIR_FROM_RIGHT = 1.22

#: Languages that take other forms of letters than the rest of their script (``locl``).
_OWN_FORMS = frozenset({"bg", "mk", "sr"})

#: First character of each block and the script that HarfBuzz is told; "" goes with its neighbours.
_BLOCKS = (
    (0x0000, ""),
    (0x0041, "Latn"),
    (0x005B, ""),
    (0x0061, "Latn"),
    (0x007B, ""),
    (0x00AA, "Latn"),
    (0x00AB, ""),
    (0x00BA, "Latn"),
    (0x00BB, ""),
    (0x00C0, "Latn"),
    (0x02B9, ""),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, ""),
    (0x0600, "Arab"),
    (0x0700, ""),
    (0x0750, "Arab"),
    (0x0780, ""),
    (0x0870, "Arab"),
    (0x0900, ""),
    (0x1200, "Ethi"),
    (0x13A0, ""),
    (0x1C80, "Cyrl"),
    (0x1C90, ""),
    (0x1D00, "Latn"),
    (0x1DC0, ""),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, ""),
    (0x2C60, "Latn"),
    (0x2C80, ""),
    (0x2D80, "Ethi"),
    (0x2DE0, "Cyrl"),
    (0x2E00, ""),
    (0xA640, "Cyrl"),
    (0xA6A0, ""),
    (0xA720, "Latn"),
    (0xA800, ""),
    (0xAB01, "Ethi"),
    (0xAB30, "Latn"),
    (0xAB70, ""),
    (0xFB00, "Latn"),
    (0xFB07, ""),
    (0xFB50, "Arab"),
    (0xFE00, ""),
    (0xFE70, "Arab"),
    (0xFEFF, ""),
)


@cache
def direction_of_language(language: str) -> int:
    """LEFT or RIGHT: from which side a reader of the language begins. LEFT for an unknown one."""
    whole = language.lower()
    return RIGHT if whole in _FROM_RIGHT or whole.split("-")[0] in _FROM_RIGHT else LEFT


def air(language: str) -> float:
    """By how much lines stand further apart than Latin ones."""
    if direction_of_language(language) == RIGHT:
        return _AIR_FROM_RIGHT
    return _AIR.get(language, 1)


def has_own_forms(language: str) -> bool:
    """Whether even plain letters have to be chosen by the language."""
    return language in _OWN_FORMS


@cache
def script_of(character: str) -> str:
    """ISO 15924, of the scripts that our fonts have; empty for what belongs to none of them."""
    number, found = ord(character), ""
    for first, script in _BLOCKS:
        if first > number:
            break
        found = script
    return found
