use crate::house::{House, TOKEN, buyer, order, uuid};
use tsong_sync::peer::{RefusedCode, offer, take};

#[test]
fn a_device_never_hears_another_station() {
    let house = House::new();
    let (here, _) = house.station("巴河站");
    let (there, _) = house.station("鲁朗站");
    let (mut a, mut x) = (house.device(here, 1, 1), house.device(there, 2, 2));
    let contact = buyer(&mut a, 9, "卓玛");
    order(&mut a, uuid(1), Some(contact));
    order(&mut x, uuid(2), None);
    house.sync(&mut a).unwrap();
    house.sync(&mut x).unwrap();
    house.sync(&mut a).unwrap();
    assert!(
        !a.logs.contains_key(&x.origin),
        "not a fact of the other station"
    );
    assert!(!x.logs.contains_key(&a.origin));
    let hubs = |r: &tsong_sync::memory::Replica| {
        r.logs
            .iter()
            .filter(|(_, l)| l.born.hub)
            .map(|(o, _)| *o)
            .collect::<Vec<_>>()
    };
    assert_eq!((hubs(&a).len(), hubs(&x).len()), (1, 1));
    assert_ne!(
        hubs(&a),
        hubs(&x),
        "the hub's own origin is another for each, without gaps"
    );
    assert_eq!(house.orders(here).len(), 1);
    assert_eq!(house.orders(there)[0]["id"], uuid(2).to_string());
}

#[test]
fn facts_of_another_station_are_refused_though_they_are_well_signed() {
    let house = House::new();
    let (here, _) = house.station("巴河站");
    let (there, _) = house.station("鲁朗站");
    let (mut a, mut x) = (house.device(here, 1, 1), house.device(there, 2, 2));
    order(&mut a, uuid(1), None);
    house.sync(&mut a).unwrap();
    // A stick with A's facts was read at the wrong station, by a program that trusted it.
    let (own, key) = (a.origin, a.key.clone());
    for frame in offer(
        &mut a,
        &[],
        Some((own, &key)),
        |h| h.origin == own,
        usize::MAX,
    )
    .unwrap()
    {
        x.device = a.device;
        take(&mut x, &frame.bytes).unwrap();
        x.device = tsong_domain::id::DeviceId(2);
    }
    let report = house.sync(&mut x).unwrap();
    assert_eq!(report.refused[0].code, RefusedCode::NotEnrolled);
    assert!(
        house.orders(there).is_empty(),
        "nothing of it shows at the other station"
    );
    let (_, list) = house.get(&format!("/v1/stations/{there}/quarantine"), Some(TOKEN));
    assert_eq!(list[0]["code"], "not_enrolled", "and staff sees it");
}

#[test]
fn two_devices_of_a_station_converge_through_the_hub() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let (mut a, mut b) = (house.device(station, 1, 1), house.device(station, 2, 2));
    order(&mut a, uuid(1), None);
    order(&mut b, uuid(2), None);
    for _ in 0..2 {
        assert!(house.sync(&mut a).unwrap().is_same);
        assert!(house.sync(&mut b).unwrap().is_same);
    }
    house.sync(&mut a).unwrap();
    assert_eq!(a.reaches(), b.reaches());
    for (fact, times) in a.taken.iter().chain(&b.taken) {
        assert_eq!(*times, 1, "{fact} was taken in {times} times");
    }
    let root = tsong_sync::chain::root(
        &a.reaches()
            .into_iter()
            .map(|(o, (s, h))| (o, s, h))
            .collect::<Vec<_>>(),
    );
    let verdict = house.verify();
    assert!(verdict.ok, "{:?}", verdict.problems);
    assert_eq!(verdict.roots[&station.to_string()], root.to_string());
}

#[test]
fn many_devices_at_once_lose_nothing() {
    let house = House::new();
    let (station, _) = house.station("巴河站");
    let mut devices: Vec<_> = (1..=8u8)
        .map(|n| house.device(station, u64::from(n), n))
        .collect();
    std::thread::scope(|scope| {
        for (n, device) in devices.iter_mut().enumerate() {
            let house = &house;
            scope.spawn(move || {
                for i in 0..5u8 {
                    order(device, uuid(u8::try_from(n).unwrap() * 5 + i + 1), None);
                    house.sync(device).unwrap();
                }
            });
        }
    });
    assert_eq!(house.orders(station).len(), 40);
    assert!(house.verify().ok);
}
