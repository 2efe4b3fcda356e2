//! The secret of the house.

use db::{Chore, Read, Result, params, row};

row! {
    struct Secret {
        secret: String,
    }
}

pub(crate) async fn put_if_absent(chore: &mut Chore, secret: &[u8; 32]) -> Result<()> {
    let now = chore.now();
    let text = data_encoding::HEXLOWER.encode(secret);
    chore
        .write(
            "INSERT INTO house_secret (name, secret, made_at) VALUES ('house', $1, $2)
             ON CONFLICT (name) DO NOTHING",
            params![text, now],
        )
        .await?;
    Ok(())
}

pub(crate) async fn get(read: &mut Read) -> Result<[u8; 32]> {
    let row: Secret =
        read.one("SELECT secret FROM house_secret WHERE name = 'house'", vec![]).await?;
    let bytes = data_encoding::HEXLOWER.decode(row.secret.as_bytes()).unwrap_or_default();
    bytes.try_into().map_err(|_| db::Error::Decode("the house's secret is damaged".into()))
}
