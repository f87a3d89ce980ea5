//! What bytes and signs of a text can start.

/// What a byte can start.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Byte {
    Space,
    Line,
    Letter,
    Capital,
    Digit,
    Sign,
    /// The first byte of a character beyond ASCII.
    Wide,
}

pub(super) static BYTES: [Byte; 256] = {
    let mut table = [Byte::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'\n' => Byte::Line,
            b'a'..=b'z' => Byte::Letter,
            b'A'..=b'Z' => Byte::Capital,
            b'0'..=b'9' => Byte::Digit,
            0..=b' ' | 127 => Byte::Space,
            _ => Byte::Sign,
        };
        byte += 1;
    }
    table
};

/// The numerator and the denominator of a fraction that is one character.
pub(super) const fn fraction(sign: char) -> Option<(u32, u32)> {
    Some(match sign {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        _ => return None,
    })
}
