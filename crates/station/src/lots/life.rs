//! The life of a lot: until when it has to leave, and what may still be done with it.

use crate::fault::Fault;
use crate::me::StationView;
use crate::products::{Titles, catalogue};
use tsong_contract::io::RoadHours;
use tsong_domain::catalogue::{ColdChain, Road};
use tsong_domain::produce::Keeping;
use tsong_store::{Db, lot};

const HOUR_MS: i64 = 3_600_000;

/// How long goods are under way from this station.
pub(crate) struct Roads {
    hours: Road,
}

impl Roads {
    /// The station's own hours, else the catalogue's.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(crate) fn load(db: &Db<'_>) -> Result<Self, Fault> {
        let mut hours = catalogue()?.road;
        let [ambient, chilled, frozen] = StationView::load(db)?.road_hours;
        hours.ambient_hours = ambient.unwrap_or(hours.ambient_hours);
        hours.chilled_hours = chilled.unwrap_or(hours.chilled_hours);
        hours.frozen_hours = frozen.unwrap_or(hours.frozen_hours);
        Ok(Self { hours })
    }

    /// How long a lot is under way: as its product must travel; one of the station's own products
    /// as it is kept.
    pub(crate) fn road_hours(&self, row: &lot::LotRow) -> u16 {
        let chain = match Titles::product(&row.taken.product) {
            Some(product) => product.cold_chain,
            None => match row.taken.keeping {
                Keeping::Ambient => ColdChain::None,
                Keeping::Chilled => ColdChain::Chilled,
                Keeping::Frozen => ColdChain::Frozen,
            },
        };
        match chain {
            ColdChain::None => self.hours.ambient_hours,
            ColdChain::Chilled => self.hours.chilled_hours,
            ColdChain::Frozen => self.hours.frozen_hours,
        }
    }

    /// When a lot has to leave, so that it arrives before its time is over; `None` when it keeps.
    pub(crate) fn ship_by_ms(&self, row: &lot::LotRow) -> Option<i64> {
        let road_ms = i64::from(self.road_hours(row)).saturating_mul(HOUR_MS);
        Some(row.taken.expires_ms?.saturating_sub(road_ms))
    }

    /// Whether the time to leave is near or over.
    pub(crate) fn urgency(&self, ship_by_ms: Option<i64>, now_ms: i64) -> Life {
        let last_call_ms = i64::from(self.hours.last_call_hours).saturating_mul(HOUR_MS);
        match ship_by_ms {
            None => Life::Keeps,
            Some(ms) if ms <= now_ms => Life::TooLate,
            Some(ms) if ms.saturating_sub(now_ms) <= last_call_ms => Life::LastCall,
            Some(_) => Life::OnSale,
        }
    }
}

/// How many hours goods are under way from this station.
///
/// # Errors
/// Whatever the store says.
pub(crate) fn road_hours(db: &Db<'_>) -> Result<RoadHours, Fault> {
    let hours = Roads::load(db)?.hours;
    Ok(RoadHours {
        ambient: hours.ambient_hours,
        chilled: hours.chilled_hours,
        frozen: hours.frozen_hours,
    })
}

/// What may still be done with a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Life {
    /// It has to leave within the hours of the last call.
    LastCall,
    /// There is time.
    OnSale,
    /// It keeps.
    Keeps,
    /// It would not arrive in time; whoever comes by may still have it until it has expired.
    TooLate,
    /// It is counted again before it is sold: the device was restored.
    Recount,
    /// Nothing is left to sell.
    SoldOut,
}

impl Life {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::LastCall => "last_call",
            Self::OnSale => "on_sale",
            Self::Keeps => "keeps",
            Self::TooLate => "too_late",
            Self::Recount => "recount",
            Self::SoldOut => "sold_out",
        }
    }
}
