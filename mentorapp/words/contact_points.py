"""Who helps with what, said to the person in one plain sentence (Bodø: «systemforståelse»)."""

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

_SENTENCES = {
    ContactRole.WELFARE_OFFICE: N_("NAV helps you to find work."),
    ContactRole.CITIZEN_SERVICE: N_(
        "The service desk answers questions about forms and the services of the municipality."
    ),
    ContactRole.TEACHER: N_("Your teacher helps you to learn the language."),
    ContactRole.EMPLOYER: N_("This is where you work. Call if you cannot come."),
    ContactRole.COORDINATOR: N_(
        "Your coordinator sees to it that you get help. Call when you do not know whom to ask."
    ),
    ContactRole.MENTOR: N_("Your mentor meets you and tells you how things work here."),
    ContactRole.SETTLEMENT: N_("The settlement office helps you in your first time here."),
}
#: The task that a role's sentence tells already.
_SAID = {
    ContactRole.WELFARE_OFFICE: ContactTask.JOB_SEARCH,
    ContactRole.TEACHER: ContactTask.LANGUAGE,
}
_DANISH = {
    ContactRole.WELFARE_OFFICE: N_("The job centre helps you to find work."),
    ContactRole.CITIZEN_SERVICE: N_(
        "Borgerservice answers questions about forms and the services of the municipality."
    ),
}


def say_help(words: Words, contact: ContactPoint, country: str) -> str:
    """What the contact does for the reader; ``country`` (DK) names the offices as they are there.

    Tasks that the sentence does not tell already follow it; empty when there is neither.
    """
    told = (_DANISH if country == "DK" else {}).get(contact.role) or _SENTENCES.get(contact.role)
    sentences = [words.text(told)] if told else []
    rest = contact.tasks - {_SAID.get(contact.role)}
    if rest:
        what = words.join([label(words, task) for task in ContactTask if task in rest])
        sentences.append(words.text("Helps you with: %(what)s.") % {"what": what})
    return " ".join(sentences)


def say_tasks(words: Words, contact: ContactPoint) -> str:
    """Finding work and education, in the order of the list."""
    return words.join([label(words, task) for task in ContactTask if task in contact.tasks])
