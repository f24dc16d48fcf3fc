//! Taking an order: lines, buyer, stock and money in one transaction.

use super::filling::{fill_lines, filling};
use super::shown;
use crate::day;
use crate::fault::Fault;
use crate::me::StationView;
use crate::people;
use crate::products::Titles;
use crate::station::Station;
use crate::typed;
use crate::work::Work;
use chrono::NaiveDate;
use tsong_contract::AppError;
use tsong_contract::io::{LineInput, OrderInput, OrderShown, PaymentInput, read_id};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::id::EntityId;
use tsong_domain::mark::{Aspect, Holder, Mark, MarkKind, MarkMoney, PayWay, Shelf};
use tsong_domain::money::Fen;
use tsong_domain::order::decide::{self, Offer};
use tsong_domain::order::{Amounts, Line, OrderTaken, Source};
use tsong_domain::people::Right;
use tsong_domain::quantity::Measure;
use tsong_domain::stock::share;
use tsong_domain::text::clean::clean_text;
use tsong_store::{Db, draft, listing, lot, order};

/// The longest note.
const NOTE_CHARS: usize = 1000;

/// `order.place`.
///
/// # Errors
/// In this order: [`AppError::BadInput`] for what was typed, [`AppError::NoLines`],
/// [`AppError::NotFound`], [`AppError::NotEnoughStock`], [`AppError::NeedsRecount`].
pub fn place(station: &mut Station, input: OrderInput) -> Result<OrderShown, AppError> {
    let known = input
        .id
        .as_deref()
        .map(|id| read_id("id", id))
        .transpose()?;
    station.write_and(
        Right::Sell,
        |w| {
            let id = known.unwrap_or_else(|| w.mint());
            // Saved already: a second press of the same key finds the same order.
            let is_there = known.is_some() && order::get(w.db, id)?.is_some();
            if !is_there {
                place_in(w, id, &input)?;
            }
            Ok((id, is_there))
        },
        |db, now_ms, written, (id, is_there)| {
            if is_there {
                return shown::shown(db, id);
            }
            // The order was born here and now: what was written is all there is of it.
            let of_it = written.iter().filter(|f| f.header.entity == id);
            shown::shown_of(db, id, now_ms, &of_it.cloned().collect::<Vec<_>>())
        },
    )
}

fn place_in(w: &mut Work<'_>, id: EntityId, input: &OrderInput) -> Result<(), Fault> {
    let titles = Titles::load(w.db)?;
    let source = source(&input.source)?;
    let on = On {
        source,
        day: day::date(w.believed_ms).unwrap_or_default(),
    };
    let mut wanted = Vec::new();
    for (number, line) in (1u32..).zip(&input.lines) {
        wanted.push(read_line(w.db, number, line, &titles, on)?);
    }
    if wanted.is_empty() {
        return Err(AppError::NoLines.into());
    }
    let shipping_fen = match &input.shipping {
        Some(typed) => typed::fen(typed, "shipping")?,
        None => Fen::ZERO,
    };
    let lines: Vec<Line> = wanted.iter().map(|(line, _)| line.clone()).collect();
    let amounts = Amounts::of(&lines, shipping_fen).ok_or(AppError::TooLarge)?;
    let note = clean_text(&input.note, NOTE_CHARS);
    let chosen: Vec<_> = wanted.iter().map(|(line, lot)| (line, *lot)).collect();
    let goods = fill_lines(w, &chosen, &[], &titles);
    let contact = match &input.buyer {
        Some(buyer) => people::save_buyer(w, buyer)?,
        None => None,
    };
    let taken = OrderTaken {
        number: w.order_number(),
        source,
        buyer: contact.map(|(buyer, _)| buyer),
        contact: contact.map(|(_, fact)| fact),
        lines,
        amounts,
        commission_permille: Some(StationView::load(w.db)?.commission_permille),
        created_ms: w.believed_ms,
        at_ms: None,
        noted: false,
        part_of: None,
    };
    let drafts = match goods {
        Ok(goods) => decide::take(id, taken, &note, goods, w.me.device)?,
        Err(Fault::App(AppError::NotEnoughStock { .. })) if input.ask => {
            decide::ask(id, taken, &note)?
        }
        Err(fault) => return Err(fault),
    };
    w.write(drafts);
    for payment in &input.payments {
        let mark = payment_mark(payment, amounts.total_fen)?;
        w.write_one(Draft::plain(id, Body::Mark(mark)));
    }
    draft::drop(w.db, id)?;
    Ok(())
}

fn source(word: &str) -> Result<Source, AppError> {
    match word {
        "" | "counter" => Ok(Source::Counter),
        "phone" => Ok(Source::Phone),
        "message" => Ok(Source::Message),
        "livestream" => Ok(Source::Livestream),
        _ => Err(AppError::BadInput {
            field: "source".into(),
            reason: "not_in_list".into(),
        }),
    }
}

/// What a listing's price goes by.
#[derive(Clone, Copy)]
pub(super) struct On {
    /// How the order comes.
    pub source: Source,
    /// The local day.
    pub day: NaiveDate,
}

/// A line as it was asked for, and the lot that was chosen for it.
pub(super) fn read_line(
    db: &Db<'_>,
    number: u32,
    input: &LineInput,
    titles: &Titles,
    on: On,
) -> Result<(Line, Option<EntityId>), Fault> {
    let listed = match &input.listing {
        Some(id) => {
            let id = read_id("listing", id)?;
            Some(listing::get(db, id)?.ok_or_else(|| AppError::missing("listing", id))?)
        }
        None => None,
    };
    let product = listed
        .as_ref()
        .map_or_else(|| input.product.clone(), |listing| listing.product.clone());
    let measure = titles
        .measure(&product)
        .ok_or_else(|| AppError::missing("product", &product))?;
    let quantity = typed::quantity(&input.quantity, measure, "quantity")?;
    let asked = listed
        .as_ref()
        .map(|l| l.prices().at(on.source, quantity, on.day));
    let price_fen = match (&input.price, asked) {
        (Some(price), _) => typed::fen(price, "price")?,
        (None, Some(asked)) => asked,
        (None, None) => {
            return Err(AppError::BadInput {
                field: "price".into(),
                reason: "empty".into(),
            }
            .into());
        }
    };
    let grade = match (&input.grade, &listed) {
        (grade, Some(listing)) if grade.is_empty() => listing.grade.clone(),
        (grade, _) => grade.clone(),
    };
    let chosen = input
        .lot
        .as_deref()
        .map(|id| read_id("lot", id))
        .transpose()?;
    let mut line = Line {
        line: number,
        product,
        title: String::new(),
        grade,
        measure,
        quantity,
        price_fen,
        asked_fen: asked.filter(|asked| *asked != price_fen),
        amount_fen: Fen::ZERO,
        filling: filling(input.filling.as_deref(), chosen)?,
    };
    line.amount_fen = line
        .computed_amount()
        .filter(|a| a.is_sane())
        .ok_or(AppError::TooLarge)?;
    Ok((line, chosen))
}

/// What this device can sell of a product and grade: of lots that have not expired, what nobody
/// was promised.
pub(super) fn offers(w: &Work<'_>, product: &str, grade: &str) -> Result<Vec<Offer>, Fault> {
    let (readiness, own) = (w.me.readiness(), own(w));
    let free = lot::free(w.db, (product, grade), own)?;
    let offers = free.into_iter().map(|free| Offer {
        lot: free.lot,
        villager: free.villager,
        expires_ms: free.expires_ms.unwrap_or(i64::MAX),
        share: free.share,
        is_sellable: readiness.may_sell(free.lot),
    });
    Ok(offers.filter(|o| o.expires_ms > w.believed_ms).collect())
}

/// As [`offers`], with the lots that are promised whole.
pub(super) fn offers_with_promised(
    w: &Work<'_>,
    product: &str,
    grade: &str,
) -> Result<Vec<Offer>, Fault> {
    let (readiness, (holder, place)) = (w.me.readiness(), own(w));
    let mut offers = Vec::new();
    for row in lot::open_of_product(w.db, product, grade)? {
        let expires_ms = row.taken.expires_ms.unwrap_or(i64::MAX);
        if expires_ms <= w.believed_ms {
            continue;
        }
        offers.push(Offer {
            lot: row.id,
            villager: row.taken.villager,
            expires_ms,
            share: share(&lot::cells(w.db, row.id)?, holder, place),
            is_sellable: readiness.may_sell(row.id),
        });
    }
    Ok(offers)
}

fn own(w: &Work<'_>) -> (Holder, Shelf) {
    (Holder::Device(w.me.device), Shelf::Device(w.me.device))
}

/// A payment that comes with a new order.
fn payment_mark(input: &PaymentInput, total_fen: Fen) -> Result<Mark, AppError> {
    let kind = match input.state.as_str() {
        "expected" => MarkKind::Expected,
        "reported" => MarkKind::Reported,
        "cleared" => MarkKind::Cleared,
        _ => {
            return Err(AppError::BadInput {
                field: "payments".into(),
                reason: "not_in_list".into(),
            });
        }
    };
    let amount_fen = match &input.amount {
        Some(amount) => typed::fen(amount, "amount")?,
        None => total_fen,
    };
    let mut mark = Mark::new(Aspect::Payment, kind, Vec::new());
    mark.money = Some(MarkMoney {
        amount_fen,
        way: way(&input.way)?,
    });
    Ok(mark)
}

/// A way of paying that an operator may choose.
pub(super) fn way(word: &str) -> Result<PayWay, AppError> {
    match PayWay::from(word.to_owned()) {
        PayWay::Villager | PayWay::Other(_) => Err(AppError::BadInput {
            field: "way".into(),
            reason: "not_in_list".into(),
        }),
        way @ (PayWay::Cash
        | PayWay::Wechat
        | PayWay::Alipay
        | PayWay::Bank
        | PayWay::Platform
        | PayWay::OnDelivery) => Ok(way),
    }
}

/// Whether a measure is by weight, as programs read it.
pub(crate) const fn measure_word(measure: Measure) -> &'static str {
    match measure {
        Measure::Weight => "weight",
        Measure::Piece => "piece",
    }
}
