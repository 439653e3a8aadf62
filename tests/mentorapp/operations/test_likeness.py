from mentorapp.operations import Database, likeness
from tests.mentorapp.operations.registering import mentor, newcomer, register


def test_duplicates_share_a_name_or_how_they_are_reached(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer("Åse Lærum", birth_year=None))
        register(tx, mentor("Aase Laerum", birth_year=1980))
        register(tx, newcomer("Ali Hassan", birth_year=1980))
        register(tx, newcomer("Ali Hassan", birth_year=1990))
        register(tx, newcomer("Sahra Guled", phone="91827364", birth_year=1980))
        register(tx, newcomer("Sahra Guleed", phone="918 27 364", birth_year=1990))
        # Her husband has her number.
        register(tx, newcomer("Omar Guled", phone="91827364"))
        register(tx, newcomer("Ana Ruiz", email="ana@r.example"))
        register(tx, newcomer("Ana Maria", email="ANA@r.example"))

        found = {(one.first.name, one.second.name, one.by) for one in likeness.duplicates(tx)}

    assert found == {
        ("Sahra Guled", "Sahra Guleed", "phone"),
        ("Ana Ruiz", "Ana Maria", "email"),
        ("Åse Lærum", "Aase Laerum", "name"),
    }
