//! Builds a country from the files of some folders: `build FILE FOLDER...`.

use std::{env, fs};

use basemap::{Basemap, build_country};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, folders @ ..] = arguments.as_slice() else {
        return Err("build FILE FOLDER...".into());
    };
    let load =
        |name: &str| folders.iter().find_map(|folder| fs::read(format!("{folder}/{name}")).ok());
    let mut last = String::new();
    let country = build_country(&load, &mut |progress| {
        if progress.step != last {
            eprintln!("{:3.0} % {}", progress.share * 100.0, progress.step);
            last = progress.step;
        }
    })?;
    let land = Basemap::open(country.bytes)?;
    eprintln!(
        "{:#?}\n{} tiles, {} bytes",
        country.report,
        land.tile_count(),
        land.as_bytes().len()
    );
    fs::write(file, land.as_bytes())?;
    Ok(())
}
