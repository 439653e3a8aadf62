"""The user's word for values of work, belonging, outcomes and cooperation; see ``labels``."""

from enum import Enum

from mentorapp.domain.associations import IntroductionStep
from mentorapp.domain.audit import Did, Sort
from mentorapp.domain.audit_chain import Fault
from mentorapp.domain.barriers import Barrier
from mentorapp.domain.closing import MentorNext, NewcomerNext
from mentorapp.domain.comparisons import Compared, Hiding
from mentorapp.domain.competences import GapKind
from mentorapp.domain.contact_points import ContactRole, ContactTask
from mentorapp.domain.deleted import How
from mentorapp.domain.demands import DemandKind
from mentorapp.domain.events import Answer, Attendance, EventKind
from mentorapp.domain.exchange_errors import ExchangeKind
from mentorapp.domain.fits import Trade
from mentorapp.domain.goals import GoalUnit, Measure
from mentorapp.domain.in_work import Reading
from mentorapp.domain.interviews import Question, Rating
from mentorapp.domain.merging import Counts, MergeObstacle
from mentorapp.domain.networks import NetworkStage
from mentorapp.domain.newcomers import ArrivalBand
from mentorapp.domain.outcomes import OutcomePoint, OutcomeSource, OutcomeStatus, Relevance
from mentorapp.domain.placements import (
    LengthWarning,
    PlacementEnd,
    PlacementKind,
    PlacementSetting,
    PlacementStatus,
)
from mentorapp.domain.plans import PlanGoalKind, StepOwner
from mentorapp.domain.practice_driving import DrivingCondition
from mentorapp.domain.profiles import Trait
from mentorapp.domain.report_data import Unit
from mentorapp.domain.sections import Gathered
from mentorapp.domain.series import SeriesKind
from mentorapp.domain.shared_lines import LeftOut
from mentorapp.domain.surroundings import BackgroundKind
from mentorapp.domain.waiting_lists import EntryState, ListDirection
from mentorapp.domain.word_lists import WordList
from mentorapp.words import N_
from mentorapp.words.comparisons import MEASURES
from mentorapp.words.event_terms import EVENT_LABELS
from mentorapp.words.labels_privacy import PRIVACY
from mentorapp.words.labels_schemes import SCHEME_LABELS
from mentorapp.words.letter_terms import LETTER_LABELS
from mentorapp.words.questionnaires import ITEM_LABELS
from mentorapp.words.report_terms import REPORT_LABELS
from mentorapp.words.timeline_terms import TIMELINE_LABELS

MORE: tuple[tuple[Enum, str], ...] = (
    *SCHEME_LABELS,
    *LETTER_LABELS,
    *REPORT_LABELS,
    *ITEM_LABELS,
    (WordList.INTERESTS, N_("interests")),
    (WordList.OCCUPATIONS, N_("occupations")),
    (PlacementKind.WORK, N_("work placement")),
    (PlacementKind.LANGUAGE, N_("language practice")),
    (PlacementKind.TRAINEE, N_("trainee")),
    (PlacementKind.LOW_THRESHOLD, N_("low-threshold job")),
    (PlacementKind.WAGE_SUBSIDY, N_("wage subsidy")),
    (PlacementSetting.NOT_GIVEN, N_("not given")),
    (PlacementSetting.SCHOOL, N_("school")),
    (PlacementSetting.AFTER_SCHOOL, N_("after-school care")),
    (PlacementSetting.NURSERY, N_("nursery")),
    (PlacementSetting.SHOP, N_("shop")),
    (PlacementSetting.LIBRARY, N_("library")),
    (PlacementSetting.CARE, N_("health and care")),
    (PlacementSetting.WORKSHOP, N_("workshop")),
    (PlacementSetting.OFFICE, N_("office")),
    (PlacementSetting.OTHER, N_("another place")),
    (PlacementStatus.PLANNED, N_("planned")),
    (PlacementStatus.RUNNING, N_("running")),
    (PlacementStatus.ENDED, N_("ended")),
    (LengthWarning.SHORT, N_("planned for less than 3 months")),
    (LengthWarning.LONG, N_("longer than 12 months")),
    (PlacementEnd.JOB, N_("job")),
    (PlacementEnd.EXTENSION, N_("extension")),
    (PlacementEnd.EDUCATION, N_("education")),
    (PlacementEnd.FINISHED, N_("finished as agreed")),
    (PlacementEnd.STOPPED, N_("stopped")),
    (GapKind.LANGUAGE, N_("language level")),
    (GapKind.RECOGNITION, N_("recognition of education")),
    (GapKind.CERTIFICATE, N_("certificate or licence")),
    (GapKind.EDUCATION, N_("more education")),
    (GapKind.EXPERIENCE, N_("experience here")),
    (GapKind.NETWORK, N_("network in the trade")),
    (Trade.DONE_AND_WISHED, N_("knows the trade and wishes it")),
    (Trade.DONE, N_("knows the trade, wishes something else")),
    (Trade.WISHED, N_("wishes the trade, has not worked in it")),
    (Trade.ANY, N_("no trade is asked for")),
    (DemandKind.JOB, N_("job")),
    (DemandKind.PLACEMENT, N_("placement")),
    (DemandKind.TRAINEE, N_("trainee")),
    (DemandKind.APPRENTICE, N_("apprentice")),
    (PlanGoalKind.WORK, N_("work")),
    (PlanGoalKind.LANGUAGE, N_("language")),
    (PlanGoalKind.EDUCATION, N_("education")),
    (PlanGoalKind.REQUALIFICATION, N_("requalification")),
    (PlanGoalKind.LICENCE, N_("driving licence")),
    (PlanGoalKind.NETWORK, N_("network")),
    (PlanGoalKind.OTHER, N_("something else")),
    (StepOwner.NEWCOMER, N_("the newcomer")),
    (StepOwner.MENTOR, N_("the mentor")),
    (StepOwner.OFFICE, N_("the office")),
    (StepOwner.OTHER, N_("somebody else")),
    (DrivingCondition.DARK, N_("in the dark")),
    (DrivingCondition.WINTER, N_("snow or ice")),
    (DrivingCondition.MOTORWAY, N_("motorway")),
    (DrivingCondition.RAIN, N_("rain")),
    (DrivingCondition.TOWN, N_("town traffic")),
    (EventKind.THEME_EVENING, N_("theme evening")),
    (EventKind.NETWORK, N_("network meeting")),
    (EventKind.INTERNATIONAL, N_("international evening or week")),
    (EventKind.OUTING, N_("outing")),
    (EventKind.COURSE, N_("course for all")),
    (EventKind.MENTOR_TRAINING, N_("training for mentors")),
    (EventKind.STAFF_COURSE, N_("course for staff")),
    (EventKind.STAFF_CONTACT, N_("talk between services")),
    (EventKind.OTHER, N_("another event")),
    (Answer.NONE, N_("no answer yet")),
    (Answer.YES, N_("comes")),
    (Answer.NO, N_("does not come")),
    (Attendance.NOT_NOTED, N_("not noted")),
    (Attendance.PRESENT, N_("present")),
    (Attendance.EXCUSED, N_("excused")),
    (Attendance.ABSENT, N_("absent")),
    (IntroductionStep.INTRODUCED, N_("introduced")),
    (IntroductionStep.VISITED, N_("has been there")),
    (IntroductionStep.MEMBER, N_("member")),
    (IntroductionStep.LEFT, N_("has left")),
    (IntroductionStep.STOPPED, N_("did not join")),
    (Barrier.CHILDCARE, N_("childcare")),
    (Barrier.TRANSPORT, N_("transport")),
    (Barrier.LANGUAGE, N_("language")),
    (Barrier.HOUSING, N_("housing")),
    (Barrier.TIME, N_("time")),
    (Barrier.NETWORK, N_("network")),
    (Barrier.MONEY, N_("money")),
    (Barrier.RECOGNITION, N_("recognition of education")),
    (Barrier.DIGITAL, N_("digital skills or equipment")),
    (ContactRole.WELFARE_OFFICE, N_("labour and welfare office")),
    (ContactRole.CITIZEN_SERVICE, N_("citizen service")),
    (ContactRole.TEACHER, N_("teacher")),
    (ContactRole.EMPLOYER, N_("employer")),
    (ContactRole.COORDINATOR, N_("responsible coordinator")),
    (ContactRole.MENTOR, N_("mentor")),
    (ContactRole.SETTLEMENT, N_("settlement office")),
    (ContactRole.OTHER, N_("another contact")),
    (ContactTask.JOB_SEARCH, N_("finding work")),
    (ContactTask.CAREER_PLAN, N_("career plan")),
    (ContactTask.LANGUAGE, N_("language teaching")),
    (ContactTask.EDUCATION, N_("education")),
    (ContactTask.HOUSING, N_("housing")),
    (ContactTask.MONEY, N_("money and benefits")),
    (ContactTask.FAMILY, N_("children and family")),
    (ContactTask.NETWORK, N_("network and leisure")),
    (Question.GOOD, N_("What has been good?")),
    (Question.HARD, N_("What was hard?")),
    (Question.CHANGED, N_("What has changed for you since you got a mentor?")),
    (Question.NETWORK, N_("Whom do you know here now? Whom can you ask for help?")),
    (Question.NEXT, N_("What do you want to do next?")),
    (Question.OTHERWISE, N_("What should the municipality do differently?")),
    (Rating.RECOMMEND, N_("I would recommend this to others")),
    (Rating.FIT, N_("My mentor and I fit together")),
    (Rating.LANGUAGE, N_("I speak the language better now")),
    (Rating.AT_HOME, N_("I feel at home here")),
    (ArrivalBand.NEW, N_("0–1 years ago")),
    (ArrivalBand.TWO, N_("2–4 years ago")),
    (ArrivalBand.FIVE, N_("5–9 years ago")),
    (ArrivalBand.TEN, N_("10 years ago or more")),
    (OutcomePoint.EXIT, N_("at exit")),
    (OutcomePoint.MONTHS_3, N_("after 3 months")),
    (OutcomePoint.YEAR_1, N_("after 1 year")),
    (OutcomePoint.YEAR_2, N_("after 2 years")),
    (OutcomePoint.YEAR_3, N_("after 3 years")),
    (OutcomePoint.YEAR_4, N_("after 4 years")),
    (OutcomePoint.YEAR_5, N_("after 5 years")),
    (OutcomePoint.YEAR_6, N_("after 6 years")),
    (OutcomePoint.YEAR_7, N_("after 7 years")),
    (OutcomeStatus.WORK, N_("work")),
    (OutcomeStatus.SUBSIDISED, N_("work on a wage subsidy")),
    (OutcomeStatus.EDUCATION, N_("education")),
    (OutcomeStatus.COURSE, N_("course or measure")),
    (OutcomeStatus.NEITHER, N_("neither work nor education")),
    (OutcomeStatus.MOVED, N_("moved away")),
    (OutcomeStatus.UNKNOWN, N_("not found out")),
    (Reading.WORK, N_("in work")),
    (Reading.WORK_OR_EDUCATION, N_("in work or education")),
    (Relevance.NOT_ASKED, N_("not asked")),
    (Relevance.RELEVANT, N_("uses what the person can")),
    (Relevance.NOT_RELEVANT, N_("does not use what the person can")),
    (OutcomeSource.PERSON, N_("the person")),
    (OutcomeSource.MENTOR, N_("the mentor")),
    (OutcomeSource.CASE_OFFICER, N_("the case officer")),
    (OutcomeSource.EMPLOYER, N_("the employer")),
    (OutcomeSource.OTHER, N_("another source")),
    (NetworkStage.START, N_("at the start")),
    (NetworkStage.MIDWAY, N_("midway")),
    (NetworkStage.END, N_("at the end")),
    (SeriesKind.RESULTS, N_("results")),
    (SeriesKind.GOAL, N_("goal")),
    (Measure.PAIRINGS, N_("new pairings")),
    (Measure.PLACEMENTS, N_("new placements")),
    (Measure.PLACES, N_("places offered")),
    (Measure.MENTORS_PER_ORGANISATION, N_("mentors per organisation")),
    (Measure.FIRST_MEETING_SHARE, N_("first meeting within 30 days")),
    (Measure.ASSOCIATION_MEMBERS, N_("joined an association")),
    (Measure.EVENT_GUESTS, N_("guests at events")),
    (Measure.IN_WORK_SHARE, N_("in work or education after a year")),
    (Measure.DIVERSE_EMPLOYEES, N_("employees with a multicultural background")),
    (Measure.TYPED, N_("counted by the owner")),
    (Gathered.OTHERS, N_("others")),
    (Gathered.NOT_TOLD, N_("not told")),
    (Unit.COUNT, N_("number")),
    (Unit.DAYS, N_("days")),
    (Unit.MINUTES, N_("hours")),
    (GoalUnit.COUNT, N_("number")),
    (GoalUnit.SHARE, N_("share")),
    (GoalUnit.ONE_IN, N_("one in so many")),
    (BackgroundKind.POPULATION, N_("inhabitants")),
    (BackgroundKind.IMMIGRANTS, N_("immigrants, first and second generation")),
    (BackgroundKind.COUNTRIES, N_("countries of origin")),
    (BackgroundKind.EMPLOYEES, N_("employees of the municipality")),
    (BackgroundKind.DIVERSE_EMPLOYEES, N_("employees with a multicultural background")),
    (BackgroundKind.PLACEMENTS_ALL, N_("placements in the municipality")),
    (ListDirection.OURS, N_("ours")),
    (ListDirection.THEIRS, N_("theirs")),
    (EntryState.OPEN, N_("open")),
    (EntryState.OFFERED, N_("mentor offered")),
    (EntryState.ACCEPTED, N_("accepted")),
    (EntryState.DECLINED, N_("declined")),
    *EVENT_LABELS,
    *TIMELINE_LABELS,
    (NewcomerNext.WAITS, N_("waits for a mentor again")),
    (NewcomerNext.PAIRED_AGAIN, N_("gets a new mentor now")),
    (NewcomerNext.FINISHED, N_("has finished")),
    (NewcomerNext.WITHDRAWN, N_("withdraws")),
    (MentorNext.FREE, N_("is free again")),
    (MentorNext.PAUSED, N_("takes a break")),
    (MentorNext.FINISHED, N_("has finished")),
    (ExchangeKind.WAITING_LIST, N_("waiting list")),
    (ExchangeKind.ANSWER, N_("answer to a waiting list")),
    (ExchangeKind.COMPARISON, N_("figures to compare")),
    *((measure, MEASURES[measure][0]) for measure in Compared),
    (Hiding.SMALL, N_("fewer than five")),
    (Hiding.OTHER, N_("hidden with it")),
    (LeftOut.NOT_AGREED, N_("has not agreed that other offices are told")),
    (LeftOut.WITHDRAWN, N_("has taken the agreement back")),
    (LeftOut.PROTECTED, N_("protected address")),
    (LeftOut.BEING_ASKED, N_("is being asked about a mentor here")),
    (Trait.LANGUAGES, N_("Languages")),
    (Trait.INTERESTS, N_("Interests")),
    (Trait.TIMES, N_("Free times")),
    (Trait.OCCUPATION, N_("Field of work")),
    (Trait.AGE, N_("Age")),
    (Trait.GENDER, N_("Gender")),
    (Trait.SITUATION, N_("Life situation")),
    (Trait.CHILDREN, N_("Children")),
    (Trait.PLACE, N_("Place")),
    (Trait.WISHES, N_("Wishes to meet")),
    (MergeObstacle.SAME_RECORD, N_("This is one record already. Choose another one.")),
    (
        MergeObstacle.PAIR,
        N_(
            "The two are a pair, or proposed as one. Nobody is his own mentor: they are two people."
        ),
    ),
    (
        MergeObstacle.CASE_OFFICER,
        N_("One is the case officer of the other. Change that in the form first if they are one."),
    ),
    (
        MergeObstacle.INTRODUCED,
        N_("One introduced the other to an activity. Change that there first if they are one."),
    ),
    (
        MergeObstacle.TWO_PAIRINGS,
        N_("Both have a running pairing in the same scheme. End one of the two first."),
    ),
    (
        MergeObstacle.TWO_ANSWERS,
        N_(
            "Both have an answer to the same question about where they went. Delete one of them "
            "first."
        ),
    ),
    (Counts.FIRST, N_("First")),
    (Counts.SECOND, N_("Second")),
    (How.DELETED, N_("deleted")),
    (How.UNDONE, N_("undone")),
    (How.MERGED, N_("merged with another")),
    (Did.ADDED, N_("added")),
    (Did.CHANGED, N_("changed")),
    (Did.DELETED, N_("deleted")),
    (Did.RESTORED, N_("brought back")),
    (Did.ERASED, N_("removed for good")),
    (Did.SEEN, N_("looked at")),
    (Did.LISTED, N_("shown in a list")),
    (Did.PRINTED, N_("printed")),
    (Did.EXPORTED, N_("saved as a file")),
    (Did.CAME_IN, N_("came in")),
    (Did.TURNED_AWAY, N_("wrong passphrase")),
    (Did.AGREED, N_("agreed as the second person")),
    (Did.PUT_BACK, N_("put back from a backup")),
    (Did.THINNED, N_("oldest lines removed")),
    (Fault.CHANGED, N_("Changed or moved: line %(lines)s.")),
    (Fault.MISSING, N_("Missing: line %(lines)s.")),
    (
        Fault.CUT,
        N_(
            "Missing at the end: line %(lines)s. The end was cut off, or an older office was put "
            "back."
        ),
    ),
    (
        Fault.REPLACED,
        N_(
            "Another one than was noted: line %(lines)s. From there or before, the log was written "
            "anew."
        ),
    ),
    (
        Fault.NOT_THERE,
        N_(
            "No line has this code: the end was cut off, the log was written anew, or the paper is "
            "of another office."
        ),
    ),
    (Sort.LOOKS, N_("Looks at protected people")),
    (Sort.CHANGES, N_("Changes")),
    (Sort.PAPERS, N_("Papers and files")),
    (Sort.COMING_IN, N_("Coming in")),
    (Sort.RESTORES, N_("Offices put back")),
    *PRIVACY,
)
