#!/usr/bin/env python3
"""phrases.py GOLD PRED [--differences FILE] [--errors N] [--json]

Scores how `dateline tag` places phrases in time against suites of phrases that state an interval or an
instant. GOLD and PRED are JSON Lines; PRED is what `dateline tag` made of GOLD. Python 3 standard library.

What GOLD expects is read from whichever of these a line has:
  "raw"       "(2013, 2, 15, 0, 0, 0) Day", "((...), (...)) Hour", "After (...) Day", "Before (...) Day"
  "expected"  {"start": {"year", "month", "day", "hour", ... or "date"}, "end": {...}}
  "rec_values" of a timex: [{"value"} or {"start", "end"}, ...], any of which is right
  "gold_parse" "Time[]{2017-09-11 14:30 (X/X)}", "Interval[]{2017-09-11 X:X (X/X) - 2017-09-12 X:X (X/X)}"; of a
              time with a part of the day the day counts

found     the share of GOLD's timexes that some prediction overlaps
agreed    of those that GOLD places in time, the share that our interval agrees with: both start (and, where
          an end is stated, both end) in the same unit, the coarser one of the two grains. What several
          predictions say within one timex is taken together, from the first start to the last end; the end
          of a range may be stated as the start of its last unit.
readings  the same where one of the other readings that we keep may agree instead
With --differences FILE, phrases that a line of FILE (a regular expression, a tab, the reason) finds in are
counted apart: they are cases where we mean to differ.
"""
import argparse, collections, datetime, json, re, sys

GRAINS = ['year', 'half', 'season', 'quarter', 'month', 'week', 'day', 'day-part', 'hour', 'minute', 'second']
COARSE = {'millennium': 'year', 'century': 'year', 'decade': 'year'}


def load(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def instant(text):
    match = re.match(r'(-?\+?\d+)-(\d\d)-(\d\d)(?:[T ](\d\d)(?::(\d\d))?(?::(\d\d))?)?', text or '')
    if not match or not 1 <= int(match[1]) <= 9999:
        return None
    year, month, day, *clock = [int(group or 0) for group in match.groups()]
    extra = datetime.timedelta(days=1) if clock and clock[0] == 24 else datetime.timedelta()
    try:
        return datetime.datetime(year, month, day, clock[0] % 24, *clock[1:]) + extra
    except ValueError:
        return None


def unit(at, grain):
    """The unit that holds an instant."""
    if grain in ('year', 'half', 'season'):
        return at.year
    if grain in ('quarter',):
        return at.year, (at.month - 1) // 3
    if grain == 'month':
        return at.year, at.month
    if grain == 'week':
        return at.isocalendar()[:2]
    if grain == 'day':
        return at.date()
    if grain in ('day-part', 'hour'):
        return at.date(), at.hour
    return at.replace(second=0) if grain == 'minute' else at


def same(ours, theirs, grain):
    return ours is not None and theirs is not None and unit(ours, grain) == unit(theirs, grain)


class Place:
    """A stated place in time: its start, its end (exclusive; None if not stated), its grain."""

    def __init__(self, start, end, grain, open_side=None, last=None):
        self.start, self.end, self.grain, self.open_side, self.last = start, end, grain, open_side, last

    def agrees(self, ours):
        grain = max_coarse(self.grain, ours.grain)
        if self.open_side == 'before':
            return same(ours.start, self.start, grain) or same(ours.end, self.start, grain)
        if not same(ours.start, self.start, grain):
            return False
        if self.end is None or ours.end is None:
            return True
        tick = datetime.timedelta(seconds=1)
        return (same(ours.end - tick, self.end - tick, grain) or same(ours.end, self.end, grain)
                or ours.last is not None
                and (same(ours.last, self.end, grain) or same(ours.last, self.end - tick, grain)))


def max_coarse(one, other):
    rank = lambda grain: GRAINS.index(COARSE.get(grain, grain))
    return GRAINS[min(rank(one), rank(other))]


def from_raw(raw):
    if not raw or raw == 'None':
        return None
    open_side = 'after' if raw.startswith('After') else 'before' if raw.startswith('Before') else None
    times = [tuple(int(n) for n in group.split(',')) for group in re.findall(r'\((-?\d+(?:, *\d+){5})\)', raw)]
    grain = re.search(r'\) *(\w+)', raw)
    grain = grain[1].lower() if grain else 'day'
    if not times or any(time[0] < 1 for time in times):
        return None
    try:
        times = [datetime.datetime(*time) for time in times]
    except ValueError:
        return None
    return [Place(times[0], times[1] if len(times) > 1 else None, grain, open_side)]


def from_parse(parse):
    """A day, or an instant, or the two ends of an interval."""
    times = re.findall(r'(\d{4})-(\d\d)-(\d\d) (\d\d|X):(\d\d|X) \(', parse or '')
    if not times or parse.startswith('Interval') and len(times) != 2:
        return None
    try:
        places = [datetime.datetime(*(0 if field == 'X' else int(field) for field in time)) for time in times]
    except ValueError:
        return None
    grain = 'minute' if times[0][3] != 'X' else 'day'
    return [Place(places[0], places[1] if len(places) > 1 else None, grain)]


def from_fields(fields):
    """An instant from known fields; what is missing is filled by the reference."""
    if not fields:
        return None, None
    if fields.get('date'):
        grain = next((g for g in ('second', 'minute', 'hour', 'day', 'month', 'year') if fields.get(g) is not None), 'minute')
        return instant(fields['date']), grain if 'year' in fields else 'minute'
    if not all(fields.get(key) is not None for key in ('year', 'month')):
        return None, None
    grain = 'hour' if fields.get('hour') is not None else 'day' if fields.get('day') else 'month'
    grain = 'minute' if fields.get('minute') else grain
    try:
        at = datetime.datetime(fields['year'], fields['month'], fields.get('day') or 1,
                               fields.get('hour') or 0, fields.get('minute') or 0)
    except ValueError:
        return None, None
    return at, grain


def from_expected(expected):
    start, grain = from_fields(expected.get('start'))
    if start is None:
        return None
    end, _ = from_fields(expected.get('end'))
    return [Place(start, end, grain)]


def from_values(values):
    places = []
    for value in values or []:
        kind = value.get('type', '')
        if kind in ('set', 'duration', 'time', 'timerange'):
            continue
        grain = 'day' if kind.startswith('date') and not kind.startswith('datetime') else 'minute'
        if value.get('value') and 'not resolved' not in value['value']:
            places.append(Place(instant(value['value']), None, grain))
        elif value.get('start') or value.get('end'):
            if value.get('Mod'):
                continue
            places.append(Place(instant(value.get('start')), instant(value.get('end')), grain))
    return [place for place in places if place.start] or None


def together(first, last):
    """From the start of one prediction to the end of another."""
    inner = instant(last.get('from')) if last is not first else None
    return Place(instant(first.get('from')), instant(last.get('to')), first.get('grain', 'day'), last=inner)


def readings_of(timexes):
    """What the predictions within one timex come to together; then what their other readings come to."""
    placed = [timex for timex in timexes if timex.get('from') or timex.get('to')]
    if not placed:
        return
    first, last = placed[0], placed[-1]
    yield together(first, last)
    if first is last:
        for other in first.get('or', []):
            yield together(other, other)
    else:
        for other in zip(first.get('or', []) or [first] * 9, last.get('or', [])):
            yield together(*other)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('pred')
    parser.add_argument('--differences')
    parser.add_argument('--errors', type=int, default=0)
    parser.add_argument('--json', action='store_true')
    arguments = parser.parse_args()
    differences = []
    if arguments.differences:
        with open(arguments.differences, encoding='utf-8') as lines:
            rows = [line.rstrip('\n').split('\t') for line in lines if line.strip() and not line.startswith('#')]
        differences = [(re.compile(row[0], re.I), row[-1]) for row in rows]
    predicted = {line['id']: line for line in load(arguments.pred)}
    count, apart, errors = collections.Counter(), collections.Counter(), []
    for line in load(arguments.gold):
        ours = predicted[line['id']]['timexes'] if line['id'] in predicted else []
        for timex in line['timexes']:
            count['expressions'] += 1
            within = [t for t in ours if t['start'] < timex['end'] and t['end'] > timex['start']]
            count['found'] += bool(within)
            if not within:
                errors.append(('missed', line, timex, within, None))
            places = (from_values(timex.get('rec_values')) or from_raw(line.get('raw'))
                      or from_expected(line.get('expected') or {}) or from_parse(line.get('gold_parse')))
            if not places:
                continue
            reason = next((why for what, why in differences if what.search(timex['text'])), None)
            readings = [place for place in readings_of(within) if place]
            first = bool(readings) and any(place.agrees(readings[0]) for place in places)
            any_of = any(place.agrees(reading) for place in places for reading in readings)
            if reason and not any_of:
                apart[reason] += 1
                continue
            count['placed'] += 1
            count['agreed'] += first
            count['readings'] += any_of
            if not any_of:
                errors.append(('differs', line, timex, within, places[0]))
    share = lambda part, whole: 100 * count[part] / count[whole] if count[whole] else 0.0
    if arguments.json:
        print(json.dumps({**count, 'apart': apart}))
    else:
        print('expressions %d  found %.1f%%' % (count['expressions'], share('found', 'expressions')))
        print('placed %d  agreed %.1f%%  with other readings %.1f%%  meant to differ %d' % (
            count['placed'], share('agreed', 'placed'), share('readings', 'placed'), sum(apart.values())))
        for reason, number in apart.most_common():
            print('  %3d  %s' % (number, reason))
    for kind, line, timex, within, place in errors[:arguments.errors]:
        got = '; '.join('%s [%s, %s) %s' % (t['text'], t.get('from'), t.get('to'), t.get('grain')) for t in within)
        stated = '' if place is None else '%s %s %s' % (place.start, place.end or '', place.grain)
        print('%s %s (%s) %r: stated %s; ours %s' % (kind, line['id'], line.get('dct'), timex['text'], stated, got or 'none'))


if __name__ == '__main__':
    sys.exit(main())
