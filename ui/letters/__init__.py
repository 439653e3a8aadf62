"""Letters: which are due, seeing and printing them, and what was issued."""
