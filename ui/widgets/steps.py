"""Where a line of Today is seen to: which tab of a person's file, and which button of a page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.operations.telephone import AtTelephone

#: What a tab of the person's file tells more about.
TABS = {
    AttentionKind.PLAN_STEP: "plan",
    AttentionKind.PLACEMENT_MIDWAY: "placements",
    AttentionKind.PLACEMENT_ENDS: "placements",
    AttentionKind.PLACEMENT_OVER: "placements",
    AttentionKind.FIRST_VISIT: "associations",
    AttentionKind.STILL_MEMBER: "associations",
    AttentionKind.NO_COORDINATOR: "contacts",
    AttentionKind.NETWORK_QUESTION: "network",
}


@dataclass(frozen=True, slots=True)
class Step:
    """The button that does a next step: its words, its picture, and what it does."""

    text: str
    picture: str
    do: Callable[[Attention, AtTelephone], object]


Steps = Mapping[AttentionKind, Step]
