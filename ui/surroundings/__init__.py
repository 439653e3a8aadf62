"""Background figures of the municipality."""
