//! The station's link to its hub over HTTP (reqwest), counted to the byte.
