//! Which names of a document have one bearer: a surname alone, an acronym, a case of a name.

use std::borrow::Cow;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::names::{Name, NameKind, Names};
use crate::language::NameCases;

/// A surname alone, or an acronym, is the fuller name that stands before it in the text.
pub(super) fn join_short_names(names: &mut Names, cases: &NameCases) {
    let list = &names.list;
    let mut by_end: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    let mut by_initials: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_whole: FxHashMap<&str, usize> =
        FxHashMap::with_capacity_and_hasher(list.len(), FxBuildHasher);
    let is_acronym = |name: &Name| name.text.len() > 1 && name.text.chars().all(char::is_uppercase);
    let acronyms = list.iter().any(is_acronym);
    for (at, name) in list.iter().enumerate() {
        if name.kind == NameKind::Person {
            for (space, _) in name.folded.match_indices(' ') {
                for surname in cases.bases(&name.folded[space + 1..]) {
                    by_end.entry(surname).or_insert(at);
                }
            }
        }
        if name.folded.contains(' ') {
            by_whole.insert(&name.folded, at);
            if acronyms {
                by_initials.entry(initials(&name.text)).or_insert(at);
            }
        }
    }
    let mut kinds: Vec<NameKind> = list.iter().map(|name| name.kind).collect();
    let mut full: Vec<Option<usize>> = vec![None; list.len()];
    for (short, this) in list.iter().enumerate() {
        // "Kennedy" of whom the text has told before it comes to "Robert Kennedy" is another one.
        let person = cases.bases(&this.folded).find_map(|base| by_end.get(&base));
        let person = person.filter(|&&long| {
            let first = list[long].told[0];
            first == u32::MAX || first <= this.told[1]
        });
        let same = || {
            let bearer = matches!(kinds[short], NameKind::Person | NameKind::Organisation);
            let mut others = cases.bases(&this.folded).skip(1);
            let whole = bearer && this.folded.contains(' ');
            whole.then(|| others.find_map(|base| by_whole.get(&*base))).flatten()
        };
        let person = person.or_else(same);
        let acronym = acronyms && is_acronym(this);
        let body = acronym.then(|| by_initials.get(&this.text)).flatten();
        let found = person.into_iter().chain(body).copied().filter(|&long| long != short).min();
        if let Some(long) = found {
            full[short] = Some(long);
            if kinds[long] == NameKind::Unknown && acronym {
                kinds[long] = NameKind::Organisation;
            }
            kinds[short] = kinds[long];
        }
    }
    for (name, (kind, full)) in names.list.iter_mut().zip(kinds.into_iter().zip(full)) {
        (name.kind, name.full) = (kind, full);
    }
}

/// The first letters of a name's capitalised words.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().next().filter(|c| c.is_uppercase());
    let letters: String = name.split([' ', '-']).filter_map(first).collect();
    if letters.chars().count() > 1 { letters } else { String::new() }
}
