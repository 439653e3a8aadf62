"""Files in and out: rows from CSV, XLSX and ODS, what their columns mean, and rows back out.

Reading goes in three steps that know nothing of each other: ``readers`` turns bytes into rows,
``headings`` tells which column is which field, and ``organisations``, ``mentors``, ``newcomers``,
``pairings`` and ``meetings`` turn the cells of a row into values. Nothing here looks at what is
stored: ``mentorapp.operations`` compares and writes.

Files between offices are JSON: ``signed_files`` (with ``signatures``) is the envelope that refuses
a changed file, ``waiting_lists`` and ``comparisons`` are what is in it, ``told`` looks at values.
"""
