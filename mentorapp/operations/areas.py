"""Where somebody lives, no finer than other offices may know, and how far areas are apart."""

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.districts import district_of
from mentorapp.domain.office import Office
from mentorapp.domain.shared_lines import Area
from mentorapp.operations.places import place_of
from mentorapp.reference.places import Place, municipality_middle, place


def area_of(office: Office, details: ContactDetails | None) -> Area | None:
    """The municipality, and the office's own name for the district; see ``coarse_enough``."""
    found = place_of(details)
    if found is None or not found.municipality_code:
        return None
    district = district_of(office.districts, found.code)
    return Area(found.country, found.municipality_code, found.municipality, district)


def own_code(office: Office) -> str:
    """The code of the municipality that the office lies in; empty when it gave no postal code."""
    found = place(office.country, office.postal_code)
    return found.municipality_code if found else ""


def middle(area: Area | None) -> Place | None:
    """One place that stands for everybody in the municipality; None when it is not known here."""
    return municipality_middle(area.country, area.municipality_code) if area else None
