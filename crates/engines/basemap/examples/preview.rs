//! Writes an HTML page with a map, to look at: `preview PAGE LAT LON ZOOM [COUNTRY-FILE]`.

use std::{env, fs};

use basemap::{Basemap, Cluster, DrawOptions, Marker, Pin, View, draw_standalone};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [page, lat, lon, zoom, country @ ..] = arguments.as_slice() else {
        return Err("preview PAGE LAT LON ZOOM [COUNTRY-FILE]".into());
    };
    let land = match country.first() {
        Some(path) => Basemap::open(fs::read(path)?)?,
        None => Basemap::sketch(),
    };
    let view = View {
        lat: lat.parse()?,
        lon: lon.parse()?,
        zoom: zoom.parse()?,
        width_px: 1440.0,
        height_px: 900.0,
        bleed_px: 0.0,
    };
    let svg = draw_standalone(&view, &land, &markers(), &DrawOptions::default());
    fs::write(
        page,
        format!("<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{svg}"),
    )?;
    Ok(())
}

fn markers() -> Vec<Marker> {
    let cluster = |lat, lon, count: usize| {
        let (href, label) = ("#".to_owned(), format!("{count} lieux"));
        Marker::Cluster(Cluster { lat, lon, count, href, label })
    };
    let pin = |lat, lon, active| {
        let (href, label) = ("#".to_owned(), "Un lieu".to_owned());
        Marker::Pin(Pin { lat, lon, href, label, id: String::new(), active })
    };
    vec![
        cluster(50.4, 2.9, 129),
        cluster(48.86, 2.35, 279),
        cluster(45.7, 4.7, 1171),
        cluster(48.09, -1.73, 2),
        pin(48.21, -1.7, false),
        pin(48.17, -1.5, true),
        cluster(-21.2, 55.5, 12),
    ]
}
