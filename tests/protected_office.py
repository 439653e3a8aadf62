"""An office with two newcomers about whom a record of every kind was kept, then protected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import EndReason, Initiator, Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.operations import Transaction, follow_up, offices, pairings
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.cli.running import Mentorctl
from tests.mentorapp.operations.two_offices import agreeing

#: In every text that tells where somebody is.
HERE = "Markørvika"
#: How and where one reaches the two at home.
HOME = ("98765432", "98765433", "hidden.example.no", "8624", "Utskarpen")
#: Of a contact point of theirs.
SERVICE_PHONE = "98765434"
LEVELS = ("fortrolig", "strengt fortrolig")
NEWCOMERS = f"""Fornavn;Etternavn;Fødselsår;Telefon;E-post;Adresse;Postnr;Ledig;Språk;Mål;Husstand
Hanna;Skjult;1990;98765432;hanna@hidden.example.no;{HERE} 7;8624;søndag;norsk B1;Bo i {HERE};{HERE}
Sanna;Streng;1991;98765433;sanna@hidden.example.no;{HERE} 9;8624;søndag;norsk B1;Bo i {HERE};
Oda;Open;1992;;;;8200;søndag;norsk B1;;
"""
RAISED = """Fornavn;Etternavn;Fødselsår;Adressesperre
Hanna;Skjult;1990;%(level)s
Sanna;Streng;1991;%(level)s
"""
MENTORS = """Fornavn;Etternavn;Postnr;Ledig;Språk;Taushetserklæring signert;Kurs gjennomført
Marit;Bekkelund;8200;søndag;norsk;01.02.2026;01.02.2026
Trond;Hestvika;8200;søndag;norsk;01.02.2026;01.02.2026
"""
ORGANISATIONS = """Navn;Organisasjonsform;Postnr
Verkstedet;Bedrift;8200
Laget;Idrettslag;8200
"""
#: Where the two go: an organisation and an activity that everybody may see, but not beside them.
GOES_TO = ("Verkstedet", "Fisketur", "Prosjektet")
OF_ROLE = ("goal", "earlier_occupation", "wished_occupation", "referred_by", "contact_person")
BEGAN, ENDED = date(2026, 1, 5), date(2026, 6, 15)


@dataclass(frozen=True)
class Kept:
    """The office, the two at ``level`` after everything was kept."""

    ctl: Mentorctl
    level: str
    numbers: dict[str, int]
    event: str
    demand: str
    pairs: dict[str, int]

    def __call__(self, *words: object) -> Any:
        return self.ctl(*words)

    @property
    def strict(self) -> bool:
        """Whether nothing that tells where they are may be stored."""
        return self.level == LEVELS[1]


def write(folder: Path, name: str, text: str) -> Path:
    """Write a text file; returns its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def keep(office: Path, folder: Path, level: str) -> Kept:
    """Fill the new office, with lists written into the folder."""
    ctl = Mentorctl(office)
    assert ctl("office", "change", "--name", "Introduksjonstjenesten").code == 0

    def done(*words: object) -> Any:
        ran = ctl(*words)
        assert ran.code == 0, (words, ran.err)
        return ran

    for what, text in (
        ("newcomers", NEWCOMERS), ("mentors", MENTORS), ("organisations", ORGANISATIONS)
    ):  # fmt: skip
        done("import", what, write(folder, f"{what}.csv", text), "--strict")
    found = [*done("people", "--json").json, *done("organisations", "--json").json]
    numbers = {one["name"].split()[0]: one["number"] for one in found}
    done("projects", "add", "Prosjektet", "--from", "2026-01-01")
    done("goals", "add", "Tolv par", "--measure", "pairings", "--target", "12",
         "--from", "2026-01-01", "--to", "2026-12-31")  # fmt: skip
    done("activities", "add", numbers["Laget"], "Fisketur", "--place", "Kaia")
    demand = done("demands", "add", numbers["Verkstedet"], "sveiser", "--json").json["demand"]
    event = done("events", "add", "Temakveld", "--starts", "2026-11-20T18:00", "--json").json
    pairs = {}
    for name, mentor, scheme in (
        ("Hanna", "Marit", "buddy"), ("Sanna", "Trond", "practice_driving")
    ):  # fmt: skip
        hand = ("pair", "hand", numbers[name], numbers[mentor], "--json", "--scheme")
        early = replace(ctl, today=BEGAN)(*hand, "association_guide").json["number"]
        _over(office, early)
        done("outcomes", "add", numbers[name], "--scheme", "association_guide",
             "--point", "exit", "--status", "work", "--hours", "30", "--note", HERE)  # fmt: skip
        pairs[name] = pairing = done(*hand, scheme).json["number"]
        done("log", pairing, "--minutes", "60", "--place", HERE, "--notes", HERE)
        done("networks", "note", pairing, "start", "--people", "2", "--note", HERE)
        for half in ("N1", "M1"):  # what the mentor says could tell of the newcomer
            done("questions", "add", f"{pairing}-{half}", "--answer", "fit=1", "--told", HERE)
        _records(done, numbers, numbers[name], event["event"])
    done("driving", "set", pairs["Sanna"], "--car", HERE, "--notes", HERE)
    done("driving", "log", pairs["Sanna"], "--minutes", "60", "--km", "9", "--place", HERE,
         "--notes", HERE)  # fmt: skip
    _unsaid(office)
    raised = write(folder, "r.csv", RAISED % {"level": level})
    done("import", "newcomers", raised, "--strict")
    return Kept(ctl, level, numbers, event["event"], demand, pairs)


def _records(done: Callable[..., Any], numbers: dict[str, int], who: int, event: str) -> None:
    """What the command line can note about one of the two."""
    placed = ("placements", "add", "--person", who, "--organisation", numbers["Verkstedet"])
    done(*placed, "--from", "2026-09-01", "--to", "2027-02-01", "--unit", HERE,
         "--supervisor", HERE, "--phone", SERVICE_PHONE, "--teaching", HERE, "--notes", HERE,
         "--project", "Prosjektet")  # fmt: skip
    practice = done(*placed, "--kind", "language_placement", "--setting", "shop",
                    "--from", "2026-03-01", "--to", "2026-08-01", "--days", "2", "--level", "A2",
                    "--practised", HERE, "--json").json["number"]  # fmt: skip
    done("placements", "midway", practice, "--date", "2026-05-01", "--note", HERE)
    done("placements", "end", practice, "--end", "stopped", "--date", "2026-08-01",
         "--note", HERE, "--learnt", HERE, "--level", "B1")  # fmt: skip
    done("placements", "quote", practice, f"Nice in {HERE}", "--credit", HERE,
         "--consent", "2026-08-01")  # fmt: skip
    done("introductions", "add", who, "Fisketur", "--by", HERE, "--notes", HERE)
    (introduced,) = done("introductions", "--person", who, "--json").json
    done("introductions", "joined", introduced["handle"])
    done("barriers", "note", who, "transport")
    done("interviews", "add", who, "--by", HERE, "--answer", f"good={HERE}")
    done("quotes", "add", who, HERE, "--credit", HERE, "--consent", "2026-11-01")
    done("plan", "add", who, f"Work in {HERE}", "--notes", HERE)
    (goal,) = done("plan", "show", who, "--json").json["goals"]
    done("plan", "step", goal["goal"], HERE, "--who", HERE, "--due", "2026-01-02")
    done("plan", "attain", goal["goal"], "2")
    done("cards", "set", who, "--field", HERE, "--experience", HERE, "--gap", "language",
         "--needs", "B2", "--needs-for", HERE, "--skill", f"driving in {HERE}", "--licence", HERE,
         "--certificate", HERE)  # fmt: skip
    done("contacts", "add", who, "--role", "teacher", "--name", "Kari", "--service", HERE,
         "--phone", SERVICE_PHONE, "--stand-in", HERE)  # fmt: skip
    done("calls", "note", who, HERE)
    done("events", "invite", event, "--person", who)
    done("events", "answer", event, who, "yes")
    done("events", "attendance", event, who, "present")


def _changed(office: Path, job: Callable[[Transaction], object]) -> None:
    database = offices.open_office(office)
    with database.write("mona") as tx:
        job(tx)
    database.close()


def _over(office: Path, number: int) -> None:
    """The pair has ended, and somebody wrote why."""

    def end(tx: Transaction) -> None:
        (pair,) = records.find(tx, Pairing, number=number)
        pairings.end(
            tx, pair.id, ENDED, TODAY, completed=False, reason=EndReason.MOVED,
            initiator=Initiator.MENTOR, note=HERE,
        )  # fmt: skip

    _changed(office, end)


def _unsaid(office: Path) -> None:
    """What the command line has no words for: notes of people and pairs, follow-ups, consents."""

    def note(tx: Transaction) -> None:
        for person in records.find(tx, Person):
            agreeing(tx, person.id)
        two = records.find(tx, Person, given_name=("Hanna", "Sanna"))
        records.amend_all(tx, [(one, replace(one, notes=HERE, occupation=HERE)) for one in two])
        roles = records.find(tx, Newcomer, person_id=[one.id for one in two])
        said: dict[str, Any] = dict.fromkeys(OF_ROLE, HERE)
        records.amend_all(tx, [(one, replace(one, **said)) for one in roles])
        running = [one for one in records.find(tx, Pairing) if one.is_running]
        records.amend_all(tx, [(one, replace(one, notes=HERE)) for one in running])
        for pair in running:
            first, *_rest = records.find(tx, FollowUp, pairing_id=pair.id)
            follow_up.done(tx, first.id, TODAY, HERE)
            follow_up.plan(tx, pair.id, TODAY, FollowUpKind.CALL, TODAY, HERE)

    _changed(office, note)
