"""Goals of the office and the mirror of its surroundings, as sentences.

The exact figure stands beside the plan's own words: one in seven is 14.3 %, whatever is stated.
"""

from fractions import Fraction

from mentorapp.domain.goals import SHARES, Counted, GoalUnit, Measure, OfficeGoal, Progress
from mentorapp.domain.in_work import Reading
from mentorapp.domain.office import Office
from mentorapp.domain.series import Series, SeriesKind
from mentorapp.domain.statistics import Share
from mentorapp.domain.surroundings import Mirror
from mentorapp.words import Words
from mentorapp.words.outcomes import say_definition


def say_percent(words: Words, share: Fraction | float) -> str:
    """As "14.3 %", with one decimal where it has one."""
    return words.text("%(percent)s %%") % {"percent": words.number(float(100 * share))}


def say_share(words: Words, share: Share) -> str:
    """As "120 of 1,200 (10 %)", with one decimal."""
    values = {"part": words.number(share.part), "base": words.number(share.base)}
    if not share.base:
        return words.text("%(part)s of %(base)s") % values
    percent = say_percent(words, Fraction(share.part, share.base))
    return words.text("%(part)s of %(base)s (%(percent)s)") % {**values, "percent": percent}


def say_target(words: Words, goal: OfficeGoal) -> str:
    """As "36 (3 % of 1,200 inhabitants)" or "1 in 7, that is 14.3 % (stated: 15 %)"."""
    _ = words.text
    share = goal.share
    if share is None:
        said = words.number(goal.target)
    elif goal.unit is GoalUnit.ONE_IN:
        said = _("1 in %(many)d, that is %(percent)s") % {
            "many": goal.target,
            "percent": say_percent(words, share),
        }
    else:
        said = say_percent(words, share)
    if goal.count is not None and goal.base is not None and share is not None:
        said = _("%(count)s (%(share)s of %(base)s)") % {
            "count": words.number(float(goal.count)),
            "share": said,
            "base": " ".join(filter(None, (words.number(goal.base), goal.base_note))),
        }
    if goal.stated:
        said = _("%(exact)s (stated: %(stated)s)") % {"exact": said, "stated": goal.stated}
    return said


def say_counted(words: Words, goal: OfficeGoal, counted: Counted | None) -> str:
    """What has come of it so far, with its base."""
    if counted is None:
        return words.text("not counted yet")
    if counted.base is None:
        return words.number(counted.part)
    if goal.measure in SHARES:
        said = say_share(words, Share(counted.part, counted.base))
        if counted.known is None:
            return said
        of_known = say_share(words, Share(counted.part, counted.known))
        return words.text("%(share)s of all who ended; of those known %(known)s") % {
            "share": said,
            "known": of_known,
        }
    if goal.measure is Measure.MENTORS_PER_ORGANISATION and counted.base:
        return words.text("%(mean)s (%(mentors)s mentors from %(organisations)s organisations)") % {
            "mean": words.number(counted.part / counted.base),
            "mentors": words.number(counted.part),
            "organisations": words.number(counted.base),
        }
    return words.text("%(part)s of %(base)s") % {
        "part": words.number(counted.part),
        "base": words.number(counted.base),
    }


def say_in_work(words: Words, goal: OfficeGoal, office: Office) -> str:
    """What "in work or education" means where the goal is about it; else ""."""
    if goal.measure is not Measure.IN_WORK_SHARE:
        return ""
    return say_definition(words, office, Reading.WORK_OR_EDUCATION)


def say_progress(words: Words, progress: Progress) -> str:
    """Reached, or how much of the way."""
    if progress.reached:
        return words.text("reached")
    if progress.percent is None:
        return words.text("not counted yet")
    return words.text("%(percent)d %% of the way") % {"percent": progress.percent}


def say_days_left(words: Words, days: int) -> str:
    """Until the deadline."""
    if days < 0:
        return words.text("%(days)s ago") % {"days": words.plural("%(n)d day", "%(n)d days", -days)}
    if days == 0:
        return words.text("today")
    return words.text("in %(days)s") % {"days": words.plural("%(n)d day", "%(n)d days", days)}


def say_series(words: Words, series: Series) -> str:
    """Its figures in a line: "2013: 65 %, 2014: 81 % (of 120)"."""
    return ", ".join(_year(words, series, str(year)) for year in series.years)


def say_mean(words: Words, series: Series) -> str:
    """The mean of the years, and which mean it is; "" for a goal or a single year."""
    if series.kind is SeriesKind.GOAL or series.mean is None or len(series.per_mille) == 1:
        return ""
    mean = words.text("Mean of the years, unweighted: %(percent)s.") % {
        "percent": say_percent(words, series.mean / 100)
    }
    if series.weighted_mean is None:
        return mean
    weighted = words.text("Of all people together: %(percent)s.") % {
        "percent": say_percent(words, series.weighted_mean / 100)
    }
    return f"{mean} {weighted}"


def say_gap(words: Words, mirror: Mirror) -> str:
    """How far employees are behind the inhabitants, or that they are not; "" for no figures."""
    gap = mirror.gap
    if gap is None:
        return ""
    points = {"points": words.number(abs(gap))}
    if gap > 0:
        return words.text("Employees are %(points)s percentage points behind.") % points
    return words.text("Employees are %(points)s percentage points ahead.") % points


def _year(words: Words, series: Series, year: str) -> str:
    percent = say_percent(words, Fraction(series.per_mille[year], 1000))
    if year not in series.bases:
        return f"{year}: {percent}"
    of_base = words.text("of %(base)s") % {"base": words.number(series.bases[year])}
    return f"{year}: {percent} ({of_base})"
