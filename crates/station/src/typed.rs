//! What a person typed, read as weights, counts and money.

use tsong_contract::AppError;
use tsong_contract::io::Typed;
use tsong_domain::money::Fen;
use tsong_domain::quantity::{Measure, Quantity};
use tsong_domain::text::InputError;
use tsong_domain::text::money::parse_yuan;
use tsong_domain::text::quantity::{WeightUnit, parse_pieces, parse_weight};

/// A quantity above zero, in grams or pieces; bare digits typed for a weight are kilograms.
///
/// # Errors
/// [`AppError::BadInput`] naming the field.
pub fn quantity(typed: &Typed, measure: Measure, field: &str) -> Result<Quantity, AppError> {
    let read = match (typed, measure) {
        (Typed::Number(number), _) => Ok(*number),
        (Typed::Text(text), Measure::Weight) => {
            parse_weight(text, WeightUnit::Kilogram).map(|g| g.get())
        }
        (Typed::Text(text), Measure::Piece) => parse_pieces(text),
    };
    let error = match read {
        Ok(number) if Quantity::new(number).is_sane() => return Ok(Quantity::new(number)),
        Ok(0) => InputError::Zero,
        Ok(number) if number < 0 => InputError::Negative,
        Ok(_) => InputError::TooLarge,
        Err(error) => error,
    };
    Err(AppError::input(field, error))
}

/// As [`quantity`], but nothing is allowed: what a count may find.
///
/// # Errors
/// [`AppError::BadInput`] naming the field.
pub fn found(typed: &Typed, measure: Measure, field: &str) -> Result<Quantity, AppError> {
    match quantity(typed, measure, field) {
        Err(AppError::BadInput { reason, .. }) if reason == "zero" => Ok(Quantity::ZERO),
        other => other,
    }
}

/// Money, nothing or more; digits typed are yuan, a number is fen.
///
/// # Errors
/// [`AppError::BadInput`] naming the field.
pub fn fen(typed: &Typed, field: &str) -> Result<Fen, AppError> {
    let read = match typed {
        Typed::Number(number) => Ok(Fen::new(*number)),
        Typed::Text(text) => parse_yuan(text),
    };
    let error = match read {
        Ok(fen) if fen.is_sane() => return Ok(fen),
        Ok(fen) if fen < Fen::ZERO => InputError::Negative,
        Ok(_) => InputError::TooLarge,
        Err(error) => error,
    };
    Err(AppError::input(field, error))
}
