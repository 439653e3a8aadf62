"""The map of the pairing board: postal places and the pairs between them, without a network."""
