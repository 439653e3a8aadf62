"""The user's word for fields of practice driving; see ``fields``."""

from mentorapp.words import N_

DRIVING_FIELDS = {
    "car": N_("Car"),
    "companion_licence_since": N_("Companion’s licence since"),
    "permit_from": N_("Learner’s permit from"),
    "permit_to": N_("Learner’s permit to"),
    "theory_passed_on": N_("Theory test passed on"),
    "test_passed_on": N_("Driving test passed on"),
    "kilometres": N_("Kilometres"),
    "learner_age": N_("Learner’s least age"),
    "companion_age": N_("Companion’s least age"),
    "licence_years": N_("Licence held without a break (years)"),
    "recommended_minutes": N_("Recommended practice (minutes)"),
    "permit_below_age": N_("Permit needed below the age of"),
}
