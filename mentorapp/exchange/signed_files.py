"""One JSON file that another office can trust: what it holds, who signed it, for whom.

The bytes are canonical JSON (sorted keys, no blanks, whole numbers), the signature is over all of
it but the signature itself. Reading writes what was read once more and compares: a file that says
the same in other bytes is refused like any other changed one, so that there is one way to write it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from mentorapp.domain.exchange_errors import (
    ExchangeFileChanged,
    ExchangeFileOfAnotherKind,
    ExchangeFileTooLarge,
    ExchangeFileTooNew,
    ExchangeKind,
    NotAnExchangeFile,
)
from mentorapp.exchange.signatures import is_signed, public_key_of, sign

VERSION: Final = 1
#: A list of two thousand people has half a megabyte.
MAX_KILOBYTES: Final = 2_000
_MAX_DEPTH: Final = 12
_FORMAT: Final = "mentorapp-exchange"
_FIELDS = {"format", "version", "kind", "signed_by", "addressed_to", "content", "signature"}
_KEY = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class Signed:
    """A file whose signature fits. ``addressed_to`` is a public key, empty for anybody."""

    kind: ExchangeKind
    content: Mapping[str, Any]
    signed_by: str
    addressed_to: str = ""


def write(
    kind: ExchangeKind, content: Mapping[str, Any], private_key: str, addressed_to: str = ""
) -> bytes:
    """The file's bytes."""
    told = {
        "format": _FORMAT,
        "version": VERSION,
        "kind": kind.value,
        "signed_by": public_key_of(private_key),
        "addressed_to": addressed_to,
        "content": content,
    }
    return canonical({**told, "signature": sign(private_key, canonical(told))})


def read(data: bytes, wanted: ExchangeKind | None = None) -> Signed:
    """What the file holds, after its signature was found right.

    Raises the refusals of ``exchange_errors``; whether the signer is trusted is asked elsewhere.
    """
    if len(data) > MAX_KILOBYTES * 1000:
        raise ExchangeFileTooLarge(MAX_KILOBYTES)
    told = _parsed(data)
    if told.get("format") != _FORMAT:
        raise NotAnExchangeFile
    version = told.get("version")
    if isinstance(version, int) and version > VERSION:
        raise ExchangeFileTooNew
    if set(told) != _FIELDS or version != VERSION or not isinstance(told["content"], dict):
        raise NotAnExchangeFile
    signature = told.pop("signature")
    signer, addressed = told["signed_by"], told["addressed_to"]
    if not (_fits(_KEY, signer) and _fits(_SIGNATURE, signature)):
        raise ExchangeFileChanged
    same = canonical({**told, "signature": signature}) == data
    if not (same and is_signed(signer, signature, canonical(told))):
        raise ExchangeFileChanged
    if told["kind"] not in list(ExchangeKind) or not isinstance(addressed, str):
        raise NotAnExchangeFile
    kind = ExchangeKind(told["kind"])
    if wanted is not None and kind is not wanted:
        raise ExchangeFileOfAnotherKind(kind)
    return Signed(kind, told["content"], signer, addressed)


def canonical(value: Mapping[str, Any]) -> bytes:
    """The one way to write a value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def _fits(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


def _parsed(data: bytes) -> dict[str, Any]:
    """The JSON object. Depth is looked at before parsing: a parser may fall over deep nesting."""
    depth = deepest = 0
    for byte in re.finditer(rb"[\[{\]}]", data):
        depth += 1 if byte[0] in b"[{" else -1
        deepest = max(deepest, depth)
        if deepest > _MAX_DEPTH:
            raise NotAnExchangeFile
    try:
        found = json.loads(
            data.decode("utf-8"),
            parse_float=_no_such_number,
            parse_constant=_no_such_number,
            parse_int=_whole,
        )
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # lone surrogates are no text
    except ValueError:
        raise NotAnExchangeFile from None
    if not isinstance(found, dict):
        raise NotAnExchangeFile
    return found


def _whole(text: str) -> int:
    """A number of up to nine digits: nothing that is counted here is larger."""
    if len(text) > 9:
        raise ValueError(text)
    return int(text)


def _no_such_number(text: str) -> NoReturn:
    raise ValueError(text)
