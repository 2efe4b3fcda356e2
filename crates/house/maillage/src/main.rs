//! The program: reads its command line, opens the house, runs one command.

mod arguments;
mod backup;
mod commands;
mod configuration;
mod disk;
mod erasures;
mod house;
mod memory;
mod say;

use arguments::Arguments;
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if matches!(arguments.command, arguments::Command::Serve { .. }) {
        memory::settle();
    }
    logs(arguments.json);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("Maillage ne peut pas démarrer : {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(commands::run(&arguments)) {
        Ok(ending) => ending.code(),
        Err(error) => {
            say::failure(&error, arguments.json);
            commands::Ending::of(&error).code()
        }
    }
}

/// What happens goes to standard error, as lines for people or as JSON for machines. A line that
/// cannot be written (a log on a full disk) is lost, and the request it tells of is not.
fn logs(json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_from_env("MAILLAGE_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .log_internal_errors(false)
        .with_writer(std::io::stderr);
    if json { logs.json().init() } else { logs.without_time().init() }
}
