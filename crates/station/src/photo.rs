//! Photos, made small enough for a weak link and stripped of everything but the picture.
//!
//! A phone's photo of a basket of mushrooms is four megabytes and says where the house stands. What
//! is kept is a JPEG of at most 200 kB and a thumbnail of at most 8 kB, turned upright, without any
//! metadata.

mod jpeg;
#[cfg(test)]
mod tests;

use std::io::Cursor;

use image::imageops::{FilterType, resize};
use image::metadata::Orientation;
use image::{
    DynamicImage, GenericImageView, ImageDecoder, ImageError, ImageReader, Limits, RgbImage,
};

/// Most bytes of the kept photo.
pub const MAIN_MAX_BYTES: usize = 200_000;
/// Longest side of the kept photo, in pixels.
pub const MAIN_MAX_SIDE: u32 = 1600;
/// Most bytes of the thumbnail.
pub const THUMBNAIL_MAX_BYTES: usize = 8_000;
/// Longest side of the thumbnail, in pixels.
pub const THUMBNAIL_MAX_SIDE: u32 = 160;

const MAX_FILE_BYTES: usize = 40_000_000;
/// 64 binary megapixels: the cameras sold as "64 MP" take 9248 × 6936, a little over 64 million.
const MAX_PIXELS: u64 = 64 << 20;
/// What a decoder may take for one picture: four bytes a pixel, and some for its own tables.
const MAX_DECODER_BYTES: u64 = (4 * MAX_PIXELS) + (32 << 20);

/// A photo ready to be kept and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReducedPhoto {
    /// JPEG of at most [`MAIN_MAX_BYTES`], longest side at most [`MAIN_MAX_SIDE`].
    pub main: Vec<u8>,
    /// JPEG of at most [`THUMBNAIL_MAX_BYTES`], longest side at most [`THUMBNAIL_MAX_SIDE`].
    pub thumbnail: Vec<u8>,
    /// Width of `main` in pixels, as it is to be seen.
    pub width: u32,
    /// Height of `main` in pixels, as it is to be seen.
    pub height: u32,
}

/// Why a file is not taken as a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// No JPEG, PNG, WebP, GIF or BMP, or one that is broken or cut off.
    #[error("this file is not a photo, or it is broken")]
    NotAPhoto,
    /// More than 64 megapixels (of 2^20), more than 40 MB, or more memory than a decoder may take.
    #[error("this photo is too large: {width} × {height}")]
    TooLarge {
        /// Width in pixels that the file claims.
        width: u32,
        /// Height in pixels that the file claims.
        height: u32,
    },
}

/// Reduces the bytes of a photo (JPEG, PNG, WebP, GIF, BMP) to what is kept of it.
///
/// The size that the file claims is checked before anything is decoded. The picture is turned as
/// its metadata says, laid on white where it is transparent, never enlarged; an animation gives its
/// first frame. Quality goes down before size does.
///
/// # Errors
/// [`PhotoError`]; a JPEG that ends before its picture does is `NotAPhoto`, because half a photo,
/// kept, would pass for the whole.
pub fn reduce(bytes: &[u8]) -> Result<ReducedPhoto, PhotoError> {
    let (picture, orientation) = decode(bytes)?;
    let size = Size::of(picture.dimensions()).within(MAIN_MAX_SIDE);
    let mut upright = DynamicImage::ImageRgb8(shrink(picture, size));
    upright.apply_orientation(orientation);
    let upright = upright.into_rgb8();

    let main = fit(
        &upright,
        MAIN_MAX_SIDE,
        MAIN_MAX_BYTES,
        &[85, 75, 65, 55, 45],
    )?;
    let thumbnail = fit(
        &upright,
        THUMBNAIL_MAX_SIDE,
        THUMBNAIL_MAX_BYTES,
        &[80, 65, 50, 35],
    )?;
    let Size { width, height } = main.size;
    Ok(ReducedPhoto {
        main: main.jpeg,
        thumbnail: thumbnail.jpeg,
        width,
        height,
    })
}

fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), PhotoError> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| PhotoError::NotAPhoto)?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let is_jpeg = reader.format() == Some(image::ImageFormat::Jpeg);
    // Reads the header only.
    let mut decoder = reader.into_decoder().map_err(|_| PhotoError::NotAPhoto)?;

    let (width, height) = decoder.dimensions();
    let too_large = PhotoError::TooLarge { width, height };
    let pixels = u64::from(width) * u64::from(height);
    if bytes.len() > MAX_FILE_BYTES
        || pixels > MAX_PIXELS
        || decoder.total_bytes() > MAX_DECODER_BYTES
    {
        return Err(too_large);
    }
    if is_jpeg && !jpeg::is_whole(bytes) {
        return Err(PhotoError::NotAPhoto);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        ImageError::Limits(_) => too_large,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => PhotoError::NotAPhoto,
    })?;
    Ok((picture, orientation))
}

/// The picture in plain colours at `size`, which is not larger than it.
fn shrink(picture: DynamicImage, size: Size) -> RgbImage {
    let opaque = if picture.color().has_alpha() {
        on_white(picture)
    } else {
        picture
    };
    // The exact filter works in floats over the whole picture, which for 64 megapixels is a
    // gigabyte: a cheap average goes first, down to twice the size wanted.
    let rough = Size {
        width: size.width * 2,
        height: size.height * 2,
    };
    let rough = if opaque.width() > rough.width && opaque.height() > rough.height {
        opaque.thumbnail_exact(rough.width, rough.height)
    } else {
        opaque
    };
    let rough = rough.into_rgb8();
    scale(&rough, size).unwrap_or(rough)
}

/// Lays a transparent picture on white, in place.
fn on_white(picture: DynamicImage) -> DynamicImage {
    let mut picture = picture.into_rgba8();
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let over = |channel: u8| {
            let mixed = u16::from(channel) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
        };
        pixel.0 = [over(red), over(green), over(blue), u8::MAX];
    }
    DynamicImage::ImageRgba8(picture)
}

/// The picture at another size, `None` if it has that size already.
fn scale(picture: &RgbImage, size: Size) -> Option<RgbImage> {
    let same = Size::of(picture.dimensions()) == size;
    (!same).then(|| resize(picture, size.width, size.height, FilterType::CatmullRom))
}

/// A JPEG and the size of its picture.
struct Fitted {
    jpeg: Vec<u8>,
    size: Size,
}

/// The best JPEG of `picture` within `max_side` pixels and `max_bytes`: at each size the qualities
/// in turn, then the next size, a fifth smaller.
fn fit(
    picture: &RgbImage,
    max_side: u32,
    max_bytes: usize,
    qualities: &[u8],
) -> Result<Fitted, PhotoError> {
    let mut max_side = max_side;
    loop {
        let size = Size::of(picture.dimensions()).within(max_side);
        let scaled = scale(picture, size);
        for quality in qualities {
            let jpeg = jpeg::encode(scaled.as_ref().unwrap_or(picture), *quality)
                .ok_or(PhotoError::NotAPhoto)?;
            if jpeg.len() <= max_bytes {
                return Ok(Fitted { jpeg, size });
            }
        }
        // One pixel always fits; were the limits ever set below that, this ends all the same.
        if max_side <= 1 {
            return Err(PhotoError::NotAPhoto);
        }
        max_side = size.longest().min(max_side) * 4 / 5;
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

impl Size {
    fn of((width, height): (u32, u32)) -> Self {
        Self { width, height }
    }

    fn longest(self) -> u32 {
        self.width.max(self.height)
    }

    /// The same shape with its longest side at most `max_side`, each side at least one pixel.
    fn within(self, max_side: u32) -> Self {
        let longest = u64::from(self.longest());
        if longest <= u64::from(max_side) {
            return self;
        }
        let side = |pixels: u32| {
            let scaled = (u64::from(pixels) * u64::from(max_side) + longest / 2) / longest;
            u32::try_from(scaled).unwrap_or(max_side).max(1)
        };
        Self {
            width: side(self.width),
            height: side(self.height),
        }
    }
}
