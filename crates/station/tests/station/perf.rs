use crate::shop::Shop;
use serde_json::json;
use std::time::Instant;

#[test]
fn perf() {
    let mut shop = Shop::new();
    let villagers: Vec<String> = (0..60)
        .map(|n| shop.villager(&format!("村民{n}")))
        .collect();
    let products = [
        "matsutake-fresh",
        "yak-butter",
        "honey",
        "tsampa",
        "cordyceps",
    ];
    let t = Instant::now();
    for n in 0..1500usize {
        let input =
            json!({"villager": villagers[n % 60], "product": products[n % 5], "quantity": "2kg"});
        shop.call("lot.take_in", input);
    }
    println!("take_in {:?} each", t.elapsed() / 1500);
    for n in 0..500usize {
        shop.listing(products[n % 5], "", "10");
    }
    for (command, input) in [
        ("lot.list", json!({})),
        ("lot.list", json!({"limit": 50})),
        ("lot.list", json!({"find": "酥油", "limit": 50})),
        ("listing.list", json!({})),
        ("listing.list", json!({"limit": 20})),
        ("product.list", json!({"find": "sy"})),
        ("place.find", json!({"find": "bh", "limit": 20})),
        ("task.list", json!({})),
        ("villager.list", json!({})),
    ] {
        for _ in 0..2 {
            let t = Instant::now();
            let rows = shop.call(command, input.clone());
            println!(
                "{command} {input}: {} rows {:?}",
                rows.as_array().unwrap().len(),
                t.elapsed()
            );
        }
    }
}
