"""The five schemes a new office starts with; each can be changed in Settings.

Lengths and rhythms: KUN's and KVINFO's mentor schemes, Red Cross refugee guides, Alver's and
Trysil's buddies, Oslo's language practice, Red Cross Habil. Follow-up points: first meeting within
14 days, then one, three and six months (Big Brothers Big Sisters' match support; MENTOR).
"""

from collections.abc import Mapping

from mentorapp.domain.schemes import Criterion, FollowUpPoint, Scheme, SchemePart, Weight


def standard_schemes() -> tuple[Scheme, ...]:
    """Work mentor, buddy, language practice, practice driving, introduction to an association.

    New records with new ids at every call.
    """
    return (
        Scheme(
            key="work_mentor",
            names=_texts("Arbeidsmentor", "Arbeidsmentor", "Arbejdsmentor", "Work mentor"),
            mentor_titles=_texts("mentor", "mentor", "mentor", "mentor"),
            newcomer_titles=_texts("deltaker", "deltakar", "mentee", "mentee"),
            usual_months=6,
            meetings_per_month=2,
            follow_up_points=_points("14:first_meeting 30:call 90:midway 180:closing"),
            parts=frozenset({SchemePart.CAREER}),
            weights=_weights(interests="medium", occupation="high", distance="low"),
        ),
        Scheme(
            key="buddy",
            names=_texts("Fadder", "Fadder", "Netværksfamilie", "Buddy"),
            mentor_titles=_texts("fadder", "fadder", "frivillig ven", "buddy"),
            newcomer_titles=_texts("nyankommen", "nykomen", "ny borger", "newcomer"),
            usual_months=9,
            meetings_per_month=4,
            follow_up_points=_points("14:first_meeting 30:call 90:talk 180:midway 270:closing"),
            parts=frozenset({SchemePart.HOUSEHOLDS, SchemePart.ASSOCIATIONS}),
            weights=_weights(interests="high", age="medium", household="medium"),
        ),
        Scheme(
            key="language_practice",
            names=_texts("Språkpraksis", "Språkpraksis", "Sprogpraktik", "Language practice"),
            mentor_titles=_texts("språkvenn", "språkven", "sprogmentor", "language mentor"),
            newcomer_titles=_texts("deltaker", "deltakar", "deltager", "participant"),
            usual_months=3,
            meetings_per_month=8,
            follow_up_points=_points("14:first_meeting 45:midway 90:closing"),
            parts=frozenset({SchemePart.LANGUAGE_PRACTICE}),
            weights=_weights(language="high", availability="must"),
        ),
        Scheme(
            key="practice_driving",
            names=_texts("Øvelseskjøring", "Øvingskøyring", "Øvelseskørsel", "Practice driving"),
            mentor_titles=_texts("ledsager", "ledsagar", "ledsager", "driving companion"),
            newcomer_titles=_texts("elev", "elev", "elev", "learner"),
            usual_months=5,
            meetings_per_month=4,
            follow_up_points=_points("14:first_meeting 70:midway 140:closing"),
            parts=frozenset({SchemePart.DRIVING}),
            weights=_weights(distance="high", availability="must", interests="low"),
        ),
        Scheme(
            key="association_guide",
            names=_texts(
                "Foreningsguide", "Foreiningsguide", "Foreningsguide", "Association guide"
            ),
            mentor_titles=_texts(
                "foreningsguide", "foreiningsguide", "foreningsguide", "association guide"
            ),
            newcomer_titles=_texts("nyankommen", "nykomen", "ny borger", "newcomer"),
            usual_months=3,
            meetings_per_month=2,
            follow_up_points=_points("14:first_meeting 45:call 90:closing"),
            parts=frozenset({SchemePart.ASSOCIATIONS}),
            weights=_weights(interests="high", distance="high", occupation="off"),
        ),
    )


def _texts(nb: str, nn: str, da: str, en: str) -> Mapping[str, str]:
    return {"nb": nb, "nn": nn, "da": da, "en": en}


def _points(text: str) -> tuple[FollowUpPoint, ...]:
    return tuple(FollowUpPoint.parse(part) for part in text.split())


def _weights(**changes: str) -> Mapping[str, str]:
    """Sensible weights for any scheme, with what this one sees otherwise."""
    usual = {
        Criterion.INTERESTS: Weight.MEDIUM,
        Criterion.LANGUAGE: Weight.MUST,
        Criterion.DISTANCE: Weight.MEDIUM,
        Criterion.AVAILABILITY: Weight.MEDIUM,
        Criterion.OCCUPATION: Weight.LOW,
        Criterion.AGE: Weight.LOW,
        Criterion.HOUSEHOLD: Weight.LOW,
        Criterion.WAITING: Weight.LOW,
    }
    return {
        criterion.value: changes.get(criterion, weight.value) for criterion, weight in usual.items()
    }
