//! The mappings that come with the product: what teaches how lists name their columns.

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        /// Each mapping of `mappings/`: its file's name without `.toml`, and its text.
        pub const SHIPPED: &[(&str, &str)] = &[$((
            $name,
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../mappings/",
                $name,
                ".toml"
            )),
        )),*];
    };
}

shipped!(
    "aidants-connect",
    "aix-en-provence",
    "angers",
    "bfc",
    "bibliotheques",
    "bus-charente",
    "cnfs",
    "corse",
    "data-inclusion",
    "epernay",
    "etapes-numeriques",
    "fibre-64",
    "france-services",
    "france-services-2020-01",
    "france-services-2020-10",
    "grand-lyon",
    "hinaura",
    "hub-lo",
    "la-creuse",
    "maine-et-loire",
    "numi",
    "paca",
    "solidata",
    "standard-csv",
    "standard-json",
    "ultra-num",
);

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn every_mapping_of_the_folder_is_shipped() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../mappings");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
            .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
            .collect();
        names.sort();
        let shipped: Vec<&str> = SHIPPED.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, shipped);
    }
}
