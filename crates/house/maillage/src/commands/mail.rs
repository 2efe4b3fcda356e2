//! `maillage mail`: what comes back, and the addresses that are not written to any more.

use super::{Ending, Miswritten};
use crate::arguments::MailCommand;
use crate::house::House;
use crate::say::Voice;
use base::Actor;
use std::io::Read as _;
use work::mail::{self, Address, Returned};

/// How much of a message is read, in bytes: what follows says nothing more.
const READ_MAX: u64 = 1 << 20;

pub(super) async fn run(
    house: &House,
    voice: Voice,
    command: &MailCommand,
) -> anyhow::Result<Ending> {
    match command {
        MailCommand::Returned => returned(house, voice).await,
        MailCommand::Forgive { mail } => forgive(house, voice, mail).await,
    }
}

/// A mail server that pipes a message here takes any failure for one of delivery: what is no
/// report ends well too.
async fn returned(house: &House, voice: Voice) -> anyhow::Result<Ending> {
    let raw = tokio::task::spawn_blocking(|| {
        let mut raw = Vec::new();
        let mut input = std::io::stdin().lock();
        input.by_ref().take(READ_MAX).read_to_end(&mut raw)?;
        // The rest is swallowed: a pipe closed early looks like a failure.
        std::io::copy(&mut input, &mut std::io::sink())?;
        Ok::<_, std::io::Error>(raw)
    })
    .await??;
    let (word, said) = match mail::take_bounce(&house.db, house.now(), &raw).await? {
        Returned::Suppressed(_) => {
            ("suppressed", "La lettre n'est pas arrivée : on n'écrit plus à cette adresse.")
        }
        Returned::Bounced(_) => {
            ("bounced", "La lettre n'est pas arrivée, mais l'adresse existe peut-être encore.")
        }
        Returned::Passing(_) => ("passing", "La lettre a du retard, ou elle est arrivée."),
        Returned::Unknown => ("unknown", "Ce n'est pas le retour d'une de nos lettres."),
        Returned::NotAReport => ("not_a_report", "Ce n'est pas un avis de non-remise."),
    };
    voice.result(&serde_json::json!({ "returned": word }));
    voice.line(said);
    Ok(Ending::Done)
}

async fn forgive(house: &House, voice: Voice, text: &str) -> anyhow::Result<Ending> {
    let address = Address::read(text)
        .map_err(|_| Miswritten("Écrivez une adresse, comme lea@exemple.fr".into()))?;
    let mut act = house.db.act(house.now(), Actor::Operator, "mail").await?;
    let is_forgiven = mail::forgive(&mut act, &address).await?;
    if is_forgiven {
        act.commit().await?;
    }
    voice.result(&serde_json::json!({ "forgiven": is_forgiven }));
    voice.line(if is_forgiven {
        "On écrit à nouveau à cette adresse."
    } else {
        "Rien n'a changé : on écrivait déjà à cette adresse."
    });
    Ok(Ending::Done)
}
