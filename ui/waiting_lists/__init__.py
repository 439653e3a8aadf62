"""Waiting lists without names lent between offices, and the offices whose files are trusted."""
