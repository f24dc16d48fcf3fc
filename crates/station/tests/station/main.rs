//! A station's use cases over a real encrypted database, called the way every host calls them: by
//! name, with JSON. The clock is the test's; there is no link.

mod drafts;
mod import;
mod listings;
mod lots;
mod orders;
mod passing;
mod people;
mod photos;
mod produce;
mod setup;
mod shop;
mod signin;
