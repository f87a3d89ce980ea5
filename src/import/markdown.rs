//! Markdown: `CommonMark` with tables, footnotes and a metadata block; the text is what a reader
//! of the rendered page reads.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::flow::Flow;
use super::format::{Format, Input};
use super::{ImportError, decode, front_matter, html};
use crate::document::BlockKind;

/// Markdown.
pub(crate) static FORMAT: Format = Format {
    name: "a Markdown document",
    label: "Markdown",
    extensions: &["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"],
    sniff: |_| false,
    read,
};

#[expect(clippy::unnecessary_wraps, reason = "the registry's signature: other formats can fail")]
fn read(input: &Input) -> Result<Draft, ImportError> {
    let decoded = decode::decode(input.bytes, None);
    let mut reader = Reader::default();
    reader.draft.warnings.extend(decoded.warning);
    for event in Parser::new_ext(&decoded.text, options()) {
        reader.event(event);
    }
    let Reader { mut draft, flow, .. } = reader;
    (draft.text, draft.blocks) = flow.finish();
    mark_title(&mut draft);
    Ok(draft)
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// A heading of the first level that opens the document is its title.
fn mark_title(draft: &mut Draft) {
    let Some(first) = draft.blocks.first_mut() else { return };
    let words = first.span.of(&draft.text);
    let is_stated = draft.title.as_deref() == Some(words);
    if is_stated || first.kind == BlockKind::Heading(1) {
        first.kind = BlockKind::Title;
        draft.title.get_or_insert_with(|| words.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// What the parser's events have come to so far.
#[derive(Default)]
struct Reader {
    draft: Draft,
    flow: Flow,
    /// The lists and quotations around the current place, innermost last.
    around: Vec<BlockKind>,
    /// How many images, whose text is not on the page, are open.
    images: usize,
    in_metadata: bool,
    html: String,
}

impl Reader {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.flow.words(&text);
            }
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => {
                if tag.starts_with("<br") {
                    self.flow.line_break();
                }
            }
            Event::SoftBreak => self.flow.words(" "),
            Event::HardBreak => self.flow.line_break(),
            Event::Rule => self.flow.close(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.paragraph();
            }
            Tag::Heading { level, .. } => self.flow.open(BlockKind::Heading(*level as u8)),
            Tag::BlockQuote(_) => {
                self.flow.close();
                self.around.push(BlockKind::Quote);
            }
            Tag::Item => {
                self.around.push(BlockKind::ListItem);
                self.flow.open(BlockKind::ListItem);
            }
            Tag::CodeBlock(_) => self.flow.open(BlockKind::Preformatted),
            Tag::TableHead | Tag::TableRow => self.flow.open(BlockKind::TableRow),
            Tag::MetadataBlock(_) => self.in_metadata = true,
            Tag::Image { .. } => self.images += 1,
            Tag::FootnoteDefinition(_) | Tag::List(_) | Tag::Table(_) => self.flow.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Item | TagEnd::BlockQuote(_) => {
                self.flow.close();
                self.around.pop();
            }
            TagEnd::TableCell => self.flow.cell(),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::HtmlBlock => {
                self.flow.close();
                html::render_fragment(&std::mem::take(&mut self.html), &mut self.flow);
                self.flow.close();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::FootnoteDefinition => self.flow.close(),
            _ => {}
        }
    }

    /// A paragraph is what stands around it: the item of a list, a quotation.
    fn paragraph(&mut self) {
        let kind = self.around.last().copied().unwrap_or(BlockKind::Paragraph);
        self.flow.open(kind);
    }

    fn text(&mut self, text: &str) {
        if self.in_metadata {
            front_matter::apply(text, &mut self.draft);
        } else if self.images > 0 {
        } else if self.flow.kind() == Some(BlockKind::Preformatted) {
            self.flow.verbatim(text);
        } else {
            if self.flow.kind().is_none() {
                self.paragraph();
            }
            self.flow.words(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(markdown: &str) -> Draft {
        read(&Input { bytes: markdown.as_bytes() }).expect("Markdown is read")
    }

    fn check(markdown: &str, expected: &[(BlockKind, &str)]) {
        let draft = read_text(markdown);
        let blocks: Vec<_> =
            draft.blocks.iter().map(|block| (block.kind, block.span.of(&draft.text))).collect();
        assert_eq!(blocks, expected, "{markdown}");
    }

    #[test]
    fn the_text_is_what_a_reader_of_the_page_reads() {
        check(
            "# The *Siege*\n\nIt began on **1 May\n1812**, see [the map](map.png \"Map\").\n\n\
             ![A drawing](x.png)\n\n## After\n\n* first\n* second  \n  line\n\n  more\n\n1. one\n\n\
             > We shall\n> meet.\n\n| Year | Ships |\n|---|---|\n| 1812 | `14` |\n\n\
             ~~~\nlet x;\n  y\n~~~\n\n<div><p>In a &lt;box&gt;</p></div>\n\n---\n",
            &[
                (BlockKind::Title, "The Siege"),
                (BlockKind::Paragraph, "It began on 1 May 1812, see the map."),
                (BlockKind::Heading(2), "After"),
                (BlockKind::ListItem, "first"),
                (BlockKind::ListItem, "second\nline"),
                (BlockKind::ListItem, "more"),
                (BlockKind::ListItem, "one"),
                (BlockKind::Quote, "We shall meet."),
                (BlockKind::TableRow, "Year\tShips"),
                (BlockKind::TableRow, "1812\t14"),
                (BlockKind::Preformatted, "let x;\n  y"),
                (BlockKind::Paragraph, "In a <box>"),
            ],
        );
    }

    #[test]
    fn a_metadata_block_gives_title_dates_and_language() {
        for markdown in [
            "---\ntitle: \"The Siege\"\ndate: 2022-05-03T14:05:09+02:00\nupdated: 2022-06-01\nlang: en_GB\n---\nText.\n",
            "+++\ntitle = 'The Siege'\ndate = 2022-05-03T14:05:09Z\nlastmod = 2022-06-01\nlang = 'en-GB'\n+++\nText.\n",
        ] {
            let draft = read_text(markdown);
            assert_eq!(draft.title.as_deref(), Some("The Siege"));
            assert_eq!(draft.declared_language.as_deref(), Some("en-GB"));
            assert_eq!(draft.text, "Text.");
            let dates: Vec<_> = draft
                .date_candidates
                .iter()
                .map(|date| (date.origin, date.interval.iso_ends().0.unwrap_or_default()))
                .collect();
            assert_eq!(
                dates,
                [
                    (crate::document::DateOrigin::Published, "2022-05-03T14:05".to_owned()),
                    (crate::document::DateOrigin::Metadata, "2022-06-01".to_owned()),
                ]
            );
        }
    }

    #[test]
    fn a_later_heading_is_no_title() {
        let draft = read_text("Some words.\n\n# A heading\n");
        assert_eq!(draft.title, None);
    }
}
