"""What has come since a report was printed, said on the page and on the screen."""

from collections.abc import Mapping

from mentorapp.domain.printed_reports import Since
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.sections import Hidden
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.small_numbers import HIDDEN

#: More changes than these nobody reads under a report; the list of them all is on the screen.
_MOST = 8


def report_name(words: Words, kind: str) -> str:
    """What a report is called; the code of one that this version does not know."""
    known = {one.value: one for one in ReportKind}
    return label(words, known[kind]) if kind in known else kind


def file_stem(words: Words, kind: str, period: str) -> str:
    """What a report's file is called, without ending: kind and period, and nobody's name."""
    return f"{report_name(words, kind).casefold().replace(' ', '-')}-{period}"


def say_since(
    words: Words, since: Since | None, names: Mapping[str, str], most: int = _MOST
) -> tuple[str, ...]:
    """A sentence on what has come, and one for each figure that changed; nothing for nothing.

    ``names`` are what the figures of the report are called.
    """
    if since is None:
        return ()
    _ = words.text
    printed = words.date(since.printed.printed_at.astimezone().date())
    more = [_signed(words, key, count) for key, count in since.state.items()]
    said = (
        _("Since this report was printed on %(date)s: %(list)s.")
        % {"date": printed, "list": ", ".join(more)}
        if more
        else _("Since this report was printed on %(date)s figures have changed.")
        % {"date": printed}
    )
    changed = [one for one in since.figures if one.key in names]
    lines = [
        _("%(figure)s: %(old)s, now %(new)s.")
        % {
            "figure": names[one.key],
            "old": _value(words, one.old),
            "new": _value(words, one.new),
        }
        for one in changed[:most]
    ]
    left = len(changed) - most
    if left > 0:
        lines.append(
            words.plural("%(n)d more figure changed.", "%(n)d more figures changed.", left)
        )
    return (said, *lines)


def _signed(words: Words, key: str, count: int) -> str:
    return ("+" if count > 0 else "–") + _said(words, key, abs(count))


def _said(words: Words, key: str, n: int) -> str:
    """What ``operations.report_state`` counts; KeyError for what nobody has put into words."""
    return {
        "mentors": words.plural("%(n)d mentor registered", "%(n)d mentors registered", n),
        "newcomers": words.plural("%(n)d newcomer registered", "%(n)d newcomers registered", n),
        "answers": words.plural("%(n)d proposal answered", "%(n)d proposals answered", n),
        "pairings": words.plural("%(n)d pairing agreed", "%(n)d pairings agreed", n),
        "ended": words.plural("%(n)d pairing ended", "%(n)d pairings ended", n),
        "meetings": words.plural("%(n)d meeting logged", "%(n)d meetings logged", n),
        "follow_ups": words.plural("%(n)d follow-up done", "%(n)d follow-ups done", n),
        "outcomes": words.plural("%(n)d outcome answered", "%(n)d outcomes answered", n),
        "placements": words.plural("%(n)d placement begun", "%(n)d placements begun", n),
        "attendance": words.plural("%(n)d attendance noted", "%(n)d attendances noted", n),
    }[key]


def _value(words: Words, value: float | Hidden | None) -> str:
    if value is None:
        return "–"
    return HIDDEN if isinstance(value, Hidden) else words.number(value)
