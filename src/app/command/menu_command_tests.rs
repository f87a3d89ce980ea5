//! The list of commands as a whole.

use std::collections::BTreeSet;

use super::{Group, MenuCommand};

#[test]
fn no_two_commands_have_the_same_key() {
    let all: Vec<_> = MenuCommand::ALL
        .into_iter()
        .flat_map(|command| command.shortcuts().into_iter().map(move |keys| (command, keys)))
        .collect();
    for (at, (command, keys)) in all.iter().enumerate() {
        for (other, other_keys) in &all[at + 1..] {
            let same = keys.key == other_keys.key && keys.modifiers == other_keys.modifiers;
            assert!(!same, "{command:?} and {other:?} share {keys:?}");
        }
    }
}

#[test]
fn every_command_is_listed_once_and_says_what_it_is() {
    let all: BTreeSet<_> = MenuCommand::ALL.into_iter().collect();
    assert_eq!(all.len(), MenuCommand::ALL.len());
    assert!(all.contains(&MenuCommand::OpenFiles) && all.contains(&MenuCommand::About));
    let texts: BTreeSet<_> = all.iter().map(|command| command.text()).collect();
    assert_eq!(texts.len(), all.len(), "two commands have the same text");
    for command in all {
        assert!(command.tooltip().ends_with('.'), "{command:?}");
        assert!(Group::ALL.contains(&command.group()));
    }
}
