"""``mentorctl subject-access``: the paper, the data, and who gave them out."""

import json
from pathlib import Path

from mentorapp.domain.audit import Did
from mentorapp.operations import audit, offices, people
from tests.factories import TODAY
from tests.mentorapp.cli.running import run
from tests.mentorapp.operations.registering import newcomer, register


def test_paper_and_data_are_written_and_stand_in_the_persons_own_file(
    office_file: Path, tmp_path: Path
) -> None:
    opened = offices.open_office(office_file)
    with opened.write("mona") as tx:
        person = people.read(tx, register(tx, newcomer("Oda Open")), TODAY).registration.person
    opened.close()
    pdf, data = tmp_path / "ut.pdf", tmp_path / "ut.json"

    ran = run(
        "subject-access", person.number, "--out", pdf, "--data", data, "--office", office_file
    )

    assert ran.code == 0, ran.err
    assert pdf.read_bytes().startswith(b"%PDF")
    found = json.loads(data.read_text(encoding="utf-8"))
    assert found["records"]["person"][0]["family_name"] == "Open"
    opened = offices.open_office(office_file)
    with opened.read() as tx:
        (line,) = audit.who_saw(tx, person.id)
        assert line.did is Did.EXPORTED
        assert audit.verify(tx).breaks == ()
    opened.close()
