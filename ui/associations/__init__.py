"""The tab of associations, with the tabs of a person's and an organisation's file."""
