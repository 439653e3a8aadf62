"""What was deleted, and what may be registered twice."""
