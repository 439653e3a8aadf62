"""What offices call their columns, in bokmål, nynorsk, Danish and English.

One paragraph for each field: its name, then phrases separated by ``;``. ``headings`` compares by
words, so a question that contains a phrase is found too and inflections need none of their own. A
phrase after ``=`` must be the whole heading: "Mentor" is a name, "Hvorfor bli mentor?" is not.
"""

from collections.abc import Mapping
from types import MappingProxyType

from mentorapp.domain.imports import ImportKind
from mentorapp.exchange.vocabulary_people import HOME, MENTOR, NEWCOMER, PERSON

_ORGANISATION = """
name: navn; namn; name; bedrift; bedriftsnavn; foreningsnavn; virksomhet; virksomhetens navn;
  verksemd;
  organisasjon; organisasjonsnavn; navn på organisasjon; virksomhed; virksomhedens navn; forening;
  lag; lag/forening; company; company name; organisation; organisation name; organization; partner;
  firma; firmanavn; samarbeidspartner; foreningens navn; partner name; foretaksnavn
kind: type; organisasjonsform; type organisasjon; type of organisation; kategori; category; art;
  organisasjonstype; virksomhedsform; sektor type; type virksomhet; selskapsform; kind
registration_number: organisasjonsnummer; orgnr; org.nr; org nr; org nummer; cvr; cvr-nr;
  cvr nummer;
  registration number; org no; company number; organisasjonsnr; foretaksnummer; cvrnr;
  organisation number; orgnummer
address: adresse; besøksadresse; forretningsadresse; postadresse; address; gateadresse; street;
  street address; vei; besøgsadresse; visiting address; kontoradresse
postal_code: postnummer; postnr; postcode; post code; zip code; zip; postal code; postnr og sted;
  postnummer/sted; postnr/by; forretningsadresse postnummer; postnummer og sted; post nr
place: poststed; sted; by; stad; poststad; city; town; forretningsadresse poststed
contact_name: kontaktperson; kontakt; kontakt navn; kontaktpersons navn; navn kontaktperson; leder;
  daglig leder; leiar; formand; contact; contact person; contact name; main contact; formann;
  navn på kontaktperson; styreleder; kontaktnavn
contact_role: rolle; kontaktpersons rolle; stilling; role; title; kontakt stilling; verv;
  kontaktpersons stilling; contact role
contact_phone: telefon; tlf kontakt; telefon kontakt; mobil kontakt; tlf; mobil; telefonnummer;
  phone; sentralbord; kontakt mobil;
  kontakt telefon; kontaktpersons tlf; leders telefon; contact phone; telefon kontaktperson;
  mobilnummer; telephone; mobile; kontakttelefon; tlf kontaktperson; phone number; telefonnr
contact_email: mail kontakt; e-post kontakt; e-mail adresse; e-post adresse; e-post; epost; mail;
  e-mail; email; kontakt epost;
  leders e-post; contact email;
  kontaktpersons mail; e-post kontaktperson; epostadresse; e-mailadresse; email address;
  e-postadresse
agreement_from: avtale fra; startdato for aftale; startdato for avtale; avtalestart; avtale inngått;
  avtaledato; samarbeidsavtale signert;
  avtale frå; aftale fra; aftalestart; agreement start; agreement from; avtale signert;
  startdato avtale; agreement signed; aftaledato; avtale dato; samarbeid fra
agreement_to: avtale til; varer til; slutdato for aftale; sluttdato for avtale; avtaleslutt;
  utløper; avtale utløper; aftale til; aftale udløber;
  agreement end; agreement to; agreement ends; sluttdato avtale; gyldig til; avtale gyldig til;
  udløber; samarbeid til
promised_mentors: antall mentorer; lovet antall mentorer; antall mentorer lovet; tal på mentorar;
  antal mentorer; mentors promised; number of mentors; lovede mentorer; mentorplasser;
  lovet mentorer
interests: aktiviteter; interesser; interests; interests offered; tilbud; activities; tilbyr;
  aktivitetar
low_threshold: lavterskeljobb; lavterskeljobber; har lavterskeljobber; lavterskel; lågterskeljobbar;
  low-threshold jobs; has low-threshold jobs; lavtærskeljob
occupations: fagområder; yrkesfelt; fagområde; yrker; occupations; yrkesgrupper; fag; fagfelt;
  stillinger;
  yrke; jobs; jobområder
notes: merknad; merknader; notat; notater; kommentar; kommentarer; notes; comments; bemærkninger;
  bemerkninger; noter; remarks; annet; andre opplysninger
"""

_PAIR = """
mentor: mentor; navn mentor; mentors navn; mentor navn; frivillig; volunteer; mentor name; fadder;
  flyktningguide; navn på mentor; mentornavn; mentorens navn; frivilliges navn; volunteer name;
  guide
newcomer: deltaker; deltakar; nyankommen; navn nyankommen; flyktning; mentee; borger; newcomer;
  mentee name; mentees navn; deltager; participant; navn deltaker; deltakers navn; nykomen;
  newcomer name; navn mentee; navn på deltaker; participant name; borgers navn; kandidat; elev
"""

_PAIRING = (
    _PAIR
    + """
number: koblingsnr; koblingsnummer; koplingsnummer; match nr; matchnummer; pairing number;
  pairing no;
  parnummer; pairing
scheme: ordning; mentorprogram; program; programme; scheme; type kobling; tiltak; mentorordning;
  type match;
  indsats
agreement_signed_on: avtale signert; avtale underskrevet; aftale underskrevet; agreement signed;
  mentoravtale signert; kontrakt signert
started_on: startdato; start; fra dato; oppstart; koblet dato; koblet; dato koblet; matchet den;
  matchdato; start date; matched on; started; started on; frå dato; oppstartsdato; dato for match;
  kopla dato; startet; pairing date; koblingsdato; begynte
planned_end: planlagt slutt; planlagt sluttdato; planlagd slutt; til dato; forventet slut;
  planned end; planned end date; forventet slutt; expected end; planlagt avslutning;
  forventet slutdato
ended_on: avsluttet; sluttdato; slutt; avslutta; avsluttet dato; afsluttet; afsluttet dato; slut;
  slutdato; end date; ended; ended on; closed on; avslutningsdato; dato avsluttet; closed; stoppet
end_reason: årsak; årsak til avslutning; grunn til avslutning; årsag; årsag til afslutning; reason;
  reason for ending; closing reason; hvorfor stoppede; hvorfor avsluttet; årsak til avslutting;
  sluttårsak; avslutningsårsak; end reason; why did it end; grunn
end_initiator: initiativ; hvem tok initiativ; initiativ til avslutning; ended by; avsluttet av;
  hvem avsluttet; hvem tok initiativ til avslutning; initiator; avslutta av; afsluttet af
coordinator: koordinator; ansvarlig; ansvarlig koordinator; ansvarleg; ansvarlig medarbejder;
  coordinator; responsible; match support; kontaktperson kommune; kontaktperson;
  ansvarleg koordinator;
  saksbehandler; frivilligkoordinator; case worker
notes: merknad; merknader; notat; notater; kommentar; kommentarer; notes; comments; bemærkninger;
  bemerkninger; noter; remarks
"""
)

_MEETING = (
    _PAIR
    + """
mentor: ditt navn; dit navn; your name; navnet ditt; namnet ditt
newcomer: hvem møtte du; who did you meet; kven møtte du; hvem mødte du
pairing: kobling; kobl nr; koblingsnummer; koblingsnr; kopling; koplingsnummer; match nr;
  matchnummer;
  pairing; pairing number; pairing no; nummer på kobling; match; parnummer
held_on: dato; møtedato; dato for møte; når møttes dere; når møttest de; hvornår mødtes i; mødedato;
  date; meeting date; date of meeting; when did you meet; møtt dato; dag; held on; avholdt
minutes: varighet; varigheit; varighed; antall timer; timer; minutter; minuttar; tid brukt;
  duration;
  hvor lenge; hvor lenge varte møtet; kor lenge; hvor længe; hours; minutes; how long;
  how long did you meet; timeantall; tidsbruk; varighet i minutter; antall minutter; length;
  antal timer; timar
form: møteform; mødeform; type møte; form; møtetype; hvordan møttes dere; type of meeting;
  how did you meet; meeting type; korleis møttest de; hvordan mødtes i; kontaktform; møtemåte
place: sted; møtested; hvor; hvor møttes dere; stad; place; location; where; where did you meet;
  mødested; hvor mødtes i; møtestad; kor møttest de
notes: hva gjorde dere; hva gjorde dere sammen; aktivitet; kva gjorde de; hvad lavede i;
  hvad lavede i sammen; what did you do; what did you do together; innhold; tema; merknad; notat;
  kommentar; notes; beskrivelse; referat; aktiviteter; comments; bemærkninger; description
next_on: neste møte; nytt møte; nyt møde; nytt møte avtalt; neste gang;
  når skal dere møtes neste gang; næste møde; next meeting;
  next time; when will you meet again; dato neste møte; next on; hvornår mødes i næste gang
logged_by: registrert av; logget av; logged by; ført av; utfylt av; registered by; registreret af;
  indtastet af
slip: slipp; slippnr; slippnummer; slipp nr; møteslipp; mødeseddel; seddel nr; slip; slip number
"""
)

#: Columns that mean something to the office and nothing here; `-` takes any number of them.
_NOTHING = """
-: id; nr; nummer; number; no; løpenummer; radnr; tidsstempel; tidsmerke; timestamp; starttidspunkt;
  fullføringstidspunkt; start time; completion time; starttid; sluttid; antall møter;
  number of meetings;
  medlemsnummer; member number; =innmeldt; meldt ut; medlem siden; mellomnavn; middle name; alder;
  age;
  hvor gammel er du; how old are you; sivilstand; sivilstatus; marital status; bydel; saksnr;
  saksnummer; sagsnr; antall ansatte; antal ansatte; employees; næringskode; bransje; branche;
  industry; sector; hjemmeside; nettside; website; web; kundenummer; programstart; intervjuet;
  intervju; barn; antall barn; children; grade; profession; match id; both mentor and mentee;
  samtykke til foto; samtykke til bilder; samtykke til bruk av bilde; samtykke til deling;
  samtykke til lagring av bilder; samtykke til politiattest; ønsket alder på barn;
  samtykke til nyhetsbrev; samtykke trukket; samtykke trukket tilbake; consent to photos;
  consent to share; consent withdrawn; språkkode; landkode; land; country; antall timer per uke
"""


_COMPETENCE = """
person: nummer; nr; number; person; navn; namn; name; deltaker; deltakar; deltager; participant;
  nyankommen; nykomen; newcomer; mentor; e-post; e-mail
education_field: fagområde; utdanning i; utdanning; uddannelse; utdanningsretning;
  field of education; education
experience: erfaring; arbeidserfaring; arbejdserfaring; experience;
  work experience
skills: ferdigheter; færdigheder; ferdigheiter; kompetanse; kompetence; kan; skills; competence
licences: førerkort; førarkort; kørekort; driving licences; licences;
  driving licence; driver license
certificates: sertifikater; sertifikat; certifikater; beviser; bevis; sertifikater og bevis; kurs;
  fagbrev; certificates; papers
"""


def _parsed(*texts: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        field = ""
        for line in filter(str.strip, text.splitlines()):
            rest = line
            if not line.startswith(" "):
                field, _, rest = line.partition(":")
            phrases = [phrase.strip() for phrase in rest.split(";")]
            found.setdefault(field, []).extend(phrase for phrase in phrases if phrase)
    return MappingProxyType({field: tuple(phrases) for field, phrases in found.items()})


#: Kind → field → phrases.
PHRASES: Mapping[ImportKind, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        ImportKind.ORGANISATIONS: _parsed(_ORGANISATION, _NOTHING),
        ImportKind.MENTORS: _parsed(PERSON, MENTOR, HOME, _NOTHING),
        ImportKind.NEWCOMERS: _parsed(PERSON, NEWCOMER, HOME, _NOTHING),
        ImportKind.PAIRINGS: _parsed(_PAIRING, _NOTHING),
        ImportKind.MEETINGS: _parsed(_MEETING, _NOTHING),
        ImportKind.COMPETENCES: _parsed(_COMPETENCE, _NOTHING),
    }
)

NOTHING = "-"
