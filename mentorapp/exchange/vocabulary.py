"""What offices call their columns, in bokmål, nynorsk, Danish and English.

One paragraph for each field: its name, then phrases separated by ``;``. ``headings`` compares by
words, so a question that contains a phrase is found too and inflections need none of their own. A
phrase after ``=`` must be the whole heading: "Mentor" is a name, "Hvorfor bli mentor?" is not.
"""

from collections.abc import Mapping
from types import MappingProxyType

from mentorapp.domain.imports import ImportKind

_PERSON = """
name: navn; namn; name; full name; fullt navn; fullt namn; fulde navn; display name;
  fornavn og etternavn; førenamn og etternamn; for- og etternavn; fornavn og efternavn;
  etternavn fornavn; hva heter du; kva heiter du; hvad hedder du; what is your name; navnet ditt;
  first and last name
given_name: fornavn; førenamn; first name; given name; forename
family_name: etternavn; etternamn; efternavn; last name; surname; family name; slektsnavn
preferred_name: kallenavn; ønsket navn; tiltalenavn; preferred name; nickname; kaldenavn; kallenamn
native_name: navn på eget skriftspråk; navn i eget alfabet; name in own script; native name;
  navn på morsmål; name in native script; navn på eget sprog
birth_year: fødselsår; født; fødd; født år; fødselsdato; fødselsdag; fødeår; f.dato; år født;
  når er du født; hvilket år er du født; hvornår er du født; year of birth; birth year; born;
  date of birth; dob; birthday; birth date; when were you born; fødselsdata; årgang
gender: kjønn; køn; gender; sex; =kvinne/mann; =mann/kvinne; =kvinde/mand
letter_language: brevspråk; språk i brev; ønsket språk for brev; letter language; brevsprog;
  kontaktspråk; language of letters; preferred contact language
languages: språk; sprog; hjemmespråk; heimespråk; language; languages; språkkunnskaper;
  språkkompetanse; morsmål;
  modersmål; mother tongue; first language; førstespråk; språk du snakker; hvilke språk snakker du;
  hvilke språk kan du; hvilke språk behersker du; kva språk snakkar du; hvilke sprog taler du;
  which languages do you speak; what languages do you speak; spoken languages; andre språk;
  sprogkundskaber; språkferdigheter; =snakker; =snakkar; =taler; =speaks
local_level: norsknivå; nivå norsk; danskuddannelse; danskmodul; norskferdigheter; norsknivået;
  danskniveau; danskkundskaber;
  level of norwegian; norwegian level; danish level; hvor godt snakker du norsk;
  hvor godt norsk kan du; norsktest; norskkunnskaper; norskprøve
interests: interesser; liker å holde på med; enjoy doing; fritidssysler; interesse; interests;
  hobby; hobbyer; hobbies; fritidsinteresser;
  hobbies and interests; fritid; fritidsaktiviteter; hva liker du å gjøre; kva likar du å gjere;
  hvad kan du lide at lave; hvad laver du i din fritid; what do you like to do; hobbyar;
  aktiviteter;
  what are your interests; hva gjør du på fritiden; free time
availability: tilgjengelig; hvilke dager; hvilke dage; hvilke ukedager; days and times; dag/tid;
  tid passar; tid passer; når på dagen; når kan du møte; tilgjengelighet; tilgjenge; ledig;
  ledig tid; ledige tider;
  når kan du; når passer det; når har du tid; når kan du møtes; når kan du møtast;
  når passar det; hvornår har du tid; hvornår kan du; hvornår passer det; when are you free;
  when are you available; when can you meet; availability; available; hvilke dager passer;
  dager og tidspunkt; ukedager; mulige tidspunkt; tidspunkter; dage og tidspunkter; when suits you
transport: bil; har bil; har du bil; førerkort; førerkort og bil; kørekort; car; has car;
  driving licence; transport; sertifikat; disponerer bil; førarkort; driver's license; bil ja/nei;
  framkomstmiddel; do you have a car; har du kørekort; transportmiddel
shares: kan deles med; hva kan deles; opplysninger som kan deles; may be shared; del kontaktinfo
phone: telefon; telefonnummer; tlf; tlf.nr; telefonnr; mobil; mobilnummer; mobiltelefon; mobilnr;
  mob; mob.nr; phone; phone number; mobile; mobile number; telephone; tel; cell phone; cell;
  telefon mobil; mobil telefon; direkte tlf; kontaktnummer; hva er telefonnummeret ditt;
  kva er mobilnummeret ditt; nummeret ditt
email: e-mail adresse; e-post adresse; e-post; epost; e-postadresse; epostadresse; mail; e-mail;
  email; mailadresse; e-mailadresse;
  email address; epost privat; arbeidsmail; har du e-post; din e-mail; what is your email;
  arbejdsmail
address: adresse; adr; vejnavn og husnr; gateadresse; bostedsadresse; bustadadresse; address;
  street; street address;
  vei; gate; vejnavn; postadresse; hjemmeadresse; hvor bor du; kor bur du; home address;
  where do you live; gate/vei; besøksadresse; vejnavn og nummer
postal_code: postnummer; postnr; post nr; postkode; postcode; post code; zip; zip code; postal code;
  postnr og sted; postnummer og sted; postnr/by; postnummer og by; postnummer/sted; zipcode;
  postnr og poststed; postnummer og poststed
place: poststed; sted; by; stad; poststad; city; town; bosted; bynavn; stedsnavn; bustad; tettsted;
  place of residence
protection: adressesperre; adressebeskyttelse; skjermet adresse; hemmelig adresse; kode 6/7;
  kode 6 7; kode 6; kode 7; sperret adresse; navne- og adressebeskyttelse; beskyttet adresse;
  address protection;
  protected address; gradering; fortrolig adresse; adressegradering; skjerming; adressesperring;
  strengt fortrolig
notes: merknad; merknader; notat; notater; kommentar; kommentarer; notes; comments; comment;
  bemerkning; bemerkninger; bemærkninger; bemærkning; noter; remarks; annet; anna; andet; diverse;
  noe annet vi bør vite; andre opplysninger; other information; tilleggsinformasjon; øvrige noter;
  anything else
schemes: ordning; ordninger; program; programme; scheme; tiltak; type mentor; ønsket ordning;
  tilbud; indsats; mentorordning; schemes; aktivitetstype; hvilken ordning
wish_gender: ønsket kjønn; matchet med en mand eller kvinde; foretrekker mann eller kvinne;
  foretrækker mand eller kvinde; ønsker kjønn; ønsket kjønn på mentor; ønsket kjønn på deltaker;
  ønsker mentor av samme kjønn; mentor av samme kjønn; kvinnelig eller mannlig mentor;
  mentor for kvinne eller mann; mandlig eller kvindelig mentor; preferred gender;
  prefer to meet a man or a woman; gender preference; ønske om kjønn; ønsket køn; kjønnsønske;
  kvinne eller mann; man or woman
wish_age_bands: ønsket alder; aldersønske; ønsket aldersgruppe; preferred age; age preference;
  ønsket alder på mentor; ønsket alder på deltaker; alder på mentor
max_distance_km: reiseavstand; maks avstand; maksimal avstand; ønsket reiseavstand; hvor langt;
  hvor langt kan du reise; kor langt kan du reise; hvor langt vil du køre; how far can you travel;
  how far are you willing to travel; maximum distance; max distance; travel distance; maks km;
  reisevei; avstand; afstand; distance; hvor langt kan du kjøre
status: status; tilstand; state
registered_on: registrert; reg.dato; regdato; innmeldt dato; indmeldt; registrert dato;
  dato registrert;
  registreringsdato; registered on;
  date registered; registered; oprettet; dato for henvisning; henvist dato; dato meldt inn;
  meldt inn;
  søkt dato; søknadsdato; dato søknad; waiting since; venter siden; ventet siden; oprettelsesdato;
  registration date; mottatt dato; dato mottatt; påmeldt dato; henvisningsdato; venta sidan
"""

_MENTOR = """
name: =mentor; navn på mentor; mentors navn; mentornavn; =frivillig; navn på frivillig;
  frivilliges navn; =volunteer; volunteer name; mentor name; =fadder; =flyktningguide
organisation: organisasjon; bedrift; virksomhet; verksemd; firma; arbeidsgiver; arbeidsgjevar;
  arbejdsgiver; forening; lag; lag/forening; organisation; organization; company; employer;
  virksomhed; arbeidsplass; arbejdsplads; tilhørighet; organisasjon/forening; workplace
occupation: yrke; stilling; fag; jobb; arbeider du med; baggrund fag; occupation; job title;
  jobtitel; profesjon; hva jobber du med;
  hvad arbejder du med; what do you work with; yrke/utdanning; stillingstittel;
  stilling og arbeidssted;
  stilling og arbejdsplads; job; arbeid; kva jobbar du med; what is your job; tittel; titel
capacity: kapasitet; antall; maks antall; antall mentees; hvor mange; antall deltakere; capacity;
  hvor mange mentees kan du have; hvor mange kan du følge opp; max mentees; number of mentees;
  maks antall deltakere; kor mange; how many people; kapacitet; antal mentees
motivation: motivasjon; hva motiverer deg; hvad får dig til at melde dig; hvad motiverer dig;
  motivation; hvorfor vil du bli mentor; hvorfor ønsker du å bli mentor;
  kvifor vil du bli mentor; hvorfor vil du være mentor; why do you want to be a mentor; begrunnelse;
  hvorfor; kvifor; biography; biografi; about me; om meg; bakgrunn for ønsket; presentasjon
certificate_seen_on: politiattest; politiattest dato; politiattest sett; politiattest fremvist;
  politiattest vist; børneattest; børneattest indhentet; straffeattest; attest sett; attest dato;
  police check; police certificate; police certificate seen; police check seen; background check;
  politiattest levert; dbs check; politiattest mottatt; barneattest
certificate_valid_to: attest gyldig til; politiattest gyldig til; attest utløper;
  certificate valid to;
  politiattest utløper; ny politiattest innen; certificate expires; børneattest udløber; gyldig til
certificate_seen_by: politiattest sett av; attest sett av; certificate seen by; attest set af
confidentiality_signed_on: taushetserklæring; taushetsløfte; taushetserklæring signert; teieplikt;
  taushetsplikt; tavshedserklæring; tavshedspligt; tavshedserklæring underskrevet;
  confidentiality; confidentiality agreement; confidentiality signed; teieerklæring; nda
training_done_on: kurs; kurs gjennomført; opplæring; mentorkurs; training; training done; kursus;
  opplæring gjennomført; course completed; kurs tatt; gjennomført kurs; introkurs; kursus gennemført
"""

_NEWCOMER = """
name: =deltaker; =deltakar; =deltager; navn nyankommen; =nyankommen; =nykomen; =mentee;
  =participant;
  participant name; navn på deltaker; =flyktning; flyktningens navn; =borger; borgers navn;
  =newcomer;
  mentee name; navn på flyktning; =nytilflyttet; =innflytter; =kandidat
goal: mål; hjelpe deg med; hjælpe dig med; help you with; personlig mål; målsetting; goal; goals;
  formål; hva ønsker du hjelp til;
  kva ønskjer du hjelp til; hvad ønsker du hjælp til; what do you want help with; ønsker hjelp til;
  ønske; ønsker; behov; what are your goals; hva ønsker du å oppnå; biography; formålet; about me
education: utdanning; utd; education completed; utdannelse; uddannelse; education;
  hvilken utdanning har du; utdanningsnivå;
  høyeste utdanning; skolegang; kva utdanning har du; highest education; uddannelsesniveau
earlier_occupation: yrkesbakgrunn; tidl arbeid; tidl yrke; tidligere beskæftigelse;
  job before; work before; jobb før; tidligere yrke; tidligere arbeid; arbeidserfaring; yrke før;
  yrke; yrke i hjemlandet; tidligere stilling; hva jobbet du med før; hva har du jobbet med;
  hvad har du arbejdet med tidligere; what did you work with before; previous occupation;
  earlier occupation; job title; previous job; work experience; erhvervserfaring; arbeidsbakgrunn;
  tidligere job; former occupation; kva har du jobba med; yrkeserfaring; tidligere erhverv
wished_occupation: ønsket yrke; jobbe som; arbejde som; drømmer om å jobbe med; job in the future;
  ønsket jobb; ønsket job; yrkesønske; jobbønske; ønsket arbeid;
  hva vil du jobbe med; hvad vil du gerne arbejde med; what would you like to work with;
  desired occupation; wished occupation; desired job; drømmejobb; kva vil du jobbe med; jobønske;
  ønsket bransje; ønska yrke; ønska jobb
needs_interpreter: tolk; tolkebehov; behov for tolk; trenger tolk; treng tolk; needs interpreter;
  interpreter needed; interpreter; do you need an interpreter; tolk nødvendig; brug for tolk
interpreter_language: tolkespråk; språk for tolk; interpreter language; tolkesprog; tolk språk
household: husstand; husholdning; hushald; hushold; household; husstandens navn;
  navn på husstand; household name; name of the household;
  familiens navn
child_bands: barnas alder; alder på barn; alder på barna; alder barn; barns alder; barnas aldre;
  barna sin alder; alder på borna; borna sin alder; børnenes alder; alder på børn; børns alder;
  children's ages; ages of children; age of children; children ages; ages of your children;
  hvor gamle er barna; hvor gamle er børnene; how old are your children; barnas fødselsår
childcare_needed: barnepass; barn som trenger pass; barn pass; barnepass nødvendig;
  behov for barnepass; childcare; childcare needed;
  trenger barnepass; børnepasning; do you need childcare; barnepass behov; behov for børnepasning
referred_by: henvist fra; henvist av; henvist af; referred by; henvisende instans; tilvist frå;
  meldt inn av; hvem henviste; henvisning fra; referral; tilvist av; innmeldt av; henvisende enhed
contact_person: kontaktperson; ansvarlig i nav; ansvarlig; ansvarlig saksbehandler; saksbehandler;
  sagsbehandler; programrådgiver; flyktningkonsulent;
  case worker; kontaktperson nav; contact person; veileder; sakshandsamar; rådgiver; kontakt;
  caseworker; kontaktperson kommune; veileder nav; integrationskonsulent; programveileder
"""

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
  samtykke; samtykke gitt; consent; språkkode; landkode; land; country; antall timer per uke
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
        ImportKind.MENTORS: _parsed(_PERSON, _MENTOR, _NOTHING),
        ImportKind.NEWCOMERS: _parsed(_PERSON, _NEWCOMER, _NOTHING),
        ImportKind.PAIRINGS: _parsed(_PAIRING, _NOTHING),
        ImportKind.MEETINGS: _parsed(_MEETING, _NOTHING),
    }
)

NOTHING = "-"
