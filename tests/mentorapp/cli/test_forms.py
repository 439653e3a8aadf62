"""``forms``: what was typed in the window and not saved."""

from datetime import UTC, datetime

from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import unfinished_forms
from mentorapp.operations.offices import open_office
from tests.mentorapp.cli.running import Mentorctl

NOW = datetime(2026, 11, 23, 14, 3, tzinfo=UTC)


def test_forms_left_open_are_listed_and_discarded(empty: Mentorctl) -> None:
    database = open_office(empty.office)
    with database.write("mona") as tx:
        typed = {"given_name": "Sahra", "phone": "918 27 364"}
        unfinished_forms.keep(
            tx, UnfinishedForm(form=FormKind.NEWCOMER.value, contents=typed, kept_at=NOW)
        )
    database.close()

    (form,) = empty("forms", "list", "--json").json
    assert (form["kind"], form["about"], form["typed_by"]) == ("newcomer", "Sahra", "mona")
    assert form["fields"] == ["given_name", "phone"]
    assert "918 27 364" not in empty("forms", "list").out
    assert empty("forms", "discard", form["form"]).lines == ["What was typed is discarded."]
    assert empty("forms", "list", "--json").json == []
    empty("forms", "discard", form["form"]).refused("unfinished form", form["form"])
