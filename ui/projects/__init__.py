"""The tab of named projects."""
