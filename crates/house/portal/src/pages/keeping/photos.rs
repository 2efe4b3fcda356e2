//! Photos of a place: brought, described, put in order, taken away, and sent to whoever looks.

use super::dress::typed_again;
use super::{Pairs, blame, desk_crumbs, kept, said, sent, show_wrong, shown, trouble, view};
use crate::Portal;
use crate::views::{Button, FormView, Group, Image, KeepingView, Row, RowForm};
use axum::extract::{Path, State};
use axum::response::Response;
use base::{PhotoId, time};
use directory::actions::{self, Error, NewPhoto, Way};
use directory::looks::keeping::{dress, is_photo_file};
use directory::may::Verb;
use directory::model::{Photo, PhotoSize, Place};
use people::Standing;
use serde::Deserialize;
use tokio::sync::Semaphore;
use web::{Field, FileField, Link, Upload, UploadForm, Visitor, Words, done};

/// A picture takes much memory while it is prepared: one at a time.
static PREPARING: Semaphore = Semaphore::const_new(1);

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
