//! `cargo xtask run`: a station's day, played by the real programs against a hub on loopback.

mod hub;
pub mod programs;
mod scratch;
mod story;
mod tsong;

use crate::house::House;
use crate::setup;
use crate::stage::seconds;
use scratch::Scratch;
use std::time::Instant;

/// Sets up, builds both programs and plays the day in a folder that is thrown away afterwards,
/// unless `keep`.
///
/// # Errors
/// When something does not build, or a step of the day does not end as it should.
pub fn run(house: &House, keep: bool) -> Result<(), String> {
    setup::setup(house)?;
    println!("building tsong and tsong-hub (the first time takes some minutes)");
    let begun = Instant::now();
    let programs = programs::build(house, false)?;
    println!("built in {}\n", seconds(begun.elapsed()));
    let scratch = Scratch::new(keep)?;
    let begun = Instant::now();
    story::play(&programs, scratch.path())?;
    println!("\nThe day took {}.", seconds(begun.elapsed()));
    if keep {
        println!("Its files are kept in {}", scratch.path().display());
    }
    Ok(())
}
