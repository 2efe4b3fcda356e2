//! Departments and regions: facts that change once in a decade.

/// A department, or a territory overseas that stands for one.
#[derive(Debug, PartialEq, Eq)]
pub struct Department {
    /// Official code: `35`, `2A`, `974`.
    pub code: &'static str,
    /// Code of its region; its own overseas without a region.
    pub region: &'static str,
    /// Name.
    pub name: &'static str,
}

/// A region.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// Official code, two digits.
    pub code: &'static str,
    /// Name.
    pub name: &'static str,
}

/// The department of this code; `1` stands for `01`.
pub fn department(code: &str) -> Option<&'static Department> {
    let padded = format!("{code:0>2}");
    DEPARTMENTS.iter().find(|department| department.code.eq_ignore_ascii_case(&padded))
}

/// The region of this code.
pub fn region(code: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|region| region.code == code)
}

/// The code of the department a postcode belongs to.
///
/// A few postcodes along borders belong to the neighbour; the name of the commune decides then.
/// Saint-Barthélemy and Saint-Martin keep postcodes of Guadeloupe.
pub fn department_of_postcode(postcode: &str) -> Option<&'static str> {
    if postcode.len() != 5 || !postcode.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let code = match postcode.get(..3)? {
        "200" | "201" => "2A",
        "202" | "204" | "206" => "2B",
        "971" => match postcode {
            "97133" => "977",
            "97150" => "978",
            _ => "971",
        },
        overseas if overseas.starts_with("97") || overseas.starts_with("98") => overseas,
        _ => postcode.get(..2)?,
    };
    department(code).map(|department| department.code)
}

const fn department_row(
    code: &'static str,
    region: &'static str,
    name: &'static str,
) -> Department {
    Department { code, region, name }
}

/// Every department, by code.
pub const DEPARTMENTS: &[Department] = &[
    department_row("01", "84", "Ain"),
    department_row("02", "32", "Aisne"),
    department_row("03", "84", "Allier"),
    department_row("04", "93", "Alpes-de-Haute-Provence"),
    department_row("05", "93", "Hautes-Alpes"),
    department_row("06", "93", "Alpes-Maritimes"),
    department_row("07", "84", "Ardèche"),
    department_row("08", "44", "Ardennes"),
    department_row("09", "76", "Ariège"),
    department_row("10", "44", "Aube"),
    department_row("11", "76", "Aude"),
    department_row("12", "76", "Aveyron"),
    department_row("13", "93", "Bouches-du-Rhône"),
    department_row("14", "28", "Calvados"),
    department_row("15", "84", "Cantal"),
    department_row("16", "75", "Charente"),
    department_row("17", "75", "Charente-Maritime"),
    department_row("18", "24", "Cher"),
    department_row("19", "75", "Corrèze"),
    department_row("2A", "94", "Corse-du-Sud"),
    department_row("2B", "94", "Haute-Corse"),
    department_row("21", "27", "Côte-d'Or"),
    department_row("22", "53", "Côtes-d'Armor"),
    department_row("23", "75", "Creuse"),
    department_row("24", "75", "Dordogne"),
    department_row("25", "27", "Doubs"),
    department_row("26", "84", "Drôme"),
    department_row("27", "28", "Eure"),
    department_row("28", "24", "Eure-et-Loir"),
    department_row("29", "53", "Finistère"),
    department_row("30", "76", "Gard"),
    department_row("31", "76", "Haute-Garonne"),
    department_row("32", "76", "Gers"),
    department_row("33", "75", "Gironde"),
    department_row("34", "76", "Hérault"),
    department_row("35", "53", "Ille-et-Vilaine"),
    department_row("36", "24", "Indre"),
    department_row("37", "24", "Indre-et-Loire"),
    department_row("38", "84", "Isère"),
    department_row("39", "27", "Jura"),
    department_row("40", "75", "Landes"),
    department_row("41", "24", "Loir-et-Cher"),
    department_row("42", "84", "Loire"),
    department_row("43", "84", "Haute-Loire"),
    department_row("44", "52", "Loire-Atlantique"),
    department_row("45", "24", "Loiret"),
    department_row("46", "76", "Lot"),
    department_row("47", "75", "Lot-et-Garonne"),
    department_row("48", "76", "Lozère"),
    department_row("49", "52", "Maine-et-Loire"),
    department_row("50", "28", "Manche"),
    department_row("51", "44", "Marne"),
    department_row("52", "44", "Haute-Marne"),
    department_row("53", "52", "Mayenne"),
    department_row("54", "44", "Meurthe-et-Moselle"),
    department_row("55", "44", "Meuse"),
    department_row("56", "53", "Morbihan"),
    department_row("57", "44", "Moselle"),
    department_row("58", "27", "Nièvre"),
    department_row("59", "32", "Nord"),
    department_row("60", "32", "Oise"),
    department_row("61", "28", "Orne"),
    department_row("62", "32", "Pas-de-Calais"),
    department_row("63", "84", "Puy-de-Dôme"),
    department_row("64", "75", "Pyrénées-Atlantiques"),
    department_row("65", "76", "Hautes-Pyrénées"),
    department_row("66", "76", "Pyrénées-Orientales"),
    department_row("67", "44", "Bas-Rhin"),
    department_row("68", "44", "Haut-Rhin"),
    department_row("69", "84", "Rhône"),
    department_row("70", "27", "Haute-Saône"),
    department_row("71", "27", "Saône-et-Loire"),
    department_row("72", "52", "Sarthe"),
    department_row("73", "84", "Savoie"),
    department_row("74", "84", "Haute-Savoie"),
    department_row("75", "11", "Paris"),
    department_row("76", "28", "Seine-Maritime"),
    department_row("77", "11", "Seine-et-Marne"),
    department_row("78", "11", "Yvelines"),
    department_row("79", "75", "Deux-Sèvres"),
    department_row("80", "32", "Somme"),
    department_row("81", "76", "Tarn"),
    department_row("82", "76", "Tarn-et-Garonne"),
    department_row("83", "93", "Var"),
    department_row("84", "93", "Vaucluse"),
    department_row("85", "52", "Vendée"),
    department_row("86", "75", "Vienne"),
    department_row("87", "75", "Haute-Vienne"),
    department_row("88", "44", "Vosges"),
    department_row("89", "27", "Yonne"),
    department_row("90", "27", "Territoire de Belfort"),
    department_row("91", "11", "Essonne"),
    department_row("92", "11", "Hauts-de-Seine"),
    department_row("93", "11", "Seine-Saint-Denis"),
    department_row("94", "11", "Val-de-Marne"),
    department_row("95", "11", "Val-d'Oise"),
    department_row("971", "01", "Guadeloupe"),
    department_row("972", "02", "Martinique"),
    department_row("973", "03", "Guyane"),
    department_row("974", "04", "La Réunion"),
    department_row("975", "975", "Saint-Pierre-et-Miquelon"),
    department_row("976", "06", "Mayotte"),
    department_row("977", "977", "Saint-Barthélemy"),
    department_row("978", "978", "Saint-Martin"),
    department_row("984", "984", "Terres australes et antarctiques françaises"),
    department_row("986", "986", "Wallis-et-Futuna"),
    department_row("987", "987", "Polynésie française"),
    department_row("988", "988", "Nouvelle-Calédonie"),
    department_row("989", "989", "Île de Clipperton"),
];

/// Every region, by code.
pub const REGIONS: &[Region] = &[
    Region { code: "01", name: "Guadeloupe" },
    Region { code: "02", name: "Martinique" },
    Region { code: "03", name: "Guyane" },
    Region { code: "04", name: "La Réunion" },
    Region { code: "06", name: "Mayotte" },
    Region { code: "11", name: "Île-de-France" },
    Region { code: "24", name: "Centre-Val de Loire" },
    Region { code: "27", name: "Bourgogne-Franche-Comté" },
    Region { code: "28", name: "Normandie" },
    Region { code: "32", name: "Hauts-de-France" },
    Region { code: "44", name: "Grand Est" },
    Region { code: "52", name: "Pays de la Loire" },
    Region { code: "53", name: "Bretagne" },
    Region { code: "75", name: "Nouvelle-Aquitaine" },
    Region { code: "76", name: "Occitanie" },
    Region { code: "84", name: "Auvergne-Rhône-Alpes" },
    Region { code: "93", name: "Provence-Alpes-Côte d'Azur" },
    Region { code: "94", name: "Corse" },
];
