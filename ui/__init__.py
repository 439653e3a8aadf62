"""The window: Qt screens over `mentorapp.operations`, the only place that knows PySide6."""
