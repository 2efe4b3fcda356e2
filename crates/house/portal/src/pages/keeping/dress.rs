//! Closures and messages, photos, presentations in other languages.

use super::{Pairs, blame, desk_crumbs, kept, said, sent, show_wrong, shown, trouble, view};
use crate::Portal;
use crate::views::{Button, FormView, Group, Image, KeepingView, Row, RowForm};
use axum::extract::{Path, State};
use axum::response::Response;
use base::{PhotoId, time};
use directory::actions::{self, Error, NewPhoto, Way};
use directory::looks::keeping::{dress, is_photo_file};
use directory::may::Verb;
use directory::model::{Notice, NoticeKind, Photo, PhotoSize, Place};
use directory::refusal::Refusal;
use directory::rules::dress::{LANGUAGES, language_name};
use jiff::civil::Date;
use people::Standing;
use serde::Deserialize;
use tokio::sync::Semaphore;
use web::{Answer, Field, FieldKind, FileField, Link, Upload, UploadForm, Visitor, Words, done};

/// A picture takes much memory while it is prepared: one at a time.
static PREPARING: Semaphore = Semaphore::const_new(1);

async fn notices_view(visitor: &Visitor, place: &Place) -> web::Result<KeepingView> {
    let words = visitor.words();
    let today = time::civil_day(visitor.app().now());
    let notices = dress(&mut visitor.app().read().await?, place.id, today).await?.notices;
    let action = format!("/mes-lieux/{}/informations", place.id);
    let row = |it: &Notice| {
        let href = format!("{action}/{}/retirer", it.id);
        Row {
            title: notice_days(&words, it),
            lines: [it.text.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
            buttons: vec![RowForm::new(href, words.t("notices-withdraw"))],
            ..Row::default()
        }
    };
    let mut view = view(visitor, words.t("notices-title"), desk_crumbs(&words, place));
    view.lead = vec![words.t("notices-lead")];
    view.groups.push(Group {
        empty: words.t("notices-none"),
        rows: notices.iter().map(row).collect(),
        ..Group::default()
    });
    let kinds = [NoticeKind::Closure, NoticeKind::Message].map(|it| {
        let label = words.t(&format!("notice-{}", it.name()));
        Answer::new(it.name(), label, it == NoticeKind::Closure)
    });
    view.forms.push(FormView {
        title: words.t("notices-add"),
        action,
        fields: vec![
            Field::new("genre", words.t("notices-kind")).kind(FieldKind::Radio(kinds.into())),
            Field::new("du", words.t("notices-from")).kind(FieldKind::Day),
            Field::new("au", words.t("notices-to")).kind(FieldKind::Day),
            Field::new("texte", words.t("notices-text")).kind(FieldKind::Long).optional(),
        ],
        buttons: vec![Button::new("ajouter", words.t("notices-publish"))],
        ..FormView::default()
    });
    Ok(view)
}

/// "Fermé du 1er au 5 mai".
pub(in crate::pages) fn notice_days(words: &Words, notice: &Notice) -> String {
    let day = |it: Date| words.locale().date(it);
    let days = [("from", day(notice.from)), ("to", day(notice.to))];
    let days: Vec<(&str, &str)> = days.iter().map(|(name, it)| (*name, it.as_str())).collect();
    let key = match (notice.kind, notice.from == notice.to) {
        (NoticeKind::Closure, true) => "notice-closed-on",
        (NoticeKind::Closure, false) => "notice-closed-between",
        (NoticeKind::Message, true) => "notice-message-on",
        (NoticeKind::Message, false) => "notice-message-between",
    };
    words.with(key, &days)
}

pub(super) async fn notices_page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    shown(&notices_view(&visitor, &place).await?)
}

pub(super) async fn add_notice(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let app = visitor.app();
    let kind = NoticeKind::named(sent(&form, "genre")).unwrap_or(NoticeKind::Closure);
    let days = (sent(&form, "du").parse::<Date>(), sent(&form, "au").parse::<Date>());
    let added = match days {
        (Ok(from), Ok(to)) => {
            let notice = (kind, (from, to), sent(&form, "texte"));
            let once = (app.now(), form.once.as_str());
            actions::add_notice(&app.db, once, &standing, place.id, notice).await
        }
        _ => Err(Refusal::DaysBackwards.into()),
    };
    match added {
        Ok(()) => {
            portal.directory.catch_up().await?;
            let path = format!("/mes-lieux/{}/informations", place.id);
            Ok(done(&path, "done-notice-added"))
        }
        Err(Error::Refused(refusal)) => {
            let words = visitor.words();
            let mut view = notices_view(&visitor, &place).await?;
            let name = if refusal == Refusal::DaysBackwards { "au" } else { "texte" };
            if let Some(page) = view.forms.first_mut() {
                typed_again(page, &form);
                blame(page, name, said(&words, &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}

/// Puts back in the form what was typed.
pub(super) fn typed_again(page: &mut FormView, form: &Pairs) {
    for field in &mut page.fields {
        let value = sent(form, &field.name);
        match &mut field.kind {
            FieldKind::Radio(answers) | FieldKind::Select(answers) => {
                for it in answers {
                    it.is_chosen = it.value == value;
                }
            }
            FieldKind::Checks(answers) => {
                let has = |it: &str| form.fields.iter().any(|(n, v)| *n == field.name && v == it);
                for it in answers {
                    it.is_chosen = has(&it.value);
                }
            }
            _ => value.clone_into(&mut field.value),
        }
    }
}

pub(super) async fn withdraw_notice(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path((place, notice)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    drop(form);
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let notice = notice.parse().map_err(|_| web::Error::NotFound)?;
    let app = visitor.app();
    actions::withdraw_notice(&app.db, app.now(), &standing, place.id, notice)
        .await
        .map_err(|error| trouble(&visitor, error))?;
    portal.directory.catch_up().await?;
    Ok(done(&format!("/mes-lieux/{}/informations", place.id), "done-notice-withdrawn"))
}

/// A photo as a page shows it.
pub(in crate::pages) fn image(photo: &Photo) -> Option<Image> {
    let smallest = photo.sizes.last()?;
    let sizes: Vec<String> =
        photo.sizes.iter().map(|it| format!("/photos/{}.jpg {}w", it.file, it.width_px)).collect();
    Some(Image {
        src: format!("/photos/{}.jpg", smallest.file),
        srcset: sizes.join(", "),
        width_px: smallest.width_px,
        height_px: smallest.height_px,
        alternative: photo.alternative.clone(),
        credit: photo.credit.clone(),
    })
}

async fn photos_view(visitor: &Visitor, place: &Place) -> web::Result<KeepingView> {
    let words = visitor.words();
    let today = time::civil_day(visitor.app().now());
    let photos = dress(&mut visitor.app().read().await?, place.id, today).await?.photos;
    let at = format!("/mes-lieux/{}/photos", place.id);
    let row = |it: &Photo| {
        let button = |key: &str, what: &str| RowForm {
            action: format!("{at}/{}", it.id),
            label: words.t(key),
            hidden: vec![("suite".into(), what.into())],
        };
        Row {
            title: it.alternative.clone(),
            lines: [it.credit.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
            image: image(it),
            links: vec![Link::new(words.t("photos-describe"), format!("{at}/{}", it.id))],
            buttons: vec![
                button("photos-earlier", "avant"),
                button("photos-later", "apres"),
                button("photos-remove", "retirer"),
            ],
            ..Row::default()
        }
    };
    let mut view = view(visitor, words.t("photos-title"), desk_crumbs(&words, place));
    view.lead = vec![words.t("photos-lead")];
    view.groups.push(Group {
        empty: words.t("photos-none"),
        rows: photos.iter().map(row).collect(),
        ..Group::default()
    });
    view.forms.push(FormView {
        title: words.t("photos-add"),
        action: at.clone(),
        file: Some(words.t("photos-file")),
        fields: described(&words, "", ""),
        buttons: vec![Button::new("ajouter", words.t("photos-send"))],
        ..FormView::default()
    });
    Ok(view)
}

fn described(words: &Words, alternative: &str, credit: &str) -> Vec<Field> {
    vec![
        Field::new("description", words.t("photos-alternative"))
            .hint(words.t("photos-alternative-hint"))
            .value(alternative),
        Field::new("credit", words.t("photos-credit")).value(credit).optional(),
    ]
}

pub(super) async fn photos_page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    shown(&photos_view(&visitor, &place).await?)
}

/// The form that brings a photo.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhotoForm {
    description: String,
    #[serde(default)]
    credit: String,
    #[serde(default)]
    #[expect(dead_code, reason = "the button that was pressed says nothing more")]
    suite: String,
}

impl UploadForm for PhotoForm {
    const FILES: &'static [FileField] =
        &[FileField { name: "photo", count_max: 1, size_max_bytes: picture::SIZE_MAX_BYTES }];
}

pub(super) async fn add_photo(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    upload: Upload<PhotoForm>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let (words, app) = (visitor.words(), visitor.app());
    let fields = upload.fields;
    let sizes = match upload.files {
        Ok(files) => match files.into_iter().next() {
            Some(file) => keep_sizes(&portal, &words, file.bytes.clone()).await?,
            None => Err(words.t("photos-file-needed")),
        },
        Err(refusal) => Err(refusal.words(&words)),
    };
    let problem = match sizes {
        Ok(sizes) => {
            let (alternative, credit) = (fields.description.clone(), fields.credit.clone());
            let photo = NewPhoto { alternative, credit, sizes };
            let once = (app.now(), upload.once.as_str());
            match actions::add_photo(&app.db, once, &standing, place.id, photo).await {
                Ok(()) => {
                    let path = format!("/mes-lieux/{}/photos", place.id);
                    return Ok(done(&path, "done-photo-added"));
                }
                Err(Error::Refused(refusal)) => said(&words, &refusal),
                Err(error) => return Err(trouble(&visitor, error)),
            }
        }
        Err(problem) => problem,
    };
    let mut view = photos_view(&visitor, &place).await?;
    if let Some(form) = view.forms.first_mut() {
        form.fields = described(&words, &fields.description, &fields.credit);
        form.problem = Some(problem);
    }
    show_wrong(&view)
}

/// Makes the sizes of a picture and keeps their files; or says what is wrong with it.
async fn keep_sizes(
    portal: &Portal,
    words: &Words,
    bytes: Vec<u8>,
) -> web::Result<Result<Vec<PhotoSize>, String>> {
    let broken = |error: &dyn std::fmt::Display| web::Error::Broken(anyhow::anyhow!("{error}"));
    let turn = PREPARING.acquire().await.map_err(|error| broken(&error))?;
    let prepared = tokio::task::spawn_blocking(move || picture::prepare(&bytes))
        .await
        .map_err(|error| broken(&error))?;
    drop(turn);
    let Ok(prepared) = prepared else { return Ok(Err(words.t("photos-unreadable"))) };
    let mut sizes = Vec::new();
    for rendition in prepared.renditions {
        let (width_px, height_px) = (rendition.width_px, rendition.height_px);
        match portal.files.put(rendition.bytes, portal.app.now()).await {
            Ok(stored) => {
                sizes.push(PhotoSize { file: stored.name.as_str().into(), width_px, height_px });
            }
            Err(work::files::FilesError::Full { .. }) => return Ok(Err(words.t("photos-full"))),
            Err(error) => return Err(broken(&error)),
        }
    }
    Ok(Ok(sizes))
}

async fn one_photo(visitor: &Visitor, place: &Place, id: &str) -> web::Result<Photo> {
    let id: PhotoId = id.parse().map_err(|_| web::Error::NotFound)?;
    let today = time::civil_day(visitor.app().now());
    let photos = dress(&mut visitor.app().read().await?, place.id, today).await?.photos;
    photos.into_iter().find(|it| it.id == id).ok_or(web::Error::NotFound)
}

fn photo_view(visitor: &Visitor, place: &Place, photo: &Photo) -> KeepingView {
    let words = visitor.words();
    let mut crumbs = desk_crumbs(&words, place);
    let at = format!("/mes-lieux/{}/photos", place.id);
    crumbs.push(Link::new(words.t("photos-title"), at.clone()));
    let mut view = view(visitor, words.t("photos-describe"), crumbs);
    view.forms.push(FormView {
        action: format!("{at}/{}", photo.id),
        fields: described(&words, &photo.alternative, &photo.credit),
        buttons: vec![Button::new("decrire", words.t("keep-save"))],
        ..FormView::default()
    });
    view
}

pub(super) async fn photo_page(
    visitor: Visitor,
    standing: Standing,
    Path((place, photo)): Path<(String, String)>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let photo = one_photo(&visitor, &place, &photo).await?;
    shown(&photo_view(&visitor, &place, &photo))
}

pub(super) async fn change_photo(
    visitor: Visitor,
    standing: Standing,
    Path((place, photo)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let photo = one_photo(&visitor, &place, &photo).await?;
    let app = visitor.app();
    let (db, now, which) = (&app.db, app.now(), (place.id, photo.id));
    let changed = match sent(&form, "suite") {
        "avant" => actions::move_photo(db, now, &standing, which, Way::Earlier).await,
        "apres" => actions::move_photo(db, now, &standing, which, Way::Later).await,
        "retirer" => actions::remove_photo(db, now, &standing, which).await,
        _ => {
            let words = (sent(&form, "description"), sent(&form, "credit"));
            actions::describe_photo(db, now, &standing, which, words).await
        }
    };
    match changed {
        Ok(()) => Ok(done(&format!("/mes-lieux/{}/photos", place.id), "done-photo-changed")),
        Err(Error::Refused(refusal)) => {
            let mut view = photo_view(&visitor, &place, &photo);
            if let Some(page) = view.forms.first_mut() {
                typed_again(page, &form);
                blame(page, "description", said(&visitor.words(), &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}

/// A file of a photo, the same for everyone and for ever.
pub(super) async fn photo_file(
    State(portal): State<Portal>,
    Path(file): Path<String>,
) -> web::Result<Response> {
    let name = file.strip_suffix(".jpg").ok_or(web::Error::NotFound)?;
    let name: work::files::FileName = name.parse().map_err(|_| web::Error::NotFound)?;
    if !is_photo_file(&mut portal.app.read().await?, name.as_str()).await? {
        return Err(web::Error::NotFound);
    }
    match portal.files.read(&name).await {
        Ok(bytes) => Ok(web::download_for_ever("photo.jpg", "image/jpeg", bytes)),
        Err(work::files::FilesError::Missing(_)) => Err(web::Error::NotFound),
        Err(error) => Err(web::Error::Broken(anyhow::anyhow!("{error}"))),
    }
}

async fn languages_view(visitor: &Visitor, place: &Place) -> web::Result<KeepingView> {
    let words = visitor.words();
    let today = time::civil_day(visitor.app().now());
    let known = dress(&mut visitor.app().read().await?, place.id, today).await?.translations;
    let at = format!("/mes-lieux/{}/langues", place.id);
    let mut view = view(visitor, words.t("languages-title"), desk_crumbs(&words, place));
    view.lead = vec![words.t("languages-lead")];
    view.groups.push(Group {
        empty: words.t("languages-none"),
        rows: known
            .iter()
            .map(|it| Row {
                title: language_name(&it.language).unwrap_or_default().to_owned(),
                lines: vec![it.text.clone()],
                buttons: vec![RowForm {
                    action: at.clone(),
                    label: words.t("languages-remove"),
                    hidden: vec![("langue".into(), it.language.clone())],
                }],
                ..Row::default()
            })
            .collect(),
        ..Group::default()
    });
    let answers =
        LANGUAGES.iter().map(|(code, name)| Answer::new(*code, *name, *code == "en")).collect();
    view.forms.push(FormView {
        title: words.t("languages-add"),
        action: at,
        fields: vec![
            Field::new("langue", words.t("languages-which")).kind(FieldKind::Select(answers)),
            Field::new("texte", words.t("languages-text")).kind(FieldKind::Long),
        ],
        buttons: vec![Button::new("ajouter", words.t("keep-save"))],
        ..FormView::default()
    });
    Ok(view)
}

pub(super) async fn languages_page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    shown(&languages_view(&visitor, &place).await?)
}

pub(super) async fn translate(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let app = visitor.app();
    let said_in = (sent(&form, "langue"), sent(&form, "texte"));
    match actions::translate(&app.db, app.now(), &standing, place.id, said_in).await {
        Ok(()) => Ok(done(&format!("/mes-lieux/{}/langues", place.id), "done-translated")),
        Err(Error::Refused(refusal)) => {
            let mut view = languages_view(&visitor, &place).await?;
            if let Some(page) = view.forms.first_mut() {
                typed_again(page, &form);
                blame(page, "texte", said(&visitor.words(), &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}
