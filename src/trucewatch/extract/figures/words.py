"""Words around figures: bounds, units, what is counted, and where a number is none."""

from __future__ import annotations

from typing import Final

from trucewatch.core.reading import Bound
from trucewatch.extract.lexicons import words

BOUNDS: Final[dict[tuple[str, ...], Bound]] = {
    **dict.fromkeys(
        [
            ("about",), ("around",), ("approximately",), ("approx",), ("roughly",), ("some",),
            ("circa",), ("~",), ("≈",), ("∼",), ("an", "estimated"), ("estimated",), ("perhaps",),
            ("averaged",), ("averaging",), ("barely",),
        ],
        "about",
    ),
    **dict.fromkeys(
        [
            ("almost",), ("nearly",), ("close", "to"), ("virtually",), ("just", "shy", "of"),
            ("shy", "of"), ("approaching",), ("well", "nigh"),
        ],
        "almost",
    ),
    **dict.fromkeys(
        [
            ("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"),
            ("not", "less", "than"), ("not", "fewer", "than"), ("a", "minimum", "of"),
            ("minimum", "of"), ("minimum",), ("≥",),
        ],
        "at_least",
    ),
    **dict.fromkeys(
        [
            ("more", "than"), ("over",), ("above",), ("upwards", "of"), ("upward", "of"),
            ("in", "excess", "of"), ("exceeding",), ("exceeded",), ("exceeds",), ("well", "over"),
            ("just", "over"), ("greater", "than"), ("higher", "than"), ("longer", "than"),
            ("larger", "than"), ("slightly", "over"), ("slightly", "more", "than"), (">",),
            ("surpassed",), ("topped",), ("well", "above"), ("over", "than"),
            ("little", "more", "than"), ("just", "above"),
        ],
        "more_than",
    ),
    **dict.fromkeys(
        [
            ("up", "to"), ("as", "many", "as"), ("as", "much", "as"), ("at", "most"),
            ("no", "more", "than"), ("not", "more", "than"), ("a", "maximum", "of"),
            ("maximum", "of"), ("no", "longer", "than"), ("not", "exceeding"), ("as", "high", "as"),
            ("at", "the", "most"), ("as", "far", "as"), ("≤",), ("as", "long", "as"),
        ],
        "at_most",
    ),
    **dict.fromkeys(
        [
            ("fewer", "than"), ("less", "than"), ("under",), ("below",), ("just", "under"),
            ("lower", "than"), ("<",), ("well", "under"), ("well", "below"), ("just", "below"),
            ("smaller", "than"), ("shorter", "than"), ("sub", "-"), ("slightly", "under"),
        ],
        "less_than",
    ),
}  # fmt: skip
"""What stands before a number, by the bound it sets."""

LAST_OF_BOUND: Final[dict[str, tuple[tuple[str, ...], ...]]] = {}
for _phrase in sorted(BOUNDS, key=len, reverse=True):
    LAST_OF_BOUND[_phrase[-1]] = (*LAST_OF_BOUND.get(_phrase[-1], ()), _phrase)

AFTER_BOUNDS: Final[dict[tuple[str, ...], Bound]] = {
    ("or", "more"): "at_least",
    ("and", "more"): "at_least",
    ("or", "so"): "about",
    ("or", "fewer"): "at_most",
    ("or", "less"): "at_most",
    ("plus",): "at_least",
    ("+",): "at_least",
}

CURRENCY_SIGNS: Final = {
    "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₽": "roubles", "₺": "lira",
    "₪": "shekels", "₹": "rupees", "₴": "hryvnias", "usd": "dollars", "eur": "euros",
    "gbp": "pounds", "rm": "ringgit", "jpy": "yen", "chf": "francs",
    "us": "dollars", "a": "dollars", "aud": "dollars", "cad": "dollars", "ps": "pounds",
}  # fmt: skip


def _spread(table: dict[str, str]) -> dict[str, str]:
    return {word: unit for unit, words in table.items() for word in words.split()}


UNITS: Final = _spread(
    {
        "percent": "% percent percents pct pc",
        "percentage points": "pps",
        "km": "km kilometer kilometers kilometre kilometres kms",
        "m": "m meter meters metre metres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "mm": "mm millimeter millimeters millimetre millimetres",
        "miles": "mile miles mi",
        "feet": "ft foot feet",
        "inches": "inch inches",
        "yards": "yard yards",
        "hectares": "hectare hectares ha",
        "acres": "acre acres",
        "km2": "km2 km²",
        "m2": "m2 m² sqm",
        "seconds": "seconds secs sec",
        "minutes": "minute minutes min mins",
        "hours": "hour hours hr hrs",
        "days": "day days",
        "nights": "nights",
        "weeks": "week weeks",
        "months": "month months",
        "years": "year years yrs",
        "decades": "decade decades",
        "centuries": "century centuries",
        "tonnes": "tonne tonnes ton tons",
        "kg": "kg kilogram kilograms kilo kilos",
        "g": "g gram grams",
        "mg": "mg milligram milligrams",
        "lb": "lb lbs",
        "ounces": "ounce ounces oz",
        "litres": "litre litres liter liters",
        "ml": "ml",
        "gallons": "gallon gallons",
        "pints": "pint pints",
        "quarts": "quart quarts",
        "barrels": "barrel barrels bbl",
        "dollars": "dollar dollars usd",
        "cents": "cent cents",
        "euros": "euro euros eur €",
        "pounds": "pound pounds",
        "yen": "yen jpy",
        "roubles": "rouble roubles ruble rubles",
        "lira": "lira liras",
        "shekels": "shekel shekels",
        "rupees": "rupee rupees",
        "yuan": "yuan",
        "francs": "franc francs",
        "crowns": "crown crowns",
        "basis points": "bps",
        "pence": "p pence",
        "metres per second": "mps",
        "degrees": "degree degrees celsius fahrenheit °",
        "km/h": "kmh kph kmph",
        "mph": "mph",
        "knots": "knot knots",
        "watts": "watt watts w",
        "kW": "kw kilowatt kilowatts",
        "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts",
        "kWh": "kwh",
        "GWh": "gwh",
        "volts": "volt volts",
        "Nm": "nm",
        "mAh": "mah",
        "parts per billion": "ppb",
        "parts per million": "ppm",
        "horsepower": "hp bhp horsepower",
        "GB": "gb gigabyte gigabytes",
        "TB": "tb terabyte terabytes",
        "MB": "mb megabyte megabytes",
        "Hz": "hz hertz",
        "rpm": "rpm",
        "mpg": "mpg",
        "decibels": "decibel decibels db",
        "times": "times",
        "people": "people persons person",
        "families": "families family",
        "households": "households household",
        "cases": "cases",
        "shares": "shares share",
        "points": "points point",
    }
)
"""Unit words; each stands behind a number, or joined to it by a hyphen."""

LONG_UNITS: Final = {
    ("per", "cent"): "percent",
    ("percentage", "points"): "percentage points",
    ("percentage", "point"): "percentage points",
    ("square", "kilometers"): "km2", ("square", "kilometres"): "km2", ("sq", "km"): "km2",
    ("square", "km"): "km2", ("square", "miles"): "square miles", ("square", "metres"): "m2",
    ("square", "meters"): "m2", ("sq", "m"): "m2", ("square", "feet"): "square feet",
    ("cubic", "metres"): "m3", ("cubic", "meters"): "m3", ("cubic", "feet"): "cubic feet",
    ("km", "/", "h"): "km/h", ("km", "/", "hr"): "km/h",
    ("kilometers", "per", "hour"): "km/h", ("kilometres", "per", "hour"): "km/h",
    ("miles", "per", "hour"): "mph", ("miles", "per", "gallon"): "mpg",
    ("basis", "points"): "basis points", ("basis", "point"): "basis points",
    ("degrees", "celsius"): "degrees", ("degrees", "fahrenheit"): "degrees",
    ("year", "-", "old"): "years", ("years", "old"): "years", ("years", "-", "old"): "years",
    ("year", "-", "olds"): "years", ("years", "of", "age"): "years", ("year", "old"): "years",
    ("month", "-", "old"): "months", ("months", "old"): "months",
}  # fmt: skip
LONG_STARTS: Final = frozenset(phrase[0] for phrase in LONG_UNITS)
MONEY: Final = words(
    "dollars euros pounds yen roubles lira shekels rupees yuan francs crowns cents pence ringgit "
    "hryvnias"
)
TIME_UNITS: Final = words("seconds minutes hours days nights weeks months years decades centuries")

PERSONS: Final = words(
    "civilians civilian people persons person men man women woman children child girls girl boys "
    "boy students student pupils pupil teachers teacher workers worker residents resident "
    "inhabitants villagers villager refugees displaced migrants fighters fighter militants militant "
    "rebels rebel soldiers soldier troops troop insurgents insurgent terrorists terrorist gunmen "
    "gunman combatants combatant servicemen serviceman officers officer policemen policeman police "
    "guards guard commanders commander members member prisoners prisoner detainees detainee "
    "hostages hostage captives medics medic doctors doctor journalists journalist volunteers "
    "volunteer protesters protester passengers passenger victims victim casualties personnel "
    "others citizens citizen nationals farmers farmer shepherds shepherd mercenaries militiamen "
    "militia forces attackers attacker bombers bomber patients patient infants infant babies baby "
    "minors minor adults adult employees employee aid paramedics paramedic recruits conscripts "
    "jihadists jihadist extremists extremist dead wounded injured returnees evacuees"
)
FIGHTERS: Final = words(
    "fighters fighter militants militant rebels rebel soldiers soldier troops troop insurgents "
    "insurgent terrorists terrorist gunmen gunman combatants combatant servicemen serviceman "
    "mercenaries militiamen jihadists jihadist extremists extremist recruits conscripts "
    "forces"
)
AREAS: Final = words(
    "province territory territories land area region zone governorate district country city town "
    "village front countryside enclave pocket provinces areas regions lands"
)

COUNTS: Final = _spread(
    {
        "killed": "killed dead died death deaths fatalities fatality slain perished martyred martyrs "
        "killing kill kills kills, die dies murdered executed executions bodies corpses lives "
        "toll fatal succumbed succumb succumbs succumbing",
        "wounded": "wounded injured wounding injuring injuries injury wound wounds injure hurt",
        "killed and wounded": "casualties",
        "displaced": "displaced fled displacing displacement displacements uprooted idps flee "
        "displace displaces fleeing",
        "poisoned": "poisoned suffocated suffocation suffocating gassed poisoning asphyxiated choking "
        "asphyxiation",
        "hospitalised": "hospitalised hospitalized hospitalisation hospitalization",
        "discharged": "discharged",
        "detained": "detained arrested arrests arresting detaining captured capturing imprisoned "
        "jailed arrest detain",
        "abducted": "kidnapped abducted abductions kidnappings abducting kidnapping",
        "freed": "freed released releasing freeing liberated",
        "missing": "missing disappeared",
        "returned": "returned returnees returning",
        "evacuated": "evacuated evacuees evacuating",
    }
)
"""Words that tell what became of those counted; they outweigh what was counted."""

CHANGES: Final = words(
    "rose fell grew jumped increased decreased dropped climbed went rise fall risen fallen grown "
    "dropping rising falling climbing decline declined soared plunged reduced cut slipped changed "
    "increase increasing jump drop doubled"
)
"""Verbs behind which "from 22 to 23" tells a change and not a range."""

COUNTING: Final = words(
    "registered recorded counted logged documented detected observed noted registers records counts "
    "logs documents detects observes notes registering recording counting"
)
"""Verbs of those who count."""

THINGS: Final = _spread(
    {
        "violations": "violations violation breaches breach infringements truce-breaches",
        "attacks": "attacks attack strikes strike airstrikes airstrike raids raid bombings bombing "
        "assaults assault explosions explosion blasts shellings bombardments sorties incidents "
        "clashes ambushes air-strikes",
        "shells": "shells shell rockets rocket missiles missile bombs bomb rounds mines projectiles "
        "munitions",
        "weapons": "weapons weapon tanks tank guns gun mortars mortar launchers launcher howitzers "
        "artillery rifles cannons",
        "vehicles": "vehicles vehicle trucks truck cars car buses bus carriers convoys",
        "aircraft": "aircraft planes plane jets jet drones drone helicopters helicopter warplanes",
        "houses": "houses house homes home buildings building schools school hospitals hospital",
        "posts": "posts post checkpoints checkpoint outposts",
        "patrols": "patrols patrol",
        "places": "villages village towns town settlements settlement cities city districts",
        "demonstrations": "demonstrations protests rallies",
        "population": "inhabitants residents population",
    }
)
"""Nouns that are counted themselves."""

NAMED_NUMBERS: Final = words(
    "no nos number numbers page pages resolution resolutions article articles chapter section "
    "clause paragraph highway route road room channel flight version phase level gate type game "
    "category grade tier session line model windows formula act law decree bill order route "
    "freeway interstate motorway annex appendix figure table vol volume part step group "
    "episode season"
)
"""A number behind one of these names something."""

STREETS: Final = words("street st avenue ave road rd boulevard blvd way lane drive square")
