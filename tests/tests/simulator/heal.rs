//! All goes well again, until nothing changes; then everything must fit.

use crate::book::Book;
use crate::photos::differences;
use crate::till::Till;
use crate::world::{House, Outcome, World, moved};
use serde_json::json;
use std::collections::BTreeMap;
use tsong_domain::fact::RawFact;
use tsong_domain::id::{FactId, Hash32};

/// How often everybody syncs before they must have fallen silent.
const ROUNDS: u32 = 12;

impl World {
    /// Everybody syncs without trouble until nobody has news.
    pub(crate) fn heal(&mut self) -> Outcome {
        self.air.ghosts_arrive();
        self.fall_silent()?;
        self.old_sticks_arrive()?;
        self.fall_silent()
    }

    fn fall_silent(&mut self) -> Outcome {
        for round in 0..ROUNDS {
            self.air.sky().now_ms += 60_000;
            let mut moving = 0;
            for house in 0..self.houses.len() {
                for device in 0..self.houses[house].tills.len() {
                    moving += self.heal_one(house, device)?;
                }
            }
            if moving == 0 && round > 0 {
                return Ok(());
            }
        }
        Err(format!(
            "after {ROUNDS} rounds of syncs there is still news"
        ))
    }

    fn heal_one(&mut self, house: usize, device: usize) -> Result<u64, String> {
        self.enrol(house, device)?;
        let photos = self.whole_photos(house);
        let said = self.till(house, device).sync();
        if self.is_told {
            println!("station {house}, device {device}: {said:?}");
        }
        match said {
            Ok(report) => {
                let refused = report["refused"].as_array().unwrap();
                if !refused.is_empty() && !self.is_wild {
                    return Err(format!("honest facts were refused: {report}"));
                }
                Ok(moved(&report) + self.whole_photos(house).abs_diff(photos))
            }
            Err(error) => {
                self.judge(house, device, Err(error), false)?;
                Ok(1)
            }
        }
    }

    /// How many photos are whole, counted where they are.
    fn whole_photos(&self, house: usize) -> u64 {
        let House {
            id, tills, photos, ..
        } = &self.houses[house];
        let here = tills.iter().flatten().map(|till| {
            let whole = photos.iter().filter(|hash| till.photo(hash).is_some());
            whole.count() as u64
        });
        here.sum::<u64>() + self.air.county().whole(*id, photos)
    }

    /// Everything fits.
    pub(crate) fn check(&mut self) -> Outcome {
        let mut wrong = self.air.county().problems(self.air.now_ms());
        for house in 0..self.houses.len() {
            self.check_house(house, &mut wrong);
        }
        if wrong.is_empty() {
            return Ok(());
        }
        wrong.truncate(12);
        Err(wrong.join("\n  "))
    }

    fn check_house(&mut self, number: usize, wrong: &mut Vec<String>) {
        let (is_wild, county) = (self.is_wild, self.air.county());
        let house = &mut self.houses[number];
        let at_hub = county.facts(house.id);
        let there = Book::of(at_hub.values().map(|(_, raw)| raw));
        wrong.extend(house.book.differs(&there));
        let hub = (&*county, house.id);
        wrong.extend(differences(hub, &house.tills, &house.photos, is_wild));
        let mut digests: Vec<String> = Vec::new();
        for (device, till) in house.tills.iter_mut().flatten().enumerate() {
            let here = till.facts();
            compare(&format!("device {device}"), &at_hub, &here, wrong);
            let (digest, faults) = till.verdict();
            wrong.extend(faults);
            digests.push(digest);
            let aside = till.set_aside().len();
            if aside > 0 {
                wrong.push(format!("device {device} has still {aside} facts set aside"));
            }
            stock(till, is_wild, wrong);
            money(till, wrong);
        }
        digests.dedup();
        if digests.len() > 1 {
            wrong.push("the devices' digests differ".to_owned());
        }
    }
}

fn compare(
    who: &str,
    hub: &BTreeMap<FactId, (Hash32, RawFact)>,
    here: &BTreeMap<FactId, (Hash32, RawFact)>,
    wrong: &mut Vec<String>,
) {
    for (id, fact) in hub {
        match here.get(id) {
            None => wrong.push(format!("{who} lacks {id}, which the hub has")),
            Some(other) if other != fact => {
                wrong.push(format!("{who} has another {id} than the hub"));
            }
            Some(_) => {}
        }
    }
    for id in here.keys().filter(|id| !hub.contains_key(id)) {
        wrong.push(format!("the hub lacks {id}, which {who} has"));
    }
}

/// No gram is promised twice. Where disks were lost, what they had promised since is the exception.
fn stock(till: &mut Till, is_wild: bool, wrong: &mut Vec<String>) {
    let lots = till.call("lot.list", json!({"with_empty": true}));
    for lot in lots.as_array().unwrap() {
        let grams = |name: &str| lot[name].as_i64().unwrap();
        let holders = lot["holders"].as_array().unwrap();
        let sum = |name: &str| -> i64 { holders.iter().map(|h| h[name].as_i64().unwrap()).sum() };
        if is_wild {
            continue;
        }
        for holder in holders {
            if holder["on_hand"].as_i64() < holder["held"].as_i64() {
                wrong.push(format!("a holder has promised more than it has: {lot}"));
            }
        }
        if sum("held") > sum("on_hand") || sum("on_hand") > grams("taken_in") {
            wrong.push(format!(
                "more is promised or there than was taken in: {lot}"
            ));
        }
    }
}

fn money(till: &mut Till, wrong: &mut Vec<String>) {
    let balances = till.call("ledger.balances", json!({}));
    let rows = balances.as_array().unwrap().iter();
    let sum: i64 = rows.map(|row| row["balance_fen"].as_i64().unwrap()).sum();
    if sum != 0 {
        wrong.push(format!("the books are off by {sum} fen"));
    }
}
