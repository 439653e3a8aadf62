from dataclasses import replace

import pytest

from mentorapp.domain.errors import BadDistrict, Problem
from mentorapp.operations import Database, districts, offices
from mentorapp.words import Words
from mentorapp.words.refusals import explain


@pytest.mark.parametrize(
    ("country", "codes"),
    [("NO", "8003-8009, 8012"), ("NO", "0150"), ("NO", "8000-8099"), ("NO", "9170"),
     ("DK", "1000-1499"), ("SE", "411 01")],
)  # fmt: skip
def test_codes_that_exist_are_taken(country: str, codes: str) -> None:
    assert districts.read(country, f"Sentrum: {codes}") == {"Sentrum": codes}


@pytest.mark.parametrize(
    ("country", "codes", "wrong"),
    [("NO", "8003, 8999", "8999"), ("NO", "8003-80009", "8003-80009"), ("NO", "199", "199"),
     ("NO", "8042-8046", "8042-8046"), ("DK", "8003-8004", "8003-8004")],
)  # fmt: skip
def test_codes_that_do_not_exist_are_refused_by_line(country: str, codes: str, wrong: str) -> None:
    with pytest.raises(BadDistrict) as refused:
        districts.read(country, f"\n\nSentrum: {codes}")
    assert (refused.value.problem, refused.value.value) == (Problem.UNKNOWN_POSTAL_CODE, wrong)
    assert refused.value.line == 3
    assert explain(Words("en"), refused.value) == f"Line 3: there is no postal code “{wrong}”."


def test_the_office_keeps_its_districts_in_their_order_and_only_right_ones(
    database: Database,
) -> None:
    kept = {"Sør": "8050", "Midt": "8003-8009", "Aust": "8200"}
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), districts=kept))
    with database.write("mona") as tx:
        office = offices.read(tx)
        assert list(office.districts.items()) == list(kept.items())
        for wrong in ({"Midt": "8999"}, {"Midt": ""}, {"A": "8003", "B": "8001-8005"}):
            with pytest.raises(BadDistrict):
                offices.save(tx, replace(office, districts=wrong))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Sentrum", ("Line 1: “Sentrum” has no postal codes. "
                     "Write them after a colon, like 8003-8009, 8012.")),
        (":8003", "Line 1: the district has no name. Write it like “Centre: 8003-8009, 8012”."),
        ("A: 8003\nB: 8009-8003", ("Line 2: “8009-8003” is no postal code, "
                                   "nor a range from a lower to a higher one like 8003-8009.")),
        ("A: 8003\nB: 8001-8005", "Line 2: “8003” belongs to “A” already."),
        ("A: 8003\nA: 8005", "Line 2: “A” stands in an earlier line already."),
    ],
)  # fmt: skip
def test_a_refusal_says_the_line_and_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(BadDistrict) as refused:
        districts.read("NO", text)
    assert explain(Words("en"), refused.value) == sentence
