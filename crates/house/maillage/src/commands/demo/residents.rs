//! The people of the demonstration: invented, each with a role, so that every part of the site can
//! be seen through the eyes of who uses it.

use super::super::account::Desk;
use crate::house::House;
use crate::say::Voice;
use base::PlaceId;
use directory::Directory;
use people::actions::{self, Letterhead};
use people::model::{Level, Person, Role, Scope};
use people::{Standing, keys};
use std::fmt::Write as _;
use web::Locale;

/// The department that the demonstration's hub coordinates.
const HUB: &str = "35";

/// Someone: an address, a name, a role and where.
struct Resident {
    mail: &'static str,
    name: &'static str,
    role: Option<(Role, Where)>,
}

/// Where a role is held.
#[derive(Clone, Copy)]
enum Where {
    House,
    Hub,
    FirstPlace,
    SecondPlace,
}

const RESIDENTS: [Resident; 8] = [
    Resident {
        mail: "claire.bonnet@exemple.fr",
        name: "Claire Bonnet",
        role: Some((Role::Administrator, Where::House)),
    },
    Resident {
        mail: "hugo.marchal@exemple.fr",
        name: "Hugo Marchal",
        role: Some((Role::Auditor, Where::House)),
    },
    Resident {
        mail: "ines.caradec@exemple.fr",
        name: "Inès Caradec",
        role: Some((Role::Moderator, Where::House)),
    },
    Resident {
        mail: "yann.le-goff@exemple.fr",
        name: "Yann Le Goff",
        role: Some((Role::HubManager, Where::Hub)),
    },
    Resident {
        mail: "sofia.ribeiro@exemple.fr",
        name: "Sofia Ribeiro",
        role: Some((Role::PlaceManager, Where::FirstPlace)),
    },
    Resident {
        mail: "marc.jourdain@exemple.fr",
        name: "Marc Jourdain",
        role: Some((Role::PlaceManager, Where::SecondPlace)),
    },
    Resident {
        mail: "lina.haddad@exemple.fr",
        name: "Lina Haddad",
        role: Some((Role::Mediator, Where::FirstPlace)),
    },
    Resident { mail: "jean.petit@exemple.fr", name: "Jean Petit", role: None },
];

/// The demonstration once its people are there.
pub(super) struct Settled {
    /// The two places that people of the demonstration keep.
    pub(super) places: [PlaceId; 2],
    people: Vec<Person>,
}

impl Settled {
    /// What one of them stands on, signed in as surely as their roles ask.
    pub(super) async fn standing(&self, house: &House, mail: &str) -> anyhow::Result<Standing> {
        let found = self.people.iter().find(|it| it.mail.as_deref() == Some(mail));
        let person = found.ok_or_else(|| anyhow::anyhow!("personne à l'adresse {mail}"))?.id;
        let held = people::roles(&mut house.db.read().await?, person, house.now()).await?;
        Ok(Standing::person(person, Level::Mail, &held, true, true))
    }
}

/// Makes the accounts, gives the roles, sends two invitations, and says how to sign in.
pub(super) async fn settle(house: &House, voice: Voice) -> anyhow::Result<Settled> {
    let desk = Desk::open(house, voice)?;
    let places = two_places(house).await?;
    let (mut told, mut people) = (Vec::new(), Vec::new());
    for it in RESIDENTS {
        let person = desk.create(it.mail, it.name).await?;
        if let Some((role, place)) = it.role {
            let scope = match place {
                Where::House => Scope::House,
                Where::Hub => Scope::Territory(HUB.into()),
                Where::FirstPlace => Scope::Place(places[0]),
                Where::SecondPlace => Scope::Place(places[1]),
            };
            desk.give(&person, (role, &scope), None).await?;
        }
        told.push(line(house, &desk, &it, &person).await?);
        people.push(person);
    }
    invite(house, places[0]).await?;
    voice.line("");
    voice.line("Des personnes inventées, pour voir le site avec leurs yeux :");
    for line in told {
        voice.line(&line);
    }
    voice.line("Pour entrer : « Se connecter », l'adresse d'une personne, puis la page /lettres");
    voice.line("où se lit la lettre reçue. Le code de secours est la deuxième preuve demandée.");
    Ok(Settled { places, people })
}

/// How one of them signs in: who must show a second proof gets one here.
async fn line(
    house: &House,
    desk: &Desk<'_>,
    it: &Resident,
    person: &Person,
) -> anyhow::Result<String> {
    let role = it.role.map_or_else(|| "membre".to_owned(), |(role, _)| desk.role_words(role));
    let mut line = format!("  {:<26} {role}", it.mail);
    if it.role.is_some_and(|(role, _)| role.needs_strong_proof()) {
        let (db, now) = (&house.db, house.now());
        let keys = keys::keys(db, now).await?;
        let equipped = actions::equip(db, (now, &keys), &Standing::operator(), person.id).await?;
        let code = equipped.recovery.first().cloned().unwrap_or_default();
        let _ = write!(line, ", code de secours {code}");
    }
    Ok(line)
}

/// The first two places of the hub's department, by their addresses: always the same.
async fn two_places(house: &House) -> anyhow::Result<[PlaceId; 2]> {
    let directory = Directory::open(house.db.clone()).await?;
    let live = directory.live();
    let mut inside: Vec<_> = live.summaries.values().filter(|it| it.department == HUB).collect();
    inside.sort_unstable_by(|a, b| a.slug.cmp(&b.slug));
    match inside[..] {
        [first, second, ..] => Ok([first.id, second.id]),
        _ => anyhow::bail!("le réseau fictif n'a pas de lieux dans le {HUB}"),
    }
}

/// Two invitations that wait for an answer.
async fn invite(house: &House, place: PlaceId) -> anyhow::Result<()> {
    let words = portal::catalogues()?.words(Locale::French);
    let site = house.configuration.site("http://127.0.0.1:8080");
    let head = Letterhead { words, site: site.name, origin: site.origin };
    let operator = Standing::operator();
    let invited = [
        ("nadia.keller@exemple.fr", Role::Mediator, Scope::Place(place)),
        ("theo.vasseur@exemple.fr", Role::HubManager, Scope::Territory("56".into())),
    ];
    for (mail, role, scope) in invited {
        let what = (mail, role, &scope);
        let how = (std::slice::from_ref(&scope), None, "");
        actions::invite(&house.db, house.now(), &operator, &head, what, how).await?;
    }
    Ok(())
}
