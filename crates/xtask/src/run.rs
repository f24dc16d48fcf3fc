//! `cargo xtask run`: a sample station in its window beside a hub on loopback, or without a window a
//! station's day, played by the real programs.

mod hub;
pub mod programs;
mod scratch;
mod story;
mod tsong;
mod window;

use crate::house::House;
use crate::stage::{seconds, succeed};
use crate::{setup, ui};
use scratch::Scratch;
use std::time::Instant;

/// How to run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Play the day without a window.
    pub is_headless: bool,
    /// Keep the files afterwards.
    pub keep: bool,
    /// The window's station is a busy one: sixty villagers and two thousand orders.
    pub is_busy: bool,
}

impl Options {
    /// Reads the words after `run`.
    ///
    /// # Errors
    /// Names a word that is none.
    pub fn read(words: &[&str]) -> Result<Self, String> {
        let mut options = Self::default();
        for word in words {
            match *word {
                "--headless" => options.is_headless = true,
                "--keep" => options.keep = true,
                "--busy" => options.is_busy = true,
                other => return Err(format!("run takes no {other}")),
            }
        }
        Ok(options)
    }
}

/// Sets up, builds and runs in a folder that is thrown away afterwards, unless it is kept.
///
/// # Errors
/// Without a display, when something does not build, or when a step does not end as it should.
pub fn run(house: &House, options: Options) -> Result<(), String> {
    if options.is_headless && options.is_busy {
        return Err(
            "--busy fills the station of the window; --headless has a day of its own".to_owned(),
        );
    }
    if !options.is_headless && !window::has_display() {
        return Err("there is no display to open a window on; \
             cargo xtask run --headless plays the day without one"
            .to_owned());
    }
    let begun = Instant::now();
    setup::setup(house)?;
    println!("building (the first time takes some minutes)");
    let programs = if options.is_headless {
        programs::build(house, programs::HEADLESS, false)?
    } else {
        ui::build(house)?;
        programs::build(house, programs::ALL, false)?
    };
    println!("built in {}\n", seconds(begun.elapsed()));
    let scratch = Scratch::new(options.keep)?;
    if options.is_headless {
        let begun = Instant::now();
        story::play(&programs, scratch.path())?;
        println!("\nThe day took {}.", seconds(begun.elapsed()));
    } else {
        window::open(&programs, scratch.path(), options.is_busy)?;
    }
    if options.keep {
        println!("Its files are kept in {}", scratch.path().display());
    }
    Ok(())
}

/// Makes the sample station: `DIR [URL CODE]`.
///
/// # Errors
/// When it does not build or the station refuses.
pub fn sample(house: &House, words: &[&str]) -> Result<(), String> {
    let programs = programs::build(house, &["tsong-sample"], false)?;
    let mut command = house.command(&programs.sample.to_string_lossy());
    // Paths are the caller's, not the workspace's.
    if let Ok(here) = std::env::current_dir() {
        command.current_dir(here);
    }
    succeed(command.args(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_may_stand_in_any_order_and_others_are_refused() {
        let both = Options::read(&["--keep", "--headless"]).unwrap();
        assert!(both.keep && both.is_headless);
        assert_eq!(Options::read(&[]), Ok(Options::default()));
        assert!(Options::read(&["--busy"]).unwrap().is_busy);
        assert!(Options::read(&["--window"]).is_err());
    }
}
