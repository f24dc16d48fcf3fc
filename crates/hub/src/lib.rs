//! The platform server that a county's stations sync with.
