"""``placements`` and ``places``."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.mentorapp.cli.conftest import WriteFile
from tests.mentorapp.cli.running import Mentorctl

Office = tuple[Mentorctl, dict[str, str]]


@pytest.fixture
def office(empty: Mentorctl, write: WriteFile) -> Office:
    """Ali, Hanna, whose address is confidential, and Sanna, whose is strictly so; a bakery."""
    people = (
        "Navn;Adressesperre\nAli Hassan;nei\nHanna Skjult;fortrolig\nSanna S;strengt fortrolig\n"
    )
    assert empty("import", "newcomers", write("n.csv", people)).code == 0
    orgs = write("o.csv", "Navn;Type\nMarkørbakeriet;Bedrift\nVik skole;Offentlig\n")
    assert empty("import", "organisations", orgs).code == 0
    numbers = {
        one["name"].split()[0]: str(one["number"])
        for what in ("people", "organisations")
        for one in empty(what, "--json").json
    }
    return empty, numbers


def added(office: Office, who: str, *more: object) -> str:
    """The number of a new placement at the bakery, from 1 September to the end of February."""
    ctl, numbers = office
    period = ("--from", "2026-09-01", "--to", "2027-02-28")
    there = ("--person", numbers[who], "--organisation", numbers["Markørbakeriet"])
    return str(ctl("placements", "add", *there, *period, *more, "--json").json["number"])


def test_a_placement_is_changed_only_in_what_is_given(office: Office) -> None:
    ctl, numbers = office
    number = added(office, "Ali", "--hours", "20", "--unit", "Butikk", "--supervisor", "Eva")
    school = ("--organisation", numbers["Vik"], "--kind", "language_placement")
    more = ("--signed", "2026-09-01", "--to", "2027-04-30", "--unit", "", "--learnt", "Kasse")
    changed = ctl("placements", "change", number, *school, *more, "--json").json
    assert (changed["organisation"], changed["kind"]) == ("Vik skole", "language_placement")
    assert (changed["agreement_signed_on"], changed["planned_end"]) == ("2026-09-01", "2027-04-30")
    assert (changed["unit"], changed["learnt"]) == ("", "Kasse")
    assert (changed["supervisor"], changed["weekly_minutes"]) == ("Eva", 1200)
    assert changed["person"]["name"] == "Ali Hassan"
    ctl("placements", "change", number, "--days", "8").refused("8")


def test_a_placement_is_registered_followed_and_ended(office: Office) -> None:
    ctl, _numbers = office
    number = added(
        office, "Ali", "--kind", "language_placement", "--setting", "shop", "--hours", "22,5",
        "--days", "3", "--unit", "Butikk", "--level", "A2", "--practised", "Telle penger",
    )  # fmt: skip
    told = ctl("placements", "show", number).out
    for words in ("Ali Hassan", "language practice", "Markørbakeriet – shop, Butikk", "22.5 hours"):
        assert words in told
    assert ctl("placements", "midway", number, "--note", "Fint", "--json").json["midway_note"]
    ctl("placements", "end", number, "--end", "stopped").refused("Why", "missing")
    ended = ctl(
        "placements", "end", number, "--end", "job", "--level", "B1", "--learnt", "Kasse", "--json"
    ).json
    assert (ended["status"], ended["end"], ended["level_after"]) == ("ended", "job", "B1")
    ctl("placements", "end", number, "--end", "job").refused(number, "ended already")
    assert ctl("placements", "reopen", number, "--json").json["status"] == "running"
    assert "Level: A2 → B1" in ctl("placements", "show", number).out
    ran = ctl("placements", "show", number, "--json").json
    assert [step["what"] for step in ran["history"]] == [
        "placements.register",
        "placements.midway_held",
        "placements.end",
        "placements.reopen",
    ]


def test_the_list_is_narrowed_by_kind_status_organisation_and_person(office: Office) -> None:
    ctl, numbers = office
    number = added(office, "Ali")
    longer = ctl("placements", "extend", number, "--to", "2027-10-01", "--json").json
    assert (longer["status"], longer["warning"]) == ("planned", "long")
    assert "Longer than 12 months" in ctl("placements", "show", longer["number"]).out

    def shown(*words: object) -> int:
        return len(ctl("placements", "list", *words, "--json").json)

    assert shown() == shown("--organisation", numbers["Markørbakeriet"]) == 2
    assert shown("--person", numbers["Ali"], "--kind", "work_placement") == 2
    assert shown("--status", "planned") == shown("--status", "running") == 1
    assert shown("--kind", "trainee") == shown("--organisation", numbers["Vik"]) == 0
    assert ctl("placements", "list").lines[2].startswith(str(longer["number"]))
    ctl("placements", "list", "--project", "Sisters").refused("no project")
    ctl("placements", "delete", longer["number"])
    assert shown() == 1


def test_nothing_tells_where_the_protected_work(office: Office) -> None:
    ctl, numbers = office
    number = added(
        office, "Hanna", "--unit", "Markørlageret", "--supervisor", "Markør Markussen",
        "--notes", "Markør",
    )  # fmt: skip
    period = ("--from", "2026-09-01", "--to", "2027-02-28", "--organisation", numbers["Vik"])
    ctl("placements", "add", "--person", numbers["Sanna"], *period).refused("protected address")
    ctl("placements", "quote", number, "Markør", "--consent", "2026-11-01")
    for words in (
        ("placements", "list"),
        ("placements", "show", number),
        ("placements", "midway", number, "--note", "Markør"),
        ("placements", "figures", "--from", "2026-01-01"),
        ("today",),
    ):
        ran = ctl(*words)
        assert ran.code == 0
        assert "Markør" not in ran.out + ctl(*words, "--json").out
    there = ctl("placements", "list", "--organisation", numbers["Markørbakeriet"], "--json").json
    assert there == []
    # The place is taken all the same.
    free = ctl("places", "free", "--json").json
    assert "Hanna" not in str(free)
    assert free["total"]["taken"] == 1


def test_the_agreement_is_printed_on_one_page_and_never_for_the_protected(
    office: Office, tmp_path: Path
) -> None:
    ctl, _numbers = office
    number = added(office, "Ali", "--supervisor", "Berit Moen", "--hours", "20", "--days", "4")
    out = tmp_path / "agreement.pdf"
    for language in ("nb", "en"):
        assert (
            str(out) in ctl("--language", language, "placements", "paper", number, "--out", out).out
        )
        reader = PdfReader(out)
        text = reader.pages[0].extract_text()
        assert len(reader.pages) == 1
        assert all(one in text for one in ("Ali Hassan", "Markørbakeriet", "Berit Moen", number))
        assert "Ali" not in str(reader.metadata)
    hidden = added(office, "Hanna")
    other = tmp_path / "other.pdf"
    ctl("placements", "paper", hidden, "--out", other).refused("protected address")
    assert not other.exists()


def test_a_quotation_is_kept_with_its_consent_and_withdrawn(office: Office) -> None:
    ctl, _numbers = office
    number = added(office, "Ali")
    kept = ctl(
        "placements", "quote", number, "Jeg øver", "--credit", "man, 20", "--consent", "2026-11-01"
    ).lines
    assert "“Jeg øver” man, 20 – May be printed since 1 Nov 2026" in kept[0]
    (quote,) = ctl("placements", "show", number, "--json").json["quotes"]
    ctl("quotes", "withdraw", quote["handle"])
    assert "Withdrawn" in ctl("placements", "show", number).out


def test_figures_have_their_denominators(office: Office) -> None:
    ctl, numbers = office
    number = added(office, "Ali")
    added(office, "Hanna")
    ctl("placements", "end", number, "--end", "job")
    ctl("places", "add", numbers["Vik"], "3")
    words = ("placements", "figures", "--from", "2026-09-01")
    found = ctl(*words, "--json").json
    assert found["started"] == {"work_placement": 2}
    assert found["to_job"] == {"part": 1, "base": 1, "percent": 100}
    assert found["places"] == {"offered": 3, "taken": 1, "free": 3, "over": 1}
    assert found["places_by_sector"]["public_body"]["offered"] == 3
    lines = ctl(*words).lines
    assert "Ended with a job, extensions aside: 1 of 1" in lines
    assert "  public body: 3 offered, 0 taken, 3 free" in lines


def test_an_offer_is_changed_and_what_is_not_given_stays(office: Office) -> None:
    ctl, numbers = office
    (offer,) = ctl("places", "add", numbers["Vik"], "2", "--to", "2027-01-31", "--json").json
    (changed,) = ctl(
        "places", "change", offer["handle"], "--places", "5", "--kind", "trainee", "--json"
    ).json
    assert (changed["places"], changed["kind"]) == (5, "trainee")
    assert (changed["from_date"], changed["to_date"]) == (offer["from_date"], "2027-01-31")
    (opened,) = ctl("places", "change", offer["handle"], "--open", "--json").json
    assert (opened["places"], opened["to_date"]) == (5, None)
    ctl("places", "change", offer["handle"], "--places", "0").refused("Places")


def test_places_are_offered_counted_ended_and_deleted(office: Office) -> None:
    ctl, numbers = office
    added(office, "Ali")
    (offer,) = ctl(
        "places", "add", numbers["Markørbakeriet"], "2", "--from", "2025-01-01", "--json"
    ).json
    assert (offer["places"], offer["holds"]) == (2, True)
    here = ctl("places", "free", "--organisation", numbers["Markørbakeriet"])
    assert "2 offered, 1 taken, 1 free" in here.lines
    assert "2026: at most 2 offered and 1 taken at once, 1 begun" in here.lines
    assert ctl("places", "free", "--sector", "public_body", "--json").json["places"] == []
    assert ctl("places", "free", "--kind", "trainee", "--json").json["places"] == []
    ended = ctl("places", "end", offer["handle"], "--date", "2026-11-22", "--json").json
    assert ended[0]["holds"] is False
    assert "1 more taken than offered" in ctl("places", "free").out
    ctl("places", "add", numbers["Vik"], "0").refused("Places")
    ctl("places", "delete", offer["handle"])
    assert ctl("places", "list", "--json").json == []
    assert ctl("places", "list").code == 0
