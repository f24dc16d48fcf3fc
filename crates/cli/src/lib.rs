//! The station's commands without a window.
