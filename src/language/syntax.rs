//! The notation of patterns.
//!
//! ```text
//! word            the word itself, in any case
//! , . - / :       that sign
//! \(              a sign that otherwise means something here
//! <month>         a word of the class
//! <1..31>         a number in the range; <00..59> has two digits; <0..90/10> goes in steps
//! <digits>        any number; <Name> any capitalised word; <any> any word; <sign> any sign
//! {month}         a word of the class, kept under the name of the class
//! {day:1..31}     kept under another name
//! {amount:@count} what a part matches, read as a number
//! {mod=START}     keeps a constant
//! @count          what the part named matches, with what it keeps
//! ~               no white space here (elsewhere white space may stand or not)
//! (a | b)  x?     one of them; x or nothing
//! ```

use super::Slot;

/// A pattern as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Optional(Box<Node>),
    Word(String),
    Sign(u8),
    Class(String),
    Range { low: i32, high: i32, width: usize, step: i32 },
    Part(String),
    Capture { slot: Slot, body: Box<Node> },
    Constant { slot: Slot, term: String },
    Glue,
}

/// Reads a pattern.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn parse(text: &str) -> Result<Node, String> {
    let mut parser = Parser { rest: text, depth: 0 };
    let node = parser.choice()?;
    match parser.peek() {
        None => Ok(node),
        Some(sign) => Err(format!("'{sign}' has nothing that it closes")),
    }
}

/// How deep brackets may stand in brackets.
const MAX_DEPTH: usize = 50;

struct Parser<'a> {
    rest: &'a str,
    /// How many brackets are open.
    depth: usize,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn bump(&mut self, sign: char) {
        self.rest = &self.rest[sign.len_utf8()..];
    }

    fn choice(&mut self) -> Result<Node, String> {
        let mut branches = vec![self.sequence()?];
        while self.peek() == Some('|') {
            self.bump('|');
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Choice(branches) })
    }

    fn sequence(&mut self) -> Result<Node, String> {
        let mut items = Vec::new();
        while let Some(sign) = self.peek() {
            if matches!(sign, '|' | ')') {
                break;
            }
            let mut item = self.item(sign)?;
            if self.peek() == Some('?') {
                item = Node::Optional(Box::new(item));
            }
            while self.peek() == Some('?') {
                self.bump('?');
            }
            items.push(item);
        }
        match items.len() {
            0 => Err("a branch is empty: write x? for what may be missing".to_owned()),
            1 => Ok(items.remove(0)),
            _ => Ok(Node::Sequence(items)),
        }
    }

    fn item(&mut self, sign: char) -> Result<Node, String> {
        match sign {
            '(' => {
                self.bump(sign);
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err("brackets stand too deep in brackets".to_owned());
                }
                let inner = self.choice()?;
                self.depth -= 1;
                if self.peek() != Some(')') {
                    return Err("a '(' is not closed".to_owned());
                }
                self.bump(')');
                Ok(inner)
            }
            '<' => {
                let body = self.enclosed('<', '>')?;
                matcher(&body)
            }
            '{' => {
                let body = self.enclosed('{', '}')?;
                capture(&body)
            }
            '@' => {
                self.bump(sign);
                Ok(Node::Part(self.name()))
            }
            '~' => {
                self.bump(sign);
                Ok(Node::Glue)
            }
            '\\' => {
                self.bump(sign);
                let escaped = self.rest.chars().next().filter(char::is_ascii_punctuation);
                let escaped = escaped.ok_or("'\\' needs a sign after it")?;
                self.bump(escaped);
                Ok(Node::Sign(escaped as u8))
            }
            sign if sign.is_alphabetic() => Ok(Node::Word(self.name().to_lowercase())),
            sign if sign.is_ascii_punctuation() && !matches!(sign, '?' | '>' | '}') => {
                self.bump(sign);
                Ok(Node::Sign(sign as u8))
            }
            sign => Err(format!("'{sign}' cannot stand here")),
        }
    }

    fn enclosed(&mut self, open: char, close: char) -> Result<String, String> {
        self.bump(open);
        let end = self.rest.find(close).ok_or_else(|| format!("a '{open}' is not closed"))?;
        let body = self.rest[..end].trim().to_owned();
        self.rest = &self.rest[end + close.len_utf8()..];
        Ok(body)
    }

    /// A run of letters; after '@', also of digits and hyphens.
    fn name(&mut self) -> String {
        let part = |c: char| c.is_alphanumeric() || c == '-';
        let is_name = self.rest.find(|c: char| !part(c)).unwrap_or(self.rest.len());
        let mut end = is_name;
        // A hyphen that ends the run is a sign of its own.
        while self.rest[..end].ends_with('-') {
            end -= 1;
        }
        let name = self.rest[..end].to_owned();
        self.rest = &self.rest[end..];
        name
    }
}

/// What stands in `<>`, and after the ':' of a capture.
fn matcher(body: &str) -> Result<Node, String> {
    if let Some(part) = body.strip_prefix('@') {
        return Ok(Node::Part(part.to_owned()));
    }
    let Some((low, high)) = body.split_once("..") else {
        return if body.is_empty() {
            Err("a class needs a name".to_owned())
        } else {
            Ok(Node::Class(body.to_owned()))
        };
    };
    let number = |text: &str| {
        text.parse::<i32>().map_err(|_| format!("'{text}' is not a number of a range"))
    };
    let (high, step) = match high.split_once('/') {
        Some((high, step)) => (high, number(step)?.max(1)),
        None => (high, 1),
    };
    let width = if low.starts_with('0') && low.len() == high.len() { low.len() } else { 0 };
    let (low, high) = (number(low)?, number(high)?);
    if low > high {
        return Err(format!("the range {low}..{high} is empty"));
    }
    Ok(Node::Range { low, high, width, step })
}

fn capture(body: &str) -> Result<Node, String> {
    let slot = |name: &str| {
        Slot::from_name(name).ok_or_else(|| format!("there is no capture named '{name}'"))
    };
    if let Some((name, term)) = body.split_once('=') {
        return Ok(Node::Constant { slot: slot(name)?, term: term.to_owned() });
    }
    let (name, inner) = body.split_once(':').unwrap_or((body, body));
    Ok(Node::Capture { slot: slot(name)?, body: Box::new(matcher(inner)?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_read_as_written() {
        let node =
            parse("the? {unit} (ago | {direction:relative}) ~ - <1..31>").expect("a pattern");
        let Node::Sequence(items) = node else { panic!("a sequence") };
        assert_eq!(items[0], Node::Optional(Box::new(Node::Word("the".to_owned()))));
        let unit = Box::new(Node::Class("unit".to_owned()));
        assert_eq!(items[1], Node::Capture { slot: Slot::Unit, body: unit });
        assert!(matches!(&items[2], Node::Choice(branches) if branches.len() == 2));
        assert_eq!(items[3..5], [Node::Glue, Node::Sign(b'-')]);
        assert_eq!(items[5], Node::Range { low: 1, high: 31, width: 0, step: 1 });
    }

    #[test]
    fn what_is_wrong_is_said() {
        let check = |text: &str, part: &str| {
            let message = parse(text).expect_err("no pattern");
            assert!(message.contains(part), "{text}: {message}");
        };
        check("(a | b", "not closed");
        check(&"(".repeat(100_000), "too deep");
        check("a | ", "empty");
        check("{when}", "no capture named 'when'");
        check("<9..1>", "empty");
        check("a )", "closes");
        check("<month", "not closed");
        check("<1..x>", "not a number");
    }
}
