"""Collects the messages of the code, brings the catalogues up to date and compiles them.

    python installer/translations.py               collect, update the .po files, compile
    python installer/translations.py --take FILE   put translations of a JSON file in, then the same
    python installer/translations.py --check       change nothing; fail on anything out of date

--take fills the bokmål; another language is named with --language nn or --language da.

English is the message itself, so every other language has a catalogue in resources/translations/.
The compiled .mo files are committed: an office that runs from a wheel needs no Babel tools, and
--check holds them to the .po files byte for byte.

What ``mentorctl --help`` says has a catalogue of its own, commands.po, with the texts of the
commands themselves; --take FILE --commands puts translations into it.

Languages that only letters speak have a catalogue of their own, letters.po, with the messages that
such letters use; --take FILE --language uk --letters puts translations into it, new ones too. They
are held to have the same messages, all translated. That nothing is missing, a test asks.

A language in UNFINISHED may lack texts, which it then shows in English. Taking it out of there,
when its last text is translated, holds it to completeness from then on.

A file for --take is an object of {"English": "translation"}, and for plurals
{"singular|||plural": ["one", "many"]}.
"""

import argparse
import copy
import io
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
# The commands are asked what they say: those of this folder, wherever another one is installed.
sys.path.insert(0, str(ROOT))
DOMAIN = "mentorapp"
LETTERS = "letters"
COMMANDS = "commands"
#: Babel does not know these.
LOCALES = {"prs": "fa_AF"}
CODE = ("mentorapp", "ui")
# Storage speaks to nobody, and SQLAlchemy's text() is not ours.
METHODS = [("storage/**.py", "ignore"), ("**.py", "python")]
# What translates in the code: `_ = words.text`, `N_` for constants, `words.plural(one, many, n)`.
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "text": None,
    "plural": (1, 2),
}
PLURAL_MARK = "|||"
#: Languages whose catalogue is still being written.
UNFINISHED: frozenset[str] = frozenset()
# Lines of a header that change with the day or hold nothing but Babel's placeholders.
UNWANTED = tuple(
    f'"{field}:'.encode()
    for field in (
        "Generated-By",
        "Language-Team",
        "Last-Translator",
        "PO-Revision-Date",
        "POT-Creation-Date",
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
    )
)


def collected(root: Path = ROOT) -> Catalog:
    """Every message of the code, with the files it stands in (no line numbers: they only churn)."""
    catalog = Catalog(project=DOMAIN, charset="utf-8")
    for package in CODE:
        folder = root / package
        found = extract_from_dir(folder, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",))
        for name, _line, message, comments, context in sorted(found, key=lambda one: one[:2]):
            where = (Path(package) / name).as_posix()
            catalog.add(message, None, [(where, 1)], auto_comments=comments, context=context)
    return catalog


def collected_help() -> Catalog:
    """Every text that the help of the command line says."""
    from mentorapp.cli.__main__ import all_commands
    from mentorapp.cli.help_texts import texts

    catalog = Catalog(project=COMMANDS, charset="utf-8")
    for text in texts(all_commands()):
        catalog.add(text, None, [("mentorapp/cli", 1)])
    return catalog


def catalogues(root: Path = ROOT, domain: str = DOMAIN) -> list[Path]:
    """The .po file of each language there is."""
    return sorted((root / "resources" / "translations").glob(f"*/LC_MESSAGES/{domain}.po"))


def letter_catalogues(root: Path = ROOT) -> list[Path]:
    """The .po file of each language that only letters speak."""
    return sorted((root / "resources" / "translations").glob(f"*/LC_MESSAGES/{LETTERS}.po"))


def read(path: Path) -> Catalog:
    """A catalogue as it stands; its language is the name of its folder.

    Babel dates a catalogue without a date to the minute it was read, and the .mo file with it.
    """
    with path.open("rb") as file:
        language = path.parent.parent.name
        catalog = read_po(file, locale=LOCALES.get(language, language), domain=path.stem)
    catalog.creation_date = datetime(1970, 1, 1, tzinfo=UTC)
    return catalog


def updated(catalog: Catalog, code: Catalog) -> Catalog:
    """The catalogue with the messages of the code: new ones empty, gone ones dropped.

    Likeness is not guessed at: a fuzzy translation of a refusal is worse than a missing one.
    """
    fresh = Catalog(locale=catalog.locale, domain=DOMAIN, charset="utf-8", fuzzy=False)
    fresh.header_comment = f"# Mentorapp, {catalog.locale}: make translations keeps this file.\n#"
    for message in code:
        if not message.id:
            continue
        known = catalog.get(message.id, message.context)
        same_shape = known is not None and known.pluralizable == message.pluralizable
        fresh.add(
            message.id,
            known.string if known is not None and same_shape else None,
            message.locations,
            flags=known.flags if known is not None else (),
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known is not None else (),
            context=message.context,
        )
    return fresh


def compiled(catalog: Catalog) -> bytes:
    """What belongs into the .mo file."""
    ready = copy.deepcopy(catalog)
    for message in catalog:
        # Of a half translated plural Babel would mix in the English.
        if message.id and not all(strings_of(message)):
            ready.delete(message.id, message.context)
    out = io.BytesIO()
    write_mo(out, ready)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    """What belongs into the .po file: the same bytes on every machine and day."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, sort_output=True, include_lineno=False)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(UNWANTED))


def strings_of(message: Message) -> list[str]:
    """The translations of a message, an empty string for each that is missing."""
    strings = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    return [string or "" for string in strings]


def faults(path: Path, code: Catalog, unfinished: frozenset[str] = UNFINISHED) -> Iterator[str]:
    """What keeps a catalogue from being delivered, a sentence each."""
    catalog = read(path)
    language = path.parent.parent.name
    named = f"{language}/{path.name}"
    for message in code:
        if not message.id:
            continue
        known = catalog.get(message.id, message.context)
        where = ", ".join(sorted({name for name, _ in message.locations}))
        if known is None:
            yield f"{named}: {message.id!r} ({where}) is missing"
        elif known.fuzzy:
            yield f"{named}: {message.id!r} is marked fuzzy"
        elif all(strings_of(known)):
            yield from (f"{named}: {message.id!r}: {fault}" for fault in known.check(catalog))
        elif language not in unfinished:
            yield f"{named}: {message.id!r} ({where}) is not translated"
    if path.read_bytes() != written(updated(catalog, code)):
        yield f"{named} is not as make translations writes it"
    binary = path.with_suffix(".mo")
    if not binary.exists() or binary.read_bytes() != compiled(catalog):
        yield f"{language}/{binary.name} is not compiled from {path.name}"


def letter_faults(paths: Sequence[Path]) -> Iterator[str]:
    """The same of the catalogues for letters; each has the messages of all."""
    every = {message.id for path in paths for message in read(path) if message.id}
    for path in paths:
        catalog = read(path)
        named = f"{path.parent.parent.name}/{path.name}"
        for id_ in every:
            known = catalog.get(id_)
            if known is None or not all(strings_of(known)):
                yield f"{named}: {id_!r} is not translated"
            else:
                yield from (f"{named}: {id_!r}: {fault}" for fault in known.check(catalog))
        if path.read_bytes() != written(catalog):
            yield f"{named} is not as make translations writes it"
        binary = path.with_suffix(".mo")
        if not binary.exists() or binary.read_bytes() != compiled(catalog):
            yield f"{named}: the .mo file is not compiled from it"


def take_letters(path: Path, source: Path) -> None:
    """Put the translations of a JSON file into the catalogue for letters, and compile it."""
    language = path.parent.parent.name
    if path.exists():
        catalog = read(path)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = Catalog(
            locale=LOCALES.get(language, language), domain=LETTERS, charset="utf-8", fuzzy=False
        )
        catalog.header_comment = f"# Mentorapp, {language}: what letters to newcomers say.\n#"
    for key, value in json.loads(source.read_text(encoding="utf-8")).items():
        id_ = tuple(key.split(PLURAL_MARK)) if PLURAL_MARK in key else key
        # Babel leaves the string of a message that it knows as it was.
        catalog.delete(id_)
        catalog.add(id_, tuple(value) if isinstance(value, list) else value)
    path.write_bytes(written(catalog))
    renew_letters(path)


def renew_letters(path: Path) -> None:
    """Write the .po file as it is always written, and the .mo file."""
    path.write_bytes(written(read(path)))
    path.with_suffix(".mo").write_bytes(compiled(read(path)))


def take(catalog: Catalog, source: Path) -> int:
    """Put the translations of a JSON file into the catalogue; how many messages it knew."""
    taken = 0
    for key, value in json.loads(source.read_text(encoding="utf-8")).items():
        id_ = tuple(key.split(PLURAL_MARK)) if PLURAL_MARK in key else key
        message = catalog.get(id_)
        if message is None:
            print(f"{source.name}: not in the code: {key!r}", file=sys.stderr)
            continue
        message.string = tuple(value) if isinstance(value, list) else value
        message.flags.discard("fuzzy")
        taken += 1
    return taken


def renew(path: Path, code: Catalog, sources: list[Path]) -> None:
    """Write a language's .po and .mo files and tell what is left to translate."""
    catalog = updated(read(path), code)
    for source in sources:
        print(f"{source.name}: {take(catalog, source)} translations taken")
    path.write_bytes(written(catalog))
    path.with_suffix(".mo").write_bytes(compiled(read(path)))
    left = sum(1 for message in catalog if message.id and not all(strings_of(message)))
    print(f"{catalog.locale}: {len(catalog)} messages, {left} not translated")


def main(arguments: list[str] | None = None) -> int:
    """The command; 1 when --check found something."""
    parser = argparse.ArgumentParser(description="Keep the translations up to date.")
    parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    parser.add_argument("--take", nargs="+", type=Path, default=[], metavar="FILE.json")
    parser.add_argument("--language", default="nb", help="where --take puts the translations")
    parser.add_argument("--commands", action="store_true", help="into the catalogue for --help")
    parser.add_argument("--letters", action="store_true", help="into the catalogue for letters")
    options = parser.parse_args(arguments)

    code = {DOMAIN: collected(), COMMANDS: collected_help()}
    if options.check:
        found = [
            fault
            for domain, texts in code.items()
            for path in catalogues(domain=domain)
            for fault in faults(path, texts)
        ]
        found += letter_faults(letter_catalogues())
        messages = sum(map(len, code.values()))
        print("\n".join(found) or f"Translations: {messages} messages, all up to date")
        return 1 if found else 0
    folder = ROOT / "resources" / "translations" / options.language / "LC_MESSAGES"
    if options.letters:
        for source in options.take:
            take_letters(folder / f"{LETTERS}.po", source)
        return 0
    own = folder / f"{COMMANDS if options.commands else DOMAIN}.po"
    if options.take and not own.exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_bytes(written(Catalog(locale=options.language, domain=DOMAIN, charset="utf-8")))
    for domain, texts in code.items():
        for path in catalogues(domain=domain):
            renew(path, texts, options.take if path == own else [])
    for path in letter_catalogues():
        renew_letters(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
