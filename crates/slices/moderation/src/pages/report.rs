//! The form by which anyone reports something, and the one of notices of illegal content.

use super::{Network, show, show_wrong, trouble};
use crate::Moderation;
use crate::actions::{self, Error, NewReport};
use crate::model::{Exhibit, Notice, NoticeNature, Reason, Subject, Visibility};
use crate::refusal::Refusal;
use crate::views::{NoticeForm, ReportForm, ReportView};
use axum::extract::{Path, State};
use axum::response::Response;
use people::Standing;
use serde::Deserialize;
use web::{Form, Visitor, done};

pub(super) async fn page(
    State(house): State<Moderation>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
) -> web::Result<Response> {
    let exhibit = look(&house, &Subject { kind, id }).await?;
    show(&ReportView::of(&visitor, &exhibit, &ReportForm::default()))
}

pub(super) async fn notice_page(
    State(house): State<Moderation>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
) -> web::Result<Response> {
    let exhibit = look(&house, &Subject { kind, id }).await?;
    show(&ReportView::notice(&visitor, &exhibit, &NoticeForm::default()))
}

async fn look(house: &Moderation, subject: &Subject) -> web::Result<Exhibit> {
    let space = house.space_of(subject).ok_or(web::Error::NotFound)?;
    let mut read = house.app.read().await?;
    let exhibit = space.look(&mut read, &subject.id).await?;
    exhibit.filter(|it| it.visibility != Visibility::Hidden).ok_or(web::Error::NotFound)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sent {
    #[serde(default)]
    raison: String,
    #[serde(default)]
    precisions: String,
    #[serde(default)]
    courriel: String,
}

pub(super) async fn send(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    network: Network,
    Path((kind, id)): Path<(String, String)>,
    form: Form<Sent>,
) -> web::Result<Response> {
    let subject = Subject { kind, id };
    let exhibit = look(&house, &subject).await?;
    let typed = ReportForm {
        reason: Reason::named(&form.fields.raison),
        words: form.fields.precisions,
        mail: form.fields.courriel,
    };
    let again = |refusal| {
        show_wrong(&ReportView::of(&visitor, &exhibit, &typed).saying(&visitor.words(), refusal))
    };
    let Some(reason) = typed.reason else { return again(Refusal::ReasonNeeded) };
    let asked = NewReport {
        subject,
        reason,
        words: typed.words.clone(),
        mail: typed.mail.clone(),
        notice: None,
        network: network.name,
        agent: network.agent,
        locale: visitor.locale.code().to_owned(),
        once: form.once,
    };
    match actions::report(&house, house.app.now(), &standing, &asked).await {
        Ok(_) => Ok(done(&exhibit.path, "done-reported")),
        Err(Error::Refused(refusal)) => again(refusal),
        Err(error) => Err(trouble(error, &visitor)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SentNotice {
    #[serde(default)]
    nature: String,
    #[serde(default)]
    nom: String,
    #[serde(default)]
    courriel: String,
    #[serde(default)]
    loi: String,
    #[serde(default)]
    explication: String,
    #[serde(default)]
    bonne_foi: String,
}

pub(super) async fn send_notice(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    network: Network,
    Path((kind, id)): Path<(String, String)>,
    form: Form<SentNotice>,
) -> web::Result<Response> {
    let subject = Subject { kind, id };
    let exhibit = look(&house, &subject).await?;
    let sent = form.fields;
    let typed = NoticeForm {
        nature: NoticeNature::named(&sent.nature),
        name: sent.nom,
        mail: sent.courriel,
        law: sent.loi,
        words: sent.explication,
        is_in_good_faith: sent.bonne_foi == "oui",
    };
    let again = |refusal| {
        let view = ReportView::notice(&visitor, &exhibit, &typed);
        show_wrong(&view.saying(&visitor.words(), refusal))
    };
    if !typed.is_in_good_faith {
        return again(Refusal::GoodFaithNeeded);
    }
    let notice = Notice {
        nature: typed.nature.unwrap_or(NoticeNature::Notice),
        name: typed.name.trim().to_owned(),
        law: typed.law.trim().to_owned(),
    };
    let asked = NewReport {
        subject,
        reason: Reason::Illegal,
        words: typed.words.clone(),
        mail: typed.mail.clone(),
        notice: Some(notice),
        network: network.name,
        agent: network.agent,
        locale: visitor.locale.code().to_owned(),
        once: form.once,
    };
    match actions::report(&house, house.app.now(), &standing, &asked).await {
        Ok(_) => Ok(done(&exhibit.path, "done-notice-received")),
        Err(Error::Refused(refusal)) => again(refusal),
        Err(error) => Err(trouble(error, &visitor)),
    }
}
