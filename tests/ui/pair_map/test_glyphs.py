"""Marks stand out from land and sea in every look, and grow with what they count."""

import pytest

from mentorapp.operations.pair_map import Shown
from tests.ui.test_theme import contrast
from ui.pair_map.glyphs import colour, radius
from ui.theme import SCHEMES, Tokens


@pytest.mark.parametrize("tokens", SCHEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("kind", Shown)
def test_every_mark_stands_out_from_land_and_sea(tokens: Tokens, kind: Shown) -> None:
    land = tokens.muted_soft if tokens.side == tokens.surface else tokens.surface
    for ground in (land, tokens.side):
        assert contrast(colour(tokens, kind).name(), ground) >= 3


def test_more_are_larger_up_to_a_bound_and_none_have_no_mark() -> None:
    sizes = [radius(many) for many in (0, 1, 2, 10, 60, 1000)]
    assert sizes[0] == 0
    assert sizes == sorted(sizes)
    assert radius(1000) == radius(10_000)
