//! `[mail]` of the configuration: where letters go. Nothing leaves the machine unless it is asked.

use serde::Deserialize;
use std::path::PathBuf;

/// The environment variable that holds the password of the mail server: a secret is not written
/// in the configuration.
pub const PASSWORD_VARIABLE: &str = "MAILLAGE_SMTP_PASSWORD";

/// `[mail]`: where letters go.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailSettings {
    /// `outbox` (the default: letters are only read on screen), `file` or `smtp`.
    pub mode: Mode,
    /// In mode `file`: the folder that gets one `.eml` per letter. Default: `mail` in the folder
    /// one is in.
    pub folder: PathBuf,
    /// In mode `smtp`: the name of the mail server. Default: `localhost`.
    pub server: String,
    /// Its port. Default: 587 with `starttls`, 465 with `tls`, 25 with `none`.
    pub port: Option<u16>,
    /// How the connection is protected: `starttls` (the default), `tls` or `none`.
    pub security: Security,
    /// A file of certificates (PEM) to trust besides the usual ones: for a server with a
    /// certificate of its own. Default: none.
    pub certificates: Option<PathBuf>,
    /// The name to sign in with; the password comes from `MAILLAGE_SMTP_PASSWORD`. Default: none,
    /// one does not sign in.
    pub login: Option<String>,
    /// The address letters come from. Needed in mode `smtp`.
    pub from: Option<String>,
    /// The address answers go to. Default: none, they go to `from`.
    pub reply_to: Option<String>,
    /// The address that gets what comes back, `retours@exemple.fr`: each letter leaves from
    /// `retours+LETTER@exemple.fr`, so its server must deliver what follows `+` to one box.
    /// Default: none, what comes back goes to `from`.
    pub returns: Option<String>,
    /// How many connections to the mail server at once. Default: 2.
    pub connections_max: u32,
    /// How long the mail server may take over one letter, in seconds, 1 to 300. Default: 60.
    pub patience_seconds: u64,
}

/// Where letters go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Nowhere: they are read on screen.
    #[default]
    Outbox,
    /// Into a folder.
    File,
    /// To a mail server.
    Smtp,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// It is not: for a server on the same machine.
    None,
    /// Protected after the first words; a server that cannot is given nothing.
    #[default]
    Starttls,
    /// Protected from the first byte.
    Tls,
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            mode: Mode::Outbox,
            folder: "mail".into(),
            server: "localhost".into(),
            port: None,
            security: Security::Starttls,
            certificates: None,
            login: None,
            from: None,
            reply_to: None,
            returns: None,
            connections_max: 2,
            patience_seconds: 60,
        }
    }
}

impl MailSettings {
    /// The port, whether it is written or follows from the protection.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Security::None => 25,
            Security::Starttls => 587,
            Security::Tls => 465,
        })
    }
}

/// Why mail cannot be sent with these settings.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// An address is missing or is not one.
    #[error("[mail] {field} is not an address: {reason}")]
    Address {
        /// Which setting.
        field: &'static str,
        /// What is wrong with it.
        reason: super::AddressError,
    },
    /// The name of the site cannot stand in a header.
    #[error("the name of the site holds an end of line")]
    SiteName,
    /// A password would cross a network in clear.
    #[error(
        "[mail] login needs security = \"starttls\" or \"tls\": a password is never sent in clear"
    )]
    PasswordInClear,
    /// A login without its password.
    #[error("[mail] login is set but MAILLAGE_SMTP_PASSWORD is not")]
    PasswordMissing,
    /// The certificates could not be read.
    #[error("[mail] certificates could not be read: {0}")]
    Certificates(String),
    /// The name of the server is not one, or the connection cannot be prepared.
    #[error("[mail] the connection cannot be prepared: {0}")]
    Connection(String),
}
