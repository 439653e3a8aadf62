"""What has become of those who ended."""
