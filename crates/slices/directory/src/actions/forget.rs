//! Takes the name and the address of someone who is erased out of what they wrote on pages.

use super::Error;
use super::edit::{Wish, apply};
use crate::model::{ChangeKind, Hand, PlaceState, Written};
use crate::store::{places, privacy};
use db::Act;
use intake::standard::FieldName;
use people::model::Person;
use people::privacy::{REDACTED, personal_words};

/// Pages on which that person wrote their own name or address say it no more. The caller commits.
pub(crate) async fn forget_words(act: &mut Act, person: &Person) -> db::Result<()> {
    let words = personal_words(person);
    for (place, field, value) in privacy::edits_of(act, person).await? {
        let kept = without(&words, &value);
        let (Some(field), false) = (FieldName::from_label(&field), kept == value) else { continue };
        let Some(mut stored) = places::by_id(act, place).await? else { continue };
        // The text stays its author's, who is a number now.
        let (at, actor) = (act.now().as_millisecond(), person.id.to_string());
        if stored.state == PlaceState::Merged {
            continue;
        }
        let fields = [(field, Some(Written { value: kept, at, actor }))];
        let wish = Wish { fields: &fields, hand: Hand::House, kind: ChangeKind::Edit };
        match apply(act, &mut stored, &wish).await {
            Ok(_) => {}
            Err(Error::Storage(error)) => return Err(error),
            Err(error) => return Err(db::Error::Decode(error.to_string())),
        }
    }
    Ok(())
}

/// The value without those words: an address is taken off a list, a name is replaced.
fn without(words: &[String], value: &str) -> String {
    let kept = value.split('|').filter(|part| {
        !part.contains('@') || !words.iter().any(|it| it.contains('@') && part.trim() == it)
    });
    let mut value = kept.collect::<Vec<_>>().join("|");
    for word in words {
        value = value.replace(word.as_str(), REDACTED);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leaves_a_list_and_a_name_leaves_a_sentence() {
        let words = ["lea@exemple.fr".to_owned(), "Léa Martin".to_owned()];
        assert_eq!(without(&words, "lea@exemple.fr|accueil@exemple.fr"), "accueil@exemple.fr");
        assert_eq!(without(&words, "lea@exemple.fr"), "");
        assert_eq!(without(&words, "Demandez Léa Martin."), "Demandez [effacé].");
        assert_eq!(without(&words, "Écrire à lea@exemple.fr"), "Écrire à [effacé]");
    }
}
