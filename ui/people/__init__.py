"""The pages of mentors and newcomers, and the form that registers a person in both roles."""
