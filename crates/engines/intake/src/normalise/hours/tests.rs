//! Hours as lists write them become the grammar, or stay text.

use super::*;
use proptest::prelude::*;

fn monday(text: &str) -> Option<String> {
    let mut days: [Vec<String>; 7] = Default::default();
    days[0] = vec![text.to_owned()];
    let hours = from_days(&days);
    if hours.unread.is_empty() { hours.osm } else { Some("?".to_owned()) }
}

fn sentence(text: &str) -> String {
    let hours = from_text(text);
    hours.osm.unwrap_or_else(|| "?".to_owned())
}

#[test]
fn every_way_of_writing_two_slots_is_read() {
    for text in [
        "9h à 12h et 14h à 17h",
        "9:00 - 12:00 / 14:00 - 17:00",
        "9h-12h / 14h-17h",
        "9h/12h - 14h/17h",
        "9-12h et 14-17h",
        "9 à 12h - 14h à 17h",
        "de 9h à 12h et de 14h à 17h",
        "09H00–12H00/14H00-17H00",
        "9 h - 12 h – 14 h 00 – 17 h 00",
        "9-12 / 14-17",
        "9h12h-14h17h",
        "9:00 -12: 14:00 -17:",
        "9.00-12.00, 14.00-17.00",
        "0900-1200 / 1400-1700",
        "9h à12h 14h à 17h",
        "9h00-12h00 14h00-17h00",
        "09:00-12:00 | 14:00-17:00",
        "9 :00-12:00/14 :00-17:00",
        "Lundi : 9h-12h et 14h-17h",
        "9h à midi puis 14h à 17h",
        "09:00-12:00-14:00-17:00",
        "9:00:00 - 12:00:00 / 14:00:00 - 17:00:00",
        "9h 12h / 14h 17h",
    ] {
        assert_eq!(monday(text).as_deref(), Some("Mo 09:00-12:00,14:00-17:00"), "{text}");
    }
}

#[test]
fn one_slot_is_read() {
    for text in [
        "9h30 à 12h",
        "9:30-12:00",
        "9h30-12h00 ",
        "9 h 30 - 12 h",
        "09:30:12:00",
        "9h30-12h (journée continue)",
        "9h30 à 12h sans rdv",
        "9h30/12h - fermé l'après-midi",
        "9h30 - 12:",
    ] {
        assert_eq!(monday(text).as_deref(), Some("Mo 09:30-12:00"), "{text}");
    }
    assert_eq!(monday("9h-12h / 12h-17h").as_deref(), Some("Mo 09:00-17:00"));
    assert_eq!(monday("18h à minuit").as_deref(), Some("Mo 18:00-24:00"));
}

#[test]
fn a_closed_day_is_left_out() {
    for text in [
        "Fermé",
        "FERMÉ",
        "-",
        "",
        "fermée",
        "Pas d'accueil.",
        "non",
        ": Fermé",
        "Horaires non communiqués",
        "Espace fermé ce jour",
    ] {
        assert_eq!(monday(text), None, "{text}");
    }
}

#[test]
fn appointments_and_conditions_are_kept_as_comments() {
    assert_eq!(monday("Sur RDV").as_deref(), Some("Mo \"sur rendez-vous\""));
    assert_eq!(
        monday("9:00 - 12:00 / Sur RDV : 13:30 - 17:00").as_deref(),
        Some("Mo 09:00-12:00, Mo 13:30-17:00 \"sur rendez-vous\"")
    );
    assert_eq!(
        monday("9h-12h sur rendez-vous").as_deref(),
        Some("Mo 09:00-12:00 \"sur rendez-vous\"")
    );
    assert_eq!(
        monday("10h à 12h une fois sur deux").as_deref(),
        Some("Mo 10:00-12:00 \"une fois sur deux\"")
    );
    assert_eq!(
        monday("9:00 - 12:00 / Après-midi sur RDV").as_deref(),
        Some("Mo 09:00-12:00 open \"Après midi sur RDV\"")
    );
}

#[test]
fn even_and_odd_weeks_are_told_apart() {
    assert_eq!(
        monday("Semaines paires : 8:30 - 12:00 / 13:30 - 17:00 // Semaines impaires : fermé")
            .as_deref(),
        Some("week 2-52/2 Mo 08:30-12:00,13:30-17:00")
    );
    assert_eq!(
        monday("9:00 - 12:00 (semaines impaires)").as_deref(),
        Some("week 1-53/2 Mo 09:00-12:00")
    );
    assert_eq!(monday("1er lundi du mois : 9:00-12:00").as_deref(), Some("Mo[1] 09:00-12:00"));
}

#[test]
fn what_cannot_be_read_stays_text() {
    for text in
        ["Selon planning bus", "17h-9h30-12h", "9h-25h", "9h30-9h00", "1h-2401", "après 18h"]
    {
        assert_eq!(monday(text).as_deref(), Some("?"), "{text}");
    }
}

#[test]
fn days_that_say_the_same_are_written_together() {
    let day = |text: &str| vec![text.to_owned()];
    let week = [
        day("9h-12h"),
        day("9h-12h"),
        day("9h-12h"),
        day("14h-17h"),
        day("9h-12h"),
        day("Fermé"),
        day(""),
    ];
    assert_eq!(from_days(&week).osm.as_deref(), Some("Mo-We,Fr 09:00-12:00; Th 14:00-17:00"));
    let halves = vec!["8h30-12h".to_owned(), "13h30-17h".to_owned()];
    let halves = [halves, day(""), day(""), day(""), day(""), day(""), day("")];
    assert_eq!(from_days(&halves).osm.as_deref(), Some("Mo 08:30-12:00,13:30-17:00"));
}

#[test]
fn sentences_are_read() {
    assert_eq!(
        sentence("Les lundi, mardi, jeudi et vendredi de 09h00 à 17h00"),
        "Mo,Tu,Th,Fr 09:00-17:00"
    );
    assert_eq!(sentence("9h-12h et 14h-17h du lundi au vendredi"), "Mo-Fr 09:00-12:00,14:00-17:00");
    assert_eq!(sentence("Lundi au vendredi 9h-18h"), "Mo-Fr 09:00-18:00");
    assert_eq!(sentence("Mercredi de 14h à 15H30"), "We 14:00-15:30");
    assert_eq!(
        sentence("- lundi matin: 8h30-12h / lundi après-midi: 13h30-17h\n- mardi matin: 8h30-12h"),
        "Mo 08:30-12:00,13:30-17:00; Tu 08:30-12:00"
    );
    assert_eq!(
        sentence("mardi 13:30-19:00\nmercredi 10:00-12:00 13:30-18:00\nsamedi fermé"),
        "Tu 13:30-19:00; We 10:00-12:00,13:30-18:00"
    );
    assert_eq!(sentence("Du mardi au samedi sauf le jeudi : 10h-18h"), "Tu,We,Fr,Sa 10:00-18:00");
    assert_eq!(sentence("Tous les jours de 9h à 18h"), "Mo-Su 09:00-18:00");
    assert_eq!(
        sentence("ouvert le 1er et le 3ème mardi du mois de 14h à 16h"),
        "Tu[1],Tu[3] 14:00-16:00".replace("Tu[1],Tu[3]", "Tu[1,3]")
    );
    assert_eq!(
        sentence("La semaine de 9h00 à 12h00 et le samedi de 9h00 à 11h00"),
        "Mo-Fr 09:00-12:00; Sa 09:00-11:00"
    );
    assert_eq!(sentence("Du lundi au jeudi sur rendez-vous"), "Mo-Th \"sur rendez-vous\"");
    assert_eq!(sentence("Lundi : 14H - 17HMardi : 9H - 12H"), "Mo 14:00-17:00; Tu 09:00-12:00");
    assert_eq!(from_text("-\n-\n-"), Hours::default());
    assert_eq!(sentence("sur demande"), "?");
    assert_eq!(sentence("lundi et mardi"), "?");
}

#[test]
fn the_grammar_is_kept_and_put_in_one_form() {
    for text in [
        "Mo-Fr 09:00-12:00,13:30-17:30; Tu 09:00-12:00,14:30-17:30",
        "Mo,We 09:00-12:00; PH off",
        "24/7",
        "week 1-53/2 Mo 09:30-12:30",
        "Tu[1,3] 14:00-16:00",
        "Jul-Aug Mo-Sa 10:00-18:00",
        "Jul 14-Aug 15 10:00-18:00",
        "Mo 09:00-12:00, Mo 13:30-17:00 \"sur rendez-vous\"",
        "Fr 20:00-02:00",
        "Mo \"sur rendez-vous\"",
    ] {
        assert_eq!(canonical(text).as_deref(), Some(text));
    }
    assert_eq!(
        canonical("Mo-Fr 9:00-12:00;Sa closed ;").as_deref(),
        Some("Mo-Fr 09:00-12:00; Sa off")
    );
    for text in [
        "Mo 09:00",
        "Mo 09:00-12:00-14:00",
        "Lu 09:00-12:00",
        "Mo",
        "Mo 12:00-09:00",
        "",
        "Mo 25:00-26:00",
        "Mo 09:00-12:00 \"open",
    ] {
        assert_eq!(canonical(text), None, "{text}");
    }
}

#[test]
fn a_stop_of_one_week_out_of_two_says_so() {
    assert_eq!(
        in_weeks("Mo 09:30-12:30,13:30-15:30; PH off", "Semaine impaire").as_deref(),
        Some("week 1-53/2 Mo 09:30-12:30,13:30-15:30; PH off")
    );
    assert_eq!(in_weeks("Mo 09:30-12:30", "toute l'année"), None);
}

proptest! {
    #[test]
    fn what_was_read_is_in_the_grammar(
        cell in "(de )?[0-9]{1,2}(h|:)[0-9]{0,2} ?(-|à|/) ?[0-9]{1,2}h?[0-9]{0,2}( et | / |,)?.{0,14}",
    ) {
        if let Some(osm) = monday(&cell).filter(|osm| osm != "?") {
            prop_assert_eq!(canonical(&osm), Some(osm.clone()), "{}", cell);
        }
    }

    #[test]
    fn one_form_is_the_only_form(text in "(Mo|Tu|We-Fr|week 2-4|PH)? ?[0-9:,; -]{0,20}( off)?") {
        if let Some(once) = canonical(&text) {
            prop_assert_eq!(canonical(&once), Some(once.clone()));
        }
    }

    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,80}") {
        let _ = (monday(&text), sentence(&text));
    }
}
