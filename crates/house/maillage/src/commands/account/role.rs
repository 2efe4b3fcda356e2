//! Giving a role and ending one, from the command line.

use super::{Desk, NotDone, miswritten};
use anyhow::Context as _;
use base::Timestamp;
use base::time;
use people::actions;
use people::model::{Person, Role, Scope};

/// Sorts of scope, in the order in which a role is tried against them.
const SORTS: [&str; 3] = ["place", "territory", "organisation"];

impl Desk<'_> {
    /// A role in words.
    pub(in crate::commands) fn role_words(&self, role: Role) -> String {
        self.words.t(&format!("role-{}", role.name()))
    }

    /// Gives the role there, or ends it.
    pub(super) async fn role(
        &self,
        person: &Person,
        (role, scope, until): (Role, Option<&str>, Option<&str>),
        is_end: bool,
    ) -> anyhow::Result<()> {
        let scope = self.scope(role, scope).await?;
        let label = self.role_words(role);
        if is_end {
            self.end(person, role, &scope).await?;
            self.voice.line(&format!("{} n'a plus ce rôle : {label}.", person.name));
        } else {
            let until = until.map(last_instant).transpose()?;
            self.give(person, (role, &scope), until).await?;
            self.voice.line(&format!("{} a maintenant ce rôle : {label}.", person.name));
            if role.needs_strong_proof() {
                self.voice.line(
                    "Ce rôle compte après une preuve forte : une clé d'accès ou un second \
                     facteur, à ajouter sur la page « Sécurité » du compte.",
                );
            }
        }
        self.voice.result(&serde_json::json!({
            "person": person.id.to_string(), "role": role.name(),
            "scope": scope.name(), "given": !is_end,
        }));
        Ok(())
    }

    /// Gives a role that is known to fit.
    pub(in crate::commands) async fn give(
        &self,
        person: &Person,
        (role, scope): (Role, &Scope),
        until: Option<Timestamp>,
    ) -> anyhow::Result<()> {
        let (db, now) = (&self.house.db, self.house.now());
        let given = (person.id, role, scope);
        let how = (std::slice::from_ref(scope), until, "operator");
        self.heard(actions::give_role(db, now, &self.standing, given, how).await)?;
        Ok(())
    }

    async fn end(&self, person: &Person, role: Role, scope: &Scope) -> anyhow::Result<()> {
        let (db, now) = (&self.house.db, self.house.now());
        let held = people::roles(&mut db.read().await?, person.id, now).await?;
        let held = held.iter().find(|it| it.role == role && it.scope == *scope);
        let held = held.ok_or_else(|| NotDone(format!("{} n'a pas ce rôle", person.name)))?;
        let how = (std::slice::from_ref(scope), "operator");
        self.heard(actions::end_role(db, now, &self.standing, held.id, how).await)?;
        Ok(())
    }

    /// The scope that was typed: what it means depends on where the role can be held.
    async fn scope(&self, role: Role, typed: Option<&str>) -> anyhow::Result<Scope> {
        let Some(typed) = typed else {
            return if role.fits(&Scope::House) {
                Ok(Scope::House)
            } else {
                Err(miswritten(
                    "ce rôle se tient quelque part : ajoutez le lieu, le territoire \
                    (35, R53) ou le numéro SIRET"
                        .into(),
                ))
            };
        };
        let place = match typed.parse() {
            Ok(id) => Some(id),
            Err(_) => directory::place_id_at(&self.house.db, typed).await?,
        };
        let named = |sort: &&str| match *sort {
            "place" => place.map(Scope::Place),
            "territory" if !is_territory(typed) => None,
            sort => Scope::named(sort, typed),
        };
        let fitting = SORTS.iter().filter_map(named).find(|it| role.fits(it));
        fitting.ok_or_else(|| NotDone(format!("« {typed} » : ce rôle ne se tient pas là")).into())
    }
}

/// Whether it is the code of a department or of a region.
fn is_territory(code: &str) -> bool {
    let region = code.strip_prefix('R').filter(|it| it.len() == 2);
    intake::communes::department(code).is_some()
        || region.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()))
}

/// The end of that civil day, in Paris.
fn last_instant(day: &str) -> anyhow::Result<Timestamp> {
    let day: jiff::civil::Date =
        day.parse().map_err(|_| miswritten(format!("« {day} » n'est pas un jour : AAAA-MM-JJ")))?;
    let next = day.tomorrow().context("ce jour est trop loin")?;
    Ok(next.to_zoned(time::paris()).context("ce jour est trop loin")?.timestamp())
}
