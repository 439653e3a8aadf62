import pytest

from mentorapp.domain.errors import InvalidField, NotFound, Problem
from mentorapp.domain.office_errors import NameTaken, WordListFull
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.word_lists import OWN_KEYS, WordList
from mentorapp.operations import Database, people, undoing, word_lists
from mentorapp.operations.imports import ImportKind
from mentorapp.operations.word_lists import WordRow
from mentorapp.storage import records
from mentorapp.words import Words
from tests.mentorapp.operations.importing import bring
from tests.mentorapp.operations.registering import mentor, newcomer, register

INTERESTS, OCCUPATIONS = WordList.INTERESTS, WordList.OCCUPATIONS


def row_of(rows: list[WordRow], key: str) -> WordRow:
    return next(row for row in rows if row.key == key)


def test_an_own_word_is_added_named_and_counted(database: Database) -> None:
    with database.write("mona") as tx:
        word = word_lists.add(
            tx, INTERESTS, {"nb": "  Sjakkboksing ", "en": "Chess boxing", "da": ""}
        )
        register(tx, mentor(interests=frozenset({word.key, "fishing"})))
        rows = word_lists.rows(tx, INTERESTS)
    row = row_of(rows, word.key)
    assert (row.own, row.hidden, row.people) == (True, False, 1)
    assert dict(row.names) == {"nb": "Sjakkboksing", "en": "Chess boxing"}
    assert row.word.name("nn") == "Sjakkboksing"
    assert row_of(rows, "fishing").people == 1


def test_somebody_with_the_same_work_before_and_wished_for_is_counted_once(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        key = word_lists.add(tx, OCCUPATIONS, {"nb": "Hvalfanger"}).key
        register(tx, newcomer(earlier_occupation_group=key, wished_occupation_group=key))
        assert row_of(word_lists.rows(tx, OCCUPATIONS), key).people == 1


def test_words_that_say_things_know_the_offices_own_once_they_are_handed_in(
    database: Database,
) -> None:
    words = Words("nb")
    with database.write("mona") as tx:
        key = word_lists.add(tx, INTERESTS, {"nb": "Sjakkboksing"}).key
        assert key not in words.lists.interests
        word_lists.hand_in(tx, words)
    assert words.lists.interests[key].name("nb") == "Sjakkboksing"


def test_a_renamed_word_keeps_its_key_and_so_everybody_who_has_it(database: Database) -> None:
    with database.write("mona") as tx:
        word = word_lists.add(tx, INTERESTS, {"nb": "Sjakkboksing"})
        renamed = word_lists.rename(tx, INTERESTS, word.key, {"nb": "Tankeboksing"})
        lists = word_lists.read(tx)
    assert (renamed.key, lists.interests[word.key].name("nb")) == (word.key, "Tankeboksing")
    assert lists.find(INTERESTS, "sjakkboksing") is None


@pytest.mark.parametrize("name", ["Lystfiskeri", "SJAKKBOKSING"])
def test_a_name_that_another_word_of_the_list_has_is_refused(database: Database, name: str) -> None:
    with database.write("mona") as tx:
        word_lists.add(tx, INTERESTS, {"nb": "Sjakkboksing"})
        other = word_lists.add(tx, INTERESTS, {"nb": "Steinsamling"})
        with pytest.raises(NameTaken):
            word_lists.add(tx, INTERESTS, {"nb": name})
        with pytest.raises(NameTaken):
            word_lists.rename(tx, INTERESTS, other.key, {"nb": name})
        word_lists.rename(tx, INTERESTS, other.key, {"nb": "steinsamling"})


@pytest.mark.parametrize(
    ("names", "problem"),
    [({}, Problem.MISSING), ({"nb": "  "}, Problem.MISSING), ({"nb": "x" * 500}, Problem.TOO_LONG)],
)
def test_a_word_needs_a_name_of_decent_length(
    database: Database, names: dict[str, str], problem: Problem
) -> None:
    with database.write("mona") as tx, pytest.raises(InvalidField) as refused:
        word_lists.add(tx, INTERESTS, names)
    assert refused.value.problem is problem


def test_a_word_that_ships_is_hidden_and_shown_but_never_renamed(database: Database) -> None:
    with database.write("mona") as tx:
        word_lists.hide(tx, INTERESTS, "fishing")
        assert row_of(word_lists.rows(tx, INTERESTS), "fishing").hidden
        with pytest.raises(NotFound):
            word_lists.rename(tx, INTERESTS, "fishing", {"nb": "Angling"})
        word_lists.show(tx, INTERESTS, "fishing")
        assert not row_of(word_lists.rows(tx, INTERESTS), "fishing").hidden
        with pytest.raises(NotFound):
            word_lists.hide(tx, INTERESTS, "no such word")


def test_the_key_of_a_word_that_was_taken_back_is_never_given_to_another(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        first = word_lists.add(tx, INTERESTS, {"nb": "Sjakkboksing"})
        changes = tuple(tx.changes)
    with database.write("mona") as tx:
        undoing.undo(tx, changes)
    with database.write("mona") as tx:
        assert first.key not in word_lists.read(tx).interests
        assert word_lists.add(tx, INTERESTS, {"nb": "Steinsamling"}).key != first.key


def test_a_full_list_says_how_much_room_there_is(database: Database) -> None:
    with database.write("mona") as tx:
        for n in range(len(OWN_KEYS[OCCUPATIONS])):
            word_lists.add(tx, OCCUPATIONS, {"nb": f"Yrke{n}"})
        with pytest.raises(WordListFull) as refused:
            word_lists.add(tx, OCCUPATIONS, {"nb": "Enda ett"})
    assert refused.value.limit == len(OWN_KEYS[OCCUPATIONS])


def test_what_somebody_typed_gives_keys_or_says_what_is_not_known(database: Database) -> None:
    with database.write("mona") as tx:
        own = word_lists.add(tx, INTERESTS, {"nb": "Sjakkboksing"}).key
        assert word_lists.keys_of(tx, INTERESTS, ["sjakkboksing", "fiske"]) == {own, "fishing"}
        with pytest.raises(InvalidField) as refused:
            word_lists.keys_of(tx, INTERESTS, ["fiske", "xyz"])
    assert (refused.value.field, refused.value.value) == ("interests", "xyz")


def test_files_that_name_the_offices_own_words_are_understood(database: Database) -> None:
    with database.write("mona") as tx:
        own = word_lists.add(tx, INTERESTS, {"nb": "Sjakkboksing"}).key
        work = word_lists.add(tx, OCCUPATIONS, {"nb": "Hvalfanger"}).key
        word_lists.hide(tx, INTERESTS, "fishing")
        bring(
            tx,
            ImportKind.MENTORS,
            "Fornavn;Etternavn;Interesser;Yrke\nKari;Holm;sjakkboksing, fiske;Hvalfanger\n",
        )
        bring(tx, ImportKind.ORGANISATIONS, "Navn;Interesser\nKlubben;Sjakkboksing\n")
        (kari,) = (one.person for one in people.all_people(tx))
        (club,) = records.find(tx, Organisation)
    assert kari.interests == {own, "fishing"}
    assert kari.occupation_group == work
    assert club.interests == {own}
