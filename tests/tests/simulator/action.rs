//! What may happen, and a plan of it from one seed.

use crate::dice::Dice;

/// What goes wrong with one request of a sync. A place is told in thousandths of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Nobody is reached.
    NoLink,
    /// The request breaks off.
    CutUp(u16),
    /// The answer breaks off.
    CutDown(u16),
    /// The hub hears all and its answer is lost.
    Lost,
    /// The request reaches the hub twice.
    Twice,
    /// The request is given up, and reaches the hub in the middle of a later one.
    Late,
    /// Another device of the station syncs in the middle of the request.
    Meanwhile(u16),
    /// The device's power fails in the middle of the answer.
    CrashAt(u16),
    /// The hub's power fails in the middle of the request.
    HubCrashAt(u16),
}

/// Where a wall clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wild {
    Right,
    In1970,
    In2099,
    /// So many minutes off.
    Off(i16),
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    TakeIn,
    Place,
    Step,
    HandOver,
    Cancel,
    Pay,
    Answer,
    Note,
    Grant,
    Carry,
    Receive,
    Lose,
    Correct,
    Count,
    Listing,
    Villager,
    Choose,
    Erase,
    /// A photo is taken and shown on a listing.
    Photo,
    /// A device of a later version writes what nobody else knows.
    Newer,
    /// What waits is written on the stick; the hub takes a bundle of it and answers on it; a device
    /// takes an answer.
    StickOut,
    StickAtHub,
    StickBack,
    /// A sync; the trouble falls on its request of that number.
    Sync(Option<(u8, Trouble)>),
    /// The device's power fails at rest.
    Crash,
    /// A backup is kept; a restore takes the last one.
    KeepBackup,
    Restore,
    /// The whole disk is copied; later the copy takes the disk's place.
    KeepDisk,
    PutBack,
    KeepHub,
    RestoreHub,
    CrashHub,
    Clock(Wild),
}

/// One thing that happens at one device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Action {
    /// Its number in the plan; what is random in it follows from seed and number.
    pub(crate) number: u32,
    pub(crate) house: usize,
    pub(crate) device: usize,
    /// How much later than the action before.
    pub(crate) wait_ms: i64,
    pub(crate) pick: u64,
    pub(crate) what: What,
}

/// All that happens in one run.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    /// How many devices each station has.
    pub(crate) houses: Vec<usize>,
    /// Whether disks and the hub are lost and put back.
    pub(crate) is_wild: bool,
    pub(crate) actions: Vec<Action>,
}

/// Weights of what may happen; nothing of the second list happens in a mild run.
const MILD: [(u64, What); 19] = [
    (10, What::TakeIn),
    (22, What::Place),
    (10, What::Step),
    (9, What::HandOver),
    (9, What::Cancel),
    (7, What::Pay),
    (4, What::Answer),
    (3, What::Note),
    (6, What::Grant),
    (4, What::Carry),
    (4, What::Receive),
    (3, What::Lose),
    (2, What::Correct),
    (4, What::Count),
    (5, What::Listing),
    (5, What::Villager),
    (3, What::Choose),
    (3, What::Erase),
    (9, What::Photo),
];
const STICK: [(u64, What); 3] = [
    (4, What::StickOut),
    (5, What::StickAtHub),
    (4, What::StickBack),
];
const WILD: [(u64, What); 6] = [
    (9, What::KeepBackup),
    (7, What::Restore),
    (9, What::KeepDisk),
    (7, What::PutBack),
    (6, What::KeepHub),
    (6, What::RestoreHub),
];

fn weighted(dice: &mut Dice, of: &[(u64, What)]) -> What {
    let mut left = dice.below(of.iter().map(|(weight, _)| weight).sum());
    for (weight, what) in of {
        match left.checked_sub(*weight) {
            Some(rest) => left = rest,
            None => return *what,
        }
    }
    What::Place
}

fn place(dice: &mut Dice) -> u16 {
    u16::try_from(dice.below(1001)).unwrap_or(0)
}

fn trouble(dice: &mut Dice, has_other: bool) -> Trouble {
    match dice.below(11) {
        0 => Trouble::NoLink,
        1 | 2 => Trouble::CutUp(place(dice)),
        3 | 4 => Trouble::CutDown(place(dice)),
        5 => Trouble::Lost,
        6 => Trouble::Twice,
        7 => Trouble::Late,
        8 if has_other => Trouble::Meanwhile(place(dice)),
        8 | 9 => Trouble::HubCrashAt(place(dice)),
        _ => Trouble::CrashAt(place(dice)),
    }
}

fn what(dice: &mut Dice, is_wild: bool, has_other: bool, by_stick: u64) -> What {
    match dice.below(100) {
        0..30 if dice.percent(by_stick) => weighted(dice, &STICK),
        0..30 => {
            let number = if dice.percent(70) {
                0
            } else {
                u8::try_from(1 + dice.below(4)).unwrap_or(1)
            };
            let trouble = dice.percent(55).then(|| (number, trouble(dice, has_other)));
            What::Sync(trouble)
        }
        30..33 => What::Crash,
        33..34 => What::CrashHub,
        34..37 => What::Clock(match dice.below(5) {
            0 => Wild::In1970,
            1 => Wild::In2099,
            2 => Wild::Right,
            _ => Wild::Off(i16::try_from(dice.below(4000)).unwrap_or(0) - 2000),
        }),
        37..47 if is_wild => weighted(dice, &WILD),
        // A program knows all that it wrote itself: only where no disk is put back is it another's.
        37..39 => What::Newer,
        _ => weighted(dice, &MILD),
    }
}

impl Plan {
    /// A plan that is told: who does what, ten minutes apart.
    pub(crate) fn told(houses: &[usize], told: &[(usize, usize, What)]) -> Self {
        let actions = (0..)
            .zip(told)
            .map(|(number, (house, device, what))| Action {
                number,
                house: *house,
                device: *device,
                wait_ms: 600_000,
                pick: u64::from(number),
                what: *what,
            });
        Self {
            seed: 0,
            houses: houses.to_vec(),
            is_wild: true,
            actions: actions.collect(),
        }
    }

    pub(crate) fn of(seed: u64, length: u32) -> Self {
        let mut dice = Dice::new(seed.wrapping_mul(0x5851_f42d_4c95_7f2d) ^ 0x0074_736f_6e67);
        let houses: Vec<usize> = match dice.below(5) {
            0 => vec![1],
            1 => vec![2, 1],
            _ => vec![2],
        };
        let is_wild = !seed.is_multiple_of(3);
        // Some have a link now and then, and mostly a driver.
        let by_stick = [10, 40, 80][usize::try_from(dice.below(3)).unwrap_or(0)];
        let actions = (0..length)
            .map(|number| {
                let house = usize::try_from(dice.below(houses.len() as u64)).unwrap_or(0);
                let device = usize::try_from(dice.below(houses[house] as u64)).unwrap_or(0);
                let wait_ms = if dice.percent(80) {
                    i64::try_from(dice.below(120_000)).unwrap_or(0) + 1
                } else {
                    i64::try_from(dice.below(40 * 3_600_000)).unwrap_or(0) + 1
                };
                Action {
                    number,
                    house,
                    device,
                    wait_ms,
                    pick: dice.next(),
                    what: what(&mut dice, is_wild, houses[house] > 1, by_stick),
                }
            })
            .collect();
        Self {
            seed,
            houses,
            is_wild,
            actions,
        }
    }
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            number,
            house,
            device,
            wait_ms,
            what,
            ..
        } = self;
        write!(
            f,
            "#{number} +{wait_ms} ms, station {house}, device {device}: {what:?}"
        )
    }
}
