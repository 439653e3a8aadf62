"""Mentorapp without a screen: rules, storage, matching, paper, files in and out, command line."""

__version__ = "0.1.0"
