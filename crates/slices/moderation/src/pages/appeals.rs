//! Appeals, for those who did not decide.

use super::desk::Decided;
use super::{not_theirs, show, show_wrong, trouble};
use crate::actions::{self, Error};
use crate::may::{Verb, may};
use crate::refusal::Refusal;
use crate::views::{AppealView, AppealsView, RulingForm};
use crate::{Moderation, looks};
use axum::extract::{Path, State};
use axum::response::Response;
use base::AppealId;
use people::Standing;
use web::{Form, Visitor, done};

pub(super) async fn list(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
) -> web::Result<Response> {
    let mut read = house.app.read().await?;
    let appeals = looks::appeals(&mut read, &standing).await?;
    let appeals = appeals.ok_or_else(|| not_theirs(&visitor))?;
    show(&AppealsView::of(&visitor, &appeals, &standing.actor.name()))
}

pub(super) async fn page(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Path(appeal): Path<String>,
) -> web::Result<Response> {
    let form = RulingForm::default();
    show(&view(&house, &visitor, &standing, (&appeal, &form)).await?)
}

async fn view(
    house: &Moderation,
    visitor: &Visitor,
    standing: &Standing,
    (appeal, form): (&str, &RulingForm),
) -> web::Result<AppealView> {
    if crate::may::scopes_seen(standing).is_empty() {
        return Err(not_theirs(visitor));
    }
    let id: AppealId = appeal.parse().map_err(|_| web::Error::NotFound)?;
    let found = looks::appeal(&mut house.app.read().await?, standing, id).await?;
    let (appeal, decision, case) = found.ok_or(web::Error::NotFound)?;
    let judges =
        may(standing, Verb::JudgeAppeal, &case.scopes) && decision.decider != standing.actor.name();
    Ok(AppealView::of(visitor, (&appeal, &decision, &case), form, judges))
}

pub(super) async fn judge(
    State(house): State<Moderation>,
    visitor: Visitor,
    standing: Standing,
    Path(appeal): Path<String>,
    form: Form<Decided>,
) -> web::Result<Response> {
    let typed = RulingForm::from(form.fields);
    let id: AppealId = appeal.parse().map_err(|_| web::Error::NotFound)?;
    let judged = match typed.ruling {
        None => Err(Error::Refused(Refusal::NothingChosen)),
        Some(ruling) => {
            let decision = (ruling, typed.motive.as_str());
            actions::judge(&house, house.app.now(), &standing, id, decision).await
        }
    };
    match judged {
        Ok(_) => Ok(done("/moderation/recours", "done-appeal-answered")),
        Err(Error::Refused(refusal)) => {
            let mut view = view(&house, &visitor, &standing, (&appeal, &typed)).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}
