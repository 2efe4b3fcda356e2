//! A room of one's own in a shared `PostgreSQL`: a schema that nothing else uses, for tests and
//! rehearsals of an upgrade.

use crate::Result;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// Makes an empty schema and answers the address that leads into it.
///
/// `name` is made of ASCII letters, digits and `_`; other characters are dropped.
pub async fn schema(address: &str, name: &str) -> Result<String> {
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    let mut connection = PgConnection::connect(address).await?;
    let statement = format!("DROP SCHEMA IF EXISTS {name} CASCADE");
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await?;
    let statement = format!("CREATE SCHEMA {name}");
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await?;
    connection.close().await?;
    let mark = if address.contains('?') { '&' } else { '?' };
    Ok(format!("{address}{mark}options=-csearch_path%3D{name}"))
}

/// Ends every connection that bears that application name, as a server that restarts does; answers
/// how many there were.
pub async fn cut(address: &str, application: &str) -> Result<i64> {
    let mut connection = PgConnection::connect(address).await?;
    let (ended,): (i64,) = sqlx::query_as(
        "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
         WHERE application_name = $1 AND pid <> pg_backend_pid()",
    )
    .bind(application)
    .fetch_one(&mut connection)
    .await?;
    connection.close().await?;
    Ok(ended)
}
