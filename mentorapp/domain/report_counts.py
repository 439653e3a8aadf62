"""What the cells of a report's tables hold: counted once each, from facts or by a tally."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from mentorapp.domain.breakdowns import Amount, Tally, amounts, group_of, is_counted
from mentorapp.domain.report_views import At, Printed
from mentorapp.domain.statistics import Facts

if TYPE_CHECKING:
    from datetime import date

#: Not in any report: all schemes but those that had one.
REST = "rest"


class Counts:
    """``schemes`` are those that had a report of their own."""

    def __init__(self, facts: Facts, tallies: Sequence[Tally], schemes: Sequence[str]) -> None:
        self._facts, self._schemes = facts, schemes
        self._tallies = {(one.dimension, one.figure): one for one in tallies}
        self._groups: dict[str, list[str]] = {one.dimension: sorted(one.groups) for one in tallies}
        self._amounts: dict[tuple[date | None, date, str, str, str], dict[str, Amount]] = {}

    def groups(self, dimension: str) -> list[str]:
        """Every group that anybody is in."""
        if dimension not in self._groups:
            people = (*self._facts.mentors, *self._facts.newcomers)
            found = {group_of(one, dimension) for one in people}
            found |= {group_of(one, dimension) for one in self._facts.pairings}
            self._groups[dimension] = sorted(found)
        return self._groups[dimension]

    def of(self, total: At, dimension: str) -> dict[str, Amount]:
        """A total by the groups of a dimension; by none, it is all of it."""
        first, until, scheme, figure = total[:4]
        key = (first, until, scheme, figure, dimension)
        if key not in self._amounts:
            if tally := self.tally(dimension, figure):
                counted = tally.count(first, until)
                self._amounts[key] = {group: Amount(n, of=n) for group, n in counted.items() if n}
            elif scheme == REST:
                self._amounts[key] = self._rest(total, dimension)
            else:
                self._amounts[key] = amounts(self._facts, figure, first, until, scheme, dimension)
        return self._amounts[key]

    def tally(self, dimension: str, figure: str) -> Tally | None:
        """What counts it, if a tally does; the total of what only a tally counts is its sum."""
        named = self._tallies.get((dimension, figure))
        if named or dimension or is_counted(figure):
            return named
        return next((one for one in self._tallies.values() if one.figure == figure), None)

    def together(self, at: At, report: Printed) -> tuple[str, ...]:
        """Who is in a row of several groups of an earlier report: all without a row of their own
        that have anything in its table. Where its key tells of others, as some came and went
        since, it is all without a row.
        """
        table = [
            one
            for one in report
            if (one.dimension, one.until, one.scheme) == (at.dimension, at.until, at.scheme)
        ]
        named = {one.group for one in table}
        counted = {
            group
            for one in {one._replace(dimension="", group="") for one in table}
            for group in self.of(one, at.dimension)
        }
        found = tuple(sorted(counted - named))
        if together_key(found) == at.group:
            return found
        return tuple(sorted({*self.groups(at.dimension)} - named))

    def before(
        self, earlier: Sequence[Printed], dimension: str, groups: Sequence[str]
    ) -> tuple[set[str], set[str]]:
        """Who had a row in an earlier report, or was in one of several, and is not of ``groups``.

        A row of noughts tells of them, and so may have to be hidden.
        """
        gone, together = set[str](), set[str]()
        for one in earlier:
            for at in one:
                if at.dimension == dimension and at.group.startswith("+"):
                    together |= {*self.together(at, one)}
                elif at.dimension == dimension:
                    gone.add(at.group)
        gone -= set(groups)
        return gone, together - {*groups, *gone}

    def _rest(self, total: At, dimension: str) -> dict[str, Amount]:
        found = dict(self.of(total._replace(scheme=""), dimension))
        for one in self._schemes:
            for group, less in self.of(total._replace(scheme=one), dimension).items():
                found[group] = found[group] + Amount(-less.count, -less.protected, -less.of)
        return found


def together_key(groups: Iterable[str]) -> str:
    """A key that tells which rows are together, without telling them."""
    return "+" + sha256("|".join(groups).encode()).hexdigest()[:12]
