//! The rules of truth, proven: a reference model, histories of the executable model, a world of two
//! devices and a hub driven by the real decisions, the counter-examples, and planted mistakes.

#[cfg(test)]
mod concurrent;
#[cfg(test)]
mod counterexamples;
#[cfg(test)]
mod decisions;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod histories;
#[cfg(test)]
mod log;
#[cfg(test)]
mod money;
#[cfg(test)]
mod planted;
#[cfg(test)]
mod quota;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod view;
#[cfg(test)]
mod world;
