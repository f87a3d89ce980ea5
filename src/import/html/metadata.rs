//! The dates and the language that a page states in its metadata.

use dom_query::{Document as Page, NodeRef};
use serde_json::Value;

use super::super::metadata_date::candidate;
use crate::document::{DateCandidate, DateOrigin};

/// Names of `<meta>` fields, in lower case with dots for colons, that say when the page was
/// published: Open Graph, Dublin Core, schema.org, Highwire Press, and what large sites use.
const PUBLISHED: &[&str] = &[
    "article.published_time",
    "article.published",
    "og.published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "dcterms.available",
    "dcterms.created",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "publication_date",
    "publication-date",
    "published-date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "pubdate",
    "pub_date",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
    "displaydate",
    "cxenseparse.recs.publishtime",
    "bt.pubdate",
    "article_date_original",
    "date",
];
/// Names of fields that say when it was changed or made.
const CHANGED: &[&str] = &[
    "article.modified_time",
    "og.updated_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "last_modified",
    "updated_time",
    "revised",
    "datecreated",
];

/// The language of the page as its root element names it.
pub(super) fn language(page: &Page) -> Option<String> {
    let language = page.select_single("html").attr("lang")?;
    let language = language.trim().replace('_', "-");
    (!language.is_empty()).then_some(language)
}

/// The dates that the page states, the most telling first.
pub(super) fn dates(page: &Page) -> Vec<DateCandidate> {
    let mut dates = linked_data(page);
    dates.extend(fields(page, PUBLISHED, DateOrigin::Published));
    dates.extend(marked_times(page));
    dates.extend(fields(page, CHANGED, DateOrigin::Metadata));
    dates.extend(address(page));
    without_repetition(dates)
}

/// The same day from several fields is one candidate: the first, which has the higher origin.
fn without_repetition(dates: Vec<DateCandidate>) -> Vec<DateCandidate> {
    let mut kept: Vec<DateCandidate> = Vec::new();
    for date in dates {
        let is_known = kept.iter().any(|known| {
            known.interval.contains(&date.interval) || date.interval.contains(&known.interval)
        });
        if !is_known {
            kept.push(date);
        }
    }
    kept
}

/// The dates in `<meta>` fields of these names, in the order of the names.
fn fields(page: &Page, names: &[&str], origin: DateOrigin) -> Vec<DateCandidate> {
    let metas = page.select("meta[content]");
    let stated: Vec<(String, String)> = metas.nodes().iter().filter_map(field).collect();
    let of = |name: &&str| {
        let (key, value) = stated.iter().find(|(key, _)| key == name)?;
        candidate(origin, key, value)
    };
    names.iter().filter_map(of).collect()
}

fn field(meta: &NodeRef) -> Option<(String, String)> {
    let name =
        ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key))?;
    Some((name.trim().to_ascii_lowercase().replace(':', "."), meta.attr("content")?.to_string()))
}

/// `<time>` elements that say of themselves that they date the page (schema.org as microdata,
/// the `pubdate` attribute of earlier drafts), and the one under the headline.
fn marked_times(page: &Page) -> Vec<DateCandidate> {
    let marked = [
        ("[itemprop=datePublished]", DateOrigin::Published),
        ("time[pubdate]", DateOrigin::Published),
        ("[itemprop=dateModified]", DateOrigin::Metadata),
    ];
    let mut dates: Vec<DateCandidate> = marked
        .into_iter()
        .filter_map(|(selector, origin)| {
            let element = page.select_single(selector);
            let value = element.attr("datetime").or_else(|| element.attr("content"))?;
            candidate(origin, selector, &value)
        })
        .collect();
    dates.extend(time_under_headline(page));
    dates
}

/// The first `<time>` after the headline, before the text has begun.
fn time_under_headline(page: &Page) -> Option<DateCandidate> {
    /// A paragraph of so many characters is the text's first.
    const TEXT: usize = 160;
    let root = page.body()?;
    let mut nodes = root.descendants_it().skip_while(|node| !node.has_name("h1")).skip(1);
    let time = nodes
        .by_ref()
        .take_while(|node| !(node.has_name("p") && node.normalized_char_count() > TEXT))
        .find(|node| node.has_name("time") && node.has_attr("datetime"))?;
    let mut date = candidate(DateOrigin::Byline, "", &time.attr("datetime")?)?;
    date.words = super::title::collapsed(&time.text());
    Some(date)
}

/// The dates of the page's own thing in its linked data (JSON-LD): not those of its comments,
/// its pictures or the articles that it points to.
fn linked_data(page: &Page) -> Vec<DateCandidate> {
    let scripts = page.select("script[type='application/ld+json']");
    let things: Vec<Value> = scripts
        .nodes()
        .iter()
        .filter_map(|script| serde_json::from_str(script.text().trim()).ok())
        .collect();
    let things: Vec<&Value> = things.iter().flat_map(members).collect();
    let of = |key: &str, origin| {
        things.iter().find_map(|thing| candidate(origin, key, thing.get(key)?.as_str()?))
    };
    [
        of("datePublished", DateOrigin::Published),
        of("dateCreated", DateOrigin::Published),
        of("dateModified", DateOrigin::Metadata),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The things that a piece of linked data describes at its top: itself, the members of a list,
/// of a graph, and what it is about.
fn members(data: &Value) -> Vec<&Value> {
    match data {
        Value::Array(list) => list.iter().flat_map(members).collect(),
        Value::Object(thing) => {
            let inner = ["@graph", "mainEntity"].iter().filter_map(|key| thing.get(*key));
            std::iter::once(data).chain(inner.flat_map(members)).collect()
        }
        _ => Vec::new(),
    }
}

/// The day in the page's own address: `/2022/05/03/`.
fn address(page: &Page) -> Option<DateCandidate> {
    let address = page
        .select_single("link[rel=canonical]")
        .attr("href")
        .or_else(|| page.select_single("meta[property='og:url']").attr("content"))?;
    let parts: Vec<&str> = address.split('/').collect();
    parts.windows(3).find_map(|parts| {
        let is_date = parts.iter().zip([4, 2, 2]).all(|(part, length)| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
        });
        is_date.then(|| candidate(DateOrigin::Metadata, &address, &parts.join("-"))).flatten()
    })
}
