"""Words the example office is made of: invented names, ordinary sentences.

Names are common first names with surnames of their region, put together by chance: no real person
is meant. The native-script forms stand beside the Latin ones.
"""

from typing import Final

#: code, post town: where mentors and newcomers live; more often named, more people.
HOMES: Final = (
    "8003 Bodø|8006 Bodø|8009 Bodø|8011 Bodø|8013 Bodø|8020 Bodø|8022 Bodø|8028 Bodø|8041 Bodø|"
    "8050 Tverlandet|8056 Saltstraumen|8200 Fauske|8209 Fauske|8211 Fauske|8218 Fauske|"
    "8215 Valnesfjord|8226 Straumen|8250 Rognan|8250 Rognan|8255 Røkland|8140 Inndyr|"
    "8110 Moldjord|8150 Ørnes|8150 Ørnes|8160 Glomfjord|8283 Leinesfjord|8260 Innhavet|"
    "8294 Hamarøy|8270 Drag|8264 Engan"
).split("|")
STREETS: Final = (
    "Rognebærveien|Nordlysveien|Fjæreveien|Tindveien|Kaigata|Prestegårdsveien|Multeveien|"
    "Skolebakken|Havnegata|Lyngstien|Steinalderveien|Bjørkelia|Elveveien|Sjøgata|Kveldssolveien"
).split("|")

MENTOR_WOMEN: Final = (
    "Anne Grethe|Berit|Turid|Hilde|Marit|Ingunn|Solveig|Kari Anne|Silje|Ragnhild|Ellen|Camilla|"
    "Torill|Guro|Astrid|Maja|Benedicte|Sigrid|Wenche|Helene|Jorunn|Kristine|Mona|Vigdis|Eline|"
    "Synnøve|Line|Randi"
).split("|")
MENTOR_MEN: Final = (
    "Odd Arne|Terje|Trond|Geir|Svein|Kjell|Håvard|Roger|Stian|Frode|Jan Erik|Øystein|Magnus|"
    "Eirik|Arnt|Tor Inge|Knut|Steinar|Sondre|Leif|Ørjan|Viggo|Andreas"
).split("|")
MENTOR_SURNAMES: Final = (
    "Bekkelund|Sandhaug|Strandmo|Kvalnesset|Lillebø|Rognli|Storhaugen|Nygårdshaug|Fjellstuen|"
    "Myrbakk|Havnås|Brattli|Skogmo|Vollan|Engmo|Sørgård|Nordbakken|Løkåsen|Tverrli|Hestvika|"
    "Åsbakk|Granmo|Solbakkmo|Lyngmo|Breivoll|Selnesaune|Kjerrvik|Moenget|Stormyr|Fagerlimo"
).split("|")
#: Mentors who once were newcomers: first name, surname, gender, language.
SETTLED_MENTORS: Final = (
    ("Amira", "Haddad Lund", "Kvinne", "arabisk"),
    ("Yonas", "Kidanu", "Mann", "tigrinja"),
    ("Halyna", "Boyko", "Kvinne", "ukrainsk (morsmål), russisk C1"),
    ("Fartun", "Warsame", "Kvinne", "somali"),
    ("Navid", "Karimi", "Mann", "dari (morsmål), persisk C1"),
    ("Agnieszka", "Wrona", "Kvinne", "polsk"),
    ("Selam", "Tewolde", "Kvinne", "tigrinja (morsmål), amharisk B2"),
    ("Mahmoud", "Saleh", "Mann", "arabisk (morsmål), kurmanji B2"),
    ("Esperance", "Niyonzima", "Kvinne", "swahili (morsmål), fransk B2"),
)

#: language of the home: women, men, surnames; each "Latin=native" (no "=": Latin only).
ORIGINS: Final = {
    "ukrainsk": (
        (
            "Oksana=Оксана|Iryna=Ірина|Nataliia=Наталія|Olena=Олена|Yuliia=Юлія|Tetiana=Тетяна|"
            "Svitlana=Світлана|Kateryna=Катерина|Viktoriia=Вікторія|Larysa=Лариса|Daryna=Дарина"
        ),
        "Andrii=Андрій|Serhii=Сергій|Dmytro=Дмитро|Mykola=Микола|Taras=Тарас|Bohdan=Богдан",
        (
            "Kovalchuk=Ковальчук|Melnyk=Мельник|Shevchuk=Шевчук|Tkachenko=Ткаченко|Bondar=Бондар|"
            "Hrytsenko=Гриценко|Lysenko=Лисенко|Moroz=Мороз|Savchuk=Савчук|Pavlenko=Павленко|"
            "Klymenko=Клименко|Romaniuk=Романюк|Kravets=Кравець|Vdovenko=Вдовенко|Humeniuk=Гуменюк|"
            "Zinchenko=Зінченко|Hnatiuk=Гнатюк"
        ),
    ),
    "arabisk": (
        "Rania=رانيا|Nour=نور|Hiba=هبة|Samar=سمر|Maryam=مريم|Lina=لينا",
        "Ahmad=أحمد|Khaled=خالد|Omar=عمر|Yousef=يوسف|Bassel=باسل|Tarek=طارق",
        (
            "Al-Hariri=الحريري|Darwish=درويش|Khalil=خليل|Mansour=منصور|Othman=عثمان|Qasem=قاسم|"
            "Zidan=زيدان|Shami=شامي|Fares=فارس|Najjar=نجار"
        ),
    ),
    "tigrinja": (
        "Selamawit=ሰላማዊት|Rahwa=ራህዋ|Feven=ፌቨን|Luwam=ልዋም|Abrehet=ኣብረኸት",
        "Filmon=ፊልሞን|Samuel=ሳሙኤል|Tesfay=ተስፋይ|Merhawi=መርሃዊ",
        (
            "Gebremedhin=ገብረመድህን|Habtemariam=ሃብተማርያም|Weldemichael=ወልደሚካኤል|Tekle=ተክለ|"
            "Asgedom=ኣስገዶም|Haile=ሃይለ|Mebrahtu=መብራህቱ|Kahsay=ካሕሳይ"
        ),
    ),
    "dari": (
        "Zahra=زهرا|Fereshta=فرشته|Masouma=معصومه|Shukria=شکریه",
        "Reza=رضا|Hamid=حمید|Mustafa=مصطفی|Sohrab=سهراب",
        "Ahmadi=احمدی|Rahimi=رحیمی|Hosseini=حسینی|Nazari=نظری|Sharifi=شریفی|Yaqubi=یعقوبی",
    ),
    "somali": (
        "Hodan|Ifrah|Sahra|Naima",
        "Abdirahman|Liban|Mahad",
        "Farah|Jama|Hassan Ali|Aden|Guled",
    ),
    "swahili": (
        "Furaha|Neema|Solange|Aline",
        "Patrick|Emmanuel|Pascal",
        "Mugisha|Bahati|Ndayisenga|Kabura|Rukundo",
    ),
    "kurmanji": ("Berfin|Rojda", "Azad|Serhat", "Demir|Aslan|Osman"),
    "spansk": ("Daniela|Paola|Marisol", "Andrés|Luis Carlos", "Rojas Peña|Quintero|Salcedo|Arango"),
    "tyrkisk": ("Elif|Zeynep", "Emre", "Yıldırım|Kaya"),
}
#: What is spoken beside the mother tongue.
SECOND_LANGUAGES: Final = {
    "ukrainsk": (
        "russisk C1",
        "russisk flytende, engelsk B1",
        "russisk C1, litt engelsk",
        "polsk A2",
    ),
    "arabisk": ("engelsk B1", "litt engelsk", "", "engelsk B2, fransk A2"),
    "tigrinja": ("litt engelsk", "amharisk B1", "", "arabisk A2, engelsk A2"),
    "dari": ("persisk C1", "pashto B1", "", "persisk C1, litt engelsk"),
    "somali": ("litt engelsk", "", "swahili B1", "arabisk A2"),
    "swahili": ("fransk B2", "kirundi C1, fransk B1", "engelsk A2", ""),
    "kurmanji": ("tyrkisk C1", "arabisk B2, engelsk A2"),
    "spansk": ("engelsk B1", "litt engelsk"),
    "tyrkisk": ("engelsk B1", "engelsk B2"),
}

INTERESTS: Final = (
    "turer i fjellet|fiske|matlaging|strikking|fotball|lese bøker|hage|trening|svømming|ski|"
    "fotografering|musikk|sy|sykling|baking|film|brettspill|dans|bærplukking|snekring|historie|"
    "data|volleyball|mekke|reiser|språk|barneaktiviteter|sjakk|maling og tegning|kor|båtliv|hund"
).split("|")
TIMES: Final = (
    "tirsdag kveld, onsdag ettermiddag|kvelder og helg|hverdager etter 16|torsdag kveld|"
    "mandag kveld, torsdag kveld|lørdag formiddag|helg|onsdag kveld, søndag ettermiddag|"
    "mandag og onsdag kveld|hverdager på dagtid|tirsdag og torsdag ettermiddag|fleksibel|"
    "mandag kveld, onsdag kveld og lørdag formiddag|fredag ettermiddag, søndag|hverdager 10-14"
).split("|")

MENTOR_JOBS: Final = (
    "sykepleier|lærer|elektriker|regnskapsfører|tømrer|kokk|ingeniør|butikkmedarbeider|sjåfør|"
    "helsefagarbeider|barnehagelærer|saksbehandler|bibliotekar|daglig leder|sveiser|vernepleier|"
    "røkter|systemutvikler|renholder|journalist|frisør|vaktmester|bonde|fysioterapeut"
).split("|")
#: What somebody may be at a place of work; at an association one may be anything.
EMPLOYERS_JOBS: Final = {
    "Havblikk Eiendom AS": "vaktmester|renholder|regnskapsfører",
    "Fjordvik Sykehjem": "sykepleier|helsefagarbeider|vernepleier|kokk",
    "Salten Stål og Sveis AS": "sveiser|daglig leder|industrimekaniker",
    "Blåskjell Kafé og Catering AS": "kokk|servitør|daglig leder",
    "Meløy Havbruk AS": "røkter|ingeniør",
    "Fjordvik videregående skole": "lærer|bibliotekar|lektor",
    "Kyst og Fjell Transport AS": "sjåfør|lagermedarbeider",
    "Steigen Bygg og Tømrer AS": "tømrer|maler",
}
MOTIVATIONS: Final = (
    "Jeg flyttet selv hit uten å kjenne noen og vet hva det betyr at noen ringer på.",
    "Har god tid etter at barna flyttet ut, og vil gjerne gjøre noe nyttig.",
    "Vi trenger flere i faget, og jeg deler gjerne det jeg kan.",
    "Liker å være ute og tar gjerne med meg noen som ikke har vært på fjellet før.",
    "Arbeidsgiveren min er med i ordningen, og kollegaer har snakket varmt om det.",
    "Vil bli bedre kjent med de nye i bygda.",
    "Har vært leksehjelper i mange år og vil prøve noe nytt.",
    "Jeg fikk selv en mentor da jeg kom til Norge, og vil gi det videre.",
    "",
)
#: Occupation, and the education that goes with it.
NEWCOMER_JOBS: Final = (
    "sykepleier:bachelorgrad|lærer:universitet|elektriker:fagbrev|regnskapsfører:bachelorgrad|"
    "kokk:yrkesfag|sjåfør:videregående skole|kranfører:fagbrev|frisør:yrkesfag|skredder:grunnskole|"
    "bonde:grunnskole|butikkmedarbeider:videregående skole|ingeniør:mastergrad|"
    "farmasøyt:mastergrad|programmerer:bachelorgrad|sveiser:fagbrev|bilmekaniker:yrkesfag|"
    "baker:yrkesfag|renholder:grunnskole|snekker:videregående skole|"
    "barnehageassistent:videregående skole|jurist:mastergrad|:ingen|:videregående skole"
).split("|")
WISHED_JOBS: Final = (
    "helsefagarbeider|lærer|elektriker|kokk|bussjåfør|renholder|butikkmedarbeider|sykepleier|"
    "lagermedarbeider|barnehageassistent|regnskapsmedarbeider|bilmekaniker|tømrer|kontormedarbeider|"
    "vet ikke ennå|fiskeindustri|IT"
).split("|")
GOALS: Final = (
    "Snakke norsk med noen utenom kurset",
    "Få godkjent utdanningen og finne arbeid i faget",
    "Bli kjent med folk på min egen alder",
    "Ta førerkort i løpet av året",
    "Øve til norskprøven B1",
    "Skrive en god jobbsøknad og øve på intervju",
    "Komme ut i naturen",
    "Få praksisplass i butikk eller barnehage",
)
PARENTS_GOALS: Final = (
    "Forstå hvordan skole og foreldremøter fungerer",
    "Finne en fritidsaktivitet for barna",
)
REFERRERS: Final = (
    "Flyktningtjenesten|NAV Fjordvik|Voksenopplæringen|Helsestasjonen|Frivilligsentralen|"
    "Meldte seg selv"
).split("|")
CASE_WORKERS: Final = "Mona Elvestrand|Jon Ivar Stensund|Trude Kvitberg".split("|")
COORDINATORS: Final = "Hege Solvang|Morten Aasvik".split("|")

#: What was done, and where ("" is at home or under way).
MEETING_NOTES: Final = {
    "Arbeidsmentor": (
        "Gikk gjennom CV og skrev om to avsnitt@biblioteket|"
        "Øvde på jobbintervju@Frivilligsentralen|"
        "Besøkte arbeidsplassen min@arbeidsplassen|Leste en stillingsannonse sammen@Kafé Havblikk|"
        "Snakket om arbeidsliv, pauser og fravær@arbeidsplassen|"
        "Ringte en arbeidsgiver om praksisplass@Frivilligsentralen|"
        "Skrev søknad om sommerjobb@biblioteket|Øvde på fagord@Kafé Havblikk|"
        "Så på hvordan utdanning fra utlandet blir godkjent@biblioteket|"
        "La plan for neste måned@Kafé Havblikk"
    ).split("|"),
    "Fadder": (
        "Gikk tur til gapahuken og grillet pølser@på tur|Bakte boller med barna@hjemme hos mentor|"
        "Spiste middag sammen@hjemme hos mentor|Var på biblioteket og lånte bøker@biblioteket|"
        "Fisket fra kaia, fikk to sei@kaia|Så på fotballkamp@idrettshallen|"
        "Hjalp til med et brev fra skolen@Kafé Havblikk|Var på bruktbutikken@bruktbutikken|"
        "Strikket og pratet@Frivilligsentralen|Plukket blåbær@på tur|"
        "Var med på dugnad i borettslaget@|Svømte og badet badstue@svømmehallen|"
        "Spilte brettspill@Frivilligsentralen|Drakk kaffe og pratet om hverdagen@Kafé Havblikk"
    ).split("|"),
    "Språkpraksis": (
        "Leste avisa høyt og snakket om den@biblioteket|Øvde på uttale av kj og skj@biblioteket|"
        "Var på språkkafé@Frivilligsentralen|Handlet mat og sa navnet på alt@butikken|"
        "Øvde på å bestille time på telefon@voksenopplæringen|"
        "Gikk gjennom lekser@voksenopplæringen|"
        "Snakket om helga i fortid@Kafé Havblikk|Øvde til muntlig prøve@voksenopplæringen|"
        "Hørte på radio sammen@Frivilligsentralen|Lagde handleliste@Kafé Havblikk"
    ).split("|"),
    "Øvelseskjøring": (
        "Kjørte til Fauske og tilbake@bilen|Øvde på rundkjøringer@bilen|"
        "Parkering ved butikken@bilen|Mørkekjøring@bilen|Landevei og fartstilpasning@bilen|"
        "Øvde på motbakkestart@bilen|Teori i bilen@bilen|Kjørte på glatt føre@bilen"
    ).split("|"),
}
ATTEMPTS: Final = ("Ingen svarte", "Glemte avtalen", "Måtte avlyse", "Kom ikke, ringte etterpå")
#: Notes that only fit some months.
SEASONS: Final = {
    "Plukket blåbær": (8, 9),
    "Fisket fra kaia, fikk to sei": (5, 6, 7, 8, 9),
    "Gikk tur til gapahuken og grillet pølser": (5, 6, 7, 8, 9, 10),
    "Var med på dugnad i borettslaget": (4, 5, 9),
    "Skrev søknad om sommerjobb": (2, 3, 4, 5),
    "Mørkekjøring": (10, 11, 12, 1, 2),
    "Kjørte på glatt føre": (11, 12, 1, 2, 3),
}
