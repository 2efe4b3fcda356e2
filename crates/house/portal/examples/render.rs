//! Writes every sample page in every language, with the assets beside, to look at:
//! `cargo run -p portal --example render -- target/pages`, then serve that folder.

use anyhow::Context;
use std::path::PathBuf;
use std::{env, fs};
use web::Locale;

fn main() -> anyhow::Result<()> {
    let out = env::args_os().nth(1).map(PathBuf::from).context("where to? give a folder")?;
    for locale in Locale::ALL {
        let folder = out.join(locale.code());
        fs::create_dir_all(&folder)?;
        for sample in portal::views::samples::all(locale)? {
            // From a file or a server, whatever the folder is called.
            let html = sample.html.replace("\"/s/", "\"../s/");
            fs::write(folder.join(format!("{}.html", sample.name)), html)?;
        }
    }
    fs::create_dir_all(out.join("s"))?;
    for name in web::assets_ending("") {
        let content = web::asset_bytes(name).unwrap_or_default();
        fs::write(out.join(web::asset(name).trim_start_matches('/')), content)?;
    }
    Ok(())
}
