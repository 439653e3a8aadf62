"""What may be told of a placement: it says where somebody is during the day.

The choice, after ``protection`` and as meetings do with their place: for a person with a strictly
confidential address a placement is not stored at all. For a confidential address it is kept, as the
address is, for the coordinator's own work at the person's file; every list, export and paper leaves
out whatever tells the place (organisation, unit, setting, supervisor, project and all free text),
and the organisation's own list leaves out the person. Nobody can put the two together from two
lists. Taken places are counted without a name: else a place would be given away twice.
A protection that comes later hides what was stored before it in the same way.
"""

from dataclasses import replace

from mentorapp.domain.placement_errors import PlacementProtected
from mentorapp.domain.placements import Placement, PlacementSetting
from mentorapp.domain.protection import Protection, Purpose, may_use


def check_placeable(protection: Protection) -> None:
    """Raise PlacementProtected for somebody whose whereabouts may not be stored."""
    if protection is Protection.STRICT:
        raise PlacementProtected


def check_tellable(protection: Protection) -> None:
    """Raise PlacementProtected for a paper that would tell where somebody protected is."""
    if protection is not Protection.NONE:
        raise PlacementProtected


def tells_where(protection: Protection, purpose: Purpose) -> bool:
    """Whether the place of a placement may be shown for ``purpose``."""
    return may_use(protection, purpose)


def without_place(placement: Placement) -> Placement:
    """The placement as a list shows it of a protected person: when, what kind, how it ended.

    ``organisation_id`` stays, as the record cannot be without: whoever shows it leaves it out.
    """
    return replace(
        placement,
        setting=PlacementSetting.NOT_GIVEN,
        unit="",
        supervisor="",
        supervisor_phone="",
        teaching="",
        midway_note="",
        end_note="",
        learnt="",
        practised="",
        project_id=None,
        notes="",
    )
