"""User interviews and quotations."""
