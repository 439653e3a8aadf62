"""What ``lists`` says of a file that came in and of what the engine found."""

from collections.abc import Mapping
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.domain.shared_lines import ListFile
from mentorapp.operations.list_matching import Matched
from mentorapp.operations.received_lists import Incoming
from mentorapp.operations.waiting_lists import as_json
from mentorapp.words import Words
from mentorapp.words.reasons import say_left_over, say_reasons
from mentorapp.words.refusals import explain
from mentorapp.words.waiting_lists import say_line, say_number, say_offer, say_way


def say_leaving(words: Words, count: int) -> str:
    """Before and after sending."""
    return words.plural("%(n)d line leaves the office.", "%(n)d lines leave the office.", count)


def tell_incoming(session: Session, incoming: Incoming, names: Mapping[str, str]) -> None:
    """Who signed it, each line, and why it cannot be taken in."""
    words, told = session.words, incoming.told
    against = explain(words, incoming.against) if incoming.against else ""
    contents: list[dict[str, Any]]
    if isinstance(told, ListFile):
        contents = [as_json(one) for one in told.lines]
        lines = [f"  {say_number(one.code)}  {say_line(words, one, names)}" for one in told.lines]
    else:
        contents = [{"line": code, **as_json(one)} for code, one in told.offers.items()]
        lines = [
            f"  {say_number(code)}  {say_offer(words, one)}" for code, one in told.offers.items()
        ]
    session.tell(
        {
            "list": told.code,
            "office": told.office,
            "fingerprint": incoming.fingerprint,
            "trusted": incoming.neighbour is not None,
            "against": against,
            "contents": contents,
        },
        lambda: [
            words.text("Signed by %(office)s, fingerprint %(fingerprint)s, on %(date)s.")
            % {
                "office": told.office or told.municipality,
                "fingerprint": incoming.fingerprint,
                "date": words.date(told.made_on),
            },
            *lines,
            *([against] if against else []),
        ],
    )


def matched_json(found: Matched) -> dict[str, Any]:
    """For ``--json``."""
    return {
        "free_mentors": found.free_mentors,
        "suggestions": [
            {
                "line": one.line.code,
                "scheme": one.scheme.key,
                "mentor": one.mentor_number,
                "percent": one.percent,
                "reasons": [reason.to_json() for reason in one.reasons],
                "km": one.km,
                "may_be_told": one.may_be_told,
            }
            for one in found.suggestions
        ],
        "unmatched": [one.line.code for one in found.unmatched],
    }


def matched_lines(words: Words, found: Matched) -> list[str]:
    """A mentor for each line with the reasons, and why the others got nobody."""
    said = [
        words.plural(
            "%(n)d free mentor was looked at.",
            "%(n)d free mentors were looked at.",
            found.free_mentors,
        )
    ]
    for one in found.suggestions:
        said.append(
            f"{say_number(one.line.code)}  {one.mentor_name} ({one.mentor_number})  "
            f"{one.percent} %  {one.scheme.name(words.language)}"
        )
        reasons = say_reasons(words, one.reasons)
        said.append("    " + " · ".join(part for part in (reasons, say_way(words, one.km)) if part))
        if not one.may_be_told:
            asked = words.text("Ask first: the mentor has not agreed that other offices are told.")
            said.append(f"    {asked}")
    for left in found.unmatched:
        why = (
            say_left_over(words, left.left_over)
            if left.left_over
            else words.text("No scheme of this office is meant, or no mentor is free.")
        )
        said.append(f"{say_number(left.line.code)}  {why}")
    return said
