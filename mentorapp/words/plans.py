"""Plans in words: the scale of attainment, who does a step, how far a plan is."""

from datetime import date

from mentorapp.domain.plans import PlanStep, Progress, StepOwner
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

_ATTAINED = (
    N_("0 – nothing yet"),
    N_("1 – less than hoped"),
    N_("2 – as hoped"),
    N_("3 – more than hoped"),
    N_("4 – much more than hoped"),
)


def say_attainment(words: Words, attainment: int | None) -> str:
    """A step of the scale with its number; "not judged yet" for None."""
    return words.text("not judged yet" if attainment is None else _ATTAINED[attainment])


def say_owner(words: Words, step: PlanStep) -> str:
    """Who does it, by name where one is told."""
    if not step.owner_name:
        return label(words, step.owner)
    if step.owner is StepOwner.OTHER:
        return step.owner_name
    return f"{label(words, step.owner)} ({step.owner_name})"


def say_progress(words: Words, progress: Progress) -> str:
    """How many steps are done, which is next, whose it is and by when; empty for no open goal."""
    _ = words.text
    if not progress.goals:
        return ""
    if not progress.steps:
        return words.plural(
            "Plan: %(n)d goal, no steps yet", "Plan: %(n)d goals, no steps yet", progress.goals
        )
    said = _("Plan: %(done)d of %(steps)d steps done") % {
        "done": progress.done,
        "steps": progress.steps,
    }
    step = progress.next_step
    if step is None:
        return said
    values = {
        "said": said,
        "step": step.text,
        "who": say_owner(words, step),
        "date": words.date(step.due),
    }
    if step.due is None:
        return _("%(said)s, next: %(step)s (%(who)s)") % values
    return _("%(said)s, next: %(step)s (%(who)s), by %(date)s") % values


def say_step_state(words: Words, step: PlanStep, today: date) -> str:
    """Done with its day, late, or open."""
    _ = words.text
    if step.done_on is not None:
        return _("done %(date)s") % {"date": words.date(step.done_on)}
    if step.due is not None and step.due < today:
        return _("late since %(date)s") % {"date": words.date(step.due)}
    return _("open")
