"""Figures as every command tells them: the part, the base and what they are called."""

from typing import Any

from mentorapp.domain.statistics import Share
from mentorapp.words import Words


def share_json(share: Share) -> dict[str, Any]:
    """Part, base and rounded percent (null without a base)."""
    return {"part": share.part, "base": share.base, "percent": share.percent}


def share_line(words: Words, name: str, share: Share) -> str:
    """``somebody is responsible: 12 of 40 (30 %)``."""
    told = words.text("%(name)s: %(part)d of %(base)d") % {
        "name": name,
        "part": share.part,
        "base": share.base,
    }
    return told if share.percent is None else f"{told} ({share.percent} %)"
