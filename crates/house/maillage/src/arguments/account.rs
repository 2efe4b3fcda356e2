//! `maillage account` on the command line: accounts and roles, for who holds the machine.

use clap::{Subcommand, ValueEnum};
use people::model::Role;

/// Comptes et rôles.
#[derive(Subcommand)]
pub(crate) enum AccountCommand {
    /// Crée un compte.
    #[command(after_help = "EXEMPLE : le premier compte d'une maison neuve\n  \
        maillage account create lea.martin@exemple.fr --name \"Léa Martin\"\n  \
        maillage account role lea.martin@exemple.fr administrateur")]
    Create {
        /// L'adresse de courriel.
        mail: String,
        /// Le nom affiché ; sinon le début de l'adresse.
        #[arg(long)]
        name: Option<String>,
    },
    /// Montre les comptes, du plus ancien au plus récent.
    List,
    /// Montre un compte, ses rôles et ses connexions.
    Show {
        /// L'adresse de courriel, ou l'identifiant.
        who: String,
    },
    /// Suspend un compte : ses connexions sont fermées.
    Suspend {
        /// L'adresse de courriel, ou l'identifiant.
        who: String,
        /// Pourquoi ; la raison reste dans le journal.
        #[arg(long)]
        why: String,
    },
    /// Rend un compte suspendu à nouveau utilisable.
    Allow {
        /// L'adresse de courriel, ou l'identifiant.
        who: String,
        /// Pourquoi.
        #[arg(long, default_value = "")]
        why: String,
    },
    /// Écrit un lien qui ouvre un compte, une seule fois, pendant une demi-heure.
    Link {
        /// L'adresse de courriel, ou l'identifiant.
        who: String,
    },
    /// Donne un rôle, ou y met fin.
    #[command(after_help = "EXEMPLES\n  \
        maillage account role lea@exemple.fr administrateur\n  \
        maillage account role max@exemple.fr gestionnaire mediatheque-de-la-gare-rennes\n  \
        maillage account role ana@exemple.fr coordination 35 --until 2027-12-31\n  \
        maillage account role ana@exemple.fr coordination 35 --end")]
    Role {
        /// L'adresse de courriel, ou l'identifiant.
        who: String,
        /// Le rôle.
        #[arg(value_enum)]
        role: RoleName,
        /// Où : un lieu, un territoire (35, R53), un numéro SIRET ; rien pour tout le site.
        #[arg(value_name = "PORTÉE")]
        scope: Option<String>,
        /// Dernier jour du rôle, AAAA-MM-JJ.
        #[arg(long, value_name = "JOUR")]
        until: Option<String>,
        /// Met fin au rôle.
        #[arg(long, conflicts_with = "until")]
        end: bool,
    },
}

/// Un rôle, comme on l'écrit en français.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RoleName {
    /// Accueille et accompagne dans un lieu.
    Mediateur,
    /// Tient l'accueil d'un lieu.
    Accueil,
    /// Tient la page d'un lieu et son équipe.
    Gestionnaire,
    /// Répond d'une organisation et de ses lieux.
    Responsable,
    /// Remet des bons pour une organisation.
    Prescripteur,
    /// Paie des bons.
    Financeur,
    /// Prépare ou approuve les paiements.
    Paiements,
    /// Coordonne un territoire.
    Coordination,
    /// Siège au comité.
    Comite,
    /// Tient le secrétariat du comité.
    Secretariat,
    /// Juge ce qui est signalé.
    Moderateur,
    /// Lit tout, ne change rien.
    Auditeur,
    /// Tient la maison.
    Administrateur,
}

impl RoleName {
    /// The role that it names.
    pub(crate) fn role(self) -> Role {
        match self {
            Self::Mediateur => Role::Mediator,
            Self::Accueil => Role::Desk,
            Self::Gestionnaire => Role::PlaceManager,
            Self::Responsable => Role::OrganisationManager,
            Self::Prescripteur => Role::Prescriber,
            Self::Financeur => Role::Funder,
            Self::Paiements => Role::Finance,
            Self::Coordination => Role::HubManager,
            Self::Comite => Role::CommitteeMember,
            Self::Secretariat => Role::Secretariat,
            Self::Moderateur => Role::Moderator,
            Self::Auditeur => Role::Auditor,
            Self::Administrateur => Role::Administrator,
        }
    }
}
