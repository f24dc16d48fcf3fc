//! A binary range coder: each decision costs as many bits as it was unlikely.

use super::CodecError;

/// The most decisions that one frame may take, either way: some seconds of work. What honest
/// stations write stays far below; it stops content that was made to keep a reader busy.
const MAX_DECISIONS: u32 = 48_000_000;

/// Where decisions go to or come from. The same walk over the facts runs both ways.
#[derive(Debug)]
enum End<'a> {
    Write(Vec<u8>),
    Read {
        bytes: &'a [u8],
        code: u32,
    },
    /// Nowhere: the model only learns.
    Learn,
}

/// The coder. `low..=high` is the part of the unit interval that the decisions so far left over.
#[derive(Debug)]
pub(crate) struct Coder<'a> {
    low: u32,
    high: u32,
    left: u32,
    end: End<'a>,
}

impl<'a> Coder<'a> {
    pub(crate) const fn writer() -> Self {
        Self::to(End::Write(Vec::new()))
    }

    pub(crate) const fn learner() -> Self {
        Self::to(End::Learn)
    }

    pub(crate) fn reader(bytes: &'a [u8]) -> Self {
        let mut coder = Self::to(End::Read { bytes, code: 0 });
        for _ in 0..4 {
            coder.shift_in();
        }
        coder
    }

    const fn to(end: End<'a>) -> Self {
        Self {
            low: 0,
            high: u32::MAX,
            left: MAX_DECISIONS,
            end,
        }
    }

    fn shift_in(&mut self) {
        if let End::Read { bytes, code } = &mut self.end {
            // Past the end stand zeros, which the writer did not send.
            let (next, rest) = bytes
                .split_first()
                .map_or((0, *bytes), |(b, rest)| (*b, rest));
            *bytes = rest;
            *code = (*code << 8) | u32::from(next);
        }
    }

    /// One decision. `likely` is the chance of `true` in 65,536ths, 1 to 65,535. `known` is the
    /// decision to write; a reader passes `None`.
    pub(crate) fn bit(&mut self, likely: u32, known: Option<bool>) -> Result<bool, CodecError> {
        self.left = self.left.checked_sub(1).ok_or(CodecError::TooBig)?;
        let range = u64::from(self.high.wrapping_sub(self.low));
        let part = u32::try_from((range * u64::from(likely)) >> 16).unwrap_or(0);
        let middle = self.low.wrapping_add(part);
        let bit = match &self.end {
            End::Read { code, .. } => *code <= middle,
            End::Write(_) | End::Learn => known.ok_or(CodecError::Malformed)?,
        };
        if matches!(self.end, End::Learn) {
            return Ok(bit);
        }
        if bit {
            self.high = middle;
        } else {
            self.low = middle.wrapping_add(1);
        }
        while (self.low ^ self.high) >> 24 == 0 {
            if let End::Write(out) = &mut self.end {
                let [top, ..] = self.high.to_be_bytes();
                out.push(top);
            }
            self.low <<= 8;
            self.high = (self.high << 8) | 0xff;
            self.shift_in();
        }
        Ok(bit)
    }

    /// The lowest `count` bits of a number that no model could guess, highest first.
    pub(crate) fn plain(&mut self, count: u32, known: Option<u64>) -> Result<u64, CodecError> {
        let mut value = 0;
        for shift in (0..count).rev() {
            let bit = self.bit(1 << 15, known.map(|k| (k >> shift) & 1 == 1))?;
            value = (value << 1) | u64::from(bit);
        }
        Ok(value)
    }

    /// What was written.
    pub(crate) fn finish(self) -> Vec<u8> {
        match self.end {
            End::Write(mut out) => {
                // One byte that, with zeros after it, lies in what is left.
                let [top, ..] = self.low.to_be_bytes();
                out.push(if self.low == 0 {
                    0
                } else {
                    top.saturating_add(1)
                });
                while out.last() == Some(&0) {
                    out.pop();
                }
                out
            }
            End::Read { .. } | End::Learn => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn decisions_come_back(bits: Vec<(u16, bool)>, number: u64) {
            let mut writer = Coder::writer();
            for (likely, bit) in &bits {
                writer.bit(u32::from(*likely).max(1), Some(*bit)).unwrap();
            }
            writer.plain(64, Some(number)).unwrap();
            let bytes = writer.finish();
            let mut reader = Coder::reader(&bytes);
            for (likely, bit) in &bits {
                prop_assert_eq!(reader.bit(u32::from(*likely).max(1), None), Ok(*bit));
            }
            prop_assert_eq!(reader.plain(64, None), Ok(number));
        }
    }

    #[test]
    fn what_was_likely_is_cheap() {
        let mut writer = Coder::writer();
        for _ in 0..8000 {
            writer.bit(65_000, Some(true)).unwrap();
        }
        let length = writer.finish().len();
        assert!(
            length < 14,
            "8000 decisions of 0.012 bits take {length} bytes"
        );
    }
}
