"""The same change for several newcomers at once, out of what would help each of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mentorapp.domain.explanations import Remedy, RemedyKind

_FAR = frozenset(
    {RemedyKind.NEWCOMER_DISTANCE, RemedyKind.MENTOR_DISTANCE, RemedyKind.BOTH_DISTANCE}
)
#: A must of the scheme is tried among the weights, and a recruit helps one.
_ALONE = frozenset({RemedyKind.SCHEME_MUST, RemedyKind.RECRUIT})
_ORDER = {kind: place for place, kind in enumerate(RemedyKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRemedy:
    """``changes`` says what it is for each newcomer; ``amount`` is the same limit for all of them,
    in kilometres, 0 where the change is about something else.
    """

    kind: RemedyKind
    amount: int = 0
    changes: tuple[tuple[UUID, Remedy], ...]


def shared(found: Iterable[tuple[UUID, Sequence[Remedy]]]) -> tuple[SharedRemedy, ...]:
    """What would help at least two of these newcomers, the smallest effort first.

    A distance comes in up to three steps: what the nearest two need, what half of them do, and all.
    """
    kinds: dict[RemedyKind, list[tuple[UUID, Remedy]]] = defaultdict(list)
    for newcomer_id, remedies in found:
        own: dict[RemedyKind, Remedy] = {}
        for one in remedies:
            known = own.get(one.kind)
            if known is None or (one.kind in _FAR and one.amount < known.amount):
                own[one.kind] = one
        for kind, one in own.items():
            if kind not in _ALONE:
                kinds[kind].append((newcomer_id, one))
    made: list[SharedRemedy] = []
    for kind in sorted(kinds, key=_ORDER.__getitem__):
        changes = kinds[kind]
        if kind in _FAR:
            made += _steps(kind, changes)
        else:
            made.append(SharedRemedy(kind=kind, changes=tuple(changes)))
    return tuple(one for one in made if len(one.changes) > 1)


def _steps(kind: RemedyKind, changes: Sequence[tuple[UUID, Remedy]]) -> list[SharedRemedy]:
    amounts = sorted(one.amount for _, one in changes)
    steps = sorted({amounts[min(1, len(amounts) - 1)], amounts[len(amounts) // 2], amounts[-1]})
    return [
        SharedRemedy(
            kind=kind,
            amount=step,
            changes=tuple(
                (newcomer_id, replace(one, amount=step))
                for newcomer_id, one in changes
                if one.amount <= step
            ),
        )
        for step in steps
    ]
