"""What is true whatever the screen, the file or the database: values, rules and refusals.

Frozen dataclasses, enums and pure functions over the standard library. No clock (``today`` is an
argument), no files, no SQL, no words in the user's language.
"""
