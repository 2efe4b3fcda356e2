//! Where to lead someone after they signed in: a page of this site, and nothing else.

/// The path, if it is one of this site; the account's page otherwise.
pub fn safe_way(path: &str) -> String {
    let is_here = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 500
        && path.is_ascii()
        && !path.contains(['\\', '\r', '\n', '\t'])
        && !path.to_ascii_lowercase().contains("%2f%2f")
        && !path.to_ascii_lowercase().contains("%5c")
        && !path.starts_with("/connexion")
        && !path.starts_with("/deconnexion");
    if is_here { path.to_owned() } else { "/compte".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe_way;

    #[test]
    fn no_way_leads_out_of_the_site() {
        for path in [
            "",
            "x",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nb",
            "/%2F%2Fevil.example",
            "/%5cevil.example",
            "/\tevil",
            "javascript:alert(1)",
            "/connexion?suite=/connexion",
        ] {
            assert_eq!(safe_way(path), "/compte", "{path}");
        }
        assert_eq!(safe_way("/lieux/la-source?x=1"), "/lieux/la-source?x=1");
    }
}
