"""Several interests or occupations out of the office's list, chosen by typing."""

from mentorapp.domain.word_lists import WordList
from mentorapp.words import Words
from ui.widgets.chips import ChipsField


def words_field(words: Words, word_list: WordList) -> ChipsField:
    """A hidden word is not offered; whoever has it keeps it."""
    lists = words.lists
    return ChipsField(
        words,
        [(key, one.name(words.language)) for key, one in lists.names(word_list).items()],
        hidden=lists.hidden(word_list),
    )
