//! A look at the facts: one transaction, one consistent picture, no way to write.

use crate::value::bind;
use crate::{Error, Result, Value};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow, Postgres, Sqlite, Transaction};

/// A transaction that can only look.
pub struct Read(pub(crate) Tx);

pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A row readable from either engine; [`crate::row!`] makes it.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T
where
    T: for<'r> FromRow<'r, SqliteRow>,
    T: for<'r> FromRow<'r, PgRow> + Send + Unpin,
{
}

/// Runs one statement on whichever engine holds the transaction.
macro_rules! run {
    ($tx:expr, $query:expr, $params:expr, $method:ident) => {
        match $tx {
            Tx::Sqlite(tx) => bind!($query, $params).$method(&mut **tx).await,
            Tx::Postgres(tx) => bind!($query, $params).$method(&mut **tx).await,
        }
    };
}

impl Read {
    /// The row that must be there.
    pub async fn one<T: Row>(&mut self, sql: &'static str, params: Vec<Value>) -> Result<T> {
        Ok(run!(&mut self.0, sqlx::query_as(sql), params, fetch_one)?)
    }

    /// The row that may be there.
    pub async fn optional<T: Row>(
        &mut self,
        sql: &'static str,
        params: Vec<Value>,
    ) -> Result<Option<T>> {
        Ok(run!(&mut self.0, sqlx::query_as(sql), params, fetch_optional)?)
    }

    /// Every row. The caller's statement bounds how many there can be.
    pub async fn all<T: Row>(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Vec<T>> {
        Ok(run!(&mut self.0, sqlx::query_as(sql), params, fetch_all)?)
    }

    /// The rows whose key is one of `keys`: `head` ends with `IN`, `tail` follows the keys.
    /// Keys are asked for by the thousand, so that no list is too long.
    pub async fn all_in<T: Row>(
        &mut self,
        head: &'static str,
        keys: &[String],
        tail: &'static str,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::with_capacity(keys.len());
        for keys in keys.chunks(1_000) {
            let place = |n: usize| if self.is_sqlite() { "?".to_owned() } else { format!("${n}") };
            let places: Vec<String> = (1..=keys.len()).map(place).collect();
            let sql = AssertSqlSafe(format!("{head} ({}) {tail}", places.join(", ")));
            let keys: Vec<Value> = keys.iter().map(|key| Value::from(key.as_str())).collect();
            rows.append(&mut run!(&mut self.0, sqlx::query_as(sql), keys, fetch_all)?);
        }
        Ok(rows)
    }

    /// How many keys of forms were left before that instant.
    pub async fn keys_before(&mut self, instant: base::Timestamp) -> Result<i64> {
        #[derive(FromRow)]
        struct Count {
            n: i64,
        }
        let sql = "SELECT COUNT(*) AS n FROM once WHERE at < $1";
        Ok(self.one::<Count>(sql, vec![instant.into()]).await?.n)
    }

    pub(crate) async fn execute(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64> {
        Ok(match &mut self.0 {
            Tx::Sqlite(tx) => {
                bind!(sqlx::query(sql), params).execute(&mut **tx).await?.rows_affected()
            }
            Tx::Postgres(tx) => {
                bind!(sqlx::query(sql), params).execute(&mut **tx).await?.rows_affected()
            }
        })
    }

    /// Runs a text made by this crate out of constant pieces (never out of data).
    pub(crate) async fn execute_made(&mut self, sql: String, params: Vec<Value>) -> Result<u64> {
        let sql = AssertSqlSafe(sql);
        Ok(match &mut self.0 {
            Tx::Sqlite(tx) => bind!(sqlx::query(sql).persistent(false), params)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
            Tx::Postgres(tx) => bind!(sqlx::query(sql).persistent(false), params)
                .execute(&mut **tx)
                .await?
                .rows_affected(),
        })
    }

    pub(crate) async fn commit(self) -> Result<()> {
        match self.0 {
            Tx::Sqlite(tx) => tx.commit().await,
            Tx::Postgres(tx) => tx.commit().await,
        }
        .map_err(Error::from)
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.0, Tx::Sqlite(_))
    }
}
