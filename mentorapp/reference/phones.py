"""Telephone numbers in their one form, by Google's libphonenumber."""

from functools import cache, lru_cache


@cache
def to_e164(text: str, country: str) -> str | None:
    """``918 27 364`` in NO gives ``+4791827364``; None when it is no possible number there.

    Kept once asked: an import asks for the same switchboard again and again.
    """
    import phonenumbers  # 30 ms, and not needed before the first number is typed

    if not text.strip():
        return None
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=2_000)
def readable(e164: str, country: str = "NO") -> str:
    """As people write it: ``91 82 73 64`` at home, ``+45 …`` from abroad.

    The office's own number stands several times in each letter.
    """
    import phonenumbers

    if not e164:
        return ""
    try:
        number = phonenumbers.parse(e164, country)
    except phonenumbers.NumberParseException:
        return e164
    at_home = phonenumbers.region_code_for_number(number) == country
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, style.NATIONAL if at_home else style.INTERNATIONAL)


def printed(e164: str) -> str:
    """As a letter gives it: +47 91 82 73 64, held together by non-breaking spaces."""
    said = readable(e164, "")  # in no country everybody is abroad
    return said if said == e164 else said.replace(" ", "\u00a0")
