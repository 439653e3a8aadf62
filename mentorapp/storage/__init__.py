"""The office file: tables that mirror the domain, transactions, migrations, audit.

The only package that knows SQLAlchemy. Nothing but frozen domain values leaves it.
"""
