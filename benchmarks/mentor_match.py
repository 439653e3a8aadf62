"""Run by the Python of ``.venv-peers``: the PyPI package mentor-match on a table of scores.

``python benchmarks/mentor_match.py TABLE`` reads JSON (``scores``, newcomers by mentors, -1 where a
pair is not allowed; ``capacity`` of each mentor) and prints JSON: ``seconds`` from the people to
the pairs, ``pairs`` and their ``total``. Needs nothing of this project, which is not installed
there.

The package knows neither capacity nor a table: a mentor takes part once for each place, and one
rule of its own kind looks the score up. Reading scores from a table is less work than any rule.
"""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from matching import process
from matching.rules import rule


class Participant:
    """What the package asks of a person: to be told apart, and two lists it fills."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.mentors: list[Participant] = []
        self.mentees: list[Participant] = []

    @property
    def connections(self) -> list["Participant"]:
        """Everybody paired with."""
        return self.mentors + self.mentees


class FromTable(rule.Rule):  # type: ignore[misc] # the package carries no types
    """The score of a match, or that it is not allowed."""

    def __init__(self, scores: list[list[int]]) -> None:
        self._scores = scores

    def evaluate(self, match: Any) -> bool:  # noqa: ANN401 - the package's Match
        return self._score(match) >= 0

    def apply(self, match: Any) -> int:  # noqa: ANN401 - the package's Match
        score = self._score(match)
        if score < 0:
            match.disallowed = True
            return 0
        return score

    def _score(self, match: Any) -> int:  # noqa: ANN401 - the package's Match
        newcomer, mentor = match.mentee.at, match.mentor.at
        score: int = self._scores[newcomer][mentor]
        return score


def main() -> None:
    """Measure once: it takes half a minute for a thousand people on either side."""
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    scores = given["scores"]
    mentors = [Participant(at) for at, room in enumerate(given["capacity"]) for _ in range(room)]
    newcomers = [Participant(at) for at in range(len(scores))]
    start = perf_counter()
    matches = process.generate_match_matrix(mentors, newcomers, [FromTable(scores)])
    process.match_and_assign_participants(matches)
    seconds = perf_counter() - start
    pairs = [(one.at, mentor.at) for mentor in mentors for one in mentor.mentees]
    total = sum(scores[newcomer][mentor] for newcomer, mentor in pairs)
    print(json.dumps({"seconds": seconds, "pairs": len(pairs), "total": total}))


if __name__ == "__main__":
    main()
