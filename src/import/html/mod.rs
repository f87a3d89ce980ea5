//! HTML: the article of a page without its furniture, its title, and the dates that its
//! metadata states.

mod article;
mod charset;
mod metadata;
mod render;
mod title;

use dom_query::Document as Page;

use super::draft::Draft;
use super::flow::Flow;
use super::format::{Format, Input};
use super::{ImportError, decode};

/// HTML.
pub(crate) static FORMAT: Format = Format {
    name: "an HTML page",
    label: "HTML",
    extensions: &["html", "htm", "xhtml", "xht", "shtml"],
    sniff,
    read,
};

/// Whether the first bytes open an HTML page: a document type or one of the outermost tags,
/// after nothing but comments and declarations.
fn sniff(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&head[..head.len().min(1024)]);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    if !head.starts_with('<') {
        return false;
    }
    let head = head.to_ascii_lowercase();
    ["<!doctype html", "<html", "<head>", "<body"].iter().any(|tag| head.contains(tag))
}

#[expect(clippy::unnecessary_wraps, reason = "the registry's signature: other formats can fail")]
fn read(input: &Input) -> Result<Draft, ImportError> {
    let decoded = decode::decode(input.bytes, charset::declared(input.bytes));
    let page = Page::from(decoded.text.as_str());
    let title = title::of(&page);
    let date_candidates = metadata::dates(&page);
    let (text, blocks) = article::text(&page, title.as_deref());
    Ok(Draft {
        title,
        text,
        blocks,
        declared_language: metadata::language(&page),
        date_candidates,
        warnings: decoded.warning.into_iter().collect(),
    })
}

/// Adds the text of a piece of HTML to a text.
pub(crate) fn render_fragment(html: &str, flow: &mut Flow) {
    let fragment = Page::fragment(html);
    render::render(fragment.root(), None, flow);
}

#[cfg(test)]
mod tests;
