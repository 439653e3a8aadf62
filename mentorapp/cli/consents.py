"""``people consent`` and ``people withdraw``: on what somebody is kept, purpose by purpose."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.domain.consents import ConsentPurpose, LegalBasis
from mentorapp.operations import consents, people
from mentorapp.words.consents import say_given, say_withdrawn


def add_to(steps: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """Both steps."""
    giving = steps.add_parser("consent", parents=[shared], help="why somebody may be kept")
    giving.add_argument(
        "--basis",
        choices=[basis.value for basis in LegalBasis],
        default=LegalBasis.CONSENT.value,
        help="consent, unless the law or an agreement is the reason",
    )
    giving.set_defaults(command=give)
    back = steps.add_parser("withdraw", parents=[shared], help="somebody takes the consent back")
    back.set_defaults(command=withdraw)
    for step in (giving, back):
        step.add_argument("number", metavar="NUMBER", help="the person's number")
        step.add_argument("purpose", choices=[purpose.value for purpose in ConsentPurpose])
        step.add_argument("--on", dest="on_day", type=day, metavar="DATE", help="today")


def give(session: Session, args: Namespace) -> None:
    """Note the basis for a purpose."""
    purpose, basis = ConsentPurpose(args.purpose), LegalBasis(args.basis)
    with session.writing() as tx:
        person = people.by_number(tx, args.number)
        since = args.on_day or session.today
        given = consents.give(tx, person.id, purpose, basis, since, session.today)
    session.tell(
        {"person": person.number, "purpose": purpose, "basis": basis, "given_on": given.given_on},
        lambda: [say_given(session.words, person.name, given)],
    )


def withdraw(session: Session, args: Namespace) -> None:
    """Note that it was taken back, and say what follows."""
    purpose = ConsentPurpose(args.purpose)
    with session.writing() as tx:
        person = people.by_number(tx, args.number)
        back = consents.withdraw(
            tx, person.id, purpose, args.on_day or session.today, session.today
        )
    session.tell(
        {"person": person.number, "purpose": purpose, "withdrawn_on": back.withdrawn_on},
        lambda: say_withdrawn(session.words, person.name, back),
    )
