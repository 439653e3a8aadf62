"""The window of Mentorapp: the only package that knows Qt."""
