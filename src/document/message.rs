//! The messages of a chain of mails that stand in one text.

use super::DateCandidate;
use crate::text::Span;

/// One message of a chain: what it says is counted from its own date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// From its head to where another message goes on, or to the end of the text.
    pub span: Span,
    /// Its head, which says when and by whom it was sent, and tells nothing else.
    pub head: Span,
    /// When it was sent.
    pub date: DateCandidate,
}

impl Message {
    /// The message that holds this place of the text, by number: the innermost one.
    #[must_use]
    pub fn at(messages: &[Self], place: u32) -> Option<usize> {
        messages.iter().rposition(|message| (message.span.start..message.span.end).contains(&place))
    }

    /// The date that what stands at a place is counted from: that of its message, or else the
    /// document's.
    #[must_use]
    pub fn date_at<'a>(
        messages: &'a [Self],
        place: u32,
        document: Option<&'a DateCandidate>,
    ) -> Option<&'a DateCandidate> {
        Self::at(messages, place).map(|number| &messages[number].date).or(document)
    }
}
