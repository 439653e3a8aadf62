"""What a user can do: one module per idea, one function per intention.

Operations take ``tx``, which carries the transaction, the actor and the time, and never commit:
the caller opens the transaction and so decides what is saved together. Window and command line
reach storage, matching, reports and files only through here.
"""

from mentorapp.storage.database import Database, Transaction

__all__ = ["Database", "Transaction"]
