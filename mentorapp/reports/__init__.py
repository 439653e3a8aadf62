"""Paper: values in, the bytes of a PDF out. Nothing here reads the office file or the clock."""
