"""Meetings: one in a dialog, or many paper slips in a row with the keyboard alone."""
