"""Who did what, who saw whom, and whether the log of it is whole."""
