"""Which tabs the pages and files with tabs have; each is imported when it is first shown."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Right
from mentorapp.domain.imports import ImportKind
from mentorapp.domain.schemes import SchemePart
from ui import wiring_audit, wiring_cooperation, wiring_outcomes
from ui.main_window import PageSpec
from ui.rights import open_tabs
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_tab import RecordTab
from ui.widgets.tabs_page import TabsPage, TabSpec
from ui.wiring_around import Surroundings

if TYPE_CHECKING:
    from ui.pairings.page_tabs import MoreTab, PageTabs


def tabbed_pages(around: Surroundings) -> list[PageSpec]:
    """The pages of the side bar that have tabs."""
    _ = around.words.text

    def page(
        key: str,
        picture: str,
        title: str,
        tabs: Callable[[Surroundings], list[TabSpec]],
        keys: str,
    ) -> PageSpec:
        def make() -> QWidget:
            return TabsPage(title, open_tabs(tabs(around), around.words, around.worker.who))

        return PageSpec(key, picture, title, make, keys)

    return [
        page("work", "briefcase", _("Work"), work_tabs, "Alt+1"),
        page("belonging", "heart", _("Belonging"), belonging_tabs, "Alt+2"),
        page("outcomes", "trending-up", _("Outcomes"), outcome_tabs, "Alt+3"),
        page(
            "cooperation",
            "arrow-left-right",
            _("Cooperation"),
            wiring_cooperation.cooperation_tabs,
            "Alt+4",
        ),
    ]


def page_tabs(around: Surroundings) -> dict[str, list[TabSpec]]:
    """The tabs of those pages by the key of the page; none is made."""
    return {
        "work": work_tabs(around),
        "belonging": belonging_tabs(around),
        "outcomes": outcome_tabs(around),
        "cooperation": wiring_cooperation.cooperation_tabs(around),
    }


def work_tabs(around: Surroundings) -> list[TabSpec]:
    """Placements, places, competence and demand, projects."""
    _ = around.words.text
    return [
        TabSpec("placements", _("Placements"), lambda: _placements(around)),
        TabSpec("places", _("Places"), lambda: _places(around), Right.FIGURES),
        TabSpec("projects", _("Projects"), lambda: _projects(around)),
        TabSpec("competence", _("Competence"), lambda: _competence(around)),
        TabSpec("demand", _("Demand"), lambda: _demand(around)),
    ]


def belonging_tabs(around: Surroundings) -> list[TabSpec]:
    """Events, associations, barriers and talks."""
    _ = around.words.text
    return [
        TabSpec("events", _("Events"), lambda: _events(around)),
        TabSpec("contact_points", _("Contact points"), lambda: _contact_points(around)),
        TabSpec("barriers", _("Barriers"), lambda: _barriers(around)),
        TabSpec("associations", _("Associations"), lambda: _associations(around)),
        TabSpec("households", _("Households"), lambda: _households(around)),
    ]


def outcome_tabs(around: Surroundings) -> list[TabSpec]:
    """What is to be asked, cohorts, series of others, goals, background figures."""
    return wiring_outcomes.outcome_tabs(
        around.worker, around.words, around.today, around.open_person
    )


def person_tabs(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    """What a person's file holds beside the form."""
    from ui import wiring_story  # reads all that is told of somebody

    _ = around.words.text
    return [
        *wiring_story.person_tabs(around, bar),
        TabSpec("schemes", _("Schemes"), lambda: _schemes(around, bar)),
        TabSpec("plan", _("Plan"), lambda: _plan_tab(around, bar)),
        TabSpec("competence", _("Competence"), lambda: _competence_tab(around, bar)),
        TabSpec("placements", _("Placements"), lambda: _placements_tab(around, bar)),
        TabSpec("contacts", _("Contacts"), lambda: _contacts_tab(around, bar)),
        TabSpec("barriers", _("Barriers"), lambda: _barriers_tab(around, bar)),
        TabSpec("network", _("Network"), lambda: _network_tab(around, bar)),
        TabSpec("associations", _("Associations"), lambda: _person_associations(around, bar)),
        TabSpec("events", _("Events"), lambda: _person_events(around, bar)),
        TabSpec("interviews", _("Interviews"), lambda: _interviews_tab(around, bar)),
        wiring_outcomes.person_tab(around.worker, around.words, around.today, bar),
        wiring_audit.seen_tab(around, bar),
    ]


def organisation_tabs(around: Surroundings, bar: MessageBar) -> list[TabSpec]:
    """What an organisation's file holds beside the form."""
    _ = around.words.text
    return [
        TabSpec("places", _("Places"), lambda: _places_tab(around, bar)),
        TabSpec("activities", _("Activities"), lambda: _activities(around, bar)),
        TabSpec("demand", _("Demand"), lambda: _demand_tab(around, bar)),
    ]


def _events(around: Surroundings) -> QWidget:
    from ui.events.page import EventsPage

    return EventsPage(around.worker, around.words, around.today)


def _person_events(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.events.person_tab import PersonEventsTab

    return PersonEventsTab(around.worker, around.words, around.today, bar)


def _projects(around: Surroundings) -> QWidget:
    from ui.projects.page import ProjectsPage

    return ProjectsPage(around.worker, around.words, around.today)


def _associations(around: Surroundings) -> QWidget:
    from ui.associations.page import AssociationsPage

    return AssociationsPage(around.worker, around.words, around.today, around.open_organisation)


def _households(around: Surroundings) -> QWidget:
    from ui.households.page import HouseholdsPage

    return HouseholdsPage(around.worker, around.words, around.open_person, around.open_pairing)


def _person_associations(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.associations.file_tabs import PersonAssociationsTab

    return PersonAssociationsTab(around.worker, around.words, around.today, bar)


def _activities(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.associations.file_tabs import OrganisationActivitiesTab

    return OrganisationActivitiesTab(around.worker, around.words, around.today, bar)


def _competence(around: Surroundings) -> QWidget:
    from ui.competences.page import CompetencePage

    return CompetencePage(
        around.worker,
        around.words,
        around.today,
        around.open_person,
        around.pair_newcomer,
        lambda person_id: around.make_placement(person_id, None),
        lambda: around.import_list(ImportKind.COMPETENCES),
    )


def _demand(around: Surroundings) -> QWidget:
    from ui.demands.page import DemandPage

    return DemandPage(
        around.worker,
        around.words,
        around.today,
        around.open_person,
        around.open_organisation,
        around.make_placement,
    )


def _competence_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.competences.file_tab import CompetenceTab

    return CompetenceTab(around.worker, around.words, around.today, bar)


def _plan_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.plans.file_tab import PlanTab

    return PlanTab(around.worker, around.words, around.today, bar)


def _demand_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.demands.file_tab import DemandTab

    return DemandTab(around.worker, around.words, around.today, bar)


def _schemes(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.people.schemes_tab import SchemesTab

    return SchemesTab(
        around.worker, around.words, around.today, bar, around.open_person, around.open_pairing
    )


def _contact_points(around: Surroundings) -> QWidget:
    from ui.contact_points.page import ContactPointsPage

    return ContactPointsPage(around.worker, around.words, around.today, around.open_person)


def _barriers(around: Surroundings) -> QWidget:
    from ui.barriers.page import BarriersPage

    return BarriersPage(around.worker, around.words, around.today)


def _contacts_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.contact_points.tab import ContactsTab

    return ContactsTab(around.worker, around.words, around.today, around.open_pairing, bar)


def _barriers_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.barriers.tab import BarriersTab

    return BarriersTab(around.worker, around.words, around.today, bar)


def _network_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.networks.tab import NetworkTab

    return NetworkTab(around.worker, around.words, around.today, bar)


def _interviews_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.interviews.tab import InterviewsTab

    return InterviewsTab(around.worker, around.words, around.today, bar)


def pairing_tabs(around: Surroundings, more: "Sequence[MoreTab]" = ()) -> "PageTabs":
    """What others bring to the page of a pairing; ``more`` are the last ones."""
    from ui import wiring_story
    from ui.pairings.page_tabs import PageTabs, PartTab

    driving = PartTab(around.words.text("Driving"), partial(_driving_tab, around))
    return PageTabs(
        partial(wiring_story.pairing_tabs, around),
        {SchemePart.DRIVING: driving},
        tuple(more),
    )


def _driving_tab(around: Surroundings, bar: MessageBar) -> RecordTab:
    from ui.practice_driving.tab import DrivingTab

    return DrivingTab(around.worker, around.words, around.today, bar)


def _placements(around: Surroundings) -> QWidget:
    from ui.placements.page import PlacementsPage

    return PlacementsPage(around.worker, around.words, around.today, around.open_person)


def _places(around: Surroundings) -> QWidget:
    from ui.capacity.page import PlacesPage

    return PlacesPage(around.worker, around.words, around.today, around.open_organisation)


def _placements_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.placements.tab import PlacementsTab

    return PlacementsTab(around.worker, around.words, around.today, bar)


def _places_tab(around: Surroundings, bar: MessageBar) -> QWidget:
    from ui.capacity.tab import PlacesTab

    return PlacesTab(around.worker, around.words, around.today, bar, around.open_person)
