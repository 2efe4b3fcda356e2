//! The commands, one file each.

mod account;
mod backup;
mod basemap;
mod check;
mod demo;
mod export;
mod geo;
mod harvest;
mod journal;
mod mail;
mod mapping;
mod matching;
mod place;
mod quarantine;
mod serve;

use crate::arguments::{Arguments, BasemapCommand, Command, GeoCommand, JournalCommand};
use crate::backup::Unfit;
use crate::house::House;
use crate::say::Voice;
use directory::actions;
use std::process::ExitCode;

/// How a command ended. The help lists the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// All is well.
    Done,
    /// Something broke.
    Broken,
    /// The command says too little to be done.
    Miswritten,
    /// A person has to decide about a harvest.
    Held,
    /// The journal was tampered with.
    Tampered,
    /// The list does not fit its mapping.
    Misfit,
    /// A rule says no.
    Refused,
}

impl Ending {
    /// The code the program leaves behind.
    pub(crate) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Done => 0,
            Self::Broken => 1,
            Self::Miswritten => 2,
            Self::Held => 3,
            Self::Tampered => 4,
            Self::Misfit => 5,
            Self::Refused => 6,
        })
    }

    /// The ending that an error means.
    pub(crate) fn of(error: &anyhow::Error) -> Self {
        if error.is::<account::NotDone>() {
            return Self::Refused;
        }
        if error.is::<Miswritten>() {
            return Self::Miswritten;
        }
        if error.is::<Unfit>() {
            return Self::Refused;
        }
        match error.downcast_ref::<actions::Error>() {
            Some(
                actions::Error::Mapping(_) | actions::Error::List(_) | actions::Error::Communes(_),
            ) => Self::Misfit,
            Some(
                actions::Error::Refused(_) | actions::Error::NotAllowed | actions::Error::NotFound,
            ) => Self::Refused,
            _ => Self::Broken,
        }
    }
}

/// A command that says too little to be done; what to type instead, in words.
#[derive(Debug)]
pub(crate) struct Miswritten(pub(crate) String);

impl std::fmt::Display for Miswritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Miswritten {}

/// Runs the command asked for.
pub(crate) async fn run(arguments: &Arguments) -> anyhow::Result<Ending> {
    let voice = Voice { quiet: arguments.quiet, json: arguments.json };
    if let Command::Restore { source, into, replace, erasures } = &arguments.command {
        let erasures = erasures.as_deref();
        let asked = backup::Restore { source, into, replace: *replace, erasures };
        return backup::restore(arguments, voice, &asked).await;
    }
    let is_look = matches!(arguments.command, Command::Backup { .. } | Command::Check);
    let house = if is_look {
        House::open_as_it_is(arguments).await?
    } else {
        House::open(arguments).await?
    };
    let ending = match &arguments.command {
        Command::Backup { target, unverified } => {
            backup::save(&house, voice, target, *unverified).await
        }
        Command::Check => check::run(&house, voice).await,
        Command::Restore { .. } => Ok(Ending::Done),
        Command::Demo { listen, fill_only } => demo::run(&house, voice, *listen, *fill_only).await,
        Command::Serve { listen } => serve::run(&house, voice, *listen).await,
        Command::Harvest { mapping, file, accept_loss } => {
            harvest::run(&house, voice, mapping, file, *accept_loss).await
        }
        Command::Mapping(command) => mapping::run(&house, voice, command).await,
        Command::Match => matching::run(&house, voice).await,
        Command::Export { format, out } => {
            export::run(&house, voice, *format, out.as_deref()).await
        }
        Command::Geo(GeoCommand::Load { from }) => geo::load(&house, voice, from).await,
        Command::Basemap(BasemapCommand::Build { folders }) => {
            basemap::build(&house, voice, folders)
        }
        Command::Journal(JournalCommand::Verify) => journal::verify(&house, voice).await,
        Command::Place(command) => place::run(&house, voice, command).await,
        Command::Mail(command) => mail::run(&house, voice, command).await,
        Command::Account(command) => account::run(&house, voice, command).await,
        Command::Quarantine { source } => quarantine::run(&house, source).await,
    };
    house.db.close().await;
    ending
}
