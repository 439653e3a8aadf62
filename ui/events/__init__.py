"""The tab of events, an event's own window, and a person's events."""
