"""The page of placements, their forms, and the tab of a person's file."""
