"""``views``: what is kept of lists."""

from tests.mentorapp.cli.running import Mentorctl


def test_a_view_is_saved_listed_and_deleted(small: Mentorctl) -> None:
    saved = small("views", "save", "mentors", "Free in Bodø", "search=bodø", "--json").json
    assert saved["choices"] == {"search": "bodø"}
    small("views", "save", "newcomers", "Waiting", 'filter.status=["waiting"]')
    assert [one["name"] for one in small("views", "list", "--json").json] == [
        "Free in Bodø",
        "Waiting",
    ]
    assert "Free in Bodø" in small("views", "list", "mentors").out
    small("views", "delete", saved["view"])
    assert small("views", "list", "mentors", "--json").json == []
    small("views", "delete", saved["view"]).refused()
