//! Anyone who went to a place says what they think of it.

use super::{Pairs, blame, head, page_crumbs, public_place, sent, show_wrong, shown, view};
use crate::Portal;
use crate::views::{Button, FormView, KeepingView};
use axum::extract::{Path, State};
use axum::response::Response;
use base::Refusal as _;
use directory::model::Place;
use directory::ratings::actions::{Error, Here, NewRating, rate};
use directory::ratings::model::{Criterion, STEPS};
use directory::ratings::refusal::Refusal;
use directory::ratings::rules::marks;
use directory::rules::dress::is_by_program;
use moderation::pages::Network;
use people::Standing;
use web::{Answer, Field, FieldKind, Visitor, Words, done};

pub(super) async fn page(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> web::Result<Response> {
    let place = public_place(&portal, &slug).await?;
    shown(&rate_view(&visitor, &place))
}

fn rate_view(visitor: &Visitor, place: &Place) -> KeepingView {
    let words = visitor.words();
    let mut view = view(visitor, words.t("ratings-give"), page_crumbs(&words, place));
    view.lead = vec![words.t("rate-lead"), words.t("ratings-rules")];
    let mut fields: Vec<Field> =
        Criterion::ALL.into_iter().map(|it| question(&words, it)).collect();
    let comment = Field::new("commentaire", words.t("rate-comment")).kind(FieldKind::Long);
    fields.push(comment.hint(words.t("rate-comment-hint")).optional());
    let code = Field::new("code", words.t("rate-code")).hint(words.t("rate-code-hint"));
    fields.push(code.autocomplete("off").optional());
    if visitor.signed_in.is_none() {
        let mail = Field::new("courriel", words.t("rate-mail")).kind(FieldKind::Mail);
        fields.push(mail.hint(words.t("rate-mail-hint")).autocomplete("email").optional());
    }
    view.forms.push(FormView {
        action: format!("/lieux/{}/avis/donner", place.slug),
        has_trap: true,
        fields,
        buttons: vec![Button::new("envoyer", words.t("rate-send"))],
        ..FormView::default()
    });
    view
}

/// The name under which a mark is sent.
const fn sent_as(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Welcome => "accueil",
        Criterion::Usefulness => "utilite",
        Criterion::Access => "acces",
        Criterion::Hours => "horaires",
    }
}

fn question(words: &Words, criterion: Criterion) -> Field {
    let step = |it: u8| Answer::new(it.to_string(), words.t(&format!("step-{it}")), false);
    Field::new(sent_as(criterion), words.t(&format!("criterion-ask-{}", criterion.name())))
        .kind(FieldKind::Radio(STEPS.into_iter().map(step).collect()))
}

pub(super) async fn send(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    network: Network,
    Path(slug): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = public_place(&portal, &slug).await?;
    let (words, app) = (visitor.words(), visitor.app());
    if is_by_program(sent(&form, "site_internet"), form.ticket.shown_at, app.now()) {
        return Err(web::Error::TooMany(words.t("correct-too-fast")));
    }
    let asked = NewRating {
        marks: marks(Criterion::ALL.map(|it| sent(&form, sent_as(it)))),
        comment: sent(&form, "commentaire").to_owned(),
        code: sent(&form, "code").to_owned(),
        mail: sent(&form, "courriel").to_owned(),
        network: network.name,
        locale: visitor.locale.code().to_owned(),
    };
    let here = Here { db: &app.db, keys: &app.keys, now: app.now(), once: &form.once };
    match rate(here, (&standing, &head(&visitor)), place.id, &asked).await {
        Ok(Some(id)) => Ok(done(&super::rated::own_path(app, id), "done-rated")),
        Ok(None) => Ok(done(&format!("/lieux/{}/avis", place.slug), "done-rated")),
        Err(Error::Refused(refusal)) => {
            let mut view = rate_view(&visitor, &place);
            if let Some(page) = view.forms.first_mut() {
                super::dress::typed_again(page, &form);
                blame(page, field_of(&form, refusal), words.t(refusal.key()));
            }
            show_wrong(&view)
        }
        Err(error) => Err(super::rated::trouble(&visitor, error)),
    }
}

/// The field that a refusal is about; none for the whole form.
fn field_of(form: &Pairs, refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::MarkNeeded => {
            let missing = Criterion::ALL.into_iter().find(|it| sent(form, sent_as(*it)).is_empty());
            missing.map_or("", sent_as)
        }
        Refusal::MailUnreadable => "courriel",
        Refusal::CodeDead => "code",
        Refusal::TooLong | Refusal::TooManyLinks => "commentaire",
        _ => "",
    }
}
