//! The rules of the house that no compiler holds: who may depend on whom, sizes, floats, clocks.

use xtask::house::House;
use xtask::tidy;

#[test]
fn the_house_is_tidy() {
    let house = House::find().expect("the test runs inside the workspace");
    let findings = tidy::check(&house).expect("manifests and sources can be read");
    let breaches: Vec<String> = findings
        .iter()
        .filter(|f| !f.is_warning)
        .map(ToString::to_string)
        .collect();
    assert!(
        breaches.is_empty(),
        "against the rules of the house:\n{}",
        breaches.join("\n")
    );
}
