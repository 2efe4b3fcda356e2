//! The forms of the site, read from its own pages: a new form is bent without anyone listing it.

/// A form as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// Where it goes.
    pub(super) action: String,
    /// Its fields, and what they held.
    pub(super) fields: Vec<(String, String)>,
}

/// The forms that are sent (not those that ask by the address) of a page.
pub(super) fn forms(page: &str) -> Vec<Form> {
    let pieces = page.split("<form").skip(1);
    let insides = pieces.filter_map(|piece| piece.split_once("</form>").map(|(inside, _)| inside));
    insides.filter_map(form).collect()
}

fn form(text: &str) -> Option<Form> {
    let (head, inside) = text.split_once('>')?;
    let is_sent = attribute(head, "method").is_some_and(|it| it.eq_ignore_ascii_case("post"));
    let action = attribute(head, "action").filter(|it| it.starts_with('/'));
    let tags = inside.split('<').filter(|tag| {
        ["input", "select", "textarea", "button"].iter().any(|kind| tag.starts_with(kind))
    });
    let fields = tags.filter_map(|tag| {
        let tag = tag.split('>').next()?;
        let value = attribute(tag, "value").unwrap_or_default();
        Some((attribute(tag, "name")?, value))
    });
    is_sent.then(|| Some(Form { action: action?, fields: fields.collect() }))?
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    Some(value.replace("&#38;", "&").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_from_its_page() {
        let page = r#"<form role="search" method="get" action="/"><input name="q"></form>
            <form method="post" action="/compte/nom"><input type="hidden" name="csrf" value="1.2">
            <input id="nom" name="nom" value="Léa"><button name="par" value="a">Oui</button></form>"#;
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let fields = vec![pair("csrf", "1.2"), pair("nom", "Léa"), pair("par", "a")];
        assert_eq!(forms(page), [Form { action: "/compte/nom".into(), fields }]);
    }
}
