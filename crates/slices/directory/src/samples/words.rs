//! The words fiction is made of: invented persons, plants, streets. No name is that of anyone.

/// A word of a list, going round when the list ends.
pub(super) fn at<const COUNT: usize>(
    words: &'static [&'static str; COUNT],
    index: u32,
) -> &'static str {
    words[usize::try_from(index).unwrap_or_default() % COUNT]
}

/// First names, for invented persons.
pub(super) const FIRST_NAMES: [&str; 24] = [
    "Odile",
    "Aimé",
    "Léonie",
    "Firmin",
    "Honorine",
    "Basile",
    "Clarisse",
    "Anselme",
    "Adèle",
    "Ferdinand",
    "Éloïse",
    "Gaspard",
    "Philomène",
    "Octave",
    "Suzanne",
    "Théodule",
    "Irène",
    "Évariste",
    "Colombe",
    "Lazare",
    "Victorine",
    "Ambroise",
    "Mélanie",
    "Justin",
];

/// Last names that nobody bears, as far as we know.
pub(super) const LAST_NAMES: [&str; 41] = [
    "Marenval",
    "Tourlanec",
    "Vaubrison",
    "Lestrivier",
    "Corbessac",
    "Montarvel",
    "Quervaneuc",
    "Sauldrain",
    "Brisemartel",
    "Fontecaride",
    "Pélissonde",
    "Harquevaulx",
    "Ombrelet",
    "Delsauvère",
    "Rochebruyant",
    "Chantemervel",
    "Vergelonde",
    "Bellostrac",
    "Trémarzelle",
    "Guilvernois",
    "Aubépinard",
    "Costemalvy",
    "Kermorvannec",
    "Durandelle",
    "Escouflard",
    "Fourquevilain",
    "Galimartin",
    "Hautefenouil",
    "Issambrac",
    "Jolivarde",
    "Lamirandole",
    "Malvoisard",
    "Noirépinet",
    "Orvaldière",
    "Pontcarrel",
    "Rivaubert",
    "Sablonnat",
    "Tavernouil",
    "Valbrunel",
    "Ysambourg",
    "Zélandrin",
];

/// Plants and trees, with their article.
pub(super) const PLANTS: [&str; 43] = [
    "des Tilleuls",
    "des Genêts",
    "des Mimosas",
    "des Glycines",
    "des Bruyères",
    "des Aubépines",
    "des Coquelicots",
    "des Lavandes",
    "des Fougères",
    "des Ormeaux",
    "des Saules",
    "des Églantines",
    "des Jasmins",
    "des Châtaigniers",
    "des Noyers",
    "des Oliviers",
    "des Marronniers",
    "des Cerisiers",
    "des Amandiers",
    "des Bleuets",
    "des Capucines",
    "des Érables",
    "des Figuiers",
    "des Frênes",
    "des Houx",
    "des Iris",
    "des Jonquilles",
    "des Lilas",
    "des Mélèzes",
    "des Merisiers",
    "des Myrtilles",
    "des Pervenches",
    "des Peupliers",
    "des Pivoines",
    "des Primevères",
    "des Romarins",
    "des Roseaux",
    "des Sorbiers",
    "des Sureaux",
    "des Tamaris",
    "des Trèfles",
    "des Violettes",
    "des Acacias",
];

/// Workshops and rooms, for places that call themselves by one.
pub(super) const ROOMS: [&str; 17] = [
    "La Bobine",
    "Le Préau",
    "La Verrière",
    "Le Hangar",
    "La Navette",
    "L'Établi",
    "La Remise",
    "Le Lavoir",
    "La Grange",
    "Le Pressoir",
    "La Forge",
    "L'Appentis",
    "La Cabane",
    "Le Grenier",
    "La Halte",
    "Le Quai",
    "La Serre",
];

/// Streets that are in every town.
pub(super) const STREETS: [&str; 53] = [
    "rue des Tilleuls",
    "avenue de la Gare",
    "place de la Mairie",
    "rue du Lavoir",
    "rue de l'Église",
    "chemin des Vignes",
    "rue du Moulin",
    "allée des Érables",
    "boulevard des Platanes",
    "rue des Écoles",
    "rue du Stade",
    "place du Marché",
    "impasse des Lilas",
    "rue de la Fontaine",
    "cours des Marronniers",
    "rue Haute",
    "quai des Saules",
    "rue Basse",
    "esplanade des Cerisiers",
    "rue des Jardins",
    "avenue des Peupliers",
    "rue du Château",
    "rue des Remparts",
    "rue de la Poste",
    "place des Halles",
    "rue du Port",
    "rue des Acacias",
    "avenue du Stade",
    "rue du Four",
    "rue des Tanneurs",
    "allée des Bouleaux",
    "boulevard de la Gare",
    "rue du Pont",
    "rue des Lavandières",
    "rue de la Forge",
    "chemin du Ruisseau",
    "rue du Collège",
    "rue des Potiers",
    "place de l'Horloge",
    "rue des Prés",
    "avenue des Acacias",
    "rue du Puits",
    "rue de la Source",
    "rue des Tisserands",
    "allée des Pins",
    "rue de l'Abreuvoir",
    "rue du Verger",
    "boulevard des Érables",
    "rue des Charrons",
    "rue de la Halle",
    "rue des Noyers",
    "chemin de la Plaine",
    "rue des Mésanges",
];

/// `de Rennes`, `d'Auch`, `du Havre`, `des Abymes`, `de La Rochelle`.
pub(super) fn of_town(name: &str) -> String {
    let name = name.trim_end_matches(" Arrondissement");
    if let Some(rest) = name.strip_prefix("Le ") {
        format!("du {rest}")
    } else if let Some(rest) = name.strip_prefix("Les ") {
        format!("des {rest}")
    } else if name.starts_with(['A', 'E', 'É', 'I', 'O', 'U', 'Y']) {
        format!("d'{name}")
    } else {
        format!("de {name}")
    }
}

/// A text for addresses: lower case, no accents, hyphens.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase).map(without_accent) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The letter under an accent of French.
pub(super) const fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'â' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'É' | 'È' => 'E',
        other => other,
    }
}
