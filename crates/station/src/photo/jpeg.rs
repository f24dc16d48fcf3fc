//! JPEG in and out: whether a file holds the whole picture, and writing one without metadata.

use image::RgbImage;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

const MARK: u8 = 0xFF;
const START_OF_IMAGE: u8 = 0xD8;
const END_OF_IMAGE: u8 = 0xD9;

/// Writes `picture` as a progressive JPEG at `quality` (1 to 100), colours at half the resolution
/// of light. `None` if a side is longer than a JPEG can say.
///
/// Half-resolution colour and fitted Huffman tables take a third off the bytes of the plain form,
/// which is quality regained under a fixed limit; progressive shows early on a slow link.
pub(super) fn encode(picture: &RgbImage, quality: u8) -> Option<Vec<u8>> {
    let (width, height) = picture.dimensions();
    let (width, height) = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .ok()?;
    Some(jpeg)
}

/// Whether a JPEG goes on to the mark that ends its picture. Decoders fill what is missing with
/// grey and say nothing. Bytes after the end (a phone's short film) do not matter.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(&[MARK, START_OF_IMAGE]) else {
        return false;
    };
    while let Some((kind, after)) = next_mark(rest) {
        match kind {
            END_OF_IMAGE => return true,
            // Restart marks stand alone inside a scan.
            0xD0..=0xD7 | 0x01 => rest = after,
            _ => {
                let Some([high, low]) = after.first_chunk::<2>() else {
                    return false;
                };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                let Some(beyond) = after.get(length..) else {
                    return false;
                };
                rest = beyond;
            }
        }
    }
    false
}

/// The next mark and what follows it. Inside a scan `FF 00` is data, and `FF FF` is filling.
fn next_mark(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes;
    loop {
        let at = rest.iter().position(|byte| *byte == MARK)?;
        rest = rest.get(at + 1..)?;
        match *rest.first()? {
            0 | MARK => {}
            kind => return Some((kind, rest.get(1..)?)),
        }
    }
}
