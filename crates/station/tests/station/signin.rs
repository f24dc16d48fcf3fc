//! Who may do what, and PINs.

use crate::shop::{DAY_MS, KEEPER, PIN, Shop, matsutake_order};
use serde_json::json;
use tsong_contract::AppError;

#[test]
fn each_role_does_its_own_work_only() {
    let mut shop = Shop::new();
    let villager = shop.villager("巴桑");
    shop.matsutake(&villager, "5kg");
    let intake = json!({"villager": villager, "product": "yak-butter", "quantity": "1kg"});
    let not_allowed = |right: &str| AppError::NotAllowed {
        right: right.to_owned(),
    };

    shop.sign_in_as("帮手", "helper");
    shop.call("lot.take_in", intake.clone());
    shop.call("lot.list", json!({}));
    assert_eq!(
        shop.refused("order.place", matsutake_order("1kg")),
        not_allowed("sell")
    );
    assert_eq!(shop.refused("buyer.find", json!({})), not_allowed("sell"));
    let add = json!({"name": "新", "role": "keeper", "pin": "8426"});
    assert_eq!(
        shop.refused("operator.add", add.clone()),
        not_allowed("keep")
    );

    shop.sign_in_keeper();
    shop.sign_in_as("主播", "host");
    let order = shop.call("order.place", matsutake_order("1kg"));
    assert_eq!(shop.refused("lot.take_in", intake), not_allowed("stock"));
    let away = json!({"id": order["id"]});
    assert_eq!(shop.refused("order.hand_over", away), not_allowed("pack"));
    assert_eq!(shop.refused("operator.add", add), not_allowed("keep"));
    shop.assert_sound();
}

#[test]
fn without_anybody_signed_in_only_what_is_open_goes() {
    let mut shop = Shop::new();
    shop.station.sign_out();
    for command in ["station.status", "sync.status", "verify"] {
        shop.call(command, json!({}));
    }
    for (command, input) in [
        ("lot.list", json!({})),
        ("order.place", matsutake_order("1kg")),
        ("facts.list", json!({})),
        ("draft.list", json!({"noun": "order"})),
    ] {
        assert_eq!(
            shop.refused(command, input),
            AppError::SignInNeeded,
            "{command}"
        );
    }
}

#[test]
fn who_was_let_go_can_do_nothing_more() {
    let mut shop = Shop::new();
    let id = shop.sign_in_as("主播", "host");
    shop.sign_in_keeper();
    shop.station.sign_in("主播", "8426").unwrap();
    let mut keeper = shop;
    // The keeper lets the host go from another window: the session is still open here.
    keeper.sign_in_keeper();
    keeper.call("operator.change", json!({"id": id, "is_active": false}));
    let error = keeper.station.sign_in("主播", "8426").unwrap_err();
    assert!(matches!(error, AppError::NotFound { .. }), "{error:?}");
    keeper.call(
        "operator.change",
        json!({"id": id, "is_active": true, "role": "helper"}),
    );
    keeper.station.sign_in("主播", "8426").unwrap();
    let refused = keeper.refused("order.place", matsutake_order("1kg"));
    assert_eq!(
        refused,
        AppError::NotAllowed {
            right: "sell".to_owned()
        }
    );
}

#[test]
fn wrong_pins_lock_out_also_after_a_restart_and_whatever_the_clock_says() {
    let mut shop = Shop::new();
    let mut tries = 0;
    let locked = loop {
        tries += 1;
        let error = shop.station.sign_in(KEEPER, "000000").unwrap_err();
        let AppError::WrongPin { tries_left } = error else {
            break error;
        };
        assert!(tries_left < 5, "each wrong PIN is one less: {tries_left}");
        assert!(tries <= 5, "no more than five wrong PINs are free");
    };
    assert!(tries >= 5, "a slip or two costs nothing, {tries} were had");
    assert!(matches!(locked, AppError::LockedOut { .. }), "{locked:?}");

    let mut shop = shop.reopened();
    shop.wall.forward(30 * DAY_MS);
    let right = shop.station.sign_in(KEEPER, PIN).unwrap_err();
    assert!(
        matches!(right, AppError::LockedOut { wait_seconds: 1.. }),
        "{right:?}"
    );

    let reset = json!({"operator": KEEPER, "recovery_key": shop.recovery_key, "pin": "907154"});
    shop.call("pin.reset", reset);
    shop.station
        .sign_in(KEEPER, "907154")
        .expect("the recovery key ends the wait");
    assert!(
        shop.station.sign_in(KEEPER, PIN).is_err(),
        "the old PIN is gone"
    );
}

#[test]
fn a_pin_is_ones_own_or_the_keepers_business() {
    let mut shop = Shop::new();
    let helper = shop.sign_in_as("帮手", "helper");
    shop.call("pin.set", json!({"pin": "551177"}));
    shop.station
        .sign_in("帮手", "551177")
        .expect("one's own PIN is set");
    let keeper = shop.call("operator.list", json!({}));
    let other = json!({"operator": keeper[0]["id"], "pin": "551177"});
    assert_eq!(
        shop.refused("pin.set", other),
        AppError::NotAllowed {
            right: "keep".to_owned()
        }
    );
    assert_eq!(
        shop.refused("pin.set", json!({"pin": "12"})),
        AppError::PinTooShort
    );
    shop.sign_in_keeper();
    shop.call("pin.set", json!({"operator": helper, "pin": "443322"}));
    shop.station
        .sign_in("帮手", "443322")
        .expect("the keeper sets anybody's");
    let wrong = json!({"operator": KEEPER, "recovery_key": "ABCD-EFGH", "pin": "443322"});
    assert_eq!(shop.refused("pin.reset", wrong), AppError::RecoveryKeyWrong);
}
