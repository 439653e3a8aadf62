"""``mentorctl``: everything the window does, for the keyboard and for scripts.

One module for each group of commands; each command is a function that takes a ``Session`` and its
arguments, calls operations and tells what came of it.
"""
