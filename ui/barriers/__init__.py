"""What stands in the way of taking part."""
