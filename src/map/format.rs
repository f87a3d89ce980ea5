//! Reading `assets/map/world.bin`; `assets/map/build.py` says how it is laid out.

const MAGIC: &[u8] = b"DLMAP1\n\0";
/// So many steps of the file are 360 degrees.
const STEPS: f64 = 131_072.0;

/// What a line on the map is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A side of land that is no line of its own.
    Neither,
    /// Between land and water.
    Coast,
    /// Between two countries.
    Border,
}

/// A line: points in degrees east and north, each with the coarsest level that has it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) kind: Kind,
    pub(super) points: Vec<([f64; 2], u8)>,
}

/// The whole file.
#[derive(Clone, Debug, Default)]
pub(super) struct Atlas {
    pub(super) lines: Vec<Line>,
    /// Areas of land: rings of lines; a negative number is `-1 - index`, run through backwards.
    pub(super) areas: Vec<Vec<Vec<i32>>>,
}

impl Atlas {
    /// Reads the file; `None` if it is not whole.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let lines = (0..reader.number()?).map(|_| reader.line()).collect::<Option<Vec<_>>>()?;
        let areas = reader.list(|reader| reader.list(|reader| reader.list(Reader::signed)))?;
        let known = |&index: &i32| index.max(-1 - index) < lines.len() as i32;
        areas.iter().flatten().flatten().all(known).then_some(Self { lines, areas })
    }
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 127).checked_shl(shift)?;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i32> {
        self.number().map(unzigzag)
    }

    fn list<T>(&mut self, item: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        (0..self.number()?).map(|_| item(self)).collect()
    }

    fn line(&mut self) -> Option<Line> {
        let kind = match self.byte()? {
            1 => Kind::Coast,
            2 => Kind::Border,
            _ => Kind::Neither,
        };
        let count = self.number()?;
        let (mut x, mut y) = (self.number()? as i32, self.number()? as i32);
        let mut points = vec![(degrees(x, y), 0)];
        for number in 1..count {
            x += self.signed()?;
            let packed = self.number()?;
            y += unzigzag(packed >> 2);
            let level = if number + 1 == count { 0 } else { (packed & 3) as u8 };
            points.push((degrees(x, y), level));
        }
        Some(Line { kind, points })
    }
}

const fn unzigzag(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}

fn degrees(x: i32, y: i32) -> [f64; 2] {
    [f64::from(x) / STEPS * 360.0 - 180.0, f64::from(y) / STEPS * 360.0 - 90.0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_numbers_are_zigzag() {
        assert_eq!([0, 1, 2, 3].map(unzigzag), [0, -1, 1, -2]);
    }

    #[test]
    fn a_file_that_is_not_whole_is_no_map() {
        // One border of two points, one area of one ring along it backwards.
        let whole = [MAGIC, &[1, 2, 2, 10, 20, 3, 4, 1, 1, 1, 1]].concat();
        let atlas = Atlas::read(&whole).expect("a map");
        assert_eq!(atlas.lines[0].kind, Kind::Border);
        let ([x, y], expected) = (atlas.lines[0].points[1].0, degrees(8, 19));
        assert!((x - expected[0]).abs() + (y - expected[1]).abs() < 1e-9);
        assert_eq!(atlas.areas, [[[-1]]]);
        for length in 0..whole.len() {
            assert!(Atlas::read(&whole[..length]).is_none(), "{length}");
        }
        let beyond = [MAGIC, &[1, 2, 1, 10, 20, 1, 1, 1, 2]].concat();
        assert!(Atlas::read(&beyond).is_none(), "an area of a line that is not there");
    }
}
