//! The first things someone writes are read before they are shown, and hold few links: most of
//! what is sent to a new site by machines stops there (participation 7.13).

/// How many things of an author are read first.
pub const CHECKED_POSTS: u32 = 3;
/// How many links they may hold.
pub const LINKS_MAX: usize = 2;

/// Whether what someone writes is read before it is shown, when so many were accepted before.
pub fn is_checked(accepted: u32) -> bool {
    accepted < CHECKED_POSTS
}

/// Whether a text holds more links than a newcomer may put in.
pub fn has_too_many_links(accepted: u32, text: &str) -> bool {
    is_checked(accepted) && links_in(text) > LINKS_MAX
}

/// How many links a text holds, whether written in full or not.
pub fn links_in(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || "<>()[]\"',;".contains(c))
        .filter(|word| is_link(word))
        .count()
}

/// The ends of addresses that are most often written without `https://`.
const ENDS: [&str; 14] = [
    "fr", "com", "org", "net", "eu", "info", "io", "ru", "cn", "biz", "top", "xyz", "shop", "site",
];

fn is_link(word: &str) -> bool {
    let word = word.to_lowercase();
    if word.contains("://") || word.starts_with("www.") || word.starts_with("mailto:") {
        return true;
    }
    // `exemple.fr` and `exemple.fr/page`, not `fin.Debut` nor `3.5` nor an address of mail.
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((name, end)) = host.trim_end_matches('.').rsplit_once('.') else { return false };
    !name.is_empty() && !name.contains('@') && ENDS.contains(&end)
}
