"""Every text of a questionnaire, on paper and when it is typed in.

All of them stand here, so that a catalogue of the newcomers' languages can have these messages
alone. Sentences are short, at level A2: one thing asked, no word of the office.
"""

from collections.abc import Sequence
from datetime import date

from mentorapp.domain.questionnaires import Asked, Item, Moment, Respondent, Scale
from mentorapp.domain.questionnaires import asked as asked_at
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

#: What is asked, as it stands on the paper.
QUESTIONS = {
    Item.LANGUAGE_DAYS: N_(
        "On how many days a week do you speak the language of the country outside class?"
    ),
    Item.PEOPLE_TO_ASK: N_("How many people here can you ask for help or advice?"),
    Item.OWN_GOAL: N_("How far have you come with your own goal?"),
    Item.FIT: N_("Do the two of you get on well together?"),
    Item.ROLES: N_("Do you know what you can ask of each other, and what not?"),
    Item.INTERPRETER: N_("Was there an interpreter when you needed one?"),
    Item.SUPPORT: N_("Do you get the help you need from the office?"),
    Item.LANGUAGE_BETTER: N_("Do you speak the language better than before?"),
    Item.RECOMMEND: N_("Would you tell others to take part too?"),
    Item.CALL_ME: N_("Shall we call you?"),
}

#: The same in a table, where there is room for a few words.
ITEM_LABELS = (
    (Item.LANGUAGE_DAYS, N_("Days a week the language is spoken")),
    (Item.PEOPLE_TO_ASK, N_("People whom one can ask")),
    (Item.OWN_GOAL, N_("How far with the own goal")),
    (Item.FIT, N_("Get on well together")),
    (Item.ROLES, N_("Know what to ask of each other")),
    (Item.INTERPRETER, N_("Interpreter when needed")),
    (Item.SUPPORT, N_("Help from the office")),
    (Item.LANGUAGE_BETTER, N_("Speaks the language better")),
    (Item.RECOMMEND, N_("Would recommend it")),
    (Item.CALL_ME, N_("Wants to be called")),
)

#: What stands beside each box, from the first.
_STEPS = {
    Scale.YES_NO: (N_("Yes"), N_("No")),
    Scale.YES_NO_NOT_NEEDED: (N_("Yes"), N_("No"), N_("No interpreter was needed")),
    Scale.FIT: (N_("Yes, well"), N_("We do not know yet"), N_("No, not well")),
    Scale.AMOUNT: (N_("No"), N_("A little"), N_("A lot")),
}
#: What stands before the first and after the last box of a long scale.
_ENDS = {
    Scale.DEGREE: (N_("nothing yet"), N_("all of it")),
    Scale.GRADE: (N_("not at all"), N_("very much")),
}

TITLE = N_("What do you think?")
_ON_PAPER = {
    Respondent.MENTOR: {
        Moment.START: N_("Questions to the mentor at the start"),
        Moment.MIDWAY: N_("Questions to the mentor midway"),
        Moment.CLOSING: N_("Questions to the mentor at the end"),
    },
    Respondent.NEWCOMER: {
        Moment.START: N_("Questions to you at the start"),
        Moment.MIDWAY: N_("Questions to you midway"),
        Moment.CLOSING: N_("Questions to you at the end"),
    },
}
_HOW = N_(
    "Put one cross for each question. You decide what you answer. Write no names: the number tells "
    "us which pair it is."
)
_PRIVATE = {
    Respondent.MENTOR: N_(
        "The one you meet does not see your answers. The office reads them to help you. In reports "
        "they are only counted."
    ),
    Respondent.NEWCOMER: N_(
        "Your mentor does not see your answers. The office reads them to help you. In reports they "
        "are only counted."
    ),
}
_TOLD = N_("Is there something you want to tell us?")
_BACK = N_("Give or send this page to: %(office)s")
_DATE = N_("Date")
_NUMBER = N_("Write a number:")
_PAIRING = N_("Pairing number")


def question(words: Words, item: Item) -> str:
    """What is asked."""
    return words.text(QUESTIONS[item])


def steps(words: Words, scale: Scale) -> tuple[str, ...]:
    """What stands beside the boxes of a short scale; empty for the others."""
    return tuple(map(words.text, _STEPS.get(scale, ())))


def ends(words: Words, scale: Scale) -> tuple[str, str]:
    """What the first and the last step of a long scale mean, empty for those that say it alone."""
    first, last = _ENDS.get(scale, ("", ""))
    return words.text(first), words.text(last)


def answer(words: Words, asked: Asked, number: int | None) -> str:
    """An answer in words (``Yes``, ``3 of 5``); a dash for none."""
    if number is None:
        return "–"
    told = steps(words, asked.scale)
    if told:
        return told[number - 1]
    if asked.scale is Scale.NUMBER:
        return words.number(number)
    return words.text("%(n)d of %(most)d") % {"n": number, "most": asked.scale.steps[-1]}


def legend(words: Words, scale: Scale) -> str:
    """What the numbers mean, for whoever types them: ``1 Yes · 2 No``."""
    told = steps(words, scale)
    if told:
        return " · ".join(f"{number} {text}" for number, text in enumerate(told, 1))
    first, last = ends(words, scale)
    lowest, highest = scale.steps[0], scale.steps[-1]
    if first:
        return f"{lowest} {first} · {highest} {last}"
    return f"{lowest}–{highest}"


def say_change(words: Words, asked: Asked, answers: Sequence[int | None]) -> str:
    """How far the last answer is from the first: ``+2``; empty where that says nothing."""
    given = [number for number in answers if number is not None]
    if len(given) < 2 or not asked.scale.has_mean:
        return ""
    change = given[-1] - given[0]
    return words.text("the same") if change == 0 else f"{change:+d}".replace("-", "−")


def say_due(words: Words, name: str, moment: Moment, due: date, printed_on: date | None) -> str:
    """What is to be given out, or has not come back."""
    _ = words.text
    if printed_on is None:
        said = _("Questions to give out since %(date)s: %(name)s, %(moment)s")
    else:
        said = _("Questions printed on %(date)s and not back: %(name)s, %(moment)s")
    return said % {
        "date": words.date(printed_on or due),
        "name": name,
        "moment": label(words, moment),
    }


def say_low(words: Words, asked: Asked, number: int) -> str:
    """The question and its answer, for the note of a follow-up."""
    return words.text("%(question)s – %(answer)s") % {
        "question": question(words, asked.item),
        "answer": answer(words, asked, number),
    }


def say_follow_up(words: Words, name: str, due: date) -> str:
    """What a low answer led to."""
    return words.text("A low answer: follow-up made for %(name)s, due %(date)s") % {
        "name": name,
        "date": words.date(due),
    }


def on_paper(words: Words, respondent: Respondent, moment: Moment) -> dict[str, str]:
    """The fixed texts of a page: title, kind, how, private, told, date, number, pairing."""
    return {
        "title": words.text(TITLE),
        "kind": words.text(_ON_PAPER[respondent][moment]),
        "how": words.text(_HOW),
        "private": words.text(_PRIVATE[respondent]),
        "told": words.text(_TOLD),
        "date": words.text(_DATE),
        "number": words.text(_NUMBER),
        "pairing": words.text(_PAIRING),
    }


def wording(words: Words, moment: Moment) -> str:
    """All that is printed at this moment, to be read through; first the mentor's page."""
    papers = []
    for respondent in Respondent:
        said = on_paper(words, respondent, moment)
        lines = [said[name] for name in ("title", "kind", "how", "private", "pairing", "date")]
        for one in asked_at(respondent, moment):
            lines += [question(words, one.item), f"  {legend(words, one.scale)}"]
        papers.append("\n".join([*lines, said["number"], said["told"], words.text(_BACK)]))
    return "\n\n".join(papers) + "\n"


def give_back_to(words: Words, office: str) -> str:
    """Where the page goes when it is filled in."""
    return words.text(_BACK) % {"office": office}
