//! The command line, and the help that teaches it.

mod account;
mod mail;

pub(crate) use account::AccountCommand;
pub(crate) use mail::MailCommand;

use clap::{Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Maillage : la plateforme d'un réseau de lieux de médiation numérique.
///
/// Des listes tenues par d'autres entrent (« harvest »), les fiches d'un même lieu sont réunies
/// (« match »), le site et l'API les montrent (« serve »). Tout tient dans un dossier.
#[derive(Parser)]
#[command(
    name = "maillage",
    version,
    propagate_version = true,
    after_help = "POUR COMMENCER\n  \
        maillage demo                    un réseau fictif, sur http://127.0.0.1:8080\n\n\
        LE PREMIER COMPTE\n  \
        maillage account create lea@exemple.fr\n  \
        maillage account role lea@exemple.fr administrateur\n\n\
        AVEC DE VRAIES LISTES\n  \
        maillage geo load communes.csv   les communes officielles\n  \
        maillage harvest --mapping mappings/cnfs.toml liste.json\n  \
        maillage match                   réunit les fiches d'un même lieu\n  \
        maillage serve                   ouvre le site\n\n\
        CODES DE SORTIE\n  \
        0 tout va bien   1 panne   2 commande mal écrite   3 moisson retenue (à décider)\n  \
        4 journal altéré   5 liste qui ne correspond pas   6 demande refusée"
)]
pub(crate) struct Arguments {
    /// Dossier qui contient tout : base, fichiers, fond de carte, configuration.
    #[arg(long, global = true, default_value = "./data", env = "MAILLAGE_DATA_DIR")]
    pub(crate) data: PathBuf,
    /// Base de données : « postgres://… » ; sinon SQLite dans le dossier.
    #[arg(long, global = true, value_name = "URL", env = "MAILLAGE_DATABASE")]
    pub(crate) database: Option<String>,
    /// N'affiche que les erreurs.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Affiche le résultat en JSON, pour les scripts.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Ce qu'il faut faire.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Ce que Maillage sait faire.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Remplit un dossier vide d'un réseau fictif et ouvre le site.
    ///
    /// Les lieux sont inventés, toujours les mêmes. Rien ne vient du réseau. Sur un dossier qui a
    /// déjà des lieux, ouvre simplement le site.
    Demo {
        /// Adresse et port où écouter.
        #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADRESSE:PORT")]
        listen: SocketAddr,
        /// Remplit le dossier sans ouvrir le site.
        #[arg(long)]
        fill_only: bool,
    },
    /// Ouvre le site et l'API, et fait les tâches en attente.
    Serve {
        /// Adresse et port où écouter.
        #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADRESSE:PORT")]
        listen: SocketAddr,
    },
    /// Lit une liste et garde tout ce qu'elle dit.
    ///
    /// Chaque ligne est gardée telle quelle et mise au format national. Une valeur illisible est
    /// mise de côté avec sa raison, sans perdre la ligne. La même liste lue deux fois ne change
    /// rien. Une liste qui perdrait plus d'un cinquième de ses lignes est retenue.
    #[command(after_help = "EXEMPLE\n  \
        maillage harvest --mapping mappings/hinaura.toml hinaura.json")]
    Harvest {
        /// Correspondance entre les colonnes de la liste et le standard (fichier TOML).
        #[arg(long, value_name = "M.toml")]
        mapping: PathBuf,
        /// La liste : JSON, GeoJSON ou CSV.
        #[arg(value_name = "FICHIER")]
        file: PathBuf,
        /// Garde la liste même si elle perd plus d'un cinquième de ses lignes.
        #[arg(long)]
        accept_loss: bool,
    },
    /// Correspondances : en proposer une pour une liste, essayer celle qu'on écrit.
    #[command(subcommand)]
    Mapping(MappingCommand),
    /// Réunit les fiches d'un même lieu et publie une page par lieu.
    Match,
    /// Écrit tous les lieux publiés.
    Export {
        /// Format du fichier.
        #[arg(long, value_enum, default_value_t = ExportFormat::Standard)]
        format: ExportFormat,
        /// Fichier à écrire ; sinon la sortie standard.
        #[arg(long, short, value_name = "FICHIER")]
        out: Option<PathBuf>,
    },
    /// Communes officielles.
    #[command(subcommand)]
    Geo(GeoCommand),
    /// Fond de carte.
    #[command(subcommand)]
    Basemap(BasemapCommand),
    /// Journal de tout ce qui a été écrit.
    #[command(subcommand)]
    Journal(JournalCommand),
    /// Corrige, ferme ou masque un lieu.
    #[command(subcommand)]
    Place(PlaceCommand),
    /// Comptes et rôles.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Courrier : ce qui revient, et les adresses muettes.
    #[command(subcommand)]
    Mail(MailCommand),
    /// Sauvegarde toute la maison, même ouverte, et vérifie la sauvegarde en la restaurant.
    ///
    /// La sauvegarde contient aussi les secrets : gardez-la comme la maison elle-même.
    #[command(after_help = "EXEMPLES\n  \
        maillage backup /sauvegardes/lundi        un dossier\n  \
        maillage backup /sauvegardes/lundi.zip    un seul fichier")]
    Backup {
        /// Dossier à créer, ou fichier « .zip ».
        #[arg(value_name = "CIBLE")]
        target: PathBuf,
        /// Garde la sauvegarde sans la vérifier.
        #[arg(long)]
        unverified: bool,
    },
    /// Restaure une sauvegarde dans un dossier vide.
    ///
    /// Vérifie d'abord la sauvegarde. Les personnes effacées depuis le sont à nouveau. Pour
    /// PostgreSQL, donnez la base avec --database. Arrêtez le site avant.
    #[command(after_help = "EXEMPLE\n  \
        maillage restore /sauvegardes/lundi.zip --into /srv/maillage")]
    Restore {
        /// La sauvegarde : dossier ou « .zip ».
        #[arg(value_name = "SAUVEGARDE")]
        source: PathBuf,
        /// Dossier de données à remplir.
        #[arg(long, value_name = "DOSSIER")]
        into: PathBuf,
        /// Met de côté ce que le dossier contient déjà.
        #[arg(long)]
        replace: bool,
        /// Liste des personnes effacées, gardée ailleurs (« effacements.log »).
        #[arg(long, value_name = "FICHIER")]
        erasures: Option<PathBuf>,
    },
    /// Vérifie la base, le journal, les fichiers et la place libre. Ne change rien.
    Check,
    /// Montre ce que la dernière lecture d'une liste a mis de côté, en CSV.
    Quarantine {
        /// Clé de la liste, celle de sa correspondance.
        source: String,
    },
}

/// Format d'un export.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Le standard national, en CSV.
    Standard,
    /// Le standard national, en JSON.
    StandardJson,
    /// Des points, avec les champs du standard.
    Geojson,
}

/// Correspondances.
#[derive(Subcommand)]
pub(crate) enum MappingCommand {
    /// Propose une correspondance en regardant les titres et les valeurs d'une liste.
    ///
    /// À relire avant de s'en servir : chaque règle incertaine est signalée, et les colonnes
    /// laissées de côté sont nommées à la fin.
    #[command(after_help = "EXEMPLE\n  \
        maillage mapping suggest liste.csv > liste.toml")]
    Suggest {
        /// La liste : JSON, GeoJSON ou CSV.
        #[arg(value_name = "FICHIER")]
        file: PathBuf,
        /// Nom court et stable de la liste ; celui du fichier sinon.
        #[arg(long, value_name = "CLÉ")]
        key: Option<String>,
    },
    /// Montre dix lignes avant et après, avec les réparations et ce qui n'a pas pu être lu.
    #[command(after_help = "EXEMPLE\n  \
        maillage mapping check --mapping liste.toml liste.csv")]
    Check {
        /// La correspondance à essayer (fichier TOML).
        #[arg(long, value_name = "M.toml")]
        mapping: PathBuf,
        /// La liste.
        #[arg(value_name = "FICHIER")]
        file: PathBuf,
        /// Combien de lignes montrer.
        #[arg(long, default_value_t = 10, value_name = "N")]
        rows: usize,
    },
}

/// Communes officielles.
#[derive(Subcommand)]
pub(crate) enum GeoCommand {
    /// Charge les communes depuis un fichier ou une adresse.
    ///
    /// Lit le CSV des communes (code, nom, codes postaux, point) ou le JSON du découpage
    /// administratif. Les listes lues ensuite en profitent ; relisez celles déjà lues.
    Load {
        /// Fichier, ou adresse http(s).
        #[arg(value_name = "FICHIER|ADRESSE")]
        from: String,
    },
}

/// Fond de carte.
#[derive(Subcommand)]
pub(crate) enum BasemapCommand {
    /// Construit le fond de carte du pays depuis un ou plusieurs dossiers de GeoJSON.
    ///
    /// Sans lui, un croquis dessiné par nous sert de fond.
    Build {
        /// Dossiers où chercher les contours, dans l'ordre.
        #[arg(required = true, value_name = "DOSSIER")]
        folders: Vec<PathBuf>,
    },
}

/// Journal.
#[derive(Subcommand)]
pub(crate) enum JournalCommand {
    /// Vérifie qu'aucun octet du journal n'a changé.
    Verify,
}

/// Un lieu.
#[derive(Subcommand)]
pub(crate) enum PlaceCommand {
    /// Corrige des champs : « champ=valeur ». Plus fort que les listes.
    #[command(after_help = "EXEMPLES\n  \
        maillage place edit mediatheque-de-la-gare-rennes telephone=+33299000000\n  \
        maillage place edit lieu_01J… horaires=          (vide : il n'y en a pas)\n  \
        maillage place edit --back lieu_01J… horaires    (revient à ce que disent les listes)\n  \
        maillage place edit - < corrections.txt          (une correction par ligne : LIEU champ=valeur)")]
    Edit {
        /// Le lieu : son identifiant, ou la fin de son adresse ; « - » pour lire des lignes.
        place: String,
        /// Les champs, sous leur nom du standard : « nom=… ».
        #[arg(value_name = "CHAMP=VALEUR")]
        fields: Vec<String>,
        /// Retire la correction : les listes parlent à nouveau.
        #[arg(long)]
        back: bool,
    },
    /// Dit qu'un lieu a fermé.
    Close {
        /// Le lieu.
        place: String,
        /// Pourquoi.
        #[arg(long)]
        why: String,
    },
    /// Masque un lieu.
    Hide {
        /// Le lieu.
        place: String,
        /// Pourquoi.
        #[arg(long)]
        why: String,
    },
    /// Montre à nouveau un lieu fermé ou masqué.
    Publish {
        /// Le lieu.
        place: String,
    },
}
