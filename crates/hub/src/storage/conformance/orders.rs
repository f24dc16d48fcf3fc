use super::{HERE, THERE, WIDE};
use crate::storage::Storage;
use crate::storage::order::OrderQuery;
use tsong_contract::order_row::{BuyerRow, OrderRow, OrderState, PaymentState};
use tsong_domain::id::{EntityId, FactId};

pub(super) fn row(entity: EntityId, state: OrderState, created_at: i64) -> OrderRow {
    OrderRow {
        id: entity.to_string(),
        number: format!("N{created_at}"),
        state,
        payment: PaymentState::Expected,
        after_sale: None,
        buyer: BuyerRow {
            name: "卓玛 50%_".into(),
            ..BuyerRow::default()
        },
        lines: Vec::new(),
        goods_fen: 1,
        shipping_fen: 2,
        total_fen: 3,
        note: String::new(),
        created_at,
        updated_at: created_at,
        source: None,
        contested: Vec::new(),
    }
}

pub(super) fn orders_are_found(storage: &impl Storage) {
    let entity = |n: u8| EntityId([n; 16]);
    let contact = FactId::new(WIDE, 2);
    storage
        .write(|t| {
            t.put_order(
                HERE,
                entity(3),
                &row(entity(3), OrderState::Placed, 20),
                None,
            )?;
            t.put_order(
                HERE,
                entity(1),
                &row(entity(1), OrderState::Placed, 20),
                Some(contact),
            )?;
            t.put_order(
                HERE,
                entity(2),
                &row(entity(2), OrderState::Draft, 10),
                None,
            )?;
            t.put_order(
                HERE,
                entity(2),
                &row(entity(2), OrderState::Completed, 10),
                None,
            )?;
            t.put_order(
                THERE,
                entity(9),
                &row(entity(9), OrderState::Placed, 1),
                Some(contact),
            )
        })
        .unwrap();
    are_found(storage);
    are_windowed(storage);
    storage
        .read(|t| {
            assert_eq!(t.count_orders(HERE, &OrderQuery::default())?, 3);
            assert_eq!(t.orders_to(HERE, contact)?, vec![entity(1)]);
            Ok(())
        })
        .unwrap();
}

fn are_found(storage: &impl Storage) {
    let entity = |n: u8| EntityId([n; 16]);
    let found = |query: OrderQuery| {
        let rows = storage.read(|t| t.orders(HERE, &query)).unwrap();
        rows.into_iter().map(|r| r.id).collect::<Vec<_>>()
    };
    let ids = |all: &[u8]| {
        all.iter()
            .map(|n| entity(*n).to_string())
            .collect::<Vec<_>>()
    };
    let all = OrderQuery::default();
    assert_eq!(
        found(all.clone()),
        ids(&[2, 1, 3]),
        "oldest first, then by id"
    );
    let after = OrderQuery {
        after: Some(entity(1)),
        ..all.clone()
    };
    assert_eq!(found(after), ids(&[3]));
    let placed = OrderQuery {
        state: Some(OrderState::Placed),
        limit: Some(1),
        ..all.clone()
    };
    assert_eq!(found(placed), ids(&[1]));
    for (text, count) in [
        ("卓", 3),
        ("n10", 1),
        ("50%_", 3),
        ("%%", 0),
        ("' OR 1", 0),
        ("  ", 3),
    ] {
        let query = OrderQuery {
            find: Some(text.into()),
            ..all.clone()
        };
        assert_eq!(
            found(query).len(),
            count,
            "{text}: what is typed is text, never a pattern"
        );
    }
}

fn are_windowed(storage: &impl Storage) {
    let entity = |n: u8| EntityId([n; 16]);
    let found = |query: OrderQuery| {
        let rows = storage.read(|t| t.orders(HERE, &query)).unwrap();
        rows.into_iter().map(|r| r.id).collect::<Vec<_>>()
    };
    let ids = |all: &[u8]| {
        all.iter()
            .map(|n| entity(*n).to_string())
            .collect::<Vec<_>>()
    };
    let all = OrderQuery::default();
    let placed = OrderQuery {
        state: Some(OrderState::Placed),
        limit: Some(1),
        ..all.clone()
    };
    let count = |query: &OrderQuery| storage.read(|t| t.count_orders(HERE, query)).unwrap();
    assert_eq!(count(&placed), 2, "all that there are, whatever the window");
    let newest = OrderQuery {
        is_newest_first: true,
        ..all.clone()
    };
    assert_eq!(found(newest.clone()), ids(&[3, 1, 2]));
    let later = OrderQuery {
        after: Some(entity(1)),
        ..newest.clone()
    };
    assert_eq!(found(later), ids(&[2]), "after means further down the list");
    let passed_over = OrderQuery {
        offset: 1,
        ..newest
    };
    assert_eq!(found(passed_over), ids(&[1, 2]));
    let span = OrderQuery {
        span_ms: Some((10, 20)),
        ..all
    };
    assert_eq!(
        (found(span.clone()), count(&span)),
        (ids(&[2]), 1),
        "until before"
    );
}
