//! The verbs of ratings: rate, confirm, withdraw, reply, make codes.

use super::events::{CodesMade, Rated, RatingSet, Replied};
use super::may::{Verb, may, works_at};
use super::model::{Marks, Proof, Rating, RatingState, Reply, Sheet, WordsState};
use super::refusal::Refusal;
use super::rules::{WORDS_MAX, abuse, codes, turn_end};
use super::spaces::{Comments, Replies, Scores};
use crate::model::{Place, PlaceState};
use crate::rules::dress::checked_words;
use crate::rules::whereabouts::scopes;
use crate::store::{places, ratings, replies, visits};
use base::{PlaceId, RatingId, SheetId, Timestamp};
use db::{Act, Db};
use moderation::actions::{is_checked, submit, withdrawn};
use moderation::model::{Origin, Space, Subject};
use moderation::rules::newcomer;
use people::Standing;
use people::actions::{Letterhead, ask_to_confirm};
use people::model::Scope;
use web::Keys;

/// What begins the keys of addresses to confirm for ratings.
pub const CONFIRM: &str = "avis";

/// Ratings of one place that wait for an address, at most.
const UNCONFIRMED_MAX: u64 = 50;

/// Why a verb was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// They may not.
    #[error("not allowed")]
    NotAllowed,
    /// Nothing there.
    #[error("nothing there")]
    NotFound,
    /// The storage broke.
    #[error(transparent)]
    Storage(#[from] db::Error),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What someone says of a place, and how they show that they went there.
#[derive(Clone, Debug)]
pub struct NewRating {
    /// The four marks.
    pub marks: Option<Marks>,
    /// What they add in words; may be empty.
    pub comment: String,
    /// A code of the desk, as typed; may be empty.
    pub code: String,
    /// An address to confirm; may be empty.
    pub mail: String,
    /// The network it comes from; empty when unknown.
    pub network: String,
    /// The code of the language they read.
    pub locale: String,
}

/// The house, the present and what makes a form act once.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The facts.
    pub db: &'a Db,
    /// The seals.
    pub keys: &'a Keys,
    /// The present.
    pub now: Timestamp,
    /// The key of the form.
    pub once: &'a str,
}

/// Takes a rating. It counts at once with a code or an account, else when the address is
/// confirmed. Answers its id; none when the same form was taken already.
pub async fn rate(
    here: Here<'_>,
    (standing, head): (&Standing, &Letterhead),
    place: PlaceId,
    asked: &NewRating,
) -> Result<Option<RatingId>, Error> {
    let mut act = here.db.act(here.now, standing.actor, &key_of(place)).await?;
    let stored = open_place(&mut act, place).await?;
    let scopes = scopes(&stored);
    if !may(standing, Verb::Rate, &scopes) {
        return Err(Error::NotAllowed);
    }
    if works_at(standing, &Scope::Place(place)) {
        return Err(Refusal::OwnPlace.into());
    }
    if !act.is_first(here.once).await? {
        return Ok(None);
    }
    let comment = checked_words(&asked.comment, WORDS_MAX).map_err(|_| Refusal::TooLong)?;
    let marks = asked.marks.ok_or(Refusal::MarkNeeded)?;
    let (proof, rater, mail) = proved(&mut act, here.keys, standing, (place, asked)).await?;
    let (is_read_first, accepted) = is_checked(&mut act, &rater).await?;
    if is_read_first && newcomer::has_too_many_links(accepted, &comment) {
        return Err(Refusal::TooManyLinks.into());
    }
    let mut rating = Rating {
        id: act.id(),
        place,
        rater,
        person: standing.as_person(),
        mail: mail.clone(),
        locale: asked.locale.clone(),
        proof,
        marks,
        comment_state: if comment.is_empty() { WordsState::None } else { WordsState::Waiting },
        comment,
        state: RatingState::Unconfirmed,
        article: None,
        comment_article: None,
        network: asked.network.clone(),
        made_at: act.now(),
        counted_at: None,
    };
    ratings::insert(&mut act, &rating).await?;
    match &mail {
        Some(mail) if proof == Proof::Mail => {
            let key = format!("{CONFIRM}:{}", rating.id);
            let asked = ask_to_confirm(&mut act, head, mail, &key).await;
            asked.map_err(mail_trouble)?;
        }
        _ => count(&mut act, &mut rating).await?,
    }
    let event = Rated { place: place.to_string(), proof: proof.name(), state: rating.state.name() };
    act.record(&rating.id, &event).await?;
    act.commit().await?;
    Ok(Some(rating.id))
}

/// How someone showed that they went there, the seal of who they are, and where to write to them.
async fn proved(
    act: &mut Act,
    keys: &Keys,
    standing: &Standing,
    (place, asked): (PlaceId, &NewRating),
) -> Result<(Proof, String, Option<String>), Error> {
    let seal = |who: &str| keys.seal("rater", who);
    let account = match standing.as_person() {
        Some(person) => {
            let found = people::person(act, person).await?;
            let who = found.and_then(|it| it.mail).map(|it| it.to_lowercase());
            Some(who.unwrap_or_else(|| person.to_string()))
        }
        None => None,
    };
    if !asked.code.trim().is_empty() {
        let code = codes::read(&asked.code).ok_or(Refusal::CodeDead)?;
        if !visits::take(act, place, &codes::seal(keys, &code)).await? {
            return Err(Refusal::CodeDead.into());
        }
        let rater = account.map_or_else(|| keys.seal("rater-code", &code), |it| seal(&it));
        return Ok((Proof::Code, rater, None));
    }
    if let Some(who) = account {
        return Ok((Proof::Account, seal(&who), None));
    }
    let mail = asked.mail.trim();
    if mail.is_empty() {
        return Err(Refusal::ProofNeeded.into());
    }
    if ratings::unconfirmed(act, place).await? >= UNCONFIRMED_MAX {
        return Err(Refusal::TooFast.into());
    }
    Ok((Proof::Mail, seal(&mail.to_lowercase()), Some(mail.to_owned())))
}

fn mail_trouble(error: people::actions::Error) -> Error {
    match error {
        people::actions::Error::Storage(error) => Error::Storage(error),
        _ => Error::Refused(Refusal::MailUnreadable),
    }
}

/// Whoever follows the link of the letter: the rating counts from now on. The caller commits.
pub async fn confirm(act: &mut Act, id: RatingId) -> Result<Rating, Error> {
    let found = ratings::by_id(act, id).await?;
    let mut rating =
        found.filter(|it| it.state == RatingState::Unconfirmed).ok_or(Refusal::LinkDead)?;
    open_place(act, rating.place).await?;
    count(act, &mut rating).await?;
    act.record(&id, &RatingSet { state: rating.state.name(), article: None }).await?;
    Ok(rating)
}

/// Counts a rating, puts apart what looks organised, and has its comment read.
async fn count(act: &mut Act, rating: &mut Rating) -> Result<(), Error> {
    let now = act.now();
    let turn = (rating.place, rating.rater.as_str());
    if !ratings::take_turn(act, turn, turn_end(now)).await? {
        return Err(Refusal::TurnNotOver.into());
    }
    rating.state = RatingState::Counted;
    rating.counted_at = Some(now);
    ratings::update(act, rating).await?;
    let day = abuse::day_before(now);
    let of_the_day = ratings::since(act, rating.place, day).await?;
    let usual = (abuse::usual_since(now), day);
    let usual = ratings::count_between(act, rating.place, usual).await?;
    for odd in abuse::put_apart(&of_the_day, usual) {
        let mut odd = odd.clone();
        odd.state = RatingState::Apart;
        ratings::update(act, &odd).await?;
        if odd.id == rating.id {
            rating.state = RatingState::Apart;
        }
        act.record(&odd.id, &RatingSet { state: odd.state.name(), article: None }).await?;
        ask_to_look(act, &Scores, (odd.id, Origin::Signal)).await?;
    }
    if rating.comment_state == WordsState::Waiting {
        ask_to_look(act, &Comments, (rating.id, Origin::Check)).await?;
    }
    Ok(())
}

async fn ask_to_look(
    act: &mut Act,
    space: &dyn Space,
    (id, origin): (RatingId, Origin),
) -> Result<(), Error> {
    let exhibit = space.look(act, &id.to_string()).await?;
    if let Some(exhibit) = exhibit {
        submit(act, &exhibit, origin).await?;
    }
    Ok(())
}

/// Its author takes a rating away; they may then rate the place again. The caller has checked
/// the sealed address, or that it is one's own.
pub async fn withdraw(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    id: RatingId,
) -> Result<(), Error> {
    let mut act = db.act(now, standing.actor, "ratings").await?;
    let mut rating = ratings::by_id(&mut act, id).await?.ok_or(Error::NotFound)?;
    if !may(standing, Verb::Withdraw, &[]) {
        return Err(Error::NotAllowed);
    }
    // What moderation took away stays so: withdrawing must not give the turn back.
    if matches!(rating.state, RatingState::Withdrawn | RatingState::Removed) {
        return Err(Refusal::LinkDead.into());
    }
    let took_turn = rating.state != RatingState::Unconfirmed;
    rating.state = RatingState::Withdrawn;
    rating.comment_state = WordsState::None;
    rating.comment = String::new();
    rating.mail = None;
    ratings::update(&mut act, &rating).await?;
    if took_turn {
        ratings::give_turn_back(&mut act, (rating.place, &rating.rater)).await?;
    }
    for kind in [Comments.kind(), Scores.kind(), Replies.kind()] {
        withdrawn(&mut act, &Subject::new(kind, id)).await?;
    }
    replies::set_state(&mut act, id, (WordsState::Hidden, None)).await?;
    act.record(&id, &RatingSet { state: rating.state.name(), article: None }).await?;
    act.commit().await?;
    Ok(())
}

/// Answers a comment for the place. The first replies of someone are read first.
pub async fn reply(
    here: Here<'_>,
    standing: &Standing,
    id: RatingId,
    (words, locale): (&str, &str),
) -> Result<(), Error> {
    let mut act = here.db.act(here.now, standing.actor, "ratings").await?;
    let rating = ratings::by_id(&mut act, id).await?.ok_or(Error::NotFound)?;
    let stored = open_place(&mut act, rating.place).await?;
    if !may(standing, Verb::Reply, &scopes(&stored)) {
        return Err(Error::NotAllowed);
    }
    let person = standing.as_person().ok_or(Error::NotAllowed)?;
    if !act.is_first(here.once).await? {
        return Ok(());
    }
    if rating.comment_state != WordsState::Shown || rating.state != RatingState::Counted {
        return Err(Refusal::NothingToReplyTo.into());
    }
    let words = checked_words(words, WORDS_MAX).map_err(|_| Refusal::TooLong)?;
    if words.is_empty() {
        return Err(Refusal::WordsNeeded.into());
    }
    let author_key = here.keys.seal("replier", &person.to_string());
    let (is_read_first, accepted) = is_checked(&mut act, &author_key).await?;
    if newcomer::has_too_many_links(accepted, &words) {
        return Err(Refusal::TooManyLinks.into());
    }
    let state = if is_read_first { WordsState::Waiting } else { WordsState::Shown };
    let at = act.now();
    let locale = locale.to_owned();
    let reply = Reply { rating: id, person, author_key, locale, words, state, at };
    if !replies::insert(&mut act, &reply).await? {
        return Err(Refusal::AlreadyReplied.into());
    }
    if is_read_first {
        ask_to_look(&mut act, &Replies, (id, Origin::Check)).await?;
    }
    act.record(&id, &Replied { state: state.name() }).await?;
    act.commit().await?;
    Ok(())
}

/// Makes a sheet of one-use codes. Only their seals are kept.
pub async fn make_codes(
    here: Here<'_>,
    standing: &Standing,
    place: PlaceId,
    codes_wished: u32,
) -> Result<Option<SheetId>, Error> {
    let mut act = here.db.act(here.now, standing.actor, &key_of(place)).await?;
    let stored = open_place(&mut act, place).await?;
    if !may(standing, Verb::MakeCodes, &scopes(&stored)) {
        return Err(Error::NotAllowed);
    }
    if !act.is_first(here.once).await? {
        return Ok(None);
    }
    if !codes::SHEET_SIZES.contains(&codes_wished) {
        return Err(Refusal::SheetSize.into());
    }
    if visits::waiting(&mut act, place).await? + i64::from(codes_wished) > codes::WAITING_MAX {
        return Err(Refusal::TooManyCodes.into());
    }
    let (id, now) = (act.id(), act.now());
    let ends_at = codes::sheet_end(now);
    let sheet = Sheet { id, place, made_at: now, ends_at, codes: codes_wished };
    let seals = codes::codes(here.keys, id, codes_wished);
    let seals = seals.iter().filter_map(|it| codes::read(it));
    let seals = seals.map(|it| codes::seal(here.keys, &it)).collect();
    visits::insert(&mut act, &sheet, seals).await?;
    act.record(&id, &CodesMade { place: place.to_string(), codes: codes_wished }).await?;
    act.commit().await?;
    Ok(Some(id))
}

/// The key under which ratings of one place follow one another: a turn is taken once.
fn key_of(place: PlaceId) -> String {
    format!("ratings:{place}")
}

async fn open_place(act: &mut Act, place: PlaceId) -> Result<Place, Error> {
    let found = places::by_id(act, place).await?;
    found.filter(|it| it.state == PlaceState::Published).ok_or(Error::NotFound)
}
