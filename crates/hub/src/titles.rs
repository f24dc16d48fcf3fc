//! What products are called: the catalogue's names, and those that a station gave its own.

use crate::error::Result;
use crate::storage::Tables;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tsong_contract::order_row::OrderRow;
use tsong_domain::catalogue::Catalogue;
use tsong_domain::fact::Body;
use tsong_domain::field::Fields;
use tsong_domain::id::EntityId;
use tsong_domain::names::Names;
use tsong_domain::produce::product;
use tsong_sync::encode::read_fact;

const PRODUCTS: &str = include_str!("../../../assets/catalogue/products.json");

fn catalogue() -> Option<&'static Catalogue> {
    static CATALOGUE: OnceLock<Option<Catalogue>> = OnceLock::new();
    CATALOGUE
        .get_or_init(|| serde_json::from_str(PRODUCTS).ok())
        .as_ref()
}

fn one(names: &Names) -> Option<String> {
    [&names.zh, &names.bo, &names.en]
        .into_iter()
        .find(|n| !n.is_empty())
        .cloned()
}

/// Names of one station's products, looked up once each.
pub(crate) struct Titles<'a> {
    tables: &'a dyn Tables,
    station: EntityId,
    known: BTreeMap<String, Option<String>>,
}

impl<'a> Titles<'a> {
    pub(crate) fn new(tables: &'a dyn Tables, station: EntityId) -> Self {
        Self {
            tables,
            station,
            known: BTreeMap::new(),
        }
    }

    /// Names the lines that only carry their product's key.
    pub(crate) fn fill(&mut self, row: &mut OrderRow) -> Result<()> {
        for line in row.lines.iter_mut().filter(|l| l.title == l.product) {
            if let Some(title) = self.title(&line.product)? {
                line.title = title;
            }
        }
        Ok(())
    }

    fn title(&mut self, key: &str) -> Result<Option<String>> {
        if let Some(known) = self.known.get(key) {
            return Ok(known.clone());
        }
        let title = match self.own(key)? {
            Some(title) => Some(title),
            None => catalogue()
                .and_then(|c| c.product(key))
                .and_then(|p| one(&p.names)),
        };
        self.known.insert(key.to_owned(), title.clone());
        Ok(title)
    }

    fn own(&self, key: &str) -> Result<Option<String>> {
        let entity = EntityId::named("product", key);
        let mut fields = Fields::new();
        for raw in self.tables.facts_of(self.station, entity)? {
            if let Some(fact) = read_fact(&raw).known()
                && let Body::Field(write) = &fact.body
            {
                fields.apply(fact.header.id, fact.header.time, write);
            }
        }
        Ok(fields
            .in_three(product::NAMES)
            .and_then(|names| one(&names)))
    }
}
