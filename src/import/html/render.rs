//! The text of a part of a page, block by block, as a browser would set it apart.

use dom_query::NodeRef;

use super::super::flow::Flow;
use crate::document::BlockKind;

/// Elements that a reader of the page does not read, or that are not part of what it says.
const LEFT_OUT: &[&str] = &[
    "head", "title", "script", "style", "noscript", "template", "svg", "math", "iframe", "object",
    "embed", "canvas", "audio", "video", "img", "map", "button", "select", "textarea", "input",
    "datalist", "dialog", "menu", "nav", "aside", "rp", "rt",
];

/// Elements that begin on a line of their own (HTML Living Standard, 15.3 "Flow content").
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "body",
    "caption",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "main",
    "ol",
    "p",
    "search",
    "section",
    "summary",
    "tbody",
    "tfoot",
    "thead",
    "ul",
];

/// Roles of the parts of a page that are its furniture (WAI-ARIA 1.2, landmarks).
const FURNITURE_ROLES: &[&str] =
    &["navigation", "complementary", "contentinfo", "search", "banner", "menu", "dialog"];

/// A cell longer than this is no cell but a column of a page laid out by a table.
const LONGEST_CELL: usize = 600;

/// Adds the text of `root` to `flow`. A heading that says the same as `title`, which stands
/// there already, is left out.
///
/// The walk keeps its own stack: pages nest thousands of elements deep, by mistake or by malice.
pub(super) fn render(root: NodeRef, title: Option<&str>, flow: &mut Flow) {
    let mut renderer = Renderer { flow, title, around: Vec::new(), tables: Vec::new() };
    let mut steps = vec![Step::Enter(root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => renderer.text(&node.text()),
            Step::Enter(node) => {
                if renderer.enter(&node) {
                    let children = node.children_it(true).map(Step::Enter);
                    steps.push(Step::Leave(node));
                    steps.extend(children);
                }
            }
            Step::Leave(node) => renderer.leave(&node),
        }
    }
    renderer.flow.close();
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(NodeRef<'a>),
}

struct Renderer<'a> {
    flow: &'a mut Flow,
    title: Option<&'a str>,
    /// What the current place stands in: items, quotations, rows, preformatted text.
    around: Vec<BlockKind>,
    /// For each open table, whether it holds data.
    tables: Vec<bool>,
}

impl Renderer<'_> {
    /// Begins an element; whether its content is to be read.
    fn enter(&mut self, node: &NodeRef) -> bool {
        let Some(name) = node.node_name() else { return node.may_have_children() };
        let name: &str = &name;
        if is_left_out(node, name) || self.is_title(node, name) {
            return false;
        }
        match name {
            "br" => self.line_break(),
            "q" => self.flow.words("“"),
            "table" => {
                self.boundary();
                self.tables.push(holds_data(node));
            }
            "td" | "th" | "tr" if !self.in_data() => self.boundary(),
            "td" | "th" => {}
            "tr" => self.push(BlockKind::TableRow),
            "li" => self.push(BlockKind::ListItem),
            "blockquote" => self.push(BlockKind::Quote),
            "pre" => self.push(BlockKind::Preformatted),
            "dt" => self.flow.open(BlockKind::TableRow),
            "dd" if self.flow.kind() == Some(BlockKind::TableRow) => self.flow.cell(),
            "dd" => self.flow.open(BlockKind::ListItem),
            _ => match heading_level(name) {
                Some(level) if !self.in_row() => self.flow.open(BlockKind::Heading(level)),
                Some(_) => self.boundary(),
                None if BLOCKS.contains(&name) => self.boundary(),
                None => {}
            },
        }
        true
    }

    fn leave(&mut self, node: &NodeRef) {
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        match name {
            "q" => self.flow.words("”"),
            "table" => {
                self.boundary();
                self.tables.pop();
            }
            "td" | "th" | "tr" if !self.in_data() => self.boundary(),
            "td" | "th" => self.flow.cell(),
            "tr" | "li" | "blockquote" | "pre" => {
                self.flow.close();
                self.around.pop();
            }
            "dd" => self.flow.close(),
            _ if BLOCKS.contains(&name) || heading_level(name).is_some() => self.boundary(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.flow.kind().is_none() {
            if text.trim().is_empty() {
                return;
            }
            let kind = self.around.last().copied().unwrap_or(BlockKind::Paragraph);
            self.flow.open(kind);
        }
        if self.flow.kind() == Some(BlockKind::Preformatted) {
            self.flow.verbatim(text);
        } else {
            self.flow.words(text);
        }
    }

    /// Begins a block that what stands in it belongs to.
    fn push(&mut self, kind: BlockKind) {
        self.around.push(kind);
        self.flow.open(kind);
    }

    /// The edge of a block; inside a row, where cells may hold paragraphs, a space.
    fn boundary(&mut self) {
        if self.in_row() {
            self.flow.words(" ");
        } else {
            self.flow.close();
        }
    }

    /// One line break breaks the line; two in a row end the paragraph.
    fn line_break(&mut self) {
        if self.in_row() {
            self.flow.words(" ");
        } else if self.flow.is_at_line_break() {
            self.flow.close();
        } else if self.flow.has_words() {
            self.flow.line_break();
        }
    }

    fn in_data(&self) -> bool {
        self.tables.last().copied().unwrap_or(false)
    }

    fn in_row(&self) -> bool {
        self.around.last() == Some(&BlockKind::TableRow)
    }

    fn is_title(&self, node: &NodeRef, name: &str) -> bool {
        heading_level(name).is_some()
            && self.title.is_some_and(|title| super::title::collapsed(&node.text()) == title)
    }
}

fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn is_left_out(node: &NodeRef, name: &str) -> bool {
    LEFT_OUT.contains(&name)
        || is_hidden(node)
        || node.attr("role").is_some_and(|role| FURNITURE_ROLES.contains(&&*role))
        || (name == "footer" && !stands_in(node, &["article", "main", "blockquote", "figure"]))
        || (name == "sup" && is_reference(node))
}

fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

/// Whether a superscript is the mark of a footnote, not the end of an ordinal number.
fn is_reference(node: &NodeRef) -> bool {
    node.descendants_it()
        .any(|inner| inner.attr("href").is_some_and(|target| target.starts_with('#')))
}

fn stands_in(node: &NodeRef, names: &[&str]) -> bool {
    node.ancestors_it(None).any(|outer| names.iter().any(|name| outer.has_name(name)))
}

/// Whether a table holds data, and does not just lay out the page.
fn holds_data(table: &NodeRef) -> bool {
    let is_presentation = table.attr("role").is_some_and(|role| &*role == "presentation");
    let is_column = |inner: &NodeRef| {
        inner.has_name("table")
            || (inner.has_name("td") && inner.normalized_char_count() > LONGEST_CELL)
    };
    !is_presentation && !table.descendants_it().any(|inner| is_column(&inner))
}
