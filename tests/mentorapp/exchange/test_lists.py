from mentorapp.domain.imports import Reason
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.lists import interests, scheme, schemes


def test_known_interests_are_found_and_others_left_over(context: Context) -> None:
    assert interests("fiske, strikking", context) == frozenset({"fishing", "knitting"})
    found = interests("Fiske og dragefly", context)
    assert found == Partly(frozenset({"fishing"}), ("dragefly",))


def test_schemes_are_known_by_name_key_and_beginning(context: Context) -> None:
    assert scheme("Arbeidsmentor", context) == "work_mentor"
    assert scheme("work_mentor", context) == "work_mentor"
    assert scheme("Språkpraksis på arbeidsplass", context) == "language_practice"
    assert schemes("fadder, øvelseskjøring", context) == frozenset({"buddy", "practice_driving"})
    assert scheme("Sjakk", context) == Unreadable(Reason.NOT_ONE_OF)
