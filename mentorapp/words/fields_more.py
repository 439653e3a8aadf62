"""The user's word for fields and records beside people and pairs; see ``fields``."""

from mentorapp.words import N_

MORE_FIELDS = {
    "from_date": N_("From"),
    "to_date": N_("To"),
    "partners": N_("Partners"),
    "project": N_("Project"),
    "committee": N_("Reports to"),
    "arrived_year": N_("Year of arrival"),
    "residence_basis": N_("Why the person came"),
    "near_school": N_("Wishes to live near a school or nursery"),
    "low_threshold": N_("Has low-threshold jobs"),
    "parts": N_("What the scheme has"),
    "stand_in": N_("Stand-in"),
}

MORE_KINDS = {
    "project": N_("project"),
    "placement": N_("placement"),
    "offered_places": N_("offer of places"),
    "competence_card": N_("competence card"),
    "demand": N_("demand"),
    "plan_goal": N_("goal in the plan"),
    "plan_step": N_("step in the plan"),
    "event": N_("event"),
    "invitation": N_("invitation"),
    "activity": N_("activity"),
    "introduction": N_("introduction"),
    "driving_practice": N_("practice driving"),
    "driving_session": N_("drive"),
    "driving_rules": N_("driving rules"),
    "barrier_check": N_("look at barriers"),
    "interview": N_("interview"),
    "quote": N_("quotation"),
    "contact_point": N_("contact point"),
    "outcome": N_("outcome"),
    "network_check": N_("question about the network"),
    "series": N_("series"),
    "office_goal": N_("goal of the office"),
    "background_figure": N_("background figure"),
    "neighbour": N_("neighbouring office"),
    "shared_list": N_("waiting list"),
    "shared_entry": N_("line of a waiting list"),
}
