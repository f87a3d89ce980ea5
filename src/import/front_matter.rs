//! The metadata block at the head of a Markdown file, in YAML or TOML.

use super::draft::Draft;
use super::metadata_date;
use crate::document::DateOrigin;

/// Fields that say when the document was published, the most telling first.
const PUBLISHED: &[&str] =
    &["published", "publishdate", "pubdate", "date", "datepublished", "issued"];
/// Fields that say when it was made or changed.
const OTHER_DATES: &[&str] =
    &["created", "datecreated", "updated", "lastmod", "modified", "datemodified", "last_modified"];
const LANGUAGE: &[&str] = &["lang", "language", "locale"];

/// Takes title, dates and language from a metadata block into the draft. Only plain fields of
/// one line are read: nothing that matters here is ever nested.
pub(crate) fn apply(block: &str, draft: &mut Draft) {
    let fields: Vec<(String, &str)> = block.lines().filter_map(field).collect();
    let values = |names: &'static [&str]| {
        let fields = &fields;
        names.iter().flat_map(move |name| fields.iter().filter(move |(key, _)| key == name))
    };
    if let Some((_, title)) = values(&["title"]).next() {
        draft.title = Some((*title).to_owned());
    }
    if let Some((_, language)) = values(LANGUAGE).next() {
        draft.declared_language = Some(language.replace('_', "-"));
    }
    for (names, origin) in [(PUBLISHED, DateOrigin::Published), (OTHER_DATES, DateOrigin::Metadata)]
    {
        let dates = values(names).filter_map(|(key, value)| {
            metadata_date::candidate(origin, &format!("{key}: {value}"), value)
        });
        draft.date_candidates.extend(dates);
    }
}

/// `key: value` or `key = value`, the key in lower case, the value without its quotes.
fn field(line: &str) -> Option<(String, &str)> {
    let at = line.find([':', '='])?;
    let (key, value) = (&line[..at], line[at + 1..].trim());
    let is_plain = !key.starts_with(char::is_whitespace) && !value.is_empty();
    let value = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value);
    is_plain.then(|| (key.trim().to_lowercase(), value))
}
