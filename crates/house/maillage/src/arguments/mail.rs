//! `maillage mail` on the command line: what comes back, for the mail server that receives it.

use clap::Subcommand;

/// Courrier.
#[derive(Subcommand)]
pub(crate) enum MailCommand {
    /// Lit une lettre revenue, sur l'entrée standard.
    ///
    /// Si elle prouve qu'une de nos lettres n'est pas arrivée parce que l'adresse n'existe plus,
    /// on n'y écrit plus. Toute autre lettre est laissée de côté.
    #[command(after_help = "EXEMPLE : dans /etc/aliases, pour la boîte des retours\n  \
        retours: \"|maillage --quiet --data /srv/maillage mail returned\"")]
    Returned,
    /// Écrit à nouveau à une adresse à laquelle on n'écrivait plus.
    Forgive {
        /// L'adresse de courriel.
        mail: String,
    },
}
