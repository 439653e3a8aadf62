"""Refusals of work, belonging, outcomes and cooperation as sentences; see ``refusals``."""

from collections.abc import Callable

from mentorapp.domain import (
    association_errors,
    deleted,
    household_errors,
    letter_errors,
    networks,
    office_errors,
    placement_errors,
    questionnaires,
    report_errors,
)
from mentorapp.domain.errors import Refused
from mentorapp.words import N_
from mentorapp.words.event_terms import EVENT_SENTENCES
from mentorapp.words.exchange_refusals import EXCHANGE_SENTENCES
from mentorapp.words.fields import kind_label
from mentorapp.words.merging import MERGE_SENTENCES
from mentorapp.words.refusals_audit import AUDIT_SENTENCES
from mentorapp.words.refusals_backups import BACKUP_SENTENCES
from mentorapp.words.refusals_keys import KEY_SENTENCES
from mentorapp.words.refusals_outcomes import OUTCOME_SENTENCES
from mentorapp.words.refusals_pictures import PICTURE_SENTENCES
from mentorapp.words.refusals_privacy import PRIVACY_SENTENCES
from mentorapp.words.refusals_schemes import SCHEME_SENTENCES
from mentorapp.words.saying import says


def _of_kind(message: str) -> Callable[..., str]:
    """A sentence about the kind of record that the refusal names."""
    return lambda words, e: words.text(message) % {"kind": kind_label(words, e.kind)}


MORE_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    deleted.AlreadyBack: says(N_("It is not in Deleted any more: it was brought back or removed.")),
    deleted.DeletedItself: _of_kind(
        N_("What it belongs to is deleted too: %(kind)s. Bring that back first.")
    ),
    deleted.RemovedForGood: says(
        N_("It was removed from the office file for good, and does not come back.")
    ),
    deleted.TakenMeanwhile: _of_kind(
        N_(
            "There is another by now, and only one can be: %(kind)s. Delete the new one first if "
            "the old one is to come back."
        )
    ),
    deleted.KeptByOthers: _of_kind(
        N_("It stays in Deleted for now, for something that is still there needs it: %(kind)s.")
    ),
    **EXCHANGE_SENTENCES,
    **MERGE_SENTENCES,
    letter_errors.ProtectedSince: says(
        N_(
            "This letter cannot be printed again as it was: it tells of somebody whose address "
            "has become protected since. Print it anew instead."
        )
    ),
    letter_errors.NotAText: says(
        N_("“%(name)s” is not a plain text. Save it as text with the encoding UTF-8.")
    ),
    letter_errors.NoSuchText: says(N_("There is no text of this letter in this language.")),
    letter_errors.TextNotRight: says(N_("%(said)s The text is not saved.")),
    report_errors.QuotedNoMore: says(
        N_(
            "This report cannot be printed again as it was: somebody who is quoted in it has "
            "taken the consent back, or may not be quoted any more. It is made anew from what is "
            "registered today, without the quotation."
        )
    ),
    letter_errors.NotKept: says(
        N_("This letter was not kept as it was printed. Print it anew instead.")
    ),
    office_errors.LeftTheHouse: says(
        N_("What was printed or sent cannot be undone. It is on its way to people.")
    ),
    office_errors.NotUnique: says(
        N_("“%(text)s” could be several. Write more of it, or its handle from the list.")
    ),
    office_errors.ConsentWithdrawn: says(
        N_("The consent was withdrawn on %(withdrawn_on)s. A new one cannot be from before that.")
    ),
    office_errors.NameTaken: says(
        N_(
            "“%(name)s” is there already. Give this one another name, so that both can be told "
            "apart."
        )
    ),
    office_errors.WordListFull: says(
        N_(
            "There is room for %(limit)d words of the office’s own in a list, and all were used. "
            "Rename one that nobody needs any more."
        )
    ),
    networks.AlreadyAsked: says(
        N_(
            "This was already asked about pairing %(number)s, on %(asked_on)s. Change that "
            "answer instead."
        )
    ),
    questionnaires.AlreadyAnswered: says(
        N_(
            "These questions of pairing %(number)s were answered already, on %(answered_on)s. "
            "Change those answers instead."
        )
    ),
    questionnaires.NotOfThePair: says(
        N_("The person is neither mentor nor newcomer of pairing %(number)s.")
    ),
    **OUTCOME_SENTENCES,
    **SCHEME_SENTENCES,
    **AUDIT_SENTENCES,
    **KEY_SENTENCES,
    **BACKUP_SENTENCES,
    **PRIVACY_SENTENCES,
    **PICTURE_SENTENCES,
    household_errors.SchemeWithoutHouseholds: says(
        N_("This scheme pairs persons, not households. What a scheme has is chosen in Settings.")
    ),
    household_errors.NoHousehold: says(
        N_("No household is registered for %(name)s. Register who lives together first.")
    ),
    association_errors.AlreadyIntroduced: says(
        N_("The person was introduced to “%(activity)s” already and has not left.")
    ),
    association_errors.NotTakingPeople: says(
        N_(
            "“%(activity)s” takes no new people now. If it does again, change that in the activity "
            "first."
        )
    ),
    association_errors.IntroductionOver: says(
        N_("This came to an end on %(left_on)s. Whoever begins again is introduced anew.")
    ),
    association_errors.IntroductionProtected: says(
        N_(
            "The person has a protected address: a time and place where to find the person is not "
            "stored."
        )
    ),
    **EVENT_SENTENCES,
    placement_errors.PlacementEnded: says(N_("Placement %(number)s has ended already.")),
    placement_errors.PlacementProtected: says(
        N_(
            "A placement tells where somebody is during the day. For a person with a protected "
            "address it may not be kept or printed here."
        )
    ),
}
