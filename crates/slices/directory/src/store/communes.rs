//! The official communes, once loaded.

use base::Point;
use db::{Act, Error, Read, params, row};
use intake::Commune;
use intake::communes::CommuneKind;
use serde::{Deserialize, Serialize};

row! {
    struct CommuneRow {
        body: String,
    }
}

/// A commune as stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    code: String,
    name: String,
    department: String,
    region: String,
    postcodes: Vec<String>,
    population: u32,
    point: Point,
    #[serde(default)]
    point_is_estimated: bool,
    #[serde(default)]
    former_codes: Vec<String>,
    #[serde(default)]
    is_arrondissement: bool,
}

pub(crate) async fn all(read: &mut Read) -> Result<Vec<Commune>, Error> {
    let rows: Vec<CommuneRow> = read.all("SELECT body FROM commune ORDER BY code", vec![]).await?;
    rows.iter().map(|row| Ok(super::decode::<Stored>(&row.body)?.into())).collect()
}

/// Replaces every commune.
pub(crate) async fn replace_all(act: &mut Act, communes: &[Commune]) -> Result<(), Error> {
    act.write("DELETE FROM commune", vec![]).await?;
    let mut rows = Vec::with_capacity(communes.len());
    for commune in communes {
        rows.push(params![commune.code.as_str(), super::encode(&Stored::from(commune))?]);
    }
    act.write_rows("INSERT INTO commune (code, body) VALUES", "", rows).await
}

impl From<&Commune> for Stored {
    fn from(it: &Commune) -> Self {
        Self {
            code: it.code.clone(),
            name: it.name.clone(),
            department: it.department.clone(),
            region: it.region.clone(),
            postcodes: it.postcodes.clone(),
            population: it.population,
            point: it.point,
            point_is_estimated: it.point_is_estimated,
            former_codes: it.former_codes.clone(),
            is_arrondissement: it.kind == CommuneKind::Arrondissement,
        }
    }
}

impl From<Stored> for Commune {
    fn from(it: Stored) -> Self {
        let kind =
            if it.is_arrondissement { CommuneKind::Arrondissement } else { CommuneKind::Commune };
        Self {
            code: it.code,
            name: it.name,
            department: it.department,
            region: it.region,
            postcodes: it.postcodes,
            population: it.population,
            point: it.point,
            point_is_estimated: it.point_is_estimated,
            former_codes: it.former_codes,
            kind,
        }
    }
}
