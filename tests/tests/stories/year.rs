//! A station's year: random work against a reference of a few plain numbers. After each step every
//! gram and every fen is where the reference says, and what must be refused was refused.

mod act;
mod filling;
mod model;
mod order;

use crate::house::{KEEPER, PIN, Till};
use act::Act;
use model::{Expect, Model};
use proptest::prelude::*;
use proptest::test_runner::Config;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};
use serde_json::{Value, json};
use tsong_station::Station;
use tsong_station::keys::{KeyRing, KeyStore};

/// The station under test, and the ids that the reference knows by their place in its lists.
pub(crate) struct House {
    till: Till,
    villagers: Vec<String>,
    lots: Vec<String>,
    orders: Vec<String>,
    steps: u32,
}

/// So many steps lie between two looks at everything that is costly.
const WHOLE_LOOK: u32 = 40;

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Act;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self::default()).boxed()
    }

    fn transitions(state: &Self) -> BoxedStrategy<Act> {
        act::acts(state)
    }

    fn apply(mut state: Self, act: &Act) -> Self {
        state.live(act);
        state
    }

    fn preconditions(state: &Self, act: &Act) -> bool {
        state.may(act)
    }
}

struct Year;

impl StateMachineTest for Year {
    type SystemUnderTest = House;
    type Reference = Model;

    fn init_test(_: &Model) -> House {
        let mut till = Till::new("巴河");
        let names = ["巴桑", "达瓦", "央金"];
        let mut add = |name: &&str| {
            // Whoever came later is later where all else is equal.
            till.wall.forward(1_000);
            let added = till.call("villager.add", json!({"name": name}));
            crate::house::text(&added, "id")
        };
        let villagers = names.iter().map(&mut add).collect();
        House {
            till,
            villagers,
            lots: Vec::new(),
            orders: Vec::new(),
            steps: 0,
        }
    }

    fn apply(mut house: House, model: &Model, act: Act) -> House {
        // Ids begin with their time: what comes later is later.
        house.till.wall.forward(1_000);
        house.play(&act, &model.expect);
        house.check(model);
        house.steps += 1;
        if house.steps.is_multiple_of(WHOLE_LOOK) {
            house.look_at_all(model);
        }
        house
    }

    fn teardown(mut house: House, model: Model) {
        house.look_at_all(&model);
    }
}

impl House {
    fn play(&mut self, act: &Act, expect: &Expect) {
        if let Act::Days(days) = act {
            self.till
                .wall
                .forward(i64::from(*days) * crate::wall::DAY_MS);
            return;
        }
        if matches!(act, Act::Restart) {
            return self.restart();
        }
        let (command, input) = act.as_command(self);
        match (self.till.try_call(command, input.clone()), expect) {
            (Ok(told), Expect::Done) => self.note(act, &told),
            (Err(error), Expect::Refused(code)) => {
                let said = json!(error);
                let found = [&said["code"], &said["reason"]];
                assert!(
                    found.contains(&&json!(code)),
                    "{command} {input}: {error:?}, not {code}"
                );
            }
            (told, _) => panic!("{command} {input}: expected {expect:?}, got {told:?}"),
        }
    }

    fn note(&mut self, act: &Act, told: &Value) {
        match act {
            Act::Intake { .. } => self.lots.push(crate::house::text(told, "id")),
            Act::Order { .. } => self.orders.push(crate::house::text(told, "id")),
            Act::Split { .. } => {
                let parts = told["parts"].as_array().unwrap();
                let new = parts.iter().map(|p| crate::house::text(p, "id"));
                let new: Vec<String> = new.filter(|id| !self.orders.contains(id)).collect();
                self.orders.extend(new);
            }
            Act::Confirm(_)
            | Act::Packing(_)
            | Act::Pack { .. }
            | Act::HandOver(_)
            | Act::Complete(_)
            | Act::Cancel(_)
            | Act::Undo(_)
            | Act::Amend { .. }
            | Act::Pay { .. }
            | Act::Refund { .. }
            | Act::Lose { .. }
            | Act::Count { .. }
            | Act::Days(_)
            | Act::Restart => {}
        }
    }

    /// The lights go out and on again.
    fn restart(&mut self) {
        let dir = self.till.dir.path().to_owned();
        let host = Box::new(self.till.wall.clone());
        let keys = KeyRing::open(&dir, KeyStore::File);
        let mut station = Station::open(&dir, keys, host).unwrap();
        station.sign_in(KEEPER, PIN).unwrap();
        self.till.station = station;
    }

    /// Every lot, to the gram.
    fn check(&mut self, model: &Model) {
        let rows = self.till.call("lot.list", json!({"with_empty": true}));
        let rows = rows.as_array().unwrap();
        assert_eq!(rows.len(), model.lots.len());
        for (id, lot) in self.lots.iter().zip(&model.lots) {
            let row = rows.iter().find(|row| row["id"] == json!(id)).unwrap();
            let held = model.held(lot.number);
            assert_eq!(
                (&row["left"], &row["held"]),
                (&json!(lot.left), &json!(held)),
                "{row}"
            );
            assert_eq!(
                row["here"],
                json!((lot.left - held).max(0)),
                "what may be sold"
            );
        }
    }

    /// Every order, every account, and all computed again from the log.
    fn look_at_all(&mut self, model: &Model) {
        for (id, order) in self.orders.iter().zip(&model.orders) {
            let shown = self.till.call("order.show", json!({"id": id}));
            assert_eq!(shown["state"], json!(order.state.word()), "{shown}");
            assert_eq!(shown["total_fen"], json!(order.due_fen()), "{shown}");
        }
        let drawer = self.till.call("shift.show", json!({}))["drawer_fen"].clone();
        assert_eq!(drawer, json!(model.drawer_fen), "the drawer");
        let villagers = self.till.call("villager.list", json!({"find": ""}));
        let owed = |row: &Value| row["owed_fen"].as_i64().unwrap();
        let owed: i64 = villagers.as_array().unwrap().iter().map(owed).sum();
        assert_eq!(owed, model.owed_fen(), "what the villagers are owed");
        let accounts = self.till.call("ledger.balances", json!({}));
        let balance = |row: &Value| row["balance_fen"].as_i64().unwrap();
        let sum: i64 = accounts.as_array().unwrap().iter().map(balance).sum();
        assert_eq!(sum, 0, "debits equal credits");
        self.till.sound_digest();
    }
}

fn config() -> Config {
    let is_long = std::env::var_os("TSONG_LONG").is_some();
    Config {
        // Of 250 steps each: 100,000 in all, or 6,000.
        cases: if is_long { 400 } else { 24 },
        max_shrink_time: 60_000,
        failure_persistence: None,
        ..Config::default()
    }
}

#[test]
fn every_gram_and_every_fen_is_where_plain_numbers_say() {
    let steps = Model::sequential_strategy(250);
    proptest!(config(), |((first, acts, seen) in steps)| {
        Year::test_sequential(config(), first, acts, seen);
    });
}
