import pytest

from mentorapp.domain.named_places import Places, phrases, place_in, streets, without_places

PLACES = Places(
    names=phrases(["Bodø", "Mo i Rana", "Bodø kommune", "Markørveien"]),
    everyday=phrases(["Ski", "Strand", "By"]),
    written=phrases(["Verkstedet"]),
    codes=frozenset({"8200", "2026", "0150"}),
    own_codes=frozenset({"2027"}),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I want to live in bodø", "bodø"),
        ("Bodøs library", "Bodøs"),
        ("Bodø-skolen", "Bodø"),
        ("She works for BODØ KOMMUNE now", "BODØ KOMMUNE"),
        ("From Mo i Rana", "Mo i Rana"),
        ("I am in Ski on Tuesdays", "Ski"),
        ("Strand", "Strand"),
        ("The work at Verkstedet", "Verkstedet"),
        ("Kongens gate 5 is closed", "Kongens gate 5"),
        ("near markørveien", "markørveien"),
        ("Post to 8200", "8200"),
        ("0150", "0150"),
        ("since 2027", "2027"),
        ("Nav Bodø", "Bodø"),
    ],
)
def test_a_place_is_found_as_people_write_it(text: str, named: str) -> None:
    assert place_in(text, PLACES) == named


@pytest.mark.parametrize(
    "text",
    [
        "I like to go on ski. Ski is fun",
        "Kari Strand helps me",
        "Passed in 2026",
        "8200 kr each month, 8200 nok, kr 8200",
        "verkstedet mitt",
        "Reads and writes every day",
        "",
    ],
)
def test_everyday_words_surnames_years_and_sums_are_no_places(text: str) -> None:
    assert place_in(text, PLACES) == ""


def test_a_last_name_is_no_place_in_a_field_for_names() -> None:
    assert place_in("Per Bodø", PLACES, of_people=True) == ""
    assert place_in("Per, Bodø", PLACES, of_people=True) == "Bodø"
    assert place_in("NAV Bodø", PLACES, of_people=True) == "Bodø"


def test_places_are_left_out_and_the_rest_stays() -> None:
    text = "From Mo i Rana to Bodø, Storgata 7, by bus."
    assert without_places(text, PLACES) == "From … to …, …, by bus."
    assert without_places("By bus.", PLACES) == "By bus."


def test_streets_are_read_off_an_address_without_their_numbers() -> None:
    assert list(streets("Markørveien 7 B\n8200 Fauske")) == ["markørveien", "fauske"]
