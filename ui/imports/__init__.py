"""Bringing an office's lists in, step by step: file, columns, check, done."""
