//! What a page is called.

use dom_query::Document as Page;
use dom_smoothie::{Config, Readability};

/// The page's headline; without one, the title in its metadata, without the site's name.
pub(super) fn of(page: &Page) -> Option<String> {
    let headline = headline(page);
    headline.or_else(|| stated(page)).filter(|title| !title.is_empty())
}

/// The only `<h1>` of the page, if the `<title>` bears out that it is no site's name.
fn headline(page: &Page) -> Option<String> {
    let headings = page.select("h1");
    let mut headings = headings.nodes().iter().map(|heading| collapsed(&heading.text()));
    let headline = headings.next().filter(|words| !words.is_empty())?;
    let stated = collapsed(&page.select_single("head title").text());
    let is_borne_out =
        stated.is_empty() || stated.to_lowercase().contains(&headline.to_lowercase());
    let is_only = headings.next().is_none();
    // A site's name stands in its titles too, after a bar: "Fleet Sails | The Daily Anchor".
    let is_site = page
        .select_single("meta[property='og:site_name']")
        .attr("content")
        .is_some_and(|site| collapsed(&site) == headline);
    (is_only && is_borne_out && !is_site).then_some(headline)
}

fn stated(page: &Page) -> Option<String> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    Some(collapsed(&readability.get_article_metadata(None).title))
}

/// The words with single spaces between them.
pub(super) fn collapsed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
