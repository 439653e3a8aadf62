from mentorapp.domain.office import Office
from mentorapp.words import Words
from mentorapp.words.letters import say_missing
from tests.factories import an_office


def test_what_the_letters_lack_is_one_sentence() -> None:
    assert say_missing(Words("en"), an_office()) == ""
    assert (
        say_missing(Words("en"), an_office(phone="", coordinators=()))
        == "The letters lack the office’s phone number and coordinator."
    )
    assert (
        say_missing(Words("nb"), Office())
        == "Brevene mangler kontorets navn, adresse, telefonnummer og koordinator."
    )
