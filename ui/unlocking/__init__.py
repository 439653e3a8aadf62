"""Coming in: the passphrase of an encrypted office, or the recovery key where it is forgotten."""
