//! Reports, provisional hiding, decisions and appeals, shared by every space.
