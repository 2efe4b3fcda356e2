//! From a list in any shape to candidates in the national standard, nothing lost.
