#!/usr/bin/env python3
"""Trains a language's part-of-speech tagger: weights.bin.

    git clone https://github.com/UniversalDependencies/UD_English-EWT
    git clone https://github.com/UniversalDependencies/UD_English-GUM
    git clone https://github.com/UniversalDependencies/UD_English-PUD
    git clone https://github.com/globalwordnet/english-wordnet
    python3 train.py UD_English-EWT --gum UD_English-GUM \\
        --more UD_English-PUD/en_pud-ud-test.conllu --dictionary english-wordnet

    git clone https://github.com/UniversalDependencies/UD_German-GSD
    git clone https://github.com/UniversalDependencies/UD_German-PUD
    python3 train.py --out ../../de/tagger/weights.bin --keep 50000 \\
        --check UD_German-GSD/de_gsd-ud-dev.conllu UD_German-GSD/de_gsd-ud-test.conllu UD_German-PUD/de_pud-ud-test.conllu

The model is an averaged perceptron (Collins 2002) read greedily from left to right, with the
feature set of `src/language/speech.rs`; the two must agree. Python's standard library only, no
randomness but a fixed seed: the same treebanks give the same bytes. The LICENCE.md beside each
weights.bin names the commits that it was trained on, and the data's licence.

File format, little-endian: magic "DLPOS3\\n", u8 number of tags, each tag as a name ended by a
newline; u32 number of words of one tag only, each u32 hash and u8 tag; u32 number of words of the
dictionary, each u32 with what it can be in the lowest byte and the rest of its hash above, in
rising order; u32 number of features, each u32 hash, u8 number of weights, and as many pairs of u8
tag and i8 weight.
"""
import argparse
import collections
import pathlib
import random
import struct

import word_classes

TAGS = ["noun", "nouns", "name", "adjective", "adverb", "past", "participle", "gerund", "present",
        "base", "modal", "to", "preposition", "determiner", "pronoun", "possessive", "genitive",
        "conjunction", "number", "relative", "particle", "existential", "punctuation", "other"]
# Penn Treebank tags (the treebank's fifth column) to ours.
PENN = {"NN": "noun", "NNS": "nouns", "NNP": "name", "NNPS": "name", "JJ": "adjective",
        "JJR": "adjective", "JJS": "adjective", "RB": "adverb", "RBR": "adverb", "RBS": "adverb",
        "VBD": "past", "VBN": "participle", "VBG": "gerund", "VBZ": "present", "VBP": "present",
        "VB": "base", "MD": "modal", "TO": "to", "IN": "preposition", "DT": "determiner",
        "PDT": "determiner", "PRP": "pronoun", "PRP$": "possessive", "POS": "genitive",
        "CC": "conjunction", "CD": "number", "WDT": "relative", "WP": "relative",
        "WP$": "relative", "WRB": "relative", "RP": "particle", "EX": "existential",
        ".": "punctuation", ",": "punctuation", ":": "punctuation", "``": "punctuation",
        "''": "punctuation", "-LRB-": "punctuation", "-RRB-": "punctuation",
        "HYPH": "punctuation", "NFP": "punctuation", "$": "punctuation"}
# Universal parts of speech to ours, where no feature decides.
UNIVERSAL = {"PROPN": "name", "ADJ": "adjective", "ADV": "adverb", "ADP": "preposition",
             "SCONJ": "preposition", "CCONJ": "conjunction", "NUM": "number", "PUNCT": "punctuation"}
# The kinds of text in GUM whose licence allows any use.
OPEN_KINDS = ("bio", "interview", "news", "speech", "textbook", "vlog", "voyage")
MODALS = {"können", "müssen", "sollen", "wollen", "dürfen", "mögen"}
ROUNDS = 8
FNV_OFFSET, FNV_PRIME = 0x811C9DC5, 0x01000193
MASK = 0xFFFFFFFF


def fnv(data):
    """32-bit FNV-1a."""
    h = FNV_OFFSET
    for byte in data:
        h = ((h ^ byte) * FNV_PRIME) & MASK
    return h


def mix(kind, a, b=0):
    """The hash of a feature from its kind and the hashes or numbers of its parts."""
    h = (a ^ (kind * 0x9E3779B1)) & MASK
    h = ((h ^ (h >> 15)) * 0x85EBCA6B) & MASK
    h = (h ^ (b * 0xC2B2AE35)) & MASK
    h = ((h ^ (h >> 13)) * 0x27D4EB2F) & MASK
    return h ^ (h >> 16)


def shape(word):
    """Bits: 1 starts upper, 2 all upper, 4 has a digit, 8 has a hyphen, 16 starts with no letter."""
    bits = 0
    if word[0].isupper():
        bits |= 1
    if len(word) > 1 and any(c.isalpha() for c in word) and not any(c.islower() for c in word):
        bits |= 2
    if any(c in "0123456789" for c in word):
        bits |= 4
    if "-" in word:
        bits |= 8
    if not word[0].isalpha():
        bits |= 16
    return bits


def suffix(word, count):
    """The last `count` bytes of the lower-cased word."""
    return word[-count:] if len(word) > count else word


class Word:
    """What the features need to know of a token."""

    # What the words of the dictionary can be, by their hashes without the lowest byte.
    classes = {}

    def __init__(self, text):
        self.lower = text.lower().replace("\u2019", "'").encode()
        self.shape = shape(text)
        self.word = fnv(self.lower)
        self.two, self.three, self.four = (fnv(suffix(self.lower, n)) for n in (2, 3, 4))
        self.start = fnv(self.lower[:2])
        self.can_be = self.classes.get(self.word >> 8, 0)


EDGE = Word("^")


def features(words, i, prev, prev2):
    """The hashes of the features of word `i`."""
    w = words[i]
    a = words[i - 1] if i else EDGE
    b = words[i + 1] if i + 1 < len(words) else EDGE
    c = words[i + 2] if i + 2 < len(words) else EDGE
    out = [
        mix(1, w.word), mix(2, w.three), mix(3, w.two), mix(4, w.shape, int(i == 0)),
        mix(5, prev), mix(6, prev, prev2), mix(7, w.word, prev), mix(8, a.word),
        mix(9, b.word), mix(10, b.three), mix(11, w.three, prev), mix(12, w.shape, b.shape),
        mix(13, c.word), mix(14, w.word, b.word), mix(15, a.three, w.shape), mix(16, w.four),
        mix(17, w.start),
    ]
    if Word.classes:
        out += [mix(18, w.can_be), mix(19, w.can_be, prev), mix(20, b.can_be)]
    return out


def universal(columns):
    """Our tag by the universal part of speech and the features, for languages other than English."""
    part, feats = columns[3], set(columns[5].split("|"))
    if part in ("VERB", "AUX"):
        if columns[2] in MODALS and "VerbForm=Fin" in feats:
            return "modal"
        if "VerbForm=Part" in feats:
            return "participle"
        if "VerbForm=Fin" in feats:
            return "past" if "Tense=Past" in feats else "present"
        return "base"
    if part in ("DET", "PRON"):
        if "Poss=Yes" in feats:
            return "possessive"
        if "PronType=Rel" in feats:
            return "relative"
        return "determiner" if part == "DET" else "pronoun"
    if part == "NOUN":
        return "nouns" if "Number=Plur" in feats else "noun"
    if part == "PART":
        return "to" if columns[1] == "zu" else "adverb"
    if part == "ADP" and columns[4] == "PTKVZ":
        return "particle"
    return UNIVERSAL.get(part, "other")


def sentences(path, universal_tags=False):
    """The sentences of a CoNLL-U file as lists of (word, tag), hyphenated words in one piece."""
    out, words, glue, inside = [], [], False, 0
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if not line:
            if words:
                out.append(words)
            words, glue, inside = [], False, 0
            continue
        columns = line.split("\t")
        if line.startswith("#"):
            continue
        if universal_tags and "-" in columns[0]:
            # "im" is written as one word: it has the tag of its first part, the preposition.
            inside, surface = int(columns[0].split("-")[1]), columns[1]
            words.append((surface, "preposition"))
            continue
        if not columns[0].isdigit() or int(columns[0]) <= inside:
            continue
        if universal_tags:
            words.append((columns[1], universal(columns)))
            continue
        word, penn = columns[1], columns[4]
        tag = PENN.get(penn, "other")
        if words and (glue or penn == "HYPH") and word and previous_open:
            words[-1] = (words[-1][0] + word, words[-1][1] if penn == "HYPH" else tag)
        else:
            words.append((word, tag))
        glue = penn == "HYPH"
        previous_open = "SpaceAfter=No" in columns[9]
    return out


def load(root, part):
    """The sentences of one part of the treebank, in the order of its file list."""
    sources = root / "not-to-release"
    names = (sources / "file-lists" / f"files.{part}").read_text().split()
    found = {path.name.split(".xml")[0]: path for path in sorted((sources / "sources").glob("*/*.conllu"))}
    out = []
    for name in names:
        stem = pathlib.Path(name).name.split(".xml")[0]
        if stem in found:
            out += sentences(found[stem])
    return out


def load_gum(root, checked):
    """The sentences of GUM's documents of open kinds: those kept to check with, or all others."""
    kept = set((root / "not-to-release" / "file-lists" / "files.dev").read_text().split())
    out = []
    for kind in OPEN_KINDS:
        for path in sorted((root / "not-to-release" / "sources").glob(f"GUM_{kind}_*.conllu")):
            if (path.stem in kept) == checked:
                out += sentences(path)
    return out


def single_tag_words(data):
    """Words that are frequent and nearly always of one tag."""
    counts = collections.defaultdict(collections.Counter)
    for sentence in data:
        for word, tag in sentence:
            counts[Word(word).lower][tag] += 1
    out = {}
    for word, tags in counts.items():
        tag, count = tags.most_common(1)[0]
        total = sum(tags.values())
        if total >= 20 and count / total >= 0.985:
            out[fnv(word)] = TAGS.index(tag)
    return out


class Perceptron:
    """Weights per feature and tag, averaged over all updates."""

    def __init__(self):
        self.weights, self.totals, self.stamps, self.now = {}, {}, {}, 0

    def predict(self, hashes):
        scores = [0.0] * len(TAGS)
        for h in hashes:
            row = self.weights.get(h)
            if row:
                for tag, weight in row.items():
                    scores[tag] += weight
        return scores.index(max(scores))

    def update(self, truth, guess, hashes):
        self.now += 1
        if truth == guess:
            return
        for h in hashes:
            row = self.weights.setdefault(h, {})
            for tag, step in ((truth, 1), (guess, -1)):
                key = (h, tag)
                old = row.get(tag, 0)
                self.totals[key] = self.totals.get(key, 0) + (self.now - self.stamps.get(key, 0)) * old
                self.stamps[key] = self.now
                row[tag] = old + step

    def averaged(self):
        out = {}
        for h, row in self.weights.items():
            for tag, weight in row.items():
                key = (h, tag)
                total = self.totals.get(key, 0) + (self.now - self.stamps.get(key, 0)) * weight
                if abs(total) * 64 > self.now // 100:
                    out.setdefault(h, {})[tag] = total / self.now
        return out


def tag_sentence(model, single, words, learn=None):
    """Tags a sentence greedily; with the true tags in `learn`, learns from it."""
    prev = prev2 = len(TAGS)
    out = []
    for i, word in enumerate(words):
        tag = single.get(word.word)
        if tag is None:
            hashes = features(words, i, prev, prev2)
            tag = model.predict(hashes)
            if learn is not None:
                model.update(learn[i], tag, hashes)
        prev2, prev = prev, tag
        out.append(tag)
    return out


def accuracy(model, single, data):
    """The share of right tags, and that among names."""
    right = total = names = names_right = 0
    for sentence in data:
        guessed = tag_sentence(model, single, [Word(w) for w, _ in sentence])
        for (_, tag), guess in zip(sentence, guessed):
            total += 1
            right += TAGS[guess] == tag
            names += tag == "name"
            names_right += tag == "name" and TAGS[guess] == "name"
    return right / total, names_right / max(names, 1)


def quantised(weights, keep):
    """int8 weights scaled by the true maximum; the strongest `keep` features, sorted by hash."""
    top = max(abs(x) for row in weights.values() for x in row.values())
    strength = lambda item: (-max(abs(x) for x in item[1].values()), item[0])
    out = []
    for h, row in sorted(weights.items(), key=strength)[:keep]:
        pairs = [(tag, round(x / top * 127)) for tag, x in sorted(row.items())]
        pairs = [(tag, x) for tag, x in pairs if x]
        if pairs:
            out.append((h, pairs))
    return sorted(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=pathlib.Path, nargs="+",
                        help="the English Web Treebank, or CoNLL-U files of another language")
    parser.add_argument("--gum", type=pathlib.Path, help="the GUM treebank, for English")
    parser.add_argument("--more", type=pathlib.Path, nargs="*", default=[],
                        help="more CoNLL-U files with Penn Treebank tags, for English")
    parser.add_argument("--dictionary", type=pathlib.Path, help="the Open English WordNet")
    parser.add_argument("--check", type=pathlib.Path, help="the CoNLL-U file to measure with")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).with_name("weights.bin"))
    parser.add_argument("--keep", type=int, default=52_000)
    options = parser.parse_args()
    if options.dictionary:
        for word, can_be in word_classes.read(options.dictionary).items():
            place = fnv(word.encode()) >> 8
            Word.classes[place] = Word.classes.get(place, 0) | can_be
    if options.check:
        train = [s for path in options.treebank for s in sentences(path, True)]
        checks = [("the file to check with", sentences(options.check, True))]
    else:
        train = load(options.treebank[0], "train")
        checks = [("the treebank's development part", load(options.treebank[0], "dev"))]
        if options.gum:
            train += load_gum(options.gum, False)
            checks.append(("GUM's", load_gum(options.gum, True)))
        train += [s for path in options.more for s in sentences(path)]
    print(len(train), "sentences to train on,", [len(data) for _, data in checks], "to check with")
    single, model, rng = single_tag_words(train), Perceptron(), random.Random(1)
    prepared = [([Word(w) for w, _ in s], [TAGS.index(t) for _, t in s]) for s in train]
    for number in range(ROUNDS):
        rng.shuffle(prepared)
        for words, tags in prepared:
            tag_sentence(model, single, words, tags)
        print("round", number + 1, flush=True)
    rows = quantised(model.averaged(), options.keep)
    model.weights = {h: dict(pairs) for h, pairs in rows}
    for what, data in checks:
        print(what, "accuracy %.4f, of names %.4f" % accuracy(model, single, data))
    out = bytearray(b"DLPOS3\n" + bytes([len(TAGS)]) + "".join(t + "\n" for t in TAGS).encode())
    out += struct.pack("<I", len(single))
    for h, tag in sorted(single.items()):
        out += struct.pack("<IB", h, tag)
    out += struct.pack("<I", len(Word.classes))
    for place, can_be in sorted(Word.classes.items()):
        out += struct.pack("<I", place << 8 | can_be)
    out += struct.pack("<I", len(rows))
    for h, pairs in rows:
        out += struct.pack("<IB", h, len(pairs)) + b"".join(struct.pack("<Bb", t, x) for t, x in pairs)
    options.out.write_bytes(out)
    print(options.out.name, len(out), "bytes,", len(single), "words,", len(rows), "features")


if __name__ == "__main__":
    main()
