//! Listing accounts and showing one.

use super::Desk;
use base::time;
use people::model::{HeldRole, Person};
use serde_json::json;

/// Accounts read at once.
const PAGE: i64 = 500;

impl Desk<'_> {
    /// Every account, one a line.
    pub(super) async fn list(&self) -> anyhow::Result<()> {
        let mut read = self.house.db.read().await?;
        let mut last = String::new();
        let mut all = Vec::new();
        loop {
            let page = people::persons_after(&mut read, &last, PAGE).await?;
            let Some(end) = page.last() else { break };
            last = end.id.to_string();
            for person in &page {
                let (mail, state) = (person.mail.as_deref().unwrap_or("–"), person.state.name());
                self.voice.line(&format!("{}  {mail}  {}  {state}", person.id, person.name));
                if self.voice.json {
                    all.push(told(person));
                }
            }
        }
        self.voice.result(&all);
        Ok(())
    }

    /// One account, with its roles and its sessions.
    pub(super) async fn show(&self, person: &Person) -> anyhow::Result<()> {
        let (mut read, now) = (self.house.db.read().await?, self.house.now());
        let roles = people::roles_ever(&mut read, person.id).await?;
        let sessions = people::sessions(&mut read, person.id).await?;
        self.voice.line(&format!("{} – {}", person.name, person.mail.as_deref().unwrap_or("–")));
        self.voice.line(&format!("  identifiant     {}", person.id));
        self.voice.line(&format!("  état            {}", person.state.name()));
        self.voice.line(&format!("  créé le         {}", time::civil_day(person.made_at)));
        self.voice.line(&format!("  vu le           {}", person.seen_on));
        self.voice.line(&format!("  connexions      {}", sessions.len()));
        for held in &roles {
            let label = self.words.t(&format!("role-{}", held.role.name()));
            let state = if held.is_in_force(now) { "en cours" } else { "terminé" };
            self.voice.line(&format!("  rôle            {label} {} ({state})", held.scope.name()));
        }
        let mut value = told(person);
        value["sessions"] = json!(sessions.len());
        value["roles"] =
            roles.iter().map(|it| told_role(it, it.is_in_force(now))).collect::<Vec<_>>().into();
        self.voice.result(&value);
        Ok(())
    }
}

fn told(person: &Person) -> serde_json::Value {
    json!({
        "id": person.id.to_string(), "name": person.name, "mail": person.mail,
        "state": person.state.name(), "seen_on": person.seen_on,
    })
}

fn told_role(held: &HeldRole, is_in_force: bool) -> serde_json::Value {
    json!({
        "role": held.role.name(), "scope_kind": held.scope.kind(), "scope": held.scope.name(),
        "until": held.until.map(|it| it.to_string()), "in_force": is_in_force,
    })
}
