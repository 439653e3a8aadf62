"""Placements, plans, events, associations, contacts, outcomes, goals, lists between offices.

What belongs to a person, organisation, scheme or pairing that is there already becomes a column of
theirs, added one by one as in 0002; all else is a table of its own.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _work()
    _belonging()
    _outcomes()
    _add("offices", "committee", sa.String(), "")
    _add("offices", "work_least_minutes", sa.Integer(), "60")
    _add("offices", "subsidised_counts", sa.Boolean(), "1")
    _add("households", "near_school", sa.Boolean(), "0")
    _add("organisations", "low_threshold", sa.Boolean(), "0")
    _add("newcomers", "residence_basis", sa.String(), "not_given")
    op.add_column("newcomers", sa.Column("arrived_year", sa.Integer(), nullable=True))
    _add("schemes", "parts", sa.JSON(), "[]")
    _parts_of_the_standard_schemes()
    _add("pairings", "mentor_side", sa.String(), "person")
    _add("pairings", "newcomer_side", sa.String(), "person")
    # Spelled out: Alembic makes a constraint of its own, which SQLite cannot add to a table.
    op.execute(
        "ALTER TABLE pairings ADD COLUMN project_id CHAR(32) "
        "CONSTRAINT fk_pairings_project_id REFERENCES projects (id)"
    )
    op.create_index(op.f("ix_pairings_project_id"), "pairings", ["project_id"], unique=False)
    _add("responsibilities", "stand_in", sa.String(), "")


def _add(table: str, column: str, kind: sa.types.TypeEngine[Any], for_old_rows: str) -> None:
    op.add_column(table, sa.Column(column, kind, nullable=False, server_default=for_old_rows))


def _parts_of_the_standard_schemes() -> None:
    """The schemes every office began with get what they have in a new office."""
    for key, parts in (
        ("work_mentor", '["career"]'),
        ("buddy", '["associations", "households"]'),
        ("language_practice", '["language_practice"]'),
        ("practice_driving", '["driving"]'),
    ):
        op.execute(
            sa.text("UPDATE schemes SET parts = :parts WHERE key = :key").bindparams(
                parts=parts, key=key
            )
        )


def _work() -> None:
    op.create_table(
        "projects",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
    )
    op.create_table(
        "placements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("setting", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("supervisor", sa.String(), nullable=False),
        sa.Column("supervisor_phone", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("planned_end", sa.Date(), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column("days_per_week", sa.Integer(), nullable=True),
        sa.Column("teaching", sa.String(), nullable=False),
        sa.Column("agreement_signed_on", sa.Date(), nullable=True),
        sa.Column("midway_on", sa.Date(), nullable=True),
        sa.Column("midway_done_on", sa.Date(), nullable=True),
        sa.Column("midway_note", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end", sa.String(), nullable=True),
        sa.Column("end_note", sa.Text(), nullable=False),
        sa.Column("learnt", sa.Text(), nullable=False),
        sa.Column("practised", sa.Text(), nullable=False),
        sa.Column("level_before", sa.String(), nullable=True),
        sa.Column("level_after", sa.String(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
        sa.UniqueConstraint("number", name=op.f("uq_placements_number")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_placements_person_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_placements_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_placements_project_id")
        ),
    )
    op.create_index(op.f("ix_placements_person_id"), "placements", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_placements_organisation_id"), "placements", ["organisation_id"], unique=False
    )
    op.create_table(
        "offered_places",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offered_places")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_offered_places_organisation_id"),
        ),
    )
    op.create_index(
        op.f("ix_offered_places_organisation_id"),
        "offered_places",
        ["organisation_id"],
        unique=False,
    )
    op.create_table(
        "competence_cards",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("education_field", sa.String(), nullable=False),
        sa.Column("experience", sa.Text(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("licences", sa.JSON(), nullable=False),
        sa.Column("certificates", sa.JSON(), nullable=False),
        sa.Column("gaps", sa.JSON(), nullable=False),
        sa.Column("needed_level", sa.String(), nullable=True),
        sa.Column("gap_note", sa.Text(), nullable=False),
        sa.Column("updated_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competence_cards")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_competence_cards_person_id")
        ),
    )
    op.create_index(
        op.f("ix_competence_cards_person_id"), "competence_cards", ["person_id"], unique=False
    )
    op.create_table(
        "demands",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("occupation_group", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("level_note", sa.String(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("licences", sa.JSON(), nullable=False),
        sa.Column("certificates", sa.JSON(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demands")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_demands_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_demands_organisation_id"), "demands", ["organisation_id"], unique=False
    )
    op.create_table(
        "plan_goals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("set_on", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("attainment", sa.Integer(), nullable=True),
        sa.Column("attained_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_goals")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_plan_goals_person_id")),
    )
    op.create_index(op.f("ix_plan_goals_person_id"), "plan_goals", ["person_id"], unique=False)
    op.create_table(
        "plan_steps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_steps")),
        sa.ForeignKeyConstraint(["goal_id"], ["plan_goals.id"], name=op.f("fk_plan_steps_goal_id")),
    )
    op.create_index(op.f("ix_plan_steps_goal_id"), "plan_steps", ["goal_id"], unique=False)


def _belonging() -> None:
    op.create_table(
        "driving_practices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("pairing_id", sa.Uuid(), nullable=False),
        sa.Column("car", sa.String(), nullable=False),
        sa.Column("companion_licence_since", sa.Date(), nullable=True),
        sa.Column("permit_from", sa.Date(), nullable=True),
        sa.Column("permit_to", sa.Date(), nullable=True),
        sa.Column("theory_passed_on", sa.Date(), nullable=True),
        sa.Column("test_passed_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_driving_practices")),
        sa.ForeignKeyConstraint(
            ["pairing_id"], ["pairings.id"], name=op.f("fk_driving_practices_pairing_id")
        ),
        sa.UniqueConstraint("pairing_id", name=op.f("uq_driving_practices_pairing_id")),
    )
    op.create_table(
        "driving_sessions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("kilometres", sa.Integer(), nullable=False),
        sa.Column("conditions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_driving_sessions")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meetings.id"], name=op.f("fk_driving_sessions_meeting_id")
        ),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_driving_sessions_meeting_id")),
    )
    op.create_table(
        "driving_rules",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("learner_age", sa.Integer(), nullable=True),
        sa.Column("companion_age", sa.Integer(), nullable=True),
        sa.Column("licence_years", sa.Integer(), nullable=True),
        sa.Column("recommended_minutes", sa.Integer(), nullable=True),
        sa.Column("permit_needed", sa.Boolean(), nullable=False),
        sa.Column("permit_below_age", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_date", sa.Date(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_driving_rules")),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("childcare", sa.Boolean(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sa.UniqueConstraint("number", name=op.f("uq_events_number")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_events_organisation_id")
        ),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_events_project_id")),
    )
    op.create_index(op.f("ix_events_organisation_id"), "events", ["organisation_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("guest", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("attendance", sa.String(), nullable=False),
        sa.Column("letter_on", sa.Date(), nullable=True),
        sa.Column("training_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_invitations_event_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_invitations_person_id")
        ),
    )
    op.create_index(op.f("ix_invitations_event_id"), "invitations", ["event_id"], unique=False)
    op.create_index(op.f("ix_invitations_person_id"), "invitations", ["person_id"], unique=False)
    op.create_table(
        "activities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("interests", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("price", sa.String(), nullable=False),
        sa.Column("welcomes_beginners", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_activities_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_activities_organisation_id"), "activities", ["organisation_id"], unique=False
    )
    op.create_table(
        "introductions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("introduced_on", sa.Date(), nullable=False),
        sa.Column("introduced_by_id", sa.Uuid(), nullable=True),
        sa.Column("introduced_by", sa.String(), nullable=False),
        sa.Column("first_visit_on", sa.Date(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=True),
        sa.Column("member_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introductions")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_introductions_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_introductions_activity_id")
        ),
        sa.ForeignKeyConstraint(
            ["introduced_by_id"], ["people.id"], name=op.f("fk_introductions_introduced_by_id")
        ),
    )
    op.create_index(
        op.f("ix_introductions_person_id"), "introductions", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_introductions_activity_id"), "introductions", ["activity_id"], unique=False
    )
    op.create_table(
        "barrier_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("barriers", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrier_checks")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_barrier_checks_person_id")
        ),
    )
    op.create_index(
        op.f("ix_barrier_checks_person_id"), "barrier_checks", ["person_id"], unique=False
    )
    op.create_table(
        "interviews",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("ratings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interviews")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_interviews_person_id")),
        sa.ForeignKeyConstraint(
            ["pairing_id"], ["pairings.id"], name=op.f("fk_interviews_pairing_id")
        ),
    )
    op.create_index(op.f("ix_interviews_person_id"), "interviews", ["person_id"], unique=False)
    op.create_index(op.f("ix_interviews_pairing_id"), "interviews", ["pairing_id"], unique=False)
    op.create_table(
        "quotes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=True),
        sa.Column("placement_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_quotes_person_id")),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interviews.id"], name=op.f("fk_quotes_interview_id")
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placements.id"], name=op.f("fk_quotes_placement_id")
        ),
    )
    op.create_index(op.f("ix_quotes_person_id"), "quotes", ["person_id"], unique=False)
    op.create_table(
        "contact_points",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("tasks", sa.JSON(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("stand_in", sa.String(), nullable=False),
        sa.Column("stand_in_phone", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_points")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_contact_points_person_id")
        ),
    )
    op.create_index(
        op.f("ix_contact_points_person_id"), "contact_points", ["person_id"], unique=False
    )


def _outcomes() -> None:
    op.create_table(
        "outcomes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=False),
        sa.Column("exit_on", sa.Date(), nullable=False),
        sa.Column("point", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column("relevance", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_outcomes_person_id")),
        sa.ForeignKeyConstraint(["scheme_id"], ["schemes.id"], name=op.f("fk_outcomes_scheme_id")),
    )
    op.create_index(op.f("ix_outcomes_person_id"), "outcomes", ["person_id"], unique=False)
    op.create_table(
        "network_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("pairing_id", sa.Uuid(), nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("people_to_ask", sa.Integer(), nullable=True),
        sa.Column("language_days", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_checks")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_network_checks_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["pairing_id"], ["pairings.id"], name=op.f("fk_network_checks_pairing_id")
        ),
    )
    op.create_index(
        op.f("ix_network_checks_person_id"), "network_checks", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_network_checks_pairing_id"), "network_checks", ["pairing_id"], unique=False
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("per_mille", sa.JSON(), nullable=False),
        sa.Column("bases", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_table(
        "office_goals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("scheme_id", sa.Uuid(), nullable=True),
        sa.Column("project_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("base_note", sa.String(), nullable=False),
        sa.Column("stated", sa.String(), nullable=False),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("to_date", sa.Date(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("typed_result", sa.Integer(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_goals")),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["schemes.id"], name=op.f("fk_office_goals_scheme_id")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_office_goals_project_id")
        ),
    )
    op.create_table(
        "background_figures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_background_figures")),
    )
    op.create_table(
        "office_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("private_key", sa.String(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_keys")),
    )
    op.create_table(
        "neighbours",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("trusted_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_neighbours")),
    )
    op.create_table(
        "shared_lists",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("neighbour_id", sa.Uuid(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_lists")),
        sa.ForeignKeyConstraint(
            ["neighbour_id"], ["neighbours.id"], name=op.f("fk_shared_lists_neighbour_id")
        ),
    )
    op.create_table(
        "shared_entries",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=True),
        sa.Column("list_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("newcomer_id", sa.Uuid(), nullable=True),
        sa.Column("mentor_id", sa.Uuid(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_entries")),
        sa.ForeignKeyConstraint(
            ["list_id"], ["shared_lists.id"], name=op.f("fk_shared_entries_list_id")
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"], ["newcomers.id"], name=op.f("fk_shared_entries_newcomer_id")
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"], ["mentors.id"], name=op.f("fk_shared_entries_mentor_id")
        ),
    )
    op.create_index(op.f("ix_shared_entries_list_id"), "shared_entries", ["list_id"], unique=False)
