//! Someone who walks through the town with a browser of their own: signed in or not, under the
//! roles that the operator gave them.

use crate::{Page, Town};
use anyhow::{Context as _, Result, ensure};
use axum::body::Body;
use axum::http::Request;
use base::PersonId;
use people::model::{Role, Scope};
use people::{Standing, actions};

/// Someone with a browser.
pub struct Guest<'a> {
    town: &'a Town,
    cookie: String,
    /// Their account; none for a visitor.
    pub person: Option<PersonId>,
    /// Whether they show a strong proof each time they sign in.
    pub is_strong_again: bool,
}

impl Town {
    /// Someone without an account.
    pub fn visitor(&self) -> Guest<'_> {
        Guest { town: self, cookie: String::new(), person: None, is_strong_again: false }
    }

    /// Someone with an account made by the operator, who signed in with a link.
    pub async fn resident(&self, mail: &str, name: &str) -> Result<Guest<'_>> {
        let operator = Standing::operator();
        let asked = (mail, name, "fr");
        let made = actions::make_person(&self.db, self.now(), &operator, asked).await?;
        let mut guest = Guest { person: Some(made.id), ..self.visitor() };
        guest.sign_in().await?;
        Ok(guest)
    }
}

impl Guest<'_> {
    /// Signs in anew, with a link from the operator.
    pub async fn sign_in(&mut self) -> Result<()> {
        let person = self.person.context("no account")?;
        let (town, operator) = (self.town, Standing::operator());
        let keys = people::keys::keys(&town.db, town.now()).await?;
        self.cookie.clear();
        let way = actions::link_for(&town.db, (town.now(), &keys), &operator, person).await?;
        let entered = self.post(&way, &[]).await?;
        ensure!(entered.status == 303, "not let in: {} {}", entered.status, entered.body);
        let kept = entered.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok());
        let session = kept.filter_map(|it| it.split(';').next()).find(|it| it.contains("session="));
        session.context("no session")?.clone_into(&mut self.cookie);
        Ok(())
    }

    /// Gives them a role, as the operator does.
    pub async fn holds(&self, role: Role, scope: &Scope) -> Result<()> {
        let (town, person) = (self.town, self.person.context("no account")?);
        let how = (std::slice::from_ref(scope), None, "story");
        let given = (person, role, scope);
        let operator = Standing::operator();
        actions::give_role(&town.db, town.now(), &operator, given, how).await?;
        Ok(())
    }

    /// Makes their sessions strong, as showing a second factor does.
    pub async fn is_strong(&self) -> Result<()> {
        let person = self.person.context("no account")?.to_string();
        let mut chore = self.town.db.chore(self.town.now(), "story").await?;
        chore
            .write("UPDATE session SET is_strong = TRUE WHERE person = $1", vec![person.into()])
            .await?;
        Ok(chore.commit().await?)
    }

    /// What their browser keeps of this site, as it sends it back.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// Asks for a page, in French.
    pub async fn get(&self, path: &str) -> Result<Page> {
        self.town.ask(self.asking(Request::get(path)), Body::empty()).await
    }

    /// Sends a form with a good ticket.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Page> {
        let ticket = self.ticket().await?;
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &ticket).extend_pairs(fields);
        let asking = self.asking(Request::post(path)).header("origin", "https://reseau.example");
        let asking = asking.header("content-type", "application/x-www-form-urlencoded");
        self.town.ask(asking, Body::from(form.finish())).await
    }

    /// The ticket of a page that everyone may see.
    pub async fn ticket(&self) -> Result<String> {
        let page = self.get("/plan-du-site").await?;
        let (_, after) = page.body.split_once("name=\"csrf\" value=\"").context("no ticket")?;
        let (ticket, _) = after.split_once('"').context("no ticket")?;
        Ok(ticket.to_owned())
    }

    fn asking(&self, request: axum::http::request::Builder) -> axum::http::request::Builder {
        request.header("accept-language", "fr").header("cookie", self.cookie.as_str())
    }
}
