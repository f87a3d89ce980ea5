//! What a file's name tells: its extension, a title, and a date in digits.

use crate::document::{DateCandidate, DateOrigin};
use crate::time::{Granularity, Interval, Moment};

/// The extension in lower case, without its dot; empty if there is none.
pub(crate) fn extension(source: &str) -> String {
    split(source).1.to_lowercase()
}

/// The file's name without folders and extension.
pub(crate) fn title(source: &str) -> String {
    split(source).0.to_owned()
}

/// The day that stands in the file's name. `None` if there is none, or if there are several:
/// then they name what the document is about.
///
/// Read are `2023-11-29`, `20231129` and `29-11-2023`, with `-`, `_`, `.` or a space between the
/// fields. `05-03-2022` may be two days, and is not read.
pub(crate) fn date(source: &str) -> Option<DateCandidate> {
    let name = split(source).0;
    let mut days = days(name);
    let first = days.next()?;
    if days.any(|day| day != first) {
        return None;
    }
    Some(DateCandidate {
        interval: Interval::unit(first, Granularity::Day),
        origin: DateOrigin::FileName,
        words: file(source).to_owned(),
        span: None,
    })
}

/// The last component of a path.
fn file(source: &str) -> &str {
    source.rsplit(['/', '\\']).next().unwrap_or(source)
}

/// The last component, parted at its last dot.
fn split(source: &str) -> (&str, &str) {
    let file = file(source);
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && is_extension(extension) => (stem, extension),
        _ => (file, ""),
    }
}

/// Whether what follows the last dot is an extension and not the end of a sentence or a date.
fn is_extension(text: &str) -> bool {
    text.len() <= 10
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().any(|b| b.is_ascii_alphabetic())
}

/// A run of digits in a name, and what stands around it.
#[derive(Clone, Copy)]
struct Run<'a> {
    digits: &'a str,
    /// Whether only one separator lies between this run and the next.
    joined: bool,
    /// Whether letters touch it.
    in_word: bool,
}

/// The days in a name, in order.
fn days(name: &str) -> impl Iterator<Item = Moment> + '_ {
    let runs = runs(name);
    let mut index = 0;
    std::iter::from_fn(move || {
        while index < runs.len() {
            let rest = &runs[index..];
            if let Some((day, used)) = day_at(rest) {
                index += used;
                return Some(day);
            }
            index += 1;
        }
        None
    })
}

fn runs(name: &str) -> Vec<Run<'_>> {
    let bytes = name.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end =
            bytes[at..].iter().position(|b| !b.is_ascii_digit()).map_or(bytes.len(), |n| at + n);
        let letter_before = at > 0 && bytes[at - 1].is_ascii_alphabetic();
        let letter_after = bytes.get(end).is_some_and(|&b| b.is_ascii_alphabetic() && b != b'T');
        let joined = bytes.get(end).is_some_and(|b| b"-_. ".contains(b))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        runs.push(Run { digits: &name[at..end], joined, in_word: letter_before || letter_after });
        at = end;
    }
    runs
}

/// The day that starts at the first of these runs, and how many of them it takes.
fn day_at(runs: &[Run]) -> Option<(Moment, usize)> {
    let number = |text: &str| text.parse::<u32>().ok();
    match runs {
        [run, ..] if run.digits.len() == 8 && !run.in_word => {
            let (year, rest) = run.digits.split_at(4);
            let (month, day) = rest.split_at(2);
            Some((plausible(number(year)?, number(month)?, number(day)?)?, 1))
        }
        [first, second, third, ..] if first.joined && second.joined => {
            let is_free = !first.in_word && !third.in_word;
            Some((fields(first.digits, second.digits, third.digits).filter(|_| is_free)?, 3))
        }
        _ => None,
    }
}

/// The day that three numbers name, where they can name only one.
fn fields(first: &str, second: &str, third: &str) -> Option<Moment> {
    let value = |digits: &str| digits.parse::<u32>().ok();
    let (one, two, three) = (value(first)?, value(second)?, value(third)?);
    match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => plausible(one, two, three),
        (1..=2, 1..=2, 4) if one > 12 || one == two => plausible(three, two, one),
        (1..=2, 1..=2, 4) if two > 12 => plausible(three, one, two),
        _ => None,
    }
}

/// The day, if it exists and somebody can have dated a file by it.
fn plausible(year: u32, month: u32, day: u32) -> Option<Moment> {
    if !(1000..2200).contains(&year) {
        return None;
    }
    Moment::from_ymd(year as i32, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: Option<&str>) {
        let found = date(source).and_then(|candidate| candidate.interval.iso_ends().0);
        assert_eq!(found.as_deref(), expected, "{source}");
    }

    #[test]
    fn a_day_in_digits_is_read() {
        check("2023-11-29_brussels.txt", Some("2023-11-29"));
        check("/home/reader/news/2023_11_29.md", Some("2023-11-29"));
        check("C:\\news\\brussels 29.11.2023.txt", Some("2023-11-29"));
        check("20231129.html", Some("2023-11-29"));
        check("minutes-20231129T0930.txt", Some("2023-11-29"));
        check("29-11-2023", Some("2023-11-29"));
        check("11-29-2023.txt", Some("2023-11-29"));
        check("2023-11-29 (copy of 2023-11-29).txt", Some("2023-11-29"));
    }

    #[test]
    fn what_may_be_something_else_is_not_read() {
        check("05-03-2022.txt", None);
        check("2022-02-24_to_2022-04-02.txt", None);
        check("2023-13-29.txt", None);
        check("2023-02-30.txt", None);
        check("000_cd20231129af.txt", None);
        check("invoice 1234567890.txt", None);
        check("2022.txt", None);
        check("report-12.txt", None);
        check("2023-11-29/notes.txt", None);
        check("pasted text", None);
    }

    #[test]
    fn a_title_is_the_name_without_folder_and_extension() {
        assert_eq!(title("/a/b/Siege of Kyiv.txt"), "Siege of Kyiv");
        assert_eq!(title("archive.2022"), "archive.2022");
        assert_eq!(title(".profile"), ".profile");
        assert_eq!(title("pasted text"), "pasted text");
        assert_eq!(extension("A.B/Page.HTML"), "html");
        assert_eq!(extension("U.S. policy"), "");
    }
}
