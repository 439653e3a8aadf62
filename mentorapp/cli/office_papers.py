"""How the office prints: options of ``office change``, and how they are told."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from typing import Any

from mentorapp.domain.envelopes import OWN_MEASURES, Envelope
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office import Office
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label


def add_papers(changing: ArgumentParser) -> None:
    """The options."""
    changing.add_argument("--envelope", type=Envelope, choices=tuple(Envelope))
    changing.add_argument(
        "--own-window",
        nargs=len(OWN_MEASURES),
        type=float,
        metavar=("LEFT", "TOP", "WIDTH", "HEIGHT", "ENVELOPE_WIDTH", "ENVELOPE_HEIGHT"),
        help="in mm: the window measured on the envelope, then the envelope; use it from now on",
    )
    changing.add_argument("--double-sided", action=BooleanOptionalAction, default=None)
    changing.add_argument(
        "--letters-off",
        nargs="*",
        type=LetterKind,
        choices=tuple(LetterKind),
        metavar="KIND",
        help="letters that are never sent: all of them, or nothing to send every kind",
    )


def papers(args: Namespace) -> dict[str, Any]:
    """What was given of them."""
    given: dict[str, Any] = {}
    if args.envelope is not None:
        given["envelope"] = args.envelope
    if args.own_window is not None:
        tenths = [round(one * 10) for one in args.own_window]
        given["own_window"] = dict(zip(OWN_MEASURES, tenths, strict=True))
        given["envelope"] = Envelope.OWN
    if args.double_sided is not None:
        given["double_sided"] = args.double_sided
    if args.letters_off is not None:
        given["letters_off"] = frozenset(kind.value for kind in args.letters_off)
    return given


def papers_as_json(office: Office) -> dict[str, Any]:
    """The measures in tenths of a millimetre, as they are kept."""
    return {
        "envelope": office.envelope.value,
        "own_window": dict(office.own_window),
        "double_sided": office.double_sided,
        "letters_off": sorted(office.letters_off),
    }


def papers_as_lines(words: Words, office: Office) -> list[str]:
    """The same in words."""
    said = [f"{field_label(words, 'envelope')}: {label(words, office.envelope)}"]
    if office.envelope is Envelope.OWN:
        measures = " × ".join(f"{office.own_window[one] / 10:g}" for one in OWN_MEASURES)
        said.append(f"{field_label(words, 'own_window')}: {measures} mm")
    sides = words.text("yes") if office.double_sided else words.text("no")
    said.append(f"{field_label(words, 'double_sided')}: {sides}")
    off = [label(words, kind) for kind in LetterKind if kind.value in office.letters_off]
    if off:
        said.append(f"{field_label(words, 'letters_off')}: {', '.join(off)}")
    return said
