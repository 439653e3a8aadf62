"""What offices call the columns of mentors and newcomers, in the notation of ``vocabulary``.

A bare "Samtykke" is the consent to being kept in the register. Consents are given purpose by
purpose, so one to photos or to sharing a number must not be read as that: the short phrases must be
the whole heading, and the longer ones name the keeping.
"""

PERSON = """
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
travels: =kan reise; =kan du reise; =kan reise ja/nei; =kan reise til den andre; =reiser gjerne;
  villig til å reise; er du villig til å reise; reisevillig; vil reise til den andre;
  kan reise til mentor; kan reise til deltaker; kan komme til den andre; =kan rejse; =kan du rejse;
  villig til at rejse; er du villig til at rejse; =can travel; =can you travel;
  =able to travel; =are you able to travel; willing to travel; are you willing to travel
life_situation: livssituasjon; livssituasjonen; hva er din livssituasjon; livssituation;
  life situation; nåværende situasjon; noverande situasjon; nuværende situation; current situation;
  arbeidssituasjon; arbejdssituation; jobbsituasjon; work situation; arbeidsstatus; jobbstatus;
  employment status; student eller i jobb; i jobb eller student; studerer du eller jobber du;
  jobber eller studerer du; studerer eller jobber; arbejder eller studerer du; hovedaktivitet;
  do you work or study; working or studying; student or employed
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
consent: =samtykke; =samtykke gitt; =samtykke gjeve; =samtykke givet; =har gitt samtykke;
  =har du gitt samtykke; =har givet samtykke; =gitt samtykke; =givet samtykke; =samtykker;
  =samtykke ja/nei; =samtykke signert; =samtykke underskrevet; =samtykke mottatt;
  =samtykke innhentet; =samtykkeerklæring; =samtykkeerklæring signert; =samtykkeskjema;
  =gdpr; =gdpr samtykke; =samtykke gdpr; =gdpr consent; =consent gdpr; =personvernsamtykke;
  =samtykke personvern; =consent; =consent given; =has given consent; =consent form;
  =consent yes/no; =consent signed; =consent received; =consent obtained;
  samtykke til registrering; samtykke til å bli registrert; samtykke til lagring;
  samtykker lagrer opplysninger; samtykke opplysninger lagres; samtykke lagring opplysninger;
  samtykker registrerer opplysninger; samtykke opplysninger registreres;
  samtykke opplysninger registrert; samtykke opplysninger lagret;
  samtykke registrering opplysninger; samtykke behandling opplysninger;
  samtykke behandling personopplysninger; samtykke behandling personoplysninger;
  samtykke oplysninger gemmes; samtykker gemmer oplysninger; samtykke opbevaring oplysninger;
  consent to registration; consent to be registered; consent store data; consent storing data;
  consent to data processing; consent processing personal data; consent keep data
consent_given_on: =samtykke dato; =samtykkedato; =dato samtykke; =dato for samtykke;
  =samtykke gitt dato; =samtykke gitt den; =samtykke den; =samtykke signert dato; =når samtykket;
  =samtykke dato gitt; =dato for samtykkeerklæring; =samtykke fra dato; =samtykke givet den;
  =samtykke givet dato; =consent date; =date of consent; =consent given on; =consent signed on;
  =date consent given; =consent given date; =gdpr dato; =gdpr date; samtykke til registrering dato;
  dato for samtykke til registrering; date of consent to registration
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
  reisevei; avstand; afstand; distance; hvor langt kan du kjøre; hvor langt vil du reise;
  hvor langt er du villig til å reise; kor langt er du villig til å reise;
  hvor langt er du villig til at rejse; hvor langt kan du rejse
status: status; tilstand; state
registered_on: registrert; reg.dato; regdato; innmeldt dato; indmeldt; registrert dato;
  dato registrert;
  registreringsdato; registered on;
  date registered; registered; oprettet; dato for henvisning; henvist dato; dato meldt inn;
  meldt inn;
  søkt dato; søknadsdato; dato søknad; waiting since; venter siden; ventet siden; oprettelsesdato;
  registration date; mottatt dato; dato mottatt; påmeldt dato; henvisningsdato; venta sidan
"""

MENTOR = """
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

NEWCOMER = """
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
residence_basis: kom som; målgruppe; kom hit som; kom til norge som; kom til danmark som;
  hvorfor kom du hit; hvorfor kom personen; why the person came; why did you come; came as;
  target group; målgruppa; kvifor kom du hit; hvorfor kom du til kommunen; grunn til flytting
arrived_year: ankomstår; ankomst år; år for ankomst; ankomst; ankomstdato; kom år; kom i år;
  år for bosetting; bosettingsår; bosatt år; bosettingsdato; bosatt dato; bosatt; ankomståret;
  year of arrival; arrival year; arrived year; arrived; date of arrival; ankom; ankom år;
  kom til norge; kom til danmark; når kom du til norge; hvornår kom du til danmark;
  når kom du hit; when did you arrive; when did you come
needs_interpreter: tolk; tolkebehov; behov for tolk; trenger tolk; treng tolk; needs interpreter;
  interpreter needed; interpreter; do you need an interpreter; tolk nødvendig; brug for tolk
interpreter_language: tolkespråk; språk for tolk; interpreter language; tolkesprog; tolk språk
employer: =arbeidsgiver; =arbeidsgjevar; =arbejdsgiver; =employer; =navn på arbeidsgiver;
  =arbeidsgivers navn; =arbejdsgivers navn; =employer name; =name of employer; =arbeidsgiver nå;
  =arbeidssted; =arbejdssted; =arbeidsplass; =arbejdsplads; =workplace; =arbeidsplassen;
  nåværende arbeidsgiver; nåverande arbeidsgjevar; nuværende arbejdsgiver; current employer;
  present employer; nåværende arbeidsplass; nuværende arbejdsplads; current workplace
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

#: Who lives with whom, told of mentors and newcomers alike.
HOME = """
household: husstand; husholdning; hushald; hushold; household; husstandens navn;
  navn på husstand; household name; name of the household;
  familiens navn
child_bands: barnas alder; alder på barn; alder på barna; alder barn; barns alder; barnas aldre;
  barna sin alder; alder på borna; borna sin alder; børnenes alder; alder på børn; børns alder;
  children's ages; ages of children; age of children; children ages; ages of your children;
  hvor gamle er barna; hvor gamle er børnene; how old are your children; barnas fødselsår
"""
