//! The configuration: one TOML file in the data folder, every key optional. An empty file, or
//! none, starts.

use anyhow::Context as _;
use serde::Deserialize;
use std::path::Path;
use web::{Conformity, LimitSettings, Site, WatchSettings};
use work::mail::settings::Mode;
use work::mail::{MailHouse, MailSettings, PASSWORD_VARIABLE};

/// Name of the file in the data folder.
pub(crate) const FILE: &str = "maillage.toml";

/// Everything that can be configured.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Configuration {
    /// Who runs the site, as its pages say it.
    pub(crate) site: SiteSettings,
    /// Where letters go.
    pub(crate) mail: MailSettings,
    /// How much may be asked of the site.
    pub(crate) limits: LimitSettings,
    /// Who may look at the figures.
    pub(crate) watch: WatchSettings,
}

/// `[site]`: who runs the site, as its pages say it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct SiteSettings {
    /// The name in the header.
    name: String,
    /// The line under it.
    tagline: String,
    /// The public origin, `https://exemple.fr`; the address listened to when absent.
    origin: Option<String>,
    /// Who publishes the site.
    operator: String,
    /// Who keeps the machines.
    host: String,
    /// Where to write.
    mail: Option<String>,
    /// Whom to call.
    phone: Option<String>,
    /// Where the source code is.
    source_code: String,
    /// `none`, `partial` or `full`: what an audit found.
    accessibility: String,
}

impl Default for SiteSettings {
    fn default() -> Self {
        let site = Site::default();
        Self {
            name: site.name,
            tagline: site.tagline,
            origin: None,
            operator: site.operator,
            host: site.host,
            mail: site.mail,
            phone: site.phone,
            source_code: site.source_code,
            accessibility: "none".into(),
        }
    }
}

impl Configuration {
    /// Reads the file of the data folder, if there is one.
    pub(crate) fn read(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text)
                .with_context(|| format!("la configuration {} est illisible", path.display())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error)
                .with_context(|| format!("la configuration {} ne s'ouvre pas", path.display())),
        }
    }

    /// The site as its pages say it; `listened` is its origin when none is configured.
    pub(crate) fn site(&self, listened: &str) -> Site {
        let it = &self.site;
        Site {
            letters_on_screen: self.mail.mode == Mode::Outbox,
            name: it.name.clone(),
            tagline: it.tagline.clone(),
            origin: it.origin.clone().unwrap_or_else(|| listened.to_owned()),
            operator: it.operator.clone(),
            host: it.host.clone(),
            mail: it.mail.clone(),
            phone: it.phone.clone(),
            source_code: it.source_code.clone(),
            conformity: Conformity::named(&it.accessibility).unwrap_or(Conformity::None),
            ..Site::default()
        }
    }

    /// The house that sends letters in the name of the site. A folder that is not absolute is
    /// one of the data folder.
    pub(crate) fn mail_house(&self, folder: &Path, site: &Site) -> anyhow::Result<MailHouse> {
        let settings = MailSettings { folder: folder.join(&self.mail.folder), ..self.mail.clone() };
        let password = std::env::var(PASSWORD_VARIABLE).ok();
        MailHouse::open(&settings, &site.name, &site.origin, password)
            .context("le courrier ne peut pas partir avec cette configuration")
    }
}
