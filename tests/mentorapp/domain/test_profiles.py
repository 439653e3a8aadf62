from mentorapp.domain.profiles import Trait, compared


def test_what_both_have_is_shared_and_the_rest_is_each_ones_own() -> None:
    line = compared(Trait.INTERESTS, ["cooking", "football"], ["cooking", "hiking"])
    assert (line.newcomer.shared, line.newcomer.own) == (("cooking",), ("football",))
    assert (line.mentor.shared, line.mentor.own) == (("cooking",), ("hiking",))


def test_codes_that_mean_the_same_are_shared_each_as_it_is_registered() -> None:
    line = compared(
        Trait.LANGUAGES, ["so:native", "no:B1"], ["nb:native"], same=lambda code: code[0]
    )
    assert line.newcomer.shared == ("no:B1",)
    assert line.mentor.shared == ("nb:native",)


def test_a_line_of_somebody_who_told_nothing_is_empty_on_that_side() -> None:
    line = compared(Trait.PLACE, ["Bodø"], [])
    assert line.newcomer
    assert not line.mentor
