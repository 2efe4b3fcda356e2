//! Colours, and whether words in one can be read on another (WCAG 2.2, criterion 1.4.3).

/// A colour of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The contrast that words need.
pub const CONTRAST_MIN: f64 = 4.5;

impl Colour {
    /// White.
    pub const WHITE: Self = Self::of(255, 255, 255);
    /// Black.
    pub const BLACK: Self = Self::of(0, 0, 0);

    /// A colour from its three parts.
    pub const fn of(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#0b6e69`, with or without its mark, in any case.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('#').unwrap_or(text);
        let is_hex = digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_hexdigit());
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        if is_hex { Some(Self::of(part(0)?, part(2)?, part(4)?)) } else { None }
    }

    /// As style sheets write it.
    pub fn text(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// The contrast with another, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour with `percent` of another in it.
    #[must_use]
    pub fn mixed(self, other: Self, percent: u32) -> Self {
        let percent = percent.min(100);
        let part = |a: u8, b: u8| {
            let mixed = u32::from(a) * (100 - percent) + u32::from(b) * percent;
            u8::try_from((mixed + 50) / 100).unwrap_or(u8::MAX)
        };
        Self::of(
            part(self.red, other.red),
            part(self.green, other.green),
            part(self.blue, other.blue),
        )
    }

    /// The nearest to it, on the way to `towards`, for which the question is answered yes.
    #[must_use]
    pub fn nearest(self, towards: Self, is_good: impl Fn(Self) -> bool) -> Self {
        (0..=100).map(|it| self.mixed(towards, it)).find(|it| is_good(*it)).unwrap_or(towards)
    }

    /// Whether words in it can be read on each of those.
    pub fn is_read_on(self, grounds: &[Self]) -> bool {
        grounds.iter().all(|it| self.contrast(*it) >= CONTRAST_MIN)
    }

    fn luminance(self) -> f64 {
        let part = |it: u8| {
            let it = f64::from(it) / 255.0;
            if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(self.red) + 0.7152 * part(self.green) + 0.0722 * part(self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_the_recommendation() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 0.001);
        let grey = Colour::read("#767676").unwrap();
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01);
        assert!(grey.is_read_on(&[Colour::WHITE]));
        assert!(!Colour::read("777777").unwrap().is_read_on(&[Colour::WHITE]));
    }

    #[test]
    fn what_is_no_colour_is_not_read() {
        for text in ["", "#fff", "red", "#12345g", "#1234567", "#é1234", "url(x)", "#+1+2+3"] {
            assert_eq!(Colour::read(text), None, "{text:?}");
        }
        assert_eq!(Colour::read(" 0B6E69 ").unwrap().text(), "#0b6e69");
    }
}
