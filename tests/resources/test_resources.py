"""Every shipped file is found through `resources.path`, and is what it says it is."""

from xml.etree import ElementTree as ET

import pytest

import resources

FONTS = ("NotoSans", "NotoSansArabic", "NotoSansEthiopic")


def test_a_name_that_did_not_ship_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        resources.path("icons/no-such-icon.svg")


def test_a_folder_is_found_too() -> None:
    assert resources.path("icons").is_dir()


def test_every_icon_is_an_svg_that_takes_the_colour_of_the_text() -> None:
    icons = list(resources.path("icons").glob("*.svg"))
    assert len(icons) >= 45
    for icon in icons:
        root = ET.parse(icon).getroot()
        assert root.tag.endswith("svg"), icon.name
        assert root.get("stroke") == "currentColor", icon.name


@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_every_font_is_a_truetype_font(family: str, weight: str) -> None:
    assert resources.path(f"fonts/{family}-{weight}.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_the_licence_lies_beside_what_it_covers(folder: str) -> None:
    assert resources.path(f"{folder}/LICENSE.txt").stat().st_size > 300
