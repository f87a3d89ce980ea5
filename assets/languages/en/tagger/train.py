#!/usr/bin/env python3
"""Trains the English part-of-speech tagger: weights.bin beside this script.

    git clone https://github.com/UniversalDependencies/UD_English-EWT
    python3 train.py UD_English-EWT

The model is an averaged perceptron (Collins 2002) read greedily from left to right, with the
feature set of `src/language/tagger.rs`; the two must agree. Python's standard library only, no
randomness but a fixed seed: the same treebank gives the same bytes. Trained on commit
15d613d8447b3478787d4c278730a1e48a945efb; see LICENCE.md for the data's licence.

File format, little-endian: magic "DLPOS1\\n", u8 number of tags, each tag as a name ended by a
newline; u32 number of words of one tag only, each u32 hash and u8 tag; u32 number of features,
each u32 hash, u8 number of weights, and as many pairs of u8 tag and i8 weight.
"""
import argparse
import collections
import pathlib
import random
import struct

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
ROUNDS = 8
FNV_OFFSET, FNV_PRIME = 0x811C9DC5, 0x01000193


def fnv(kind, *parts):
    """32-bit FNV-1a over the kind and the parts, each part ended by a zero byte."""
    h = ((FNV_OFFSET ^ kind) * FNV_PRIME) & 0xFFFFFFFF
    for part in parts:
        for byte in part:
            h = ((h ^ byte) * FNV_PRIME) & 0xFFFFFFFF
        h = (h * FNV_PRIME) & 0xFFFFFFFF
    return h


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

    def __init__(self, text):
        self.lower = text.lower().replace("\u2019", "'").encode()
        self.shape = shape(text)


EDGE = Word("^")


def features(words, i, prev, prev2, offset):
    """The hashes of the features of word `i`; `offset` is 0 at the start of a sentence."""
    w = words[i]
    a = words[i - 1] if i else EDGE
    b = words[i + 1] if i + 1 < len(words) else EDGE
    c = words[i + 2] if i + 2 < len(words) else EDGE
    s = bytes([w.shape])
    first = bytes([1 if i == 0 else 0])
    p, q = bytes([prev]), bytes([prev2])
    return [
        fnv(1, w.lower), fnv(2, suffix(w.lower, 3)), fnv(3, suffix(w.lower, 2)),
        fnv(4, s, first), fnv(5, p), fnv(6, p, q), fnv(7, p, w.lower), fnv(8, a.lower),
        fnv(9, b.lower), fnv(10, suffix(b.lower, 3)), fnv(11, suffix(w.lower, 3), p),
        fnv(12, s, bytes([b.shape])), fnv(13, c.lower), fnv(14, w.lower, b.lower),
        fnv(15, suffix(a.lower, 3), s), fnv(16, suffix(w.lower, 4)), fnv(17, w.lower[:2]),
    ]


def sentences(path):
    """The sentences of a CoNLL-U file as lists of (word, tag), hyphenated words in one piece."""
    out, words, glue = [], [], False
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if not line:
            if words:
                out.append(words)
            words, glue = [], False
            continue
        columns = line.split("\t")
        if line.startswith("#") or not columns[0].isdigit():
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
            out[fnv(0, word)] = TAGS.index(tag)
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
        tag = single.get(fnv(0, word.lower))
        if tag is None:
            hashes = features(words, i, prev, prev2, i)
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
    parser.add_argument("treebank", type=pathlib.Path)
    parser.add_argument("--keep", type=int, default=90_000)
    options = parser.parse_args()
    train, dev = load(options.treebank, "train"), load(options.treebank, "dev")
    print(len(train), "sentences to train on,", len(dev), "to check with")
    single, model, rng = single_tag_words(train), Perceptron(), random.Random(1)
    prepared = [([Word(w) for w, _ in s], [TAGS.index(t) for _, t in s]) for s in train]
    for number in range(ROUNDS):
        rng.shuffle(prepared)
        for words, tags in prepared:
            tag_sentence(model, single, words, tags)
        print("round", number + 1, flush=True)
    rows = quantised(model.averaged(), options.keep)
    model.weights = {h: dict(pairs) for h, pairs in rows}
    print("accuracy %.4f, of names %.4f" % accuracy(model, single, dev))
    out = bytearray(b"DLPOS1\n" + bytes([len(TAGS)]) + "".join(t + "\n" for t in TAGS).encode())
    out += struct.pack("<I", len(single))
    for h, tag in sorted(single.items()):
        out += struct.pack("<IB", h, tag)
    out += struct.pack("<I", len(rows))
    for h, pairs in rows:
        out += struct.pack("<IB", h, len(pairs)) + b"".join(struct.pack("<Bb", t, x) for t, x in pairs)
    target = pathlib.Path(__file__).with_name("weights.bin")
    target.write_bytes(out)
    print(target.name, len(out), "bytes,", len(single), "words,", len(rows), "features")


if __name__ == "__main__":
    main()
