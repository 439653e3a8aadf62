"""Who helps a newcomer with what."""
