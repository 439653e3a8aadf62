"""The pages of the user guide: Markdown below ``resources/guide``, a folder for a language."""

import re
from dataclasses import dataclass

import resources
from mentorapp.domain.text import search_fold

#: In the order of the contents; the first one is for the first day.
PAGES = (
    "first-day",
    "today",
    "registering",
    "pairs",
    "pairings",
    "letters",
    "reports",
    "work",
    "settings",
    "protected",
    "safety",
    "trouble",
)
#: Whoever reads nynorsk or Danish reads bokmål rather than English.
FOLDERS = {"nb": "nb", "nn": "nb", "da": "nb"}
#: What the pages show, by the names of ``installer/showing.py``; ``installer/picture_sets.py``
#: writes them beside the pages.
PICTURES = (
    "today",
    "find",
    "person-form",
    "newcomers",
    "person-file",
    "pairing",
    "map",
    "pairing-file",
    "slips",
    "letter",
    "reports",
    "placements",
    "settings",
)


_PICTURE = re.compile(r"!\[([^\]]+)\]\([a-z-]+\.png\)")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """`text` is Markdown; its first line is the title."""

    key: str
    title: str
    text: str


def guide(language: str) -> list[GuidePage]:
    """All pages, in the language or the nearest there is."""
    folder = _folder(language)
    pages = []
    for key in PAGES:
        text = resources.path(f"guide/{folder}/{key}.md").read_text(encoding="utf-8")
        pages.append(GuidePage(key, text.partition("\n")[0].removeprefix("# "), text))
    return pages


def picture(language: str, name: str) -> bytes:
    """A picture that a page shows, as PNG; empty when there is none of this name."""
    known = name.removesuffix(".png")
    if known not in PICTURES:
        return b""
    return resources.path(f"guide/{_folder(language)}/{known}.png").read_bytes()


def with_captions(text: str) -> str:
    """The page with the words of each picture below it too: for eyes, and for screen readers."""
    return _PICTURE.sub(r"\g<0>\n\n*\g<1>*", text)


def _folder(language: str) -> str:
    return FOLDERS.get(language, "en")


def holding(pages: list[GuidePage], wanted: str) -> list[GuidePage]:
    """The pages in which every word of `wanted` stands, however its letters are written."""
    parts = search_fold(wanted).split()
    return [page for page in pages if all(part in search_fold(page.text) for part in parts)]
