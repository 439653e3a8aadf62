"""``labels``: who gets one, who does not, and nothing of where the protected are."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

PEOPLE = """Fornavn;Etternavn;Adresse;Postnr;Språk;Husstand;Adressesperre
Oda;Open;Havneveien 3;8200;norsk B1;;
Ulf;Uten;;8200;norsk B1;;
Hanna;Skjult;Markørveien 7;8624;norsk B1;Skjult;fortrolig
Jonas;Skjult;Markørveien 7;8624;norsk B1;Skjult;
Sanna;Streng;;;norsk B1;;strengt fortrolig
"""
FIRMS = """Navn;Organisasjonsform;Adresse;Postnr
Verkstedet;Bedrift;Industriveien 8;8200
Laget;Idrettslag;;8200
"""


@pytest.fixture
def office(empty: Mentorctl, write: WriteFile) -> Mentorctl:
    assert empty("import", "newcomers", write("n.csv", PEOPLE)).code == 0
    assert empty("import", "organisations", write("o.csv", FIRMS)).code == 0
    return empty


def numbers(office: Mentorctl, what: str) -> dict[str, int]:
    return {one["name"]: one["number"] for one in office(what, "--json").json}


def text_of(pdf: Path) -> str:
    document = pdfium.PdfDocument(pdf.read_bytes())
    said = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return said + str(document.get_metadata_dict())


def test_the_protected_and_all_who_live_with_them_get_no_label_whoever_asks(
    office: Mentorctl, tmp_path: Path
) -> None:
    people = numbers(office, "people")
    out = tmp_path / "labels.pdf"
    ran = office("labels", "--people", *people.values(), "--sheet", "L7163", "--out", out, "--json")
    assert (ran.json["labels"], ran.json["protected"]) == (1, 3)
    assert ran.json["without"] == [people["Ulf Uten"]]
    assert str(people["Ulf Uten"]) in ran.err
    assert "3 with a protected address are left out." in ran.err
    said = text_of(out)
    assert "Oda Open" in said
    assert "8200 FAUSKE" in said
    for trace in ("Markør", "8624", "Skjult", "Streng"):
        assert trace not in said + ran.out + ran.err
    only = [people["Hanna Skjult"], people["Sanna Streng"]]
    refused = office("labels", "--people", *only, "--out", tmp_path / "none.pdf")
    assert refused.code == 3
    assert not (tmp_path / "none.pdf").exists()


def test_organisations_get_one_and_a_start_beyond_the_sheet_is_refused(
    office: Mentorctl, tmp_path: Path
) -> None:
    firms = numbers(office, "organisations")
    out = tmp_path / "labels.pdf"
    ran = office("labels", "--organisations", *firms.values(), "--start", 5, "--out", out, "--json")
    assert (ran.json["labels"], ran.json["without"]) == (1, [firms["Laget"]])
    assert "Industriveien 8" in text_of(out)
    office("labels", "--unsent", "--start", "22", "--out", out).refused("1–21 (L7160)")
