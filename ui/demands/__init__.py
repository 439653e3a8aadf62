"""What organisations look for: the list and the tab of an organisation’s file."""
