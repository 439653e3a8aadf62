"""``subject-access``, ``processing-record`` and ``privacy-notice``: the papers the law asks for."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session
from mentorapp.domain.people import Person
from mentorapp.operations import papers_out, people, privacy_papers, subject_access
from mentorapp.operations.files import write_whole
from mentorapp.operations.papers_out import Paper


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """Three commands, each with the file it writes."""
    asking = commands.add_parser(
        "subject-access", parents=[shared], help="all that is kept of somebody, for himself"
    )
    asking.add_argument("person", metavar="PERSON", help="the person's number")
    asking.add_argument("--data", type=Path, metavar="FILE.json", help="the same as data")
    asking.set_defaults(command=_subject_access)
    recording = commands.add_parser(
        "processing-record", parents=[shared], help="the record of processing, GDPR article 30"
    )
    recording.set_defaults(command=_record)
    noticing = commands.add_parser(
        "privacy-notice", parents=[shared], help="what mentors and newcomers are told beforehand"
    )
    noticing.set_defaults(command=_notice)
    for one in (asking, recording, noticing):
        one.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _subject_access(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        pdf = subject_access.paper(tx, person.id, session.words, session.today)
        data = subject_access.data(tx, person.id) if args.data else {}
        # In the person's own file, too, and not only in the log of the office.
        papers_out.saved(tx, Paper("mentorctl subject-access", Person, (person.id,)))
    write_whole(args.out, pdf, make_folder=True)
    files = [args.out]
    if args.data:
        write_whole(args.data, subject_access.as_file(data), make_folder=True)
        files.append(args.data)
    _said(session, *files)


def _record(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        pdf = privacy_papers.processing_record(tx, session.words, session.today)
    write_whole(args.out, pdf, make_folder=True)
    _said(session, args.out)


def _notice(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        pdf = privacy_papers.privacy_notice(tx, session.words, session.today)
    write_whole(args.out, pdf, make_folder=True)
    _said(session, args.out)


def _said(session: Session, *files: Path) -> None:
    said = session.words.text("Written: %(file)s")
    session.tell({"files": list(files)}, lambda: [said % {"file": file} for file in files])
