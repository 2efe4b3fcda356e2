//! What happened in the demonstration before one looks: a page that its manager keeps, corrections
//! in every state, a claim that waits, reports and an appeal. All of it by the real verbs, so that
//! the journal, the letters and the search know of it as they would.

use super::residents::Settled;
use crate::house::House;
use base::time::{self, SignedDuration};
use base::{CorrectionId, PlaceId, Timestamp};
use directory::actions::{self, Decision, NewPhoto, Proposal};
use directory::looks::keeping::corrections_of;
use directory::model::{ClaimWay, NoticeKind, PhotoSize, Subject};
use intake::standard::FieldName;
use moderation::Party;
use moderation::actions::{self as moderating, NewReport};
use moderation::model::{Reason, Ruling, Subject as Reported};
use moderation::{Moderation, looks};
use people::Standing;
use people::actions::Letterhead;
use web::{App, Locale, SiteHandle};

/// Where it happens and who is there.
struct Scene<'a> {
    house: &'a House,
    settled: &'a Settled,
    head: Letterhead,
}

/// Plays it all.
pub(super) async fn happen(house: &House, settled: &Settled) -> anyhow::Result<()> {
    let words = portal::catalogues()?.words(Locale::French);
    let site = house.configuration.site("http://127.0.0.1:8080");
    let head = Letterhead { words, site: site.name.clone(), origin: site.origin.clone() };
    let scene = Scene { house, settled, head };
    scene.keep_page().await?;
    scene.show_picture().await?;
    scene.correct().await?;
    scene.claim().await?;
    let app = App {
        db: house.db.clone(),
        clock: house.clock.clone(),
        site: SiteHandle::new(site),
        keys: people::keys::keys(&house.db, house.now()).await?,
        catalogues: portal::catalogues()?,
    };
    scene.report(&portal::moderation(&app)).await
}

impl Scene<'_> {
    fn now(&self) -> Timestamp {
        self.house.now()
    }

    /// Those of the demonstration, with all their roles.
    async fn standing(&self, mail: &str) -> anyhow::Result<Standing> {
        self.settled.standing(self.house, mail).await
    }

    fn place(&self) -> PlaceId {
        self.settled.places[0]
    }

    /// The manager writes on the page, twice, and says when it is closed.
    async fn keep_page(&self) -> anyhow::Result<()> {
        let (db, place) = (&self.house.db, self.place());
        let sofia = self.standing("sofia.ribeiro@exemple.fr").await?;
        let hours = "Mo-Fr 09:00-12:00,14:00-18:00; PH off".to_owned();
        let summary = "Un accueil sans rendez-vous, des ordinateurs et quelqu'un à côté de vous.";
        let edits = [(FieldName::Hours, hours), (FieldName::Summary, summary.to_owned())];
        for edit in edits {
            let key = format!("vie-{}", edit.0.slug());
            actions::edit_page(db, (self.now(), &key), &sofia, place, &[edit]).await?;
        }
        let today = time::civil_day(self.now());
        let closed = (today + DAY * 30, today + DAY * 37);
        let what = (NoticeKind::Closure, closed, "Vacances de fin d'année");
        actions::add_notice(db, (self.now(), "vie-fermeture"), &sofia, place, what).await?;
        let soon = (today, today + DAY * 10);
        let what = (NoticeKind::Message, soon, "L'ascenseur est réparé : l'étage est accessible.");
        actions::add_notice(db, (self.now(), "vie-message"), &sofia, place, what).await?;
        let english = "No appointment needed: computers, printing, and someone beside you.";
        actions::translate(db, self.now(), &sofia, place, ("en", english)).await?;
        actions::confirm(db, self.now(), &sofia, place).await?;
        Ok(())
    }

    /// A picture drawn here: a front with a door and windows.
    async fn show_picture(&self) -> anyhow::Result<()> {
        let files = work::files::Files::open(&self.house.folder.join("fichiers"))?;
        let drawn = tokio::task::spawn_blocking(|| picture::draw((960, 640), front)).await?;
        let mut sizes = Vec::new();
        for rendition in drawn?.renditions {
            let (width_px, height_px) = (rendition.width_px, rendition.height_px);
            let stored = files.put(rendition.bytes, self.now()).await?;
            sizes.push(PhotoSize { file: stored.name.as_str().into(), width_px, height_px });
        }
        let photo = NewPhoto {
            alternative: "La façade : une porte verte entre quatre fenêtres.".into(),
            credit: "Dessin de la démonstration".into(),
            sizes,
        };
        let sofia = self.standing("sofia.ribeiro@exemple.fr").await?;
        let when = (self.now(), "vie-photo");
        actions::add_photo(&self.house.db, when, &sofia, self.place(), photo).await?;
        Ok(())
    }

    /// Passers-by propose: one is accepted, one refused, two wait.
    async fn correct(&self) -> anyhow::Result<()> {
        let db = &self.house.db;
        let sofia = self.standing("sofia.ribeiro@exemple.fr").await?;
        let jean = self.standing("jean.petit@exemple.fr").await?;
        let who = (&sofia, &self.head);
        let accepted = self.propose(&jean, (Subject::Phone, "+33299000142", "")).await?;
        let decision = Decision { value: "+33299000142".into(), reason: String::new() };
        actions::accept(db, self.now(), who, accepted, &decision).await?;
        let said = "Fermé le lundi depuis la rentrée.";
        let refused = self.propose(&jean, (Subject::Other, "", said)).await?;
        let why = "Nous sommes ouverts le lundi : l'affiche de la porte était ancienne.";
        actions::decline(db, self.now(), who, refused, why).await?;
        let hours = "Mo-Th 09:00-12:00,14:00-17:30; Fr 09:00-12:00";
        self.propose(&jean, (Subject::Hours, hours, "Vu sur la porte ce matin.")).await?;
        let said = "L'entrée se fait maintenant par la cour.";
        self.propose(&Standing::visitor(), (Subject::Other, "", said)).await?;
        Ok(())
    }

    async fn propose(
        &self,
        who: &Standing,
        (subject, value, words): (Subject, &str, &str),
    ) -> anyhow::Result<CorrectionId> {
        let (db, place) = (&self.house.db, self.place());
        let known = corrections_of(&mut db.read().await?, place, 50).await?;
        let proposal = Proposal {
            subject,
            value: value.to_owned(),
            words: words.to_owned(),
            mail: String::new(),
        };
        let key = format!("vie-{value}-{words}");
        actions::propose(db, (self.now(), &key), (who, &self.head), place, &proposal).await?;
        let all = corrections_of(&mut db.read().await?, place, 50).await?;
        let new = all.iter().find(|it| known.iter().all(|old| old.id != it.id));
        new.map(|it| it.id).ok_or_else(|| anyhow::anyhow!("la correction n'est pas arrivée"))
    }

    /// Jean says that he keeps the second place: the coordination has to look.
    async fn claim(&self) -> anyhow::Result<()> {
        let jean = self.standing("jean.petit@exemple.fr").await?;
        let words = "Je suis le nouveau directeur. Mon nom est sur le site de la commune.";
        let (when, what) = ((self.now(), "vie-demande"), (ClaimWay::Pole, words));
        actions::claim_of_pole(&self.house.db, when, &jean, self.settled.places[1], what).await?;
        Ok(())
    }

    /// Two pages are reported. One waits; the other was kept, and who reported it appeals.
    async fn report(&self, moderation: &Moderation) -> anyhow::Result<()> {
        let jean = self.standing("jean.petit@exemple.fr").await?;
        let ines = self.standing("ines.caradec@exemple.fr").await?;
        let private = "Le texte donne le numéro personnel d'une bénévole.";
        let what = (self.settled.places[0], Reason::PersonalData, private);
        moderating::report(moderation, self.now(), &jean, &reported(what)).await?;
        let wrong = "Cette page parle d'un autre lieu, de l'autre côté de la rue.";
        let what = (self.settled.places[1], Reason::OffTopic, wrong);
        let case = moderating::report(moderation, self.now(), &jean, &reported(what)).await?;
        let motive = "La page décrit bien ce lieu : l'adresse a été vérifiée.";
        let ruling = (Ruling::Keep, motive);
        let decided = moderating::decide(moderation, self.now(), &ines, case, ruling).await?;
        let mut read = self.house.db.read().await?;
        let dossier = looks::dossier(&mut read, &ines, (case, self.now())).await?;
        drop(read);
        let report = dossier.and_then(|it| it.reports.first().map(|it| it.id));
        let Some(report) = report else { return Ok(()) };
        let party = (decided, Party::Reporter(report));
        let words = "Je suis passé hier : l'accueil m'a dit que le texte est celui de l'annexe.";
        moderating::appeal(moderation, self.now(), &jean, party, words).await?;
        Ok(())
    }
}

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn reported((place, reason, words): (PlaceId, Reason, &str)) -> NewReport {
    NewReport {
        subject: Reported::new("lieu", place),
        reason,
        words: words.to_owned(),
        mail: String::new(),
        notice: None,
        network: String::new(),
        agent: String::new(),
        locale: Locale::French.code().to_owned(),
        once: format!("vie-{place}"),
    }
}

/// The colour of a point of the picture, from its place between 0 and 1.
fn front(x: f32, y: f32) -> [u8; 3] {
    let is_in = |(left, top): (f32, f32), (width, height): (f32, f32)| {
        (left..left + width).contains(&x) && (top..top + height).contains(&y)
    };
    let windows = [(0.18, 0.30), (0.32, 0.30), (0.60, 0.30), (0.74, 0.30)];
    if y > 0.86 {
        [0x8f, 0x98, 0x93]
    } else if is_in((0.45, 0.46), (0.10, 0.40)) {
        [0x0f, 0x6b, 0x62]
    } else if windows.iter().any(|corner| is_in(*corner, (0.09, 0.22))) {
        [0xbf, 0xdd, 0xe8]
    } else if is_in((0.12, 0.18), (0.76, 0.68)) {
        [0xf1, 0xe4, 0xcd]
    } else if is_in((0.10, 0.12), (0.80, 0.06)) {
        [0x9a, 0x4b, 0x35]
    } else {
        [0xd8, 0xea, 0xf3]
    }
}
