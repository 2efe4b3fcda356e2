//! `PostgreSQL`: a picture kept still for `pg_dump`, and rooms to restore into.

use super::{Inventory, Name};
use crate::{Db, Error, Read, Result, row};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

row! {
    struct Exported {
        snapshot: String,
        schema: String,
    }
}

/// A picture of the database that does not move as long as this value lives.
pub struct Held {
    /// The name under which `pg_dump --snapshot` sees it.
    pub snapshot: String,
    /// The schema that the tables are in.
    pub schema: String,
    /// What the picture holds.
    pub inventory: Inventory,
    _read: Read,
}

impl Db {
    /// Keeps a picture still, for `pg_dump`.
    pub async fn hold(&self) -> Result<Held> {
        if self.is_sqlite() {
            return Err(Error::OtherEngine);
        }
        self.seal().await?;
        let mut read = self.read().await?;
        let exported: Exported = read
            .one(
                "SELECT pg_export_snapshot() AS snapshot,
                 CAST(current_schema() AS TEXT) AS schema",
                vec![],
            )
            .await?;
        let inventory = read.inventory().await?;
        let Exported { snapshot, schema } = exported;
        Ok(Held { snapshot, schema, inventory, _read: read })
    }

    /// The schema that the tables of this address are in, and whether it has any.
    pub async fn schema(&self) -> Result<(String, bool)> {
        let mut read = self.read().await?;
        let schema: Name = read
            .one("SELECT COALESCE(CAST(current_schema() AS TEXT), 'public') AS name", vec![])
            .await?;
        let tables: Vec<Name> = read
            .all(
                "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables
                 WHERE table_schema = current_schema() LIMIT 1",
                vec![],
            )
            .await?;
        Ok((schema.name, !tables.is_empty()))
    }
}

/// A database of its own beside the one at an address, to rehearse in.
pub struct Scratch {
    /// Where it is; tables are looked for in the schema it was made for.
    pub address: String,
    name: String,
    beside: String,
}

impl Scratch {
    /// Makes an empty database with one empty schema. Fails where the account may not.
    pub async fn make(address: &str, name: &str, schema: &str) -> Result<Self> {
        let name = plain(name);
        let mut connection = PgConnection::connect(address).await?;
        let sql = format!("CREATE DATABASE {name} TEMPLATE template0");
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
        connection.close().await?;
        let scratch =
            Self { address: in_database(address, &name, schema), name, beside: address.into() };
        make_room(&scratch.address, schema, None).await?;
        Ok(scratch)
    }

    /// Takes it away.
    pub async fn remove(self) -> Result<()> {
        let mut connection = PgConnection::connect(&self.beside).await?;
        let sql = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
        Ok(connection.close().await?)
    }
}

/// Makes the schema if it is not there. With `former`, the one that is there gets that name first:
/// what is replaced is kept.
pub async fn make_room(address: &str, schema: &str, former: Option<&str>) -> Result<()> {
    let quoted = schema.replace('"', "\"\"");
    let mut connection = PgConnection::connect(address).await?;
    let is_there: Option<(bool,)> =
        sqlx::query_as("SELECT TRUE FROM information_schema.schemata WHERE schema_name = $1")
            .bind(schema)
            .fetch_optional(&mut connection)
            .await?;
    if let Some(former) = former.filter(|_| is_there.is_some()) {
        let sql = format!("ALTER SCHEMA \"{quoted}\" RENAME TO \"{}\"", plain(former));
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
    }
    let sql = format!("CREATE SCHEMA IF NOT EXISTS \"{quoted}\"");
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_').collect()
}

/// The same server and the same account, another database, tables in `schema`.
fn in_database(address: &str, database: &str, schema: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let authority = path.find("://").map_or(0, |at| at + 3);
    let end = path[authority..].find('/').map_or(path.len(), |at| authority + at);
    let kept = query
        .split('&')
        .filter(|it| !it.is_empty() && !it.starts_with("options=") && !it.starts_with("dbname="));
    let options = format!("options=-csearch_path%3D{schema}");
    let query: Vec<&str> = kept.chain([options.as_str()]).collect();
    format!("{}/{database}?{}", &path[..end], query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::in_database;

    #[test]
    fn another_database_is_asked_of_the_same_server() {
        assert_eq!(
            in_database("postgres://a:b@h:1/x?host=/run&options=-csearch_path%3Dold", "y", "s"),
            "postgres://a:b@h:1/y?host=/run&options=-csearch_path%3Ds"
        );
        assert_eq!(
            in_database("postgres://h", "y", "s"),
            "postgres://h/y?options=-csearch_path%3Ds"
        );
    }
}
