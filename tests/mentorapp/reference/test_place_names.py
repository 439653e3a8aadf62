from mentorapp.reference.place_names import everyday_places, place_names, postal_codes
from mentorapp.reference.places import COUNTRIES


def test_towns_and_municipalities_are_known_with_and_without_their_diacritics() -> None:
    assert {"bodø", "fauske", "rana", "tromsø", "tromso", "mo i rana"} <= place_names("NO")
    assert {"københavn", "kobenhavn", "aarhus"} <= place_names("DK")
    assert "bo" not in place_names("NO") - everyday_places()
    assert place_names("XX") == frozenset()


def test_every_everyday_word_is_a_place_somewhere() -> None:
    assert everyday_places() <= frozenset().union(*map(place_names, COUNTRIES))


def test_codes_are_those_of_the_country() -> None:
    assert "8200" in postal_codes("NO")
    assert "8001" not in postal_codes("DK")
