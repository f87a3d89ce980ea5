//! Made-up events, the same at every run: years of news with bursts, at any number.

use dateline::document::DocumentId;
use dateline::event::{
    Category, Certainty, Derivation, Event, EventId, Evidence, Factuality, Participant,
    ParticipantKind, Place, PlaceKind,
};
use dateline::text::Span;
use dateline::time::{Granularity, Interval, Moment};

/// What to make up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipe {
    pub(crate) events: usize,
    pub(crate) first_year: i32,
    pub(crate) years: i32,
    pub(crate) places: usize,
    pub(crate) bursts: usize,
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// At least 0 and below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

const SUBJECTS: [&str; 8] = [
    "Foreign ministers",
    "The regional council",
    "Rescue workers",
    "The central bank",
    "Army units",
    "Two thousand residents",
    "The supreme court",
    "Engineers",
];
const VERBS: [&str; 8] = [
    "meet in",
    "reach an agreement on",
    "withdraw from",
    "restore power to",
    "announce elections in",
    "open the bridge near",
    "condemn the shelling of",
    "return to",
];
const OBJECTS: [&str; 8] = [
    "the old harbour",
    "the border district after weeks of talks",
    "the capital",
    "three northern villages",
    "the reservoir and its dam",
    "the railway junction",
    "the university quarter",
    "the eastern suburbs",
];
const PLACES: [&str; 12] = [
    "Kyiv", "Kharkiv", "Kherson", "Brussels", "Warsaw", "Odesa", "Geneva", "Lviv", "Vilnius",
    "Ankara", "Riga", "Prague",
];

/// Makes events up.
pub(crate) fn events(recipe: Recipe) -> Vec<Event> {
    stream(recipe).collect()
}

/// Makes events up one by one.
pub(crate) fn stream(recipe: Recipe) -> impl Iterator<Item = Event> {
    let mut random = Random(7);
    let first = Moment::from_ymd(recipe.first_year, 1, 1).unwrap_or(Moment::MIN);
    let seconds = i64::from(recipe.years) * 31_556_952;
    let at = move |random: &mut Random| (random.next() % seconds as u64) as i64;
    let bursts: Vec<i64> = (0..recipe.bursts).map(|_| at(&mut random)).collect();
    (0..recipe.events).map(move |number| {
        let offset = if bursts.is_empty() || random.chance(60) {
            at(&mut random)
        } else {
            let spread = 20 * 86_400;
            let near = (random.below(spread) + random.below(spread)) as i64 - spread as i64;
            (*random.pick(&bursts) + near).clamp(0, seconds - 1)
        };
        event(number, first.plus_seconds(offset), recipe.places, &mut random)
    })
}

fn event(number: usize, at: Moment, places: usize, random: &mut Random) -> Event {
    let interval = interval(at, random);
    let factuality = match random.below(20) {
        0 => Factuality::Planned,
        1 => Factuality::Possible,
        2 => Factuality::Denied,
        3 => Factuality::Ongoing,
        _ => Factuality::Happened,
    };
    let certainty = match random.below(10) {
        0 | 1 => Certainty::Inferred,
        2 => Certainty::Approximate,
        _ => Certainty::Exact,
    };
    let document = DocumentId::of("made up", &format!("{}", random.below(6)));
    let quote = Span::new(number, number + 20);
    let stands_in = 1 + usize::from(random.chance(15));
    let title =
        format!("{} {} {}", random.pick(&SUBJECTS), random.pick(&VERBS), random.pick(&OBJECTS));
    let derivation = Derivation { certainty, ..Derivation::as_written("", Some(interval)) };
    let id = EventId::of(document, quote, number as u32);
    Event {
        category: *random.pick(&Category::ALL[..8]),
        places: (0..stands_in).map(|_| place(random.below(places))).collect(),
        participants: vec![Participant {
            name: (*random.pick(&SUBJECTS)).to_owned(),
            kind: ParticipantKind::Group,
            role: None,
        }]
        .into(),
        factuality,
        confidence: 0.5 + random.below(50) as f32 / 100.0,
        ..Event::new(id, title, derivation, Evidence::of(document, quote))
    }
}

/// Mostly days; some months, years, ranges, and open ends.
fn interval(at: Moment, random: &mut Random) -> Interval {
    let unit = |granularity| Interval::unit(at, granularity);
    match random.below(20) {
        0 | 1 => unit(Granularity::Month),
        2 => unit(Granularity::Year),
        3..=5 => {
            let days = 3 + random.below(90) as i64;
            let last = Interval::unit(at.plus(days, Granularity::Day), Granularity::Day);
            Interval::span(unit(Granularity::Day), last)
        }
        6 if random.chance(10) => {
            Interval::before(at.floor(Granularity::Month), Granularity::Month)
        }
        7 => unit(Granularity::Minute),
        _ => unit(Granularity::Day),
    }
}

fn place(number: usize) -> Place {
    let name = PLACES.get(number).map_or_else(|| format!("Place {number}"), |&n| n.to_owned());
    Place { name, kind: PlaceKind::City, coordinates: None, country: None }
}
