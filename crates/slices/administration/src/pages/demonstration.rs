//! The letters of a demonstration, read on screen: only where letters stay in the house and the
//! site is on the machine of who looks at it. Anywhere else these pages are not there.

use super::letters::{letter_row, letter_view};
use super::{Administration, show};
use crate::views::LettersView;
use axum::extract::{Path, State};
use axum::response::Response;
use base::MailId;
use web::{Link, Section, Shell, Visitor};
use work::mail;

const PATH: &str = "/lettres";
const SHOWN: u32 = 30;

fn shell(it: &Administration, visitor: &Visitor) -> web::Result<Shell> {
    if !is_demonstration(&it.app.site()) {
        return Err(web::Error::NotFound);
    }
    let mut shell = visitor.shell(Section::Elsewhere);
    shell.hidden_from_robots = true;
    Ok(shell)
}

/// Whether the site keeps its letters and is reached on this machine only.
fn is_demonstration(site: &web::Site) -> bool {
    let host = site.origin.strip_prefix("http://").unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    site.letters_on_screen && ["127.0.0.1", "localhost", "[::1]"].contains(&host)
}

pub(super) async fn list(
    State(it): State<Administration>,
    visitor: Visitor,
) -> web::Result<Response> {
    let shell = shell(&it, &visitor)?;
    let letters = mail::recent(&mut it.app.read().await?, None, None, SHOWN).await?;
    let rows = letters.iter().map(|letter| letter_row(&shell.words, letter, PATH)).collect();
    show(&LettersView { shell, rows })
}

pub(super) async fn one(
    State(it): State<Administration>,
    visitor: Visitor,
    Path(mail): Path<String>,
) -> web::Result<Response> {
    let shell = shell(&it, &visitor)?;
    let id: MailId = mail.parse().map_err(|_| web::Error::NotFound)?;
    let found = mail::one(&mut it.app.read().await?, id).await?.ok_or(web::Error::NotFound)?;
    let back = Link::new(shell.words.t("letters-title"), PATH);
    let origin = shell.site.origin.clone();
    let mut view = letter_view(shell, &found, back);
    if let Some(link) = &mut view.action
        && let Some(path) = link.href.strip_prefix(&origin)
    {
        // On whatever port one looks, the link of a letter leads to this very site.
        link.href = path.to_owned();
    }
    show(&view)
}

#[cfg(test)]
mod tests {
    use super::is_demonstration;
    use web::Site;

    #[test]
    fn letters_are_on_screen_on_ones_own_machine_only() {
        let site = |origin: &str, letters_on_screen| Site {
            origin: origin.into(),
            letters_on_screen,
            ..Site::default()
        };
        assert!(is_demonstration(&site("http://127.0.0.1:8080", true)));
        assert!(is_demonstration(&site("http://localhost:8080", true)));
        assert!(is_demonstration(&site("http://[::1]:8080", true)));
        assert!(!is_demonstration(&site("http://127.0.0.1:8080", false)));
        for origin in
            ["http://192.0.2.1:80", "https://reseau.example", "http://127.0.0.1.evil.example"]
        {
            assert!(!is_demonstration(&site(origin, true)), "{origin}");
        }
    }
}
