"""The user's word for fields of outcomes, series and goals; see ``fields``."""

from mentorapp.words import N_

OUTCOME_FIELDS = {
    "work_least_minutes": N_("Hours a week that make somebody “in work”"),
    "subsidised_counts": N_("Work on a wage subsidy counts"),
    "exit_on": N_("Ended on"),
    "point": N_("When"),
    "weekly_minutes": N_("Hours a week"),
    "relevance": N_("Whether the work fits"),
    "source": N_("Source"),
    "per_mille": N_("Figures by year"),
    "bases": N_("Base by year"),
    "definition": N_("Definition"),
    "title": N_("Title"),
    "measure": N_("What is counted"),
    "goal_unit": N_("How the goal is meant"),
    "target": N_("Goal in figures"),
    "base": N_("Base"),
    "base_note": N_("What the base is"),
    "stated": N_("The goal in the plan’s words"),
    "goal_owner": N_("Who is responsible"),
    "result": N_("Result"),
    "typed_result": N_("Figure of the result"),
    "year": N_("Year"),
    "value": N_("Figure"),
}
