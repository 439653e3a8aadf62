"""``lists``: waiting lists without names that offices lend each other."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli import neighbours
from mentorapp.cli.lists_told import matched_json, matched_lines, say_leaving, tell_incoming
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.waiting_lists import EntryState
from mentorapp.operations import (
    list_matching,
    list_offers,
    list_rows,
    people,
    received_lists,
    schemes,
    waiting_lists,
)
from mentorapp.operations.files import read_at_most, write_whole
from mentorapp.operations.waiting_lists import as_json
from mentorapp.words.labels import label
from mentorapp.words.waiting_lists import say_line, say_lines, say_number, say_offer, say_offers


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """What the command is told."""
    group = commands.add_parser("lists", help="waiting lists without names, between offices")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    def step(name: str, text: str) -> ArgumentParser:
        return steps.add_parser(name, parents=[shared], help=text, description=text)

    step("list", "all lists that went out or came in").set_defaults(command=show_all)
    show = step("show", "the lines of a list")
    show.set_defaults(command=show_one)
    looking = step("preview", "what would leave, line by line, and who is left out")
    looking.set_defaults(command=preview)
    sending = step("send", "write the list as a signed file")
    sending.set_defaults(command=send)
    sending.add_argument("--to", metavar="NEIGHBOUR", help="the office that it is for")
    for one in (looking, sending):
        one.add_argument("--scheme", metavar="NAME", help="those of one scheme; all who wait")
    reading = step("read", "read a neighbour's list")
    reading.set_defaults(command=read_list)
    answered = step("read-answer", "read the answer to a list of one's own")
    answered.set_defaults(command=read_answer)
    for one in (reading, answered):
        one.add_argument("file", type=Path, metavar="FILE")
        one.add_argument("--dry-run", action="store_true", help="look, keep nothing")
    matching = step("match", "which free mentors here would suit the lines")
    matching.set_defaults(command=match)
    matching.add_argument("--offer-all", action="store_true", help="offer all that may be told of")
    offering = step("offer", "offer a mentor for a line")
    offering.set_defaults(command=offer)
    taking_back = step("withdraw", "take an offer back")
    taking_back.set_defaults(command=withdraw)
    answering = step("answer", "write the offers as a signed file")
    answering.set_defaults(command=answer)
    deciding = step("decide", "what came of an offer, after the telephone call")
    deciding.set_defaults(command=decide)
    for one in (show, matching, offering, taking_back, answering, deciding):
        one.add_argument("list", metavar="LIST", help="the beginning of its code")
    for one in (offering, taking_back, deciding):
        one.add_argument("line", metavar="LINE", help="the random number")
    offering.add_argument("mentor", metavar="MENTOR", help="the mentor's number")
    deciding.add_argument("what", choices=("accept", "decline", "undo"))
    deciding.add_argument("--note", default="")
    for one in (sending, answering):
        one.add_argument("--out", type=Path, required=True, metavar="DIR")
    neighbours.add_steps(steps, shared)


def show_all(session: Session, _args: Namespace) -> None:
    """The newest first."""
    words, _ = session.words, session.words.text
    with session.reading() as tx:
        rows = list_rows.rows(tx)
    session.tell(
        [
            {
                "list": row.code,
                "direction": row.direction.value,
                "neighbour": row.neighbour,
                "made_on": row.made_on,
                "read_on": row.read_on,
                "answered_on": row.answered_on,
                "lines": row.lines,
                **{state.value: row.counts.get(state, 0) for state in EntryState},
            }
            for row in rows
        ],
        lambda: table(
            [_("List"), _("Whose"), _("Office"), _("Made"), _("Answered"), _("Lines"), _("Offers")],
            [
                [
                    row.code[:6],
                    label(words, row.direction),
                    row.neighbour,
                    words.date(row.made_on),
                    words.date(row.answered_on),
                    row.lines,
                    row.lines - row.counts.get(EntryState.OPEN, 0),
                ]
                for row in rows
            ],
        ),
    )


def show_one(session: Session, args: Namespace) -> None:
    """Each line with what became of it."""
    words = session.words
    with session.reading() as tx:
        rows = list_rows.entries(tx, list_rows.find(tx, args.list).id, session.today)
        names = schemes.names(tx, words.language)

    def lines() -> list[str]:
        said = []
        for row in rows:
            who = f"  {row.somebody.name} ({row.somebody.number})" if row.somebody else ""
            said.append(f"{say_number(row.line.code)}  {label(words, row.state)}{who}")
            said.append(f"    {say_line(words, row.line, names)}")
            if row.offer:
                offered = words.text("offered: %(what)s") % {"what": say_offer(words, row.offer)}
                said.append(f"    {say_number(row.offer.code)}  {offered}")
            if row.no_longer:
                said.append(f"    ! {label(words, row.no_longer)}")
            if row.note:
                said.append(f"    {row.note}")
        return said

    session.tell(
        [
            {
                "line": as_json(row.line),
                "offer": as_json(row.offer) if row.offer else None,
                "state": row.state.value,
                "decided_on": row.decided_on,
                "note": row.note,
                "person": row.somebody.number if row.somebody else None,
                "no_longer": row.no_longer.value if row.no_longer else None,
            }
            for row in rows
        ],
        lines,
    )


def preview(session: Session, args: Namespace) -> None:
    """Nothing is made: no numbers, no file, no key."""
    words = session.words
    with session.reading() as tx:
        scheme = schemes.find(tx, args.scheme) if args.scheme else None
        found = waiting_lists.preview(tx, session.today, scheme)
        names = schemes.names(tx, words.language)

    def lines() -> list[str]:
        said = [say_leaving(words, len(found.lines))]
        for one in found.lines:
            said += [f"  {one.name} ({one.number})", f"    {say_line(words, one.line, names)}"]
        if found.left_out:
            said.append(words.text("Left out:"))
        said += [f"  {one.name} ({one.number}): {label(words, one.why)}" for one in found.left_out]
        return said

    session.tell(
        {
            "lines": [
                {"person": one.number, **{k: v for k, v in as_json(one.line).items() if v != ""}}
                for one in found.lines
            ],
            "left_out": [{"person": one.number, "why": one.why.value} for one in found.left_out],
        },
        lines,
    )


def send(session: Session, args: Namespace) -> None:
    """Keep the list and write its file."""
    with session.writing() as tx:
        scheme = schemes.find(tx, args.scheme) if args.scheme else None
        to = neighbours.find(tx, args.to) if args.to else None
        sent = waiting_lists.send(tx, session.today, scheme, to)
        file = args.out / sent.file_name
        write_whole(file, sent.data, make_folder=True)
    session.tell(
        {"list": sent.shared.code, "file": file, "lines": sent.lines},
        lambda: [
            say_leaving(session.words, sent.lines),
            session.words.text("Written: %(file)s") % {"file": file},
        ],
    )


def read_list(session: Session, args: Namespace) -> None:
    """Look at the file, then keep it."""
    data = read_at_most(args.file)
    if args.dry_run:
        _look(session, data)
        return
    with session.writing() as tx:
        shared = received_lists.read_list(tx, data, session.today)
        count = len(list_rows.entries(tx, shared.id, session.today))
    session.tell(
        {"list": shared.code, "lines": count},
        lambda: [
            session.words.text("List %(list)s was read: %(lines)s.")
            % {"list": shared.code[:6], "lines": say_lines(session.words, count)}
        ],
    )


def read_answer(session: Session, args: Namespace) -> None:
    """Look at the file, then put its offers beside the newcomers."""
    data = read_at_most(args.file)
    if args.dry_run:
        _look(session, data)
        return
    with session.writing() as tx:
        shared = received_lists.read_answer(tx, data, session.today)
        rows = list_rows.entries(tx, shared.id, session.today)
    offers = sum(row.offer is not None for row in rows)
    session.tell(
        {"list": shared.code, "lines": len(rows), "offers": offers},
        lambda: [
            session.words.text("The answer to list %(list)s was read: %(offers)s.")
            % {"list": shared.code[:6], "offers": say_offers(session.words, offers)}
        ],
    )


def _look(session: Session, data: bytes) -> None:
    """Tell what the file holds, and keep nothing."""
    with session.reading() as tx:
        names = schemes.names(tx, session.words.language)
        tell_incoming(session, received_lists.look(tx, data), names)


def match(session: Session, args: Namespace) -> None:
    """Run the engine on the open lines; with --offer-all its pairs are offered."""
    if args.offer_all:
        with session.writing() as tx:
            found = list_matching.match(tx, list_rows.find(tx, args.list).id, session.today)
            offered = list_offers.offer_suggested(tx, found.suggestions, session.today)
    else:
        offered = 0
        with session.reading() as tx:
            found = list_matching.match(tx, list_rows.find(tx, args.list).id, session.today)
    session.tell(
        {"offered": offered, **matched_json(found)}, lambda: matched_lines(session.words, found)
    )


def offer(session: Session, args: Namespace) -> None:
    """A mentor of one's own choice."""
    with session.writing() as tx:
        entry = list_rows.entry(tx, list_rows.find(tx, args.list), args.line)
        person = people.by_number(tx, args.mentor)
        mentor = list_offers.mentor_of(tx, person)
        list_offers.offer(tx, entry.id, mentor.id, session.today)
    session.tell(
        {"line": entry.code, "mentor": person.number},
        lambda: [
            session.words.text("%(name)s is offered for line %(line)s.")
            % {"name": person.name, "line": say_number(entry.code)}
        ],
    )


def withdraw(session: Session, args: Namespace) -> None:
    """Back to an open line."""
    with session.writing() as tx:
        entry = list_rows.entry(tx, list_rows.find(tx, args.list), args.line)
        list_offers.withdraw(tx, entry.id)
    session.tell(
        {"line": entry.code},
        lambda: [
            session.words.text("Nobody is offered for line %(line)s any more.")
            % {"line": say_number(entry.code)}
        ],
    )


def answer(session: Session, args: Namespace) -> None:
    """Write the answer; asked for again it is the same file."""
    with session.writing() as tx:
        made = list_offers.answer(tx, list_rows.find(tx, args.list).id, session.today)
        file = args.out / made.file_name
        write_whole(file, made.data, make_folder=True)
    session.tell(
        {"file": file, "offers": made.offers},
        lambda: [session.words.text("Written: %(file)s") % {"file": file}],
    )


def decide(session: Session, args: Namespace) -> None:
    """Accepted, declined, or open again."""
    with session.writing() as tx:
        entry = list_rows.entry(tx, list_rows.find(tx, args.list), args.line)
        if args.what == "undo":
            entry = waiting_lists.undecide(tx, entry.id)
        else:
            accepted = args.what == "accept"
            entry = waiting_lists.decide(tx, entry.id, accepted, session.today, args.note)
    session.tell(
        {"line": entry.code, "state": entry.state.value},
        lambda: [f"{say_number(entry.code)}  {label(session.words, entry.state)}"],
    )
