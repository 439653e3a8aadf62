"""Groups of commands that bring their own parsers: each idea's module adds what it offers."""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable

#: Each is handed the commands of ``mentorctl`` and the options that all commands share.
GROUPS: tuple[Callable[["_SubParsersAction[ArgumentParser]", ArgumentParser], None], ...] = ()
