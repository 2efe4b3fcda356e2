//! The house that sends: whose name letters carry, and the road they take.

use super::address::Address;
use super::letter::is_one_line;
use super::settings::{MailSettings, Mode, Security, SettingsError};
use base::MailId;
use lettre::message::Mailbox;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where letters come from when nothing leaves: `.invalid` is nobody's, for ever.
const NOBODY: &str = "ne-pas-repondre@maillage.invalid";

/// The house that sends.
pub struct MailHouse {
    pub(super) site: String,
    pub(super) origin: String,
    pub(super) from: Address,
    pub(super) reply_to: Option<Address>,
    pub(super) returns: Option<Address>,
    patience: Duration,
    road: Road,
}

enum Road {
    Outbox,
    File(PathBuf),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// How a letter went.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// The mail server took it.
    Sent,
    /// It was kept here.
    Kept,
    /// The mail server refused it for good. `reply` has no address in it.
    Refused { reply: String },
    /// Not this time.
    Later { reply: String },
}

impl MailHouse {
    /// Prepares the road. No connection is made yet. `site` and `origin` are what letters say of
    /// the site; the password comes from [`super::PASSWORD_VARIABLE`].
    pub fn open(
        settings: &MailSettings,
        site: &str,
        origin: &str,
        password: Option<String>,
    ) -> Result<Self, SettingsError> {
        if !is_one_line(site) {
            return Err(SettingsError::SiteName);
        }
        let from = match (&settings.from, settings.mode) {
            (None, Mode::Outbox | Mode::File) => address("from", NOBODY)?,
            (from, _) => address("from", from.as_deref().unwrap_or(""))?,
        };
        let optional = |field, text: &Option<String>| {
            text.as_deref().map(|text| address(field, text)).transpose()
        };
        let road = match settings.mode {
            Mode::Outbox => Road::Outbox,
            Mode::File => Road::File(settings.folder.clone()),
            Mode::Smtp => Road::Smtp(server(settings, (origin, &from), password)?),
        };
        Ok(Self {
            site: site.into(),
            origin: origin.trim_end_matches('/').into(),
            from,
            reply_to: optional("reply_to", &settings.reply_to)?,
            returns: optional("returns", &settings.returns)?,
            patience: patience(settings),
            road,
        })
    }

    /// Whether letters leave the machine.
    pub fn is_sending(&self) -> bool {
        matches!(self.road, Road::Smtp(_))
    }

    /// The address a letter leaves from, which is where it comes back: its own when the house has
    /// a box for returns.
    pub(super) fn return_path(&self, token: &str) -> Result<lettre::Address, String> {
        let address = match &self.returns {
            Some(returns) => {
                let (name, domain) = returns.parts();
                lettre::Address::new(format!("{name}+{token}"), domain)
            }
            None => self.from.as_str().parse(),
        };
        address.map_err(|error| error.to_string())
    }

    /// Who signs: the name of the site, and its address.
    pub(super) fn sender(&self) -> Result<Mailbox, String> {
        let address = self.from.as_str().parse::<lettre::Address>();
        Ok(Mailbox::new(Some(self.site.clone()), address.map_err(|error| error.to_string())?))
    }

    pub(super) async fn carry(&self, id: MailId, message: Message) -> Carried {
        match &self.road {
            Road::Outbox => Carried::Kept,
            Road::File(folder) => match write(folder, id, &message).await {
                Ok(()) => Carried::Kept,
                Err(error) => Carried::Later { reply: error.kind().to_string() },
            },
            // The library bounds the time to connect, not the time a server takes to answer.
            Road::Smtp(server) => {
                match tokio::time::timeout(self.patience, server.send(message)).await {
                    Ok(Ok(_)) => Carried::Sent,
                    Ok(Err(error)) => refused(&error),
                    Err(_) => Carried::Later { reply: "the mail server took too long".into() },
                }
            }
        }
    }
}

/// Written aside, then named: a file that has its name is whole.
async fn write(folder: &Path, id: MailId, message: &Message) -> std::io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let aside = folder.join(format!("{id}.part"));
    tokio::fs::write(&aside, message.formatted()).await?;
    tokio::fs::rename(&aside, folder.join(format!("{id}.eml"))).await
}

fn server(
    settings: &MailSettings,
    (origin, from): (&str, &Address),
    password: Option<String>,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, SettingsError> {
    let tls = match settings.security {
        Security::None => Tls::None,
        Security::Starttls => Tls::Required(protection(settings)?),
        Security::Tls => Tls::Wrapper(protection(settings)?),
    };
    let pool = PoolConfig::new().max_size(settings.connections_max.clamp(1, 20));
    let mut builder =
        AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.server.as_str())
            .port(settings.port())
            .tls(tls)
            .timeout(Some(patience(settings)))
            .pool_config(pool);
    // The name of the machine is nobody's business: the house greets with that of its site.
    let greeting = url::Url::parse(origin).ok().and_then(|it| it.domain().map(str::to_owned));
    let greeting = greeting.unwrap_or_else(|| from.domain().to_owned());
    builder = builder.hello_name(ClientId::Domain(greeting));
    if let Some(login) = &settings.login {
        let is_near = matches!(settings.server.as_str(), "localhost" | "127.0.0.1" | "::1");
        if settings.security == Security::None && !is_near {
            return Err(SettingsError::PasswordInClear);
        }
        let password = password.ok_or(SettingsError::PasswordMissing)?;
        builder = builder.credentials(Credentials::new(login.clone(), password));
    }
    Ok(builder.build())
}

/// Less than the lease of a job, whatever is written.
fn patience(settings: &MailSettings) -> Duration {
    Duration::from_secs(settings.patience_seconds.clamp(1, 300))
}

fn protection(settings: &MailSettings) -> Result<TlsParameters, SettingsError> {
    let mut builder = TlsParameters::builder(settings.server.clone());
    if let Some(path) = &settings.certificates {
        let pem =
            std::fs::read(path).map_err(|error| SettingsError::Certificates(error.to_string()))?;
        let certificate = Certificate::from_pem(&pem)
            .map_err(|error| SettingsError::Certificates(error.to_string()))?;
        builder = builder.add_root_certificate(certificate);
    }
    builder.build_rustls().map_err(|error| SettingsError::Connection(error.to_string()))
}

fn address(field: &'static str, text: &str) -> Result<Address, SettingsError> {
    text.parse().map_err(|reason| SettingsError::Address { field, reason })
}

/// What the server's answer means for the letter.
///
/// A refusal of our password or of our connection says nothing of the letter: the settings are
/// wrong, and letters wait until they are right.
fn refused(error: &lettre::transport::smtp::Error) -> Carried {
    let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let Some(code) = error.status() else {
        return Carried::Later { reply: unanswered(error).into() };
    };
    let code = code.to_string();
    let reply = without_addresses(&format!("{code} {said}"));
    let is_about_us =
        matches!(code.as_str(), "502" | "503" | "523" | "530" | "534" | "535" | "538");
    if error.is_permanent() && !is_about_us {
        Carried::Refused { reply }
    } else {
        Carried::Later { reply }
    }
}

fn unanswered(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_timeout() {
        "the mail server took too long"
    } else if error.is_tls() {
        "the connection to the mail server could not be protected"
    } else if error.is_response() {
        "the mail server said something that is not understood"
    } else if error.is_client() {
        "the mail server does not offer what the settings ask for"
    } else {
        "the mail server could not be reached"
    }
}

/// At most 200 characters of one line, in which every word with an `@` is replaced.
pub(super) fn without_addresses(text: &str) -> String {
    let words = text.split_whitespace().map(|it| if it.contains('@') { "(address)" } else { it });
    let line = words.collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(settings: &MailSettings) -> Result<MailHouse, SettingsError> {
        MailHouse::open(settings, "Maillage", "https://exemple.fr/", None)
    }

    fn smtp() -> MailSettings {
        MailSettings {
            mode: Mode::Smtp,
            from: Some("site@exemple.fr".into()),
            ..MailSettings::default()
        }
    }

    #[test]
    fn by_default_nothing_leaves() {
        let house = open(&MailSettings::default()).unwrap();
        assert!(!house.is_sending());
        assert_eq!(house.origin, "https://exemple.fr");
    }

    #[tokio::test]
    async fn to_send_one_needs_an_address_and_a_password_is_never_sent_in_clear() {
        assert!(open(&smtp()).unwrap().is_sending());
        let settings = MailSettings { from: None, ..smtp() };
        assert!(matches!(open(&settings), Err(SettingsError::Address { field: "from", .. })));
        let settings = MailSettings { login: Some("moi".into()), ..smtp() };
        assert!(matches!(open(&settings), Err(SettingsError::PasswordMissing)));
        let settings =
            MailSettings { security: Security::None, server: "mail.exemple.fr".into(), ..settings };
        assert!(matches!(open(&settings), Err(SettingsError::PasswordInClear)));
    }

    #[tokio::test]
    async fn a_letter_leaves_from_an_address_of_its_own_when_there_is_a_box_for_returns() {
        let path = |settings| open(&settings).unwrap().return_path("abc.def").unwrap().to_string();
        assert_eq!(path(smtp()), "site@exemple.fr");
        let settings = MailSettings { returns: Some("retours@mel.exemple.fr".into()), ..smtp() };
        assert_eq!(path(settings), "retours+abc.def@mel.exemple.fr");
    }

    #[test]
    fn what_a_server_said_is_kept_without_addresses() {
        let said = "550 5.1.1 <marie@exemple.fr>: no\r\nsuch user";
        assert_eq!(without_addresses(said), "550 5.1.1 (address) no such user");
        assert_eq!(without_addresses(&"a".repeat(900)).len(), 200);
    }
}
