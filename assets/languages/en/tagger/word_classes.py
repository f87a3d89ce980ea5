"""What a dictionary says a word can be: a byte of bits for each form of each word.

Reads the entries of the Open English WordNet, `src/yaml/entries-*.yaml`. Python's standard library
only: of the YAML that those files are written in no more is read than words, parts of speech and
irregular forms. Regular forms are made here.
"""
import collections
import re

NOUN, VERB, ADJECTIVE, ADVERB, PLURAL, PRESENT, PAST, GERUND = (1 << bit for bit in range(8))
ENTRY = re.compile(r"^  '?([nvarsx])(-\d)?'?:$")
FORM = re.compile(r"^    - (.+)$")
PLAIN = re.compile(r"^[a-z][a-z'-]*$")


def with_s(word):
    """The plural of a noun, and the third person of a verb."""
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def pasts_and_gerunds(word):
    """The regular forms of a verb; both where a consonant is doubled in one English only."""
    if word.endswith("e"):
        stem = word if word.endswith(("ee", "oe", "ye")) else word[:-1]
        return [word + "d"], [stem + "ing"]
    if re.search(r"[^aeiou]y$", word):
        return [word[:-1] + "ied"], [word + "ing"]
    doubled = word + word[-1]
    if re.search(r"^[^aeiou]*[aeiou][bcdfgklmnprtvz]$", word):
        return [doubled + "ed"], [doubled + "ing"]
    stems = [word, doubled] if re.search(r"[aeiou][lt]$", word) else [word]
    return [stem + "ed" for stem in stems], [stem + "ing" for stem in stems]


def add(classes, word, part):
    """Adds a word of the dictionary and its regular forms."""
    if part == "n":
        classes[word] |= NOUN
        classes[with_s(word)] |= PLURAL
    elif part == "v":
        pasts, gerunds = pasts_and_gerunds(word)
        classes[word] |= VERB
        classes[with_s(word)] |= PRESENT
        for past in pasts:
            classes[past] |= PAST
        for gerund in gerunds:
            classes[gerund] |= GERUND
    elif part in "as":
        classes[word] |= ADJECTIVE
    elif part == "r":
        classes[word] |= ADVERB


def add_irregular(classes, word, form, part):
    """Adds a form that the dictionary names."""
    if part == "n":
        classes[form] |= PLURAL
    elif part == "v":
        third = form.endswith("s") and form[:3] == word[:3] and not form.endswith("ss")
        classes[form] |= GERUND if form.endswith("ing") else PRESENT if third else PAST
    elif part in "as":
        classes[form] |= ADJECTIVE
    elif part == "r":
        classes[form] |= ADVERB


def read(root):
    """What the words of a clone of the dictionary can be, in lower case, as bits."""
    classes = collections.defaultdict(int)
    for path in sorted((root / "src" / "yaml").glob("entries-*.yaml")):
        word = part = None
        forms = False
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(" "):
                word, part, forms = line[:-1].strip("'\""), None, False
            elif ENTRY.match(line):
                part, forms = ENTRY.match(line)[1], False
                if PLAIN.match(word):
                    add(classes, word, part)
            elif line == "    form:":
                forms = True
            elif forms and FORM.match(line):
                form = FORM.match(line)[1].strip("'\"")
                if PLAIN.match(form):
                    add_irregular(classes, word, form, part)
            else:
                forms = False
    return classes
