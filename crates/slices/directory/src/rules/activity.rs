//! What of the journal keeps a membership alive (network 7.2, `PageActivity`): what a holder of
//! the page did on it. Imports, bots, administrators, hubs and ratings do not count.

use crate::model::Hand;

/// The kinds of lines that a holder's hand may have written.
const KINDS: [&str; 3] =
    ["directory.place_edited", "directory.page_confirmed", "directory.page_dressed"];

/// Whether that line of the journal, of that kind and with that body, is an activity of the page.
pub fn is_page_activity(kind: &str, body: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct ByRole {
        #[serde(default)]
        as_role: String,
    }
    KINDS.contains(&kind)
        && serde_json::from_str::<ByRole>(body)
            .is_ok_and(|it| Hand::named(&it.as_role).is_some_and(Hand::is_of_the_place))
}

#[cfg(test)]
mod tests {
    use super::is_page_activity;

    #[test]
    fn only_those_who_are_at_the_place_keep_it_alive() {
        let by = |role: &str| format!("{{\"as_role\":\"{role}\"}}");
        assert!(is_page_activity("directory.page_confirmed", &by("place-manager")));
        assert!(is_page_activity("directory.place_edited", &by("mediator")));
        assert!(!is_page_activity("directory.place_edited", &by("hub-manager")));
        assert!(!is_page_activity("directory.place_edited", &by("house")));
        assert!(!is_page_activity("directory.place_changed", "{\"fields\":[]}"));
        assert!(!is_page_activity("directory.place_edited", "{\"before\":\"\"}"));
    }
}
