import resources
from installer.srgb_profile import profile


def test_the_shipped_colour_space_is_what_its_maker_makes() -> None:
    assert resources.path("colour/srgb.icc").read_bytes() == profile()
