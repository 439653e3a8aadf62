"""Names of places as a Nordic reader writes them, from the partly English ones of the source."""

from typing import Final

_DANISH_MUNICIPALITIES: Final = {
    "101": "København",
    "173": "Lyngby-Taarbæk",
    "813": "Frederikshavn",
    "820": "Vesthimmerlands",
    "825": "Læsø",
    "851": "Aalborg",
}
_MUNICIPALITIES: Final = {
    "Deatnu Tana": "Tana",
    "Guovdageaidnu Kautokeino": "Kautokeino",
    "Gáivuotna Kåfjord": "Kåfjord",
    "Karasjohka Karasjok": "Karasjok",
    "Porsanger Porsángu Porsanki": "Porsanger",
    "Unjargga Nesseby": "Nesseby",
    "Enontekis": "Enontekiö",
}
_FAROESE: Final = dict(
    pair.split(":")
    for pair in (
        "Velbastadur:Velbastaður|Sydradalur, Streymoy:Syðradalur|Sydradalur, Kalsoy:Syðradalur|"
        "Nordradalur:Norðradalur|Stykkid:Stykkið|Kvivik:Kvívík|Midvágur:Miðvágur|"
        "Kollafjørdur:Kollafjørður|Haldarsvik:Haldarsvík|Tjørnuvik:Tjørnuvík|Nordskáli:Norðskáli|"
        "Svináir:Svínáir|Eidi:Eiði|Funningsfjørdur:Funningsfjørður|Elduvik:Elduvík|"
        "Skálafjørdur:Skálafjørður|Selatrad:Selatrað|Nordragøta:Norðragøta|Sydrugøta:Syðrugøta|"
        "Leirvik:Leirvík|Fuglafjørdur:Fuglafjørður|Runavik:Runavík|Lambareidi:Lambareiði|"
        "Rituvik:Rituvík|Gøtueidi:Gøtueiði|Oyndarfjørdur:Oyndarfjørður|Klaksvik:Klaksvík|"
        "Nordoyri:Norðoyri|Árnafjørdur:Árnafjørður|Norddepil:Norðdepil|Nordtoftir:Norðtoftir|"
        "Vidareidi:Viðareiði|Svinoy:Svínoy|Hattarvik:Hattarvík|Frodba:Froðba|Sandvik:Sandvík|"
        "Vikarbyrgi:Víkarbyrgi|Nes, Eysturoy:Nes|Nes, Vágur:Nes|Nesvik:Nesvík"
    ).split("|")
)
_SMALL_WORDS: Final = ("I", "På", "Ved", "Og")


def place_name(country: str, name: str) -> str:
    """The post town: "Mo I Rana" -> "Mo i Rana", "KALMAR" -> "Kalmar", "Midvágur" -> "Miðvágur"."""
    if country == "FO":
        return _FAROESE.get(name, name)
    if country == "SE" and (name.isupper() or name[:1].islower()):
        return name.capitalize()
    if country == "NO":
        return _lower_small_words(name)
    return name


def municipality_name(country: str, code: str, name: str) -> str:
    """The municipality without the word for it: "Høje-Taastrup Kommune" -> "Høje-Taastrup"."""
    if country == "DK":
        bare = name.removesuffix(" Kommune").removesuffix(" Municipality")
        bare = bare.removesuffix(" municipality")
        return _DANISH_MUNICIPALITIES.get(code, bare)
    named = _MUNICIPALITIES.get(name, name)
    return _lower_small_words(named) if country == "NO" else named


def municipality_code(country: str, code: str) -> str:
    """Danish codes with four digits, as Danish authorities write them; others as they are."""
    return code.zfill(4) if country == "DK" and code else code


def _lower_small_words(name: str) -> str:
    first, *rest = name.split(" ")
    return " ".join([first, *(word.lower() if word in _SMALL_WORDS else word for word in rest)])
