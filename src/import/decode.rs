//! Bytes to text, whatever the encoding.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded text.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The text as it stands in the file, without a byte order mark.
    pub text: String,
    /// What the reader should know: undecodable bytes were replaced.
    pub warning: Option<String>,
}

/// How many bytes are shown to the detector, from the first one that is not ASCII.
const SAMPLE: usize = 1 << 20;

/// Decodes by byte order mark; or else as UTF-8 or UTF-16 if it is that; or else in the encoding
/// that `declared` names; or else in the one that the letters suggest.
pub(crate) fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return with(encoding, bytes);
    }
    if let Some(encoding) = declared.filter(|&declared| declared == ISO_2022_JP) {
        // All of its bytes are those of ASCII.
        return with(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), warning: None },
        Err(_) => with(declared.unwrap_or_else(|| guess(bytes)), bytes),
    }
}

/// Whether the first bytes of a file can be text in some encoding.
pub(crate) fn is_text(head: &[u8]) -> bool {
    if Encoding::for_bom(head).is_some() || utf_16_without_mark(head).is_some() {
        return true;
    }
    let controls: usize = head.iter().map(|&byte| CONTROLS[usize::from(byte)]).sum();
    memchr::memchr(0, head).is_none() && controls * 100 <= head.len()
}

/// One for each byte that stands in no text.
const CONTROLS: [usize; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        table[byte as usize] = is_control(byte) as usize;
        byte += 1;
    }
    table
};

/// A byte that stands in no text: a control character that is neither white space nor the escape
/// of ISO 2022.
const fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let warning = broken.then(|| {
        format!(
            "some bytes are no text in {}, and are shown as \u{FFFD}: if it reads wrong, save it as UTF-8 and open it again",
            encoding.name()
        )
    });
    Decoded { text: Cow::into_owned(text), warning }
}

/// The encoding that the letters suggest. A text that is UTF-8 but for a few broken bytes is
/// UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    if is_nearly_utf_8(sample) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether well-formed sequences outnumber broken ones ten to one: letters of another encoding
/// hardly ever form one.
fn is_nearly_utf_8(sample: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in sample.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken * 10
}

/// UTF-16 without a byte order mark shows by its white space, every second byte of which is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    memchr::memchr(0, sample)?;
    let blank = |unit: u16| matches!(unit, 0x09 | 0x0A | 0x0D | 0x20);
    let (mut little, mut big, mut odd) = (0usize, 0usize, 0usize);
    for pair in sample.chunks_exact(2) {
        let (le, be) =
            (u16::from_le_bytes([pair[0], pair[1]]), u16::from_be_bytes([pair[0], pair[1]]));
        little += usize::from(blank(le));
        big += usize::from(blank(be));
        odd += usize::from(le == 0 || le == 0xFFFF);
    }
    let units = sample.len() / 2;
    let enough = |count: usize| count > 0 && count * 50 >= units && odd == 0;
    match (enough(little), enough(big)) {
        (true, _) if little > big * 4 => Some(UTF_16LE),
        (_, true) if big > little * 4 => Some(UTF_16BE),
        _ => None,
    }
}
