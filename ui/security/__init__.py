"""Who may come in, and how: accounts, passphrases, the recovery key, encryption, the lock."""
