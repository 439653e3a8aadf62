from uuid import UUID

from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Criterion
from mentorapp.domain.weight_examples import Best, WeightExample, most_telling
from mentorapp.operations import Database, Transaction, weight_example
from mentorapp.operations.weight_example import PairingInput
from mentorapp.words import Words
from mentorapp.words.weights import say_example, say_shares
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id

FISHING, KNITTING = frozenset({"fishing"}), frozenset({"knitting"})


def gathered(tx: Transaction) -> PairingInput:
    return weight_example.gather(tx, buddy(tx), TODAY)


def only(people: PairingInput, **weights: str) -> dict[str, str]:
    return dict.fromkeys(people.scheme.weights, "off") | weights


def test_the_example_is_somebody_whose_best_mentor_the_weights_decide(database: Database) -> None:
    with database.write("mona") as tx:
        near = mentor_id(tx, name="Near Bakke", interests=KNITTING)
        alike = mentor_id(tx, name="Alike Vik", postal_code="8006", interests=FISHING)
        newcomer = newcomer_id(tx, name="Amina Ali", interests=FISHING)
        people = gathered(tx)
    people = people.with_weights(only(people, distance="high"))
    tried = only(people, interests="high")
    found = weight_example.example(people, tried)
    assert found is not None
    assert (found.newcomer_id, found.before.mentor_id, found.after.mentor_id) == (
        newcomer,
        near,
        alike,
    )
    said = say_example(Words("en"), found, people.names)
    assert said.startswith("With these weights Alike Vik fits Amina Ali best (")
    assert "instead of Near Bakke (100\u00a0%)" in said
    same = weight_example.example(people, people.scheme.weights)
    assert same == WeightExample(newcomer, found.before, found.before)


def test_a_must_can_leave_somebody_without_anybody(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, interests=KNITTING)
        newcomer_id(tx, interests=FISHING)
        people = gathered(tx)
    people = people.with_weights(only(people, distance="high"))
    found = weight_example.example(people, only(people, interests="must"))
    assert found is not None
    assert found.after == Best()
    assert "nobody fits Sahra Guled" in say_example(Words("en"), found, people.names)
    back = weight_example.example(
        people.with_weights(only(people, interests="must")), only(people, distance="high")
    )
    assert back is not None
    assert "Without the change nobody fits." in say_example(Words("en"), back, people.names)


def test_nobody_is_an_example_where_nobody_waits_or_the_address_is_secret(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        assert weight_example.example(gathered(tx), {}) is None
        mentor_id(tx)
        newcomer_id(
            tx, protection=Protection.STRICT, postal_code="", phone="", email="", address=""
        )
        people = gathered(tx)
    assert weight_example.example(people, people.scheme.weights) is None


def test_without_another_mentor_the_largest_change_tells_most() -> None:
    one, other, nobody = (UUID(int=at) for at in range(3))
    small = WeightExample(one, Best(one, 50), Best(one, 52))
    large = WeightExample(other, Best(one, 50), Best(one, 40))
    assert most_telling([WeightExample(nobody, Best(), Best()), small, large]) == large
    assert most_telling([WeightExample(nobody, Best(), Best())]) is None


def test_shares_say_how_much_of_the_score_each_word_gives() -> None:
    weights = {"interests": "high", "distance": "must", "age": "medium"}
    found = weight_example.shares(weights)
    assert found == {Criterion.INTERESTS: 40, Criterion.DISTANCE: 40, Criterion.AGE: 20}
    said = say_shares(Words("en"), found)
    assert said.startswith("Of the score: ")
    assert said.endswith("20\u00a0%.")
    assert "everybody fits" in say_shares(Words("en"), weight_example.shares({}))
