"""The page of organisations that mentors come from, and their form."""
