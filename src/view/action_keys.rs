//! The keys of actions that are more than a closed list: those without further words stand in a list of pairs.

/// The key of an action; empty where it is not in the list.
pub(super) fn key_of<Action: PartialEq>(keys: &[(&'static str, Action)], action: &Action) -> &'static str {
    let own = keys.iter().find(|(_, known)| known == action);
    own.map_or("", |(key, _)| key)
}

/// The action with that key.
pub(super) fn with_key<Action: Copy>(keys: &[(&str, Action)], key: &str) -> Option<Action> {
    let own = keys.iter().find(|(known, _)| *known == key);
    own.map(|(_, action)| *action)
}
