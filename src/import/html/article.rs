//! Which part of a page is what it has to say.

use dom_query::{Document as Page, NodeRef};
use dom_smoothie::{Config, Readability};

use super::super::flow::Flow;
use super::render::render;
use super::title::collapsed;
use crate::document::{Block, BlockKind};

/// Beyond this the article is not looked for: what is this deep or long is no page that somebody
/// laid out, and the search for its article would take minutes.
const DEEPEST: usize = 256;
const MOST_ELEMENTS: usize = 200_000;

/// Parts of a page that surround an article.
const FURNITURE: &str =
    "nav, aside, footer, form, menu, [role=navigation], [role=contentinfo], [role=complementary]";
/// Parts of a page that say of themselves that they are its content, the surest first.
const CONTENT: [&str; 4] = ["[itemprop=articleBody]", "article", "main", "[role=main]"];

/// A page of which a larger share of letters are links than this has furniture.
const MOST_LINKS: f64 = 0.25;
/// The article must hold this share of what the page marks as its content, or it was cut short.
const LEAST_KEPT: f64 = 0.6;

/// The longest line, in bytes, that is looked at as one that dates the article, and how many
/// lines over the article are looked at.
const SHORT: usize = 120;
const NEAR: usize = 5;

type Text = (String, Vec<Block>);

/// The text of a page: its title, the date lines under it, its article; the whole page where it
/// has no furniture, or where no article can be told from it.
pub(super) fn text(page: &Page, title: Option<&str>) -> Text {
    let whole = rendered(page.root(), title, &[]);
    if !has_furniture(page) || is_beyond_bounds(page) {
        return whole;
    }
    let article = found_article(page);
    let found = article.as_ref().map(Page::root);
    let Some(content) = content(found, marked_content(page)) else { return whole };
    let body = rendered(content, title, &[]).0;
    if body.len() <= title.map_or(0, str::len) {
        return whole;
    }
    rendered(content, title, &date_lines(&whole, &body))
}

/// The article that was found by its looks, unless the page marks a part as its content and the
/// article has lost much of it.
fn content<'a>(found: Option<NodeRef<'a>>, marked: Option<NodeRef<'a>>) -> Option<NodeRef<'a>> {
    let (Some(found), Some(marked)) = (found, marked) else { return found.or(marked) };
    let length = |node: NodeRef| rendered(node, None, &[]).0.len() as f64;
    Some(if length(found) < length(marked) * LEAST_KEPT { marked } else { found })
}

/// The article by Mozilla's Readability: classes, lengths of paragraphs, density of links.
fn found_article(page: &Page) -> Option<Page> {
    let config = Config { disable_json_ld: true, keep_classes: true, ..Config::default() };
    let mut readability = Readability::with_document(page.clone(), None, Some(config)).ok()?;
    readability.parse().ok().map(|article| Page::from(article.content))
}

/// The one part of the page that says of itself that it is the content.
fn marked_content(page: &Page) -> Option<NodeRef<'_>> {
    CONTENT.iter().find_map(|selector| {
        let parts = page.select(selector);
        match parts.nodes() {
            [only] => Some(*only),
            _ => None,
        }
    })
}

fn has_furniture(page: &Page) -> bool {
    if page.select(FURNITURE).exists() {
        return true;
    }
    let letters = |node: &NodeRef| node.normalized_char_count() as f64;
    let Some(body) = page.body() else { return false };
    let linked: f64 = page.select("body a[href]").nodes().iter().map(letters).sum();
    linked > letters(&body) * MOST_LINKS
}

fn is_beyond_bounds(page: &Page) -> bool {
    let mut elements = 0;
    let mut open = vec![(page.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        elements += 1;
        if depth > DEEPEST || elements > MOST_ELEMENTS {
            return true;
        }
        open.extend(node.children_it(false).filter(NodeRef::is_element).map(|n| (n, depth + 1)));
    }
    false
}

/// Short lines with a year that stand right over the article and were taken for furniture: "3 May
/// 2022, 14:05".
fn date_lines(whole: &Text, body: &str) -> Vec<String> {
    let words = |block: &Block| collapsed(block.span.of(&whole.0));
    let body = collapsed(body);
    let blocks = whole.1.iter().filter(|block| block.kind != BlockKind::Title);
    let before: Vec<String> = blocks
        .map(words)
        .take_while(|words| words.len() < SHORT || !body.contains(words))
        .collect();
    let near = &before[before.len().saturating_sub(NEAR)..];
    let is_date_line =
        |words: &&String| words.len() <= SHORT && has_year(words) && !body.contains(words.as_str());
    near.iter().filter(is_date_line).cloned().collect()
}

/// Whether four digits in a row can be a year.
fn has_year(words: &str) -> bool {
    words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .any(|digits| (1500..2200).contains(&digits.parse::<u32>().unwrap_or(0)))
}

/// The text of a part of the page, under the title and some lines of the page's head.
fn rendered(node: NodeRef, title: Option<&str>, head: &[String]) -> Text {
    let mut flow = Flow::default();
    write_head(&mut flow, title, head);
    render(node, title, &mut flow);
    flow.finish()
}

fn write_head(flow: &mut Flow, title: Option<&str>, head: &[String]) {
    if let Some(title) = title {
        flow.open(BlockKind::Title);
        flow.words(title);
        flow.close();
    }
    for line in head {
        flow.open(BlockKind::Paragraph);
        flow.words(line);
        flow.close();
    }
}
