//! `kill -9` at any moment, a hundred times over: the database opens, the journal holds, and
//! nothing that was acknowledged is lost or done twice.
//!
//! An edit is acknowledged by its line `fait …`, a harvest by its exit code. What was under way
//! when the plug was pulled may be there whole or not at all; never by halves.
//!
//! A killed process leaves its writes to the kernel: a power cut does not. That one is another
//! test's.

use crate::chance::Chance;
use crate::lists;
use crate::program::{Ended, Program, block_on, say};
use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::time::Duration;

/// Edits sent in one go.
const EDITS: usize = 40;
/// The field edited.
const FIELD: &str = "telephone";
/// The hundred kills of the promise; `MAILLAGE_KILLS` asks for others.
const KILLS: usize = 100;

#[test]
fn nothing_acknowledged_is_lost_when_the_plug_is_pulled_a_hundred_times() {
    let asked = std::env::var("MAILLAGE_KILLS").ok().and_then(|it| it.parse().ok());
    storm(Program::new().unwrap(), asked.unwrap_or(KILLS)).unwrap();
}

#[test]
fn nothing_acknowledged_is_lost_on_postgresql_either() {
    let asked = std::env::var("MAILLAGE_KILLS").ok().and_then(|it| it.parse().ok());
    if let Some(program) = Program::on_postgres("kills").unwrap() {
        storm(program, asked.unwrap_or(KILLS) / 10).unwrap();
    }
}

#[test]
fn a_database_put_back_to_an_earlier_hour_is_noticed() {
    // What the checks are worth: a lost edit, as a disk that lies would lose it, makes them fail.
    let mut storm = Storm::gather(Program::new().unwrap(), Chance::seeded(7).0).unwrap();
    storm.look(0).unwrap();
    let (file, earlier) = (storm.program.data().join("maillage.db"), storm.program.path("earlier"));
    std::fs::copy(&file, &earlier).unwrap();
    let (lines, said) = storm.corrections();
    let patience = Duration::from_mins(1);
    let ended = storm.program.run_with(&["place", "edit", "-"], said, patience).unwrap();
    assert_eq!(storm.acknowledged(&lines, &ended).unwrap(), EDITS);
    storm.look(1).unwrap();
    std::fs::copy(&earlier, &file).unwrap();
    let found = storm.look(2).unwrap_err().to_string();
    assert!(found.contains("the journal lost lines"), "{found}");
    storm.position = 0;
    let found = storm.look(3).unwrap_err().to_string();
    assert!(found.contains("not +336"), "{found}");
}

fn storm(program: Program, kills: usize) -> Result<()> {
    let (chance, seed) = Chance::seeded(20_261_124);
    say(&format!("{kills} kills on {}, seed {seed} (MAILLAGE_SEED)", program.engine()));
    let mut storm = Storm::gather(program, chance)?;
    let mut round = 0;
    while storm.killed < kills {
        match round % 20 {
            0 => storm.cut_a_matching()?,
            it if it % 2 == 0 => storm.cut_edits()?,
            _ => storm.cut_a_harvest()?,
        }
        storm.look(round)?;
        round += 1;
        ensure!(round < 10 * kills + 100, "the plug is pulled too late, always");
    }
    storm.last_word(round)
}

/// A network under the storm, and what it promised.
struct Storm {
    program: Program,
    chance: Chance,
    /// Whether the second version of the list was the last acknowledged.
    second: bool,
    /// How long a harvest, a round of edits and a matching take, left alone.
    usual: [Duration; 3],
    places: Vec<String>,
    /// What was acknowledged, by place.
    promised: HashMap<String, String>,
    /// The edit that was under way when the plug was pulled.
    under_way: Option<(String, String)>,
    position: i64,
    sent: usize,
    killed: usize,
    harvests: Tally,
    edits: Tally,
    matchings: Tally,
    kills_within_edits: usize,
}

/// What came of the acts of one sort.
#[derive(Default)]
struct Tally {
    /// Acknowledged.
    done: usize,
    /// Cut, and found whole although nobody had been told.
    whole: usize,
    /// Cut, and found not to have begun.
    undone: usize,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{} acknowledged, {} cut and whole, {} cut and undone",
            self.done, self.whole, self.undone
        )
    }
}

impl Storm {
    /// Both versions of the list, a matching, and some edits, left alone: how long they take.
    fn gather(program: Program, chance: Chance) -> Result<Self> {
        program.file("essai.toml", lists::mapping("csv"))?;
        program.file("first.csv", lists::version(false))?;
        program.file("second.csv", lists::version(true))?;
        let mut storm = Self {
            program,
            chance,
            second: false,
            usual: [Duration::ZERO; 3],
            places: Vec::new(),
            promised: HashMap::new(),
            under_way: None,
            position: 0,
            sent: 0,
            killed: 0,
            harvests: Tally::default(),
            edits: Tally::default(),
            matchings: Tally::default(),
            kills_within_edits: 0,
        };
        for second in [false, true, false] {
            let ended = storm.program.ok(&harvesting(second))?;
            storm.usual[0] = ended.took;
            storm.harvests.done += 1;
        }
        storm.usual[2] = storm.program.ok(&["match"])?.took;
        let ids = storm.program.places()?;
        storm.places = ids.iter().filter_map(|it| Some(it["id"].as_str()?.to_owned())).collect();
        ensure!(storm.places.len() > lists::ROWS / 2, "places: {}", storm.places.len());
        let (lines, said) = storm.corrections();
        let ended =
            storm.program.run_with(&["place", "edit", "-"], said, Duration::from_mins(1))?;
        ensure!(storm.acknowledged(&lines, &ended)? == EDITS, "{ended:?}");
        storm.usual[1] = ended.took;
        say(&format!("left alone, a harvest, {EDITS} edits, a matching take {:.2?}", storm.usual));
        Ok(storm)
    }

    /// Runs a command and pulls the plug at a random moment of its usual course.
    fn cut(&mut self, sort: usize, arguments: &[&str], said: String) -> Result<Ended> {
        let patience = self.chance.moment(self.usual[sort] * 11 / 10);
        let ended = self.program.run_with(arguments, said, patience)?;
        match ended.code {
            None => self.killed += 1,
            Some(0) => {}
            Some(_) => bail!("{arguments:?} ended badly: {ended:?}"),
        }
        Ok(ended)
    }

    fn cut_a_harvest(&mut self) -> Result<()> {
        let asked = [&["--json"], &harvesting(!self.second)[..]].concat();
        let ended = self.cut(0, &asked, String::new())?;
        let was_told = ended.code.is_some();
        if was_told {
            expect_counts(&ended.json()?, "stored")?;
            self.second = !self.second;
            self.harvests.done += 1;
        }
        // The last acknowledged list is the present one, unless the cut one was whole.
        let again = self.program.json(&harvesting(self.second))?;
        if again["state"] == "identical" {
            self.harvests.undone += usize::from(!was_told);
            return expect_counts(&again, "identical");
        }
        ensure!(!was_told, "an acknowledged harvest was lost: {again}");
        self.harvests.whole += 1;
        self.harvests.done += 1;
        expect_counts(&again, "stored")
    }

    fn cut_a_matching(&mut self) -> Result<()> {
        let ended = self.cut(2, &["--json", "match"], String::new())?;
        let again = self.program.json(&["match"])?;
        let written = |it: &Value| ["created", "changed", "merged"].iter().any(|n| it[n] != 0);
        match (ended.code.is_some(), written(&again)) {
            (true, true) => bail!("an acknowledged matching was lost: {again}"),
            (true, false) => self.matchings.done += 1,
            (false, true) => self.matchings.undone += 1,
            (false, false) => self.matchings.whole += 1,
        }
        Ok(())
    }

    fn cut_edits(&mut self) -> Result<()> {
        let (lines, said) = self.corrections();
        let ended = self.cut(1, &["place", "edit", "-"], said)?;
        let done = self.acknowledged(&lines, &ended)?;
        if ended.code.is_none() {
            self.under_way = lines.get(done).cloned();
            self.kills_within_edits += usize::from(done > 0 && done < EDITS);
        } else {
            ensure!(done == EDITS, "edits were neither done nor refused: {ended:?}");
        }
        Ok(())
    }

    /// Edits of places drawn at random, no value twice; and the lines that ask for them.
    fn corrections(&mut self) -> (Vec<(String, String)>, String) {
        let mut lines = Vec::new();
        let mut said = String::new();
        for _ in 0..EDITS {
            let place = self.places[self.chance.below(self.places.len())].clone();
            self.sent += 1;
            let value = format!("+336{:08}", self.sent);
            let _ = writeln!(said, "{place} {FIELD}={value}");
            lines.push((place, value));
        }
        (lines, said)
    }

    /// How many of these edits were acknowledged, in their order; they are promises now.
    fn acknowledged(&mut self, lines: &[(String, String)], ended: &Ended) -> Result<usize> {
        let mut done = 0;
        for said in ended.out.split_inclusive('\n') {
            let (place, value) = lines.get(done).context("more answers than questions")?;
            let wanted = format!("fait {place} {FIELD}={value}\n");
            ensure!(said == wanted, "« {said} » instead of « {wanted} »");
            self.promised.insert(place.clone(), value.clone());
            done += 1;
        }
        self.edits.done += done;
        Ok(done)
    }

    /// The database opens, the journal holds, every promise is kept.
    fn look(&mut self, round: usize) -> Result<()> {
        let (position, _) = self.program.head().with_context(|| format!("round {round}"))?;
        ensure!(position >= self.position, "round {round}: the journal lost lines");
        self.position = position;
        let under_way = self.under_way.take();
        let shown = self.shown()?;
        if let Some((place, value)) = under_way {
            if shown.get(&place) == Some(&value) {
                self.promised.insert(place, value);
                self.edits.whole += 1;
            } else {
                self.edits.undone += 1;
            }
        }
        for (place, value) in &self.promised {
            let said = shown.get(place);
            ensure!(said == Some(value), "round {round}: {place} says {said:?}, not {value}");
        }
        Ok(())
    }

    fn shown(&self) -> Result<HashMap<String, String>> {
        let field = |it: &Value, name: &str| Some(it[name].as_str()?.to_owned());
        let places = self.program.places()?;
        Ok(places.iter().filter_map(|it| Some((field(it, "id")?, field(it, FIELD)?))).collect())
    }

    /// Each acknowledged edit is one line of the journal, and there is no other.
    fn last_word(mut self, rounds: usize) -> Result<()> {
        self.program.ok(&harvesting(!self.second))?;
        self.program.ok(&["match"])?;
        self.look(rounds)?;
        let lines = edits_in_the_journal(&self.program.address())?;
        let expected = self.edits.done + self.edits.whole;
        ensure!(lines == expected, "{lines} lines of edits in the journal for {expected} edits");
        let (killed, within) = (self.killed, self.kills_within_edits);
        say(&format!("{rounds} rounds, {killed} kills, {within} of them between two edits"));
        say(&format!("harvests:  {}", self.harvests));
        say(&format!("edits:     {}", self.edits));
        say(&format!("matchings: {}", self.matchings));
        say(&format!(
            "{} places checked, {} lines in the journal: nothing lost",
            self.promised.len(),
            self.position
        ));
        Ok(())
    }
}

fn harvesting(second: bool) -> [&'static str; 4] {
    let list = if second { "second.csv" } else { "first.csv" };
    ["harvest", "--mapping", "essai.toml", list]
}

/// From one version to the other, always the same counts; identical, those of the last time.
fn expect_counts(told: &Value, state: &str) -> Result<()> {
    ensure!(told["state"] == state, "{told}");
    ensure!(told["adds_up"] == true, "{told}");
    let counts = &told["counts"];
    let corrected = lists::corrected();
    ensure!(counts["rows"] == lists::ROWS, "{told}");
    ensure!(counts["changed"] == corrected, "{told}");
    ensure!(counts["unchanged"] == lists::ROWS as u64 - corrected, "{told}");
    ensure!(counts["vanished"] == lists::APART, "{told}");
    Ok(())
}

fn edits_in_the_journal(address: &str) -> Result<usize> {
    block_on(async {
        let db = db::Db::open(address).await?;
        let mut read = db.read().await?;
        let (mut count, mut position) = (0, 0);
        loop {
            let lines = read.lines_after(position, 2_000).await?;
            let Some(last) = lines.last() else { break };
            position = last.position;
            count += lines.iter().filter(|it| it.kind == "directory.place_edited").count();
        }
        drop(read);
        db.close().await;
        Ok(count)
    })?
}
