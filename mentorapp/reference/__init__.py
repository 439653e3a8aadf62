"""What the office does not register because it is the same for all: languages, interests,
occupations and places.

The lists ship in `resources/reference` and `resources/postal_codes`, are read when first asked for,
and never change while the program runs.
"""
