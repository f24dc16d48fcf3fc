use super::orders::row;
use super::{HERE, THERE};
use crate::storage::Storage;
use crate::storage::gauge::Gauge;
use crate::storage::order::OrderQuery;
use crate::storage::session::SessionRow;
use crate::storage::staff_log::StaffEntry;
use tsong_contract::desk::StaffAct;
use tsong_contract::order_row::OrderState;
use tsong_domain::id::{DeviceId, EntityId, Hash32, Origin};

/// What the other parts of the suite left behind is counted too.
pub(super) fn stations_are_gauged(storage: &impl Storage) {
    let gauge = |station| {
        let all = storage.read(|t| t.gauges(None)).unwrap();
        let one = storage.read(|t| t.gauges(Some(station))).unwrap();
        assert_eq!(all.get(&station), one.get(&station), "alone as among all");
        one.get(&station).copied().unwrap_or_default()
    };
    let here = gauge(HERE);
    assert_eq!(
        (here.devices, here.last_heard_ms),
        (0, Some(44)),
        "shut out, and heard"
    );
    assert_eq!(
        (here.facts, here.waiting),
        (4, 0),
        "who is shut out holds nothing for us"
    );
    assert_eq!(
        (here.quarantined, here.forks, here.blobs_missing),
        (1, 1, 3)
    );
    assert_eq!(gauge(THERE), Gauge::default());
    let device = DeviceId(77);
    storage
        .write(|t| {
            let known = t.device(DeviceId(u64::MAX))?.unwrap();
            t.put_device(&crate::storage::device::DeviceRow {
                device,
                revoked_ms: None,
                ..known
            })?;
            assert_eq!(t.pending(Some(HERE))?, vec![(HERE, device, 4)], "all of it");
            t.note_fetched(HERE, device, &[(super::WIDE, 3), (Origin(9), 8)])?;
            assert_eq!(t.pending(None)?, vec![(HERE, device, 1)]);
            t.note_fetched(HERE, device, &[(super::WIDE, 1)])?;
            assert_eq!(
                t.pending(None)?,
                vec![(HERE, device, 3)],
                "a cut answer is seen"
            );
            for hour in [100, 101, 101, 103] {
                t.note_hour(HERE, hour)?;
            }
            Ok(())
        })
        .unwrap();
    let hours = |hour| gauge(HERE).hours_from(hour);
    assert_eq!(hours(103), 0b1101);
    assert_eq!(hours(105), 0b11_0100, "two hours later");
    assert_eq!(hours(103 + 40), 0, "and days later none is left");
    storage.write(|t| t.note_hour(HERE, 102)).unwrap();
    assert_eq!(hours(102) & 1, 1, "a clock that was set back");
}

pub(super) fn sums_follow_the_orders(storage: &impl Storage) {
    const DAY: i64 = 86_400_000;
    let station = EntityId([3; 16]);
    let put = |n: u8, state, created_ms, fen| {
        let entity = EntityId([n; 16]);
        let mut order = row(entity, state, created_ms);
        order.total_fen = fen;
        storage
            .write(|t| t.put_order(station, entity, &order, None))
            .unwrap();
        assert!(storage.read(|t| t.sums_fit(station)).unwrap(), "after {n}");
    };
    super::station(storage, station, "sums");
    put(1, OrderState::Placed, 10 * DAY, 500);
    put(2, OrderState::Placed, 10 * DAY, 700);
    put(3, OrderState::Draft, 10 * DAY, 900);
    put(4, OrderState::Placed, 12 * DAY - 8 * 3_600_000, 11);
    put(1, OrderState::Cancelled, 10 * DAY, 500);
    put(2, OrderState::NeedsDecision, 11 * DAY, 800);
    put(2, OrderState::NeedsDecision, 11 * DAY, 800);
    put(5, OrderState::Completed, -1, i64::MAX);
    put(6, OrderState::Completed, -1, i64::MAX);
    let states = storage.read(|t| t.state_sums(Some(station))).unwrap();
    let states: Vec<_> = states
        .iter()
        .map(|(_, s)| (s.state, s.orders, s.fen))
        .collect();
    assert_eq!(
        states,
        vec![
            (OrderState::Cancelled, 1, 500),
            (OrderState::Completed, 2, 2_000_000_000_000),
            (OrderState::Draft, 1, 900),
            (OrderState::NeedsDecision, 1, 800),
            (OrderState::Placed, 1, 11),
        ],
        "an order of all the money in the world breaks no sum"
    );
    let days = |from, to| {
        let sums = storage
            .read(|t| t.day_sums(Some(station), from, to))
            .unwrap();
        let days = sums.iter().map(|d| (d.day, d.sales.orders, d.sales.fen));
        days.collect::<Vec<_>>()
    };
    assert_eq!(
        days(10, 12),
        vec![(11, 1, 800), (12, 1, 11)],
        "midnight is Beijing's"
    );
    assert_eq!(days(12, 12), vec![(12, 1, 11)]);
    let all = storage.read(|t| t.day_sums(None, 11, 12)).unwrap();
    assert_eq!(all.len(), 2, "the same among all");
    let county = storage.read(|t| t.county_days(11, 12)).unwrap();
    let county: Vec<_> = county.iter().map(|(d, s)| (*d, s.orders, s.fen)).collect();
    assert_eq!(county, days(11, 12), "no other station sold anything then");
    let placed = storage.read(|t| t.county_states()).unwrap();
    let placed = placed.iter().find(|s| s.state == OrderState::Placed);
    assert_eq!(placed.map(|s| s.orders), Some(4), "all stations' together");
    let count = storage.read(|t| t.count_orders(station, &OrderQuery::default()));
    assert_eq!(count.unwrap(), 6);
}

pub(super) fn tokens_and_sessions_end(storage: &impl Storage) {
    let hash = |n: u8| Hash32([n; 32]);
    let row = |n, expires_ms| SessionRow {
        hash: hash(n),
        token: hash(4),
        name: "卓玛".into(),
        expires_ms,
    };
    storage
        .write(|t| {
            t.add_token(&hash(4), "卓玛", 1)?;
            t.add_token(&hash(5), "扎西", 2)?;
            assert_eq!(t.revoke_tokens("卓玛", 7)?, 1);
            assert_eq!(t.revoke_tokens("卓玛", 8)?, 0, "once");
            let known = t.tokens()?;
            assert_eq!(known[0].revoked_ms, Some(7));
            assert_eq!(
                (known[1].name.as_str(), known[1].revoked_ms),
                ("扎西", None)
            );
            t.add_session(&row(1, 10))?;
            t.add_session(&row(2, 20))?;
            t.sweep_sessions(10)?;
            assert_eq!(t.session(&hash(1))?, None, "it ended at ten");
            assert_eq!(t.session(&hash(2))?, Some(row(2, 20)));
            t.end_session(&hash(2))?;
            assert_eq!(t.session(&hash(2))?, None);
            Ok(())
        })
        .unwrap();
}

pub(super) fn staffs_log_is_kept(storage: &impl Storage) {
    let entry = |station, what| StaffEntry {
        station,
        at_ms: 5,
        who: "卓玛".into(),
        what,
        subject: "<b>".into(),
        reason: String::new(),
    };
    let acts = [StaffAct::SignedIn, StaffAct::CodeMade, StaffAct::SignedOut];
    let stations = [EntityId::NIL, HERE, EntityId::NIL];
    storage
        .write(|t| {
            for (station, what) in stations.into_iter().zip(acts) {
                t.log_staff(&entry(station, what))?;
            }
            let read = |station, before, limit| -> crate::Result<Vec<(u64, StaffAct)>> {
                let rows = t.staff_log(station, before, limit)?;
                Ok(rows.into_iter().map(|(n, e)| (n, e.what)).collect())
            };
            let newest = [(3, acts[2]), (2, acts[1])];
            assert_eq!(read(None, None, 2)?, newest);
            assert_eq!(read(None, Some(2), 9)?, [(1, acts[0])]);
            assert_eq!(read(Some(HERE), None, 9)?, [(2, acts[1])]);
            assert!(read(Some(THERE), None, 9)?.is_empty());
            assert_eq!(t.staff_log(Some(HERE), None, 1)?[0].1, entry(HERE, acts[1]));
            Ok(())
        })
        .unwrap();
    for act in StaffAct::ALL {
        assert_eq!(StaffAct::from_word(act.word()), Some(act));
        assert_eq!(serde_json::json!(act), act.word(), "stored as it is told");
    }
}
