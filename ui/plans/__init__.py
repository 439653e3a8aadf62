"""A person’s own plan: the tab of the person’s file."""
