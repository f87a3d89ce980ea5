//! A time expression as it was found: what its words say, before any reference is looked at.

use super::fields::Fields;
use crate::language::{Gives, Texts};
use crate::text::Span;
use crate::time::{Granularity, TimexType};

/// One found expression.
#[expect(clippy::struct_excessive_bools, reason = "where it stands is told in several ways")]
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub(super) span: Span,
    pub(super) fields: Fields,
    pub(super) gives: Gives,
    /// The type that its pattern demands.
    pub(super) kind: Option<TimexType>,
    /// The texts in which alone it counts.
    pub(super) texts: Option<Texts>,
    /// Whether it opens a bracket: years in brackets do not move a narrative.
    pub(super) bracketed: bool,
    /// How it stands beside what is told, if it does.
    pub(super) aside: Option<Aside>,
    /// The byte at which the clause ends in which it stands so.
    pub(super) aside_end: u32,
    /// The pattern's number.
    pub(super) pattern: u16,
    /// The tense around it: -1 past, -2 past as far as a verb of saying tells, 0 present or unknown,
    /// 1 future.
    pub(super) tense: i8,
    /// Whether the verb that tells the tense stands directly before it: "held in December".
    pub(super) told: bool,
    /// Which sentence of the text it stands in, counted from 0.
    pub(super) sentence: u32,
    /// Which part of the text it stands in, as full stops and semicolons divide it.
    pub(super) part: u32,
    /// Its block's first sentence.
    pub(super) block: u32,
    /// Whether its block holds nothing else.
    pub(super) alone: bool,
    /// Whether it opens its block and is set off from what follows: the date of an entry.
    pub(super) heads: bool,
    /// How its sentence opens with it, if it does.
    pub(super) opening: Option<Opening>,
    /// Whether a clock time without a day stands directly behind it: "Friday, 8 p.m.".
    pub(super) clock_follows: bool,
    /// How far from the time that its fields name it lies: "two weeks after" that.
    pub(super) offset: Option<Offset>,
    /// The larger units of an amount that is given in several: the years and months of "two
    /// years, three months and ten days ago".
    pub(super) larger: [Option<Offset>; 2],
    /// How the next expression belongs to it.
    pub(super) joined: Joined,
    /// About how many days after it the range ends that it starts, where neither end names a year.
    pub(super) reach: u16,
}

/// How a time stands beside what is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// It only tells which thing is meant: "the 1848 election".
    Which,
    /// It is of a clause that looks back, "he had fled the day before", or that the sentence goes on
    /// behind: "Ney, who fled in July, was found".
    Clause,
}

/// How a sentence opens with an expression: behind a word or two at most, "the 2024 games".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    /// Whether nothing at all stands before it in its sentence.
    pub(super) first: bool,
    /// Whether the sentence is the first of its block.
    pub(super) block: bool,
}

/// An amount of time, after (positive) or before a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offset {
    /// In thousandths of the unit.
    pub(super) thousandths: i32,
    pub(super) unit: Granularity,
    /// Whether the whole time in between is meant, not its end: "ten days from 3 May on".
    pub(super) whole: bool,
    /// Whether it is counted to the day, whatever its unit: "two years ago today".
    pub(super) to_day: bool,
}

/// How an expression and the next one belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joined {
    /// Not at all.
    No,
    /// From the one to the other.
    Range,
    /// One and the other: each may leave out what the other says.
    List,
    /// The second one stands directly behind the first.
    Directly,
    /// The second one stands in brackets behind the first.
    Aside,
    /// The first one is an amount of time that is counted on from the second ("two days after"),
    Onward,
    /// or back from it.
    Backward,
    /// The first one is an amount of time that starts with the second.
    Starting,
}
