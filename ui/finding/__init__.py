"""Find anything: people, pairings, organisations, letters and commands from one field."""
