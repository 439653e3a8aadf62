"""The words behind ``choices``: each value with what offices write for it, folded."""

from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeVar

from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Education, NewcomerStatus, ResidenceBasis
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.people import AgeBand, Gender, LifeSituation, Transport
from mentorapp.domain.protection import Protection

E = TypeVar("E", bound=Enum)


def _table(entries: Mapping[E, str]) -> dict[str, E]:
    words = {word: value for value, text in entries.items() for word in text.split(", ")}
    return words | {str(value.value): value for value in entries}


YES: Final = frozenset("ja j yes y x ✓ ✔ true sann 1 ok jo si har jepp".split())
NO: Final = frozenset("nei nej n no false usann falsk 0 ingen none ikke".split())

GENDERS: Final = _table(
    {
        Gender.WOMAN: "kvinne, kvinner, kvinnelig, k, kv, kvinde, kvinder, kvindelig, woman, women,"
        " female, f, w, jente, dame, damer, pike, jenter",
        Gender.MAN: "mann, menn, mannlig, m, mand, maend, mandlig, man, men, male, gutt, herre,"
        " herrer, gut, gutter",
        Gender.OTHER: "annet, anna, andet, other, ikke-binaer, ikkje-binaer, non-binary, x, hen",
        Gender.NOT_GIVEN: "ikke oppgitt, ikkje oppgitt, ukjent, onsker ikke a oppgi, ikke oplyst,"
        " not given, unknown, prefer not to say, vil ikke oppgi, uoplyst",
    }
)
NO_WISH: Final = (
    "ingen preferanse", "spiller ingen rolle", "uten betydning", "begge", "begge deler", "uansett",
    "nei", "nej", "no", "no preference", "either", "any", "both", "same", "ingen", "ligegyldigt",
    "det er det samme", "speler inga rolle", "betyr ikke noe", "alle", "doesn't matter",
    "ikke viktig", "ingen onske",
)  # fmt: skip
PROTECTIONS: Final = _table(
    {
        Protection.NONE: "nei, nej, no, ingen, none, apen, aben, ikke, ugradert, 0, false, usann",
        Protection.CONFIDENTIAL: "fortrolig, kode 7, kode7, k7, 7, confidential, navnebeskyttelse,"
        " adressebeskyttelse, navne- og adressebeskyttelse, beskyttet adresse, beskyttet,"
        " fortrolig adresse, navne og adressebeskyttet, konfidensiell",
        Protection.STRICT: "strengt fortrolig, kode 6, kode6, k6, 6, strictly confidential,"
        " strengt fortrolig adresse, strengt, streng fortrolig, sperret adresse strengt fortrolig",
    }
)
MENTOR_STATUSES: Final = _table(
    {
        MentorStatus.APPLIED: "sokt, soker, meldt, ny, pameldt, registrert, applied, new, ansogt,"
        " sokjar, interessert, interesseret, venter pa intervju, pending",
        MentorStatus.INTERVIEWED: "intervjuet, intervjua, intervju, samtale gjennomfort,"
        " interviewed, interviewet, til godkjenning",
        MentorStatus.APPROVED: "godkjent, godkjend, godkendt, aktiv, ledig, klar, approved, active,"
        " available, ready, har mentee, koblet, matchet",
        MentorStatus.PAUSED: "pause, pauset, pa pause, paused, on hold, permisjon, inaktiv,"
        " midlertidig inaktiv, inactive",
        MentorStatus.ENDED: "sluttet, avsluttet, slutta, avslutta, stoppet, ended, left, ferdig,"
        " ophort, afsluttet, trukket, withdrawn",
    }
)
NEWCOMER_STATUSES: Final = _table(
    {
        NewcomerStatus.REGISTERED: "registrert, ny, meldt, meldt inn, sokt, registered, new,"
        " oprettet, registreret, pameldt",
        NewcomerStatus.READY: "klar, klar for kobling, ready, kartlagt, godkjent, klar til match",
        NewcomerStatus.WAITING: "venter, ventar, pa vent, venteliste, waiting, waiting list, aktiv,"
        " pa venteliste, active, venter pa mentor",
        NewcomerStatus.PAIRED: "koblet, kopla, matchet, har mentor, paired, matched, tildelt,"
        " i kobling, har fatt mentor",
        NewcomerStatus.COMPLETED: "fullfort, ferdig, gjennomfort, completed, done, gennemfort,"
        " avsluttet, afsluttet, avslutta",
        NewcomerStatus.WITHDRAWN: "trukket, trukket seg, trekt, withdrawn, flyttet, flytta,"
        " sluttet,"
        " stoppet, frafalt, udmeldt",
    }
)
KINDS: Final = _table(
    {
        OrganisationKind.BUSINESS: "bedrift, business, firma, naeringsliv, privat, as, asa, enk,"
        " company, aps, a/s, virksomhet, virksomhed, naeringsdrivende, sa, private, foretak",
        OrganisationKind.VOLUNTEER: "frivillig, frivillig organisasjon, fli, ngo,"
        " frivillig forening, volunteer organisation, voluntary, frivillighet, ideell,"
        " charity, frivillig lag, trossamfunn, stiftelse",
        OrganisationKind.ASSOCIATION: "forening, foreining, lag, lag/forening, idrettslag,"
        " idrettsforening, idraetsforening, klubb, klub, idrettsklubb, sportsklubb,"
        " idraetsklub, sportsklub, korps, kor, association, club, sports club",
        OrganisationKind.PUBLIC: "offentlig, offentleg, public body, public, kommune, kommunal, kf,"
        " kommunalt, stat, statlig, etat, orgl, offentlig virksomhet, fylkeskommune, nav,"
        " myndighed,"
        " offentlig etat",
    }
)
FORMS: Final = _table(
    {
        MeetingForm.IN_PERSON: "fysisk, fysisk mote, ansikt til ansikt, in person, face to face,"
        " mote, moter, personlig, oppmote, mode, kaffe, kafe, hjemme, tur, fysisk mode, meeting",
        MeetingForm.TELEPHONE: "telefon, telefonsamtale, tlf, phone, telephone, ringte,"
        " oppringning,"
        " call, telefonmote, sms, melding, pa telefon",
        MeetingForm.VIDEO: "video, videomote, teams, zoom, digitalt, digital, nett, online, skype,"
        " facetime, videosamtale, whatsapp, video call, pa nett",
        MeetingForm.ACTIVITY: "aktivitet, activity, arrangement, felles aktivitet, event,"
        " fellesaktivitet, aktivitetar",
        MeetingForm.ATTEMPTED: "forsok, forsokt, ikke svar, ikke mott, ikke kontakt, uteble,"
        " avlyst,"
        " attempted, no show, no answer, ikke mott opp, forgjeves, kom ikke, udeblev, aflyst",
    }
)
END_REASONS: Final = _table(
    {
        EndReason.MOVED: "flyttet, flytta, flytting, moved, flyttede, flyttet kommune, fraflyttet",
        EndReason.WORK_OR_STUDY: "jobb, arbeid, fatt jobb, fikk jobb, job, studier, utdanning,"
        " skole,"
        " work, study, work or study, got a job, fik job, arbejde",
        EndReason.NO_TIME: "tid, ikke tid, mangel pa tid, tidsmangel, no time, lack of time,"
        " manglende tid, ikkje tid, travelt",
        EndReason.ILLNESS_OR_FAMILY: "sykdom, sjukdom, familie, sygdom, illness, permisjon,"
        " personlige arsaker, personal reasons, private arsaker, fodsel, family, private grunner",
        EndReason.DID_NOT_FIT: "passet ikke, passa ikkje, kjemi, darlig match, did not fit,"
        " manglende kjemi, passede ikke, not a good match, match",
        EndReason.NO_CONTACT: "ikke kontakt, mistet kontakt, ingen kontakt, no contact,"
        " lost contact,"
        " mistede kontakten, svarer ikke, manglende kontakt",
        EndReason.OTHER: "annet, anna, andet, other, ukjent, unknown",
    }
)
INITIATORS: Final = _table(
    {
        Initiator.MENTOR: "mentor, mentoren, frivillig, den frivillige, volunteer, fadder",
        Initiator.NEWCOMER: "deltaker, deltakeren, deltakar, mentee, nyankommen, flyktning, borger,"
        " borgeren, deltager, newcomer, participant, nykomen",
        Initiator.BOTH: "begge, begge parter, both, felles, i fellesskap, mutual",
        Initiator.OFFICE: "kommunen, kommune, koordinator, kontoret, office, coordinator, vi, oss",
    }
)
EDUCATIONS: Final = _table(
    {
        Education.NONE: "ingen, ingen utdanning, ingen skolegang, none, analfabet,"
        " ingen uddannelse",
        Education.PRIMARY: "grunnskole, barneskole, ungdomsskole, primary, primary school,"
        " folkeskole, grunnskule, 9 ar, 10 ar",
        Education.SECONDARY: "videregaende, videregaende skole, vgs, gymnas, gymnasium, secondary,"
        " high school, vidaregaande, secondary school, upper secondary, studiespesialisering",
        Education.VOCATIONAL: "fagbrev, yrkesfag, fagskole, vocational, fagutdanning, svennebrev,"
        " erhvervsuddannelse, laerling, faglig utdanning, fagbrev elektriker, trade",
        Education.HIGHER: "hoyere, hoyere utdanning, universitet, hoyskole, bachelor, master,"
        " bachelorgrad, mastergrad, phd, doktorgrad, higher, university, hogskule, hogskole,"
        " kandidat, college, degree, videregaende uddannelse, hoyskoleutdanning, cand",
        Education.UNKNOWN: "ukjent, unknown, ikke oppgitt, uoplyst",
    }
)
#: Odense's «krig, kærlighed eller karriere»: no more is kept than this, whatever a list tells.
RESIDENCE_BASES: Final = _table(
    {
        ResidenceBasis.REFUGEE: "flyktning, flyktninger, flygtning, flykting, krig, refugee, war,"
        " overforingsflyktning, kvoteflyktning, kollektiv beskyttelse, fordrevet",
        ResidenceBasis.FAMILY: "familie, familieinnvandret, familieinnvandrer, familieforent,"
        " familiegjenforening, familiegjenforent, familiesammenfort, familiesammenforing, family,"
        " kjaerlighet, kaerlighed, ektefelle, aegtefaelle, family reunification, love",
        ResidenceBasis.WORK: "arbeid, arbeidsinnvandrer, arbeidsinnvandret, arbejde, job, jobb,"
        " karriere, work, labour migrant, career, udenlandsk arbejdstager",
        ResidenceBasis.STUDY: "studier, student, studie, utdanning, uddannelse, study, studies,"
        " au pair",
        ResidenceBasis.OTHER: "annet, anna, andet, other, tilflytter, innflytter, tilflytta",
        ResidenceBasis.NOT_GIVEN: "ikke oppgitt, ikkje oppgitt, ukjent, uoplyst, not given,"
        " unknown, vil ikke oppgi",
    }
)
LIFE_SITUATIONS: Final = _table(
    {
        LifeSituation.STUDYING: "student, studerer, studerende, studier, studie, elev, skole,"
        " gar pa skole, gar i skole, under utdanning, under utdannelse, under uddannelse,"
        " utdanning, laerling, studying, studies, in education, at school, pupil, norskkurs,"
        " introprogram, introduksjonsprogram, introduksjonsprogrammet, introprogrammet,"
        " voksenopplaering, sprogskole, doktorgradsstudent, stipendiat",
        LifeSituation.WORKING: "i jobb, i arbeid, i job, i arbejde, jobber, arbeider, arbejder,"
        " har jobb, har arbeid, har job, har arbejde, fast jobb, fast arbeid, fast job, ansatt,"
        " fast ansatt, ansat, yrkesaktiv, yrkesaktivt, selvstendig naeringsdrivende, selvstendig,"
        " selvstaendig, working, works, employed, full time job, part time job, in work, has a job,"
        " self-employed, self employed, lonnsmottaker, lonmodtager",
        LifeSituation.LOOKING_FOR_WORK: "arbeidssoker, arbeidssokende, arbeidssokjar, jobbsoker,"
        " jobbsokende, arbeidsledig, arbeidslos, arbeidslaus, ledig, soker jobb, soker arbeid,"
        " sokjer jobb, sokjer arbeid, ser etter jobb, pa jobbjakt, uten jobb, uten arbeid,"
        " utan jobb, utan arbeid, uden job, uden arbejde, ikke i jobb, ikke i arbeid,"
        " ikkje i jobb, ikkje i arbeid, ikke i job, ikke i arbejde, arbejdssogende, jobsogende,"
        " arbejdslos, looking for work, looking for a job, unemployed, job seeker, jobseeker,"
        " seeking work, out of work, not working",
        LifeSituation.AT_HOME: "hjemmevaerende, heimeverande, hjemmegaende, husmor, husfar, hjemme,"
        " heime, hjemme med barn, hjemme med barna, heime med barn, foreldrepermisjon, barsel,"
        " i permisjon, pa barsel, barselsorlov, at home, homemaker, housewife, stay-at-home parent,"
        " parental leave, maternity leave",
        LifeSituation.RETIRED: "pensjonist, alderspensjonist, pensjonert, pensjon, pensionist,"
        " folkepensionist, pensioneret, efterlonner, pa efterlon, retired, retiree, pensioner, afp",
        LifeSituation.NOT_GIVEN: "ikke oppgitt, ikkje oppgitt, ukjent, ikke oplyst, uoplyst,"
        " not given, unknown, onsker ikke a oppgi, vil ikke oppgi, prefer not to say",
    }
)
#: A cell of one of these alone says enough; within a sentence it does not ("wants a job").
LIFE_SITUATIONS_ALONE: Final = dict.fromkeys(
    "jobb arbeid job arbejde work jobbar arbeidar".split(), LifeSituation.WORKING
)
#: What fills the days of somebody who is ill is a matter of health, of which nothing is stored.
HEALTH: Final = (
    r"\bufor(?:e\w*)?\b|trygdet|sykmeldt|sykemeldt|sjukmeld|syk\b|sjuk\b|sygemeldt|sygdom|fortidspen"
    r"|\ba?ap\b|arbeidsavklaring|rehabilitering|disab|sick|invalid|fleksjob|flexjob"
)
TRANSPORTS: Final = (
    (Transport.CAR, r"\b(?:bil|bilen|car|egen bil|elbil)\b"),
    (
        Transport.LICENCE,
        r"forerkort|forarkort|korekort|sertifikat|lappen|licen[cs]e|klasse b|\bbil\b|\bcar\b",
    ),
    (
        Transport.PUBLIC_TRANSPORT,
        r"kollektiv|buss|\bbus\b|\btog\b|trikk|bane|public|ferje|offentlig",
    ),
    (
        Transport.TRAVELS,
        r"villig til (?:a reise|at rejse)|re[ij]ser gjerne|kan re[ij]se til|willing to travel",
    ),
)  # fmt: skip
AGES: Final = (
    (AgeBand.UNDER_18, 0, 17), (AgeBand.FROM_18, 18, 25), (AgeBand.FROM_26, 26, 35),
    (AgeBand.FROM_36, 36, 50), (AgeBand.FROM_51, 51, 66), (AgeBand.FROM_67, 67, 200),
)  # fmt: skip
