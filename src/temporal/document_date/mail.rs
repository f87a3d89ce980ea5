//! Chains of mails: the heads of the messages that one text holds, and their dates.
//!
//! A message begins at a block of lines such as "From: ... / Sent: ... / To: ...", or at a line such
//! as "On Mon, 3 Jun 2024 at 14:05, Ann Orr wrote:". What is quoted ends where its marks do.

use memchr::memmem;

use super::words::{DateWords, holds};
use super::{Day, Stated, days};
use crate::document::{DateCandidate, DateOrigin, Document, Message};
use crate::temporal::Tagged;
use crate::text::{self, Span};

/// A mail's head has no more lines than this.
const LONGEST_HEAD: usize = 8;
/// The line that says who wrote is broken into no more than this.
const BROKEN_INTO: usize = 3;

/// The date of the mail that a text is, if its head says one; and the messages that it holds beside
/// it, in text order.
#[must_use]
pub fn messages(document: &Document, tagged: &Tagged) -> (Option<DateCandidate>, Vec<Message>) {
    let text = &*document.text;
    if !may_be_mail(text) {
        return (None, Vec::new());
    }
    let lines = lines(text);
    let heads = heads(&lines);
    if heads.is_empty() {
        return (None, Vec::new());
    }
    let days = days(&tagged.resolve(None));
    let mut found: Vec<Message> = Vec::new();
    for head in heads {
        let span = Span::new(lines[head.start].start, lines[head.end - 1].end);
        if let Some((day, interval)) = days.iter().find_map(|day| full(day, span)) {
            let date = DateCandidate {
                interval,
                origin: DateOrigin::Mail,
                words: day.of(text).trim().to_owned(),
                span: Some(day),
            };
            let end = head.ends_at.map_or(text.len(), |line| lines[line].start);
            found.push(Message { head: span, span: Span::new(span.start as usize, end), date });
        }
    }
    let opens = |message: &Message| text[..message.span.start as usize].trim().is_empty();
    let own = found.first().is_some_and(opens).then(|| found.remove(0).date);
    (own, found)
}

/// Whether any word of a mail's head stands in a text; nearly all texts are done with here, so
/// that only their colons and stars are looked at.
fn may_be_mail(text: &str) -> bool {
    let mut leads = false;
    for at in memchr::memchr2_iter(b':', b'*', text.as_bytes()) {
        let (before, rest) = (&text.as_bytes()[..at], &text.as_bytes()[at..]);
        let is_label = |label: &String| before.ends_with(label.as_bytes());
        if DateWords::all().any(|words| words.mail_from.iter().any(is_label)) {
            return true;
        }
        leads |= rest.starts_with(b":\n") || rest.starts_with(b":\r\n");
    }
    let holds = |word: &String| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    leads && DateWords::all().any(|words| words.mail_wrote.iter().any(holds))
}

/// The heads of messages, in text order.
fn heads(lines: &[Line<'_>]) -> Vec<Head> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let head = head_block(lines, at).or_else(|| lead(lines, at));
        at = head.as_ref().map_or(at + 1, |head| head.end);
        out.extend(head);
    }
    out
}

/// A line without the marks of a quotation.
struct Line<'a> {
    start: usize,
    end: usize,
    /// How many quotations it stands in.
    depth: usize,
    words: &'a str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut out = Vec::new();
    for line in text::lines(text) {
        let plain = line.trim_start_matches(['>', ' ']);
        let marks = &line.as_bytes()[..line.len() - plain.len()];
        let depth = memchr::memchr_iter(b'>', marks).count();
        let words = plain.trim().trim_matches('*');
        out.push(Line { start, end: start + line.len(), depth, words });
        start += line.len();
    }
    out
}

/// The head of a message: its first line and the one behind it, and the one where the message ends,
/// if another goes on there.
struct Head {
    start: usize,
    end: usize,
    ends_at: Option<usize>,
}

/// "From: ...", "Sent: ...", "To: ...": lines that begin with the words of a mail's head, one of
/// which says who sent it and one when.
fn head_block(lines: &[Line<'_>], first: usize) -> Option<Head> {
    let labelled = |line: &Line<'_>, list: fn(&DateWords) -> &[String]| {
        let Some((label, _)) = line.words.split_once(':') else { return false };
        let label = label.trim().trim_matches('*');
        !label.is_empty() && DateWords::all().any(|words| list(words).iter().any(|l| l == label))
    };
    let depth = lines[first].depth;
    let block = lines[first..]
        .iter()
        .take(LONGEST_HEAD)
        .take_while(|line| line.depth == depth && labelled(line, |words| &words.mail_head))
        .count();
    let block = &lines[first..first + block];
    let whole = block.iter().any(|line| labelled(line, |words| &words.mail_from))
        && block.iter().any(|line| labelled(line, |words| &words.mail_date));
    let end = first + block.len();
    let ends_at = || (depth > 0).then(|| shallower(lines, end, depth)).flatten();
    whole.then(|| Head { start: first, end, ends_at: ends_at() })
}

/// "On Mon, 3 Jun 2024 at 14:05, Ann Orr <ann@example.org> wrote:": the line that leads to what is
/// answered.
fn lead(lines: &[Line<'_>], first: usize) -> Option<Head> {
    let depth = lines[first].depth;
    let opens = first == 0 || lines[first - 1].words.is_empty() || lines[first - 1].depth != depth;
    if !opens || lines[first].words.is_empty() {
        return None;
    }
    let same = |line: &&Line<'_>| line.depth == depth && !line.words.is_empty();
    let broken = lines[first..].iter().take(BROKEN_INTO).take_while(same);
    let count = broken.take_while(|line| !line.words.ends_with(':')).count() + 1;
    let parts = lines.get(first..first + count).filter(|_| count <= BROKEN_INTO)?;
    if !parts.last().is_some_and(|line| line.words.ends_with(':')) {
        return None;
    }
    let whole = parts.iter().map(|line| line.words).collect::<Vec<_>>().join(" ").to_lowercase();
    let says = DateWords::all().any(|words| holds(&whole, &words.mail_wrote));
    let end = first + count;
    let fits = says && whole.chars().any(char::is_numeric);
    let next = lines[end..].iter().position(|line| !line.words.is_empty()).map(|at| end + at);
    let quoted = next.filter(|&next| lines[next].depth > depth);
    fits.then(|| Head {
        start: first,
        end,
        ends_at: quoted.and_then(|next| shallower(lines, next, depth + 1)),
    })
}

/// The first line from here on that says something and stands in fewer quotations.
fn shallower(lines: &[Line<'_>], from: usize, depth: usize) -> Option<usize> {
    let ends = |line: &Line<'_>| line.depth < depth && !line.words.is_empty();
    lines[from..].iter().position(ends).map(|at| from + at)
}

/// The day or the minute that a day of a head is, if that names its year.
fn full(day: &Day, within: Span) -> Option<(Span, crate::time::Interval)> {
    match day.stated {
        Stated::Full(interval) if within.contains(day.span) => Some((day.span, interval)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Packs;
    use crate::temporal::{messages, tag};

    /// The dates of a text's messages and how each begins.
    fn found(language: &str, text: &str) -> Vec<(String, String)> {
        let pack = Packs::embedded().get(language).expect("the pack is built in");
        let document = crate::import::import("chain.txt", text.as_bytes()).expect("it is a text");
        let tagged = tag(&document.text, &document.blocks, pack);
        let short = |message: &crate::document::Message| {
            let day = message.date.interval.iso_ends().0.unwrap_or_default();
            let words = message.span.of(&document.text).trim_start();
            (day, words.split([' ', '\n']).next().unwrap_or_default().to_owned())
        };
        let (own, messages) = messages(&document, &tagged);
        let own = own.and_then(|date| date.interval.iso_ends().0).map(|day| (day, String::new()));
        own.into_iter().chain(messages.iter().map(short)).collect()
    }

    #[track_caller]
    fn check(language: &str, text: &str, days: &[&str]) {
        let found = found(language, text);
        let starts = found.iter().zip(days).all(|((day, _), expected)| day.starts_with(expected));
        assert!(found.len() == days.len() && starts, "{found:?}\n{text}");
    }

    #[test]
    fn heads_of_messages_are_found_in_every_language() {
        check(
            "en",
            "Thanks, it came yesterday.\n\nFrom: Ann Orr <ann@example.org>\nSent: Monday, 3 June 2024 14:05\nTo: Ben Lund\nSubject: Crates\n\nThe crates left yesterday.\n\n-----Original Message-----\nFrom: Ben Lund\nSent: Friday, 31 May 2024 09:00\nTo: Ann Orr\n\nWhere are the crates?\n",
            &["2024-06-03", "2024-05-31"],
        );
        check(
            "en",
            "It came.\n\nOn Mon, 3 Jun 2024 at 14:05, Ann Orr\n<ann@example.org> wrote:\n> It left yesterday.\n> On 1 Jun 2024, Ben Lund wrote:\n>> Where is it?\n",
            &["2024-06-03", "2024-06-01"],
        );
        check(
            "de",
            "Danke.\n\nVon: Anna Lund\nGesendet: Montag, 3. Juni 2024 14:05\nAn: Otto Berg\nBetreff: Kisten\n\nGestern kamen sie.\n\nAm 1. Juni 2024 um 09:00 schrieb Otto Berg <otto@example.org>:\n> Wo sind sie?\n",
            &["2024-06-03", "2024-06-01"],
        );
        check(
            "uk",
            "Дякую.\n\nВід: Анна Коваль\nНадіслано: 3 червня 2024 р. 14:05\nКому: Петро Лис\nТема: Ящики\n\nУчора прибули.\n\n1 червня 2024 р. о 09:00 Петро Лис <petro@example.org> пише:\n> Де вони?\n",
            &["2024-06-03", "2024-06-01"],
        );
    }

    #[test]
    fn a_mail_alone_says_its_own_date() {
        check(
            "en",
            "From: Ann Orr\nTo: Ben\nDate: Mon, 3 Jun 2024 14:05:00 +0200\n\nThey left yesterday.\n",
            &["2024-06-03"],
        );
    }

    #[test]
    fn prose_is_no_chain() {
        check("en", "In 1862 he wrote:\n\nThe war began in May.\n", &[]);
        check("en", "From: the north\nTo: the south\n\nOn 3 June 2024 it rained.\n", &[]);
    }
}
