"""The pages of the user guide: Markdown below ``resources/guide``, a folder for a language."""

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
    "trouble",
)
# Whoever reads nynorsk or Danish reads bokmål rather than English.
_FOLDERS = {"nb": "nb", "nn": "nb", "da": "nb"}


@dataclass(frozen=True, slots=True)
class GuidePage:
    """`text` is Markdown; its first line is the title."""

    key: str
    title: str
    text: str


def guide(language: str) -> list[GuidePage]:
    """All pages, in the language or the nearest there is."""
    folder = _FOLDERS.get(language, "en")
    pages = []
    for key in PAGES:
        text = resources.path(f"guide/{folder}/{key}.md").read_text(encoding="utf-8")
        pages.append(GuidePage(key, text.partition("\n")[0].removeprefix("# "), text))
    return pages


def holding(pages: list[GuidePage], wanted: str) -> list[GuidePage]:
    """The pages in which every word of `wanted` stands, however its letters are written."""
    parts = search_fold(wanted).split()
    return [page for page in pages if all(part in search_fold(page.text) for part in parts)]
