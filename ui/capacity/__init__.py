"""The page of places that organisations offer, and the tab of an organisation's file."""
