from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.records import new_id
from mentorapp.domain.shortages import (
    MentorKind,
    OrganisationToAsk,
    Shortage,
    helped_by_first,
    share_of_first,
)

ALI, BEKA, CHI = (new_id() for _ in range(3))


def _shortage(*newcomers: object) -> Shortage:
    return Shortage(kind=MentorKind(), newcomers=newcomers, gain_pairs=1, gain_total=10)  # type: ignore[arg-type]


def test_whoever_several_kinds_would_help_is_counted_once() -> None:
    kinds = (_shortage(ALI, BEKA), _shortage(BEKA), _shortage(BEKA, CHI))
    assert helped_by_first(kinds) == (2, 2, 3)
    assert [one.helps for one in kinds] == [2, 1, 2]


def test_the_share_is_of_the_first_three_kinds() -> None:
    kinds = (_shortage(ALI), _shortage(BEKA), _shortage(BEKA), _shortage(CHI))
    assert share_of_first(kinds) == (3, 2)
    assert share_of_first(kinds[:1]) == (1, 1)


def test_no_kinds_help_nobody() -> None:
    assert helped_by_first(()) == ()
    assert share_of_first(()) == (0, 0)


def test_what_an_organisation_owes_is_what_it_promised_and_has_not_given() -> None:
    asked = OrganisationToAsk(
        organisation_id=new_id(),
        number=1,
        name="Nordlys",
        kind=OrganisationKind.BUSINESS,
        promised=3,
        registered=1,
    )
    assert asked.missing == 2


def test_an_organisation_that_gave_more_than_promised_owes_nothing() -> None:
    asked = OrganisationToAsk(
        organisation_id=new_id(),
        number=1,
        name="Nordlys",
        kind=OrganisationKind.BUSINESS,
        promised=1,
        registered=4,
    )
    assert asked.missing == 0
