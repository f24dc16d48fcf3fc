"""Orders born in the station's own program: the same buyers, goods, weights, prices and notes as those that are imported."""

import glob

FAKETIME = "/usr/lib/*/faketime/libfaketime.so.1"
WAY = {"payments": [{"state": "cleared", "way": "wechat"}]}


def clock(days, speed=1):
    """What makes a program's wall stand so many days ahead and run so fast; its timers stay as they are."""
    found = glob.glob(FAKETIME)
    if not found:
        raise SystemExit("libfaketime is not installed: cargo xtask setup")
    told = f"+{days}d" + (f" x{speed}" if speed != 1 else "")
    return {"LD_PRELOAD": found[0], "FAKETIME": told, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}


def stock(desk, orders):
    """Enough of all that the orders name, offered; the listings by the records' product and grade.

    A station's own products have no grades: each grade is a product."""
    villager = desk.call("villager.add", {"name": "扎西次仁", "phone": "13989012345", "place": "540421102"})["id"]
    goods = {(line["product_id"], line["grade"]): line["title"] for one in orders for line in one["lines"]}
    listings = {}
    for at, ((kind, grade), title) in enumerate(sorted(goods.items())):
        key = f"{kind}-{at}"
        desk.call("product.save", {"key": key, "names": {"zh-CN": f"{title}{grade}"}, "measure": "weight"})
        desk.call("lot.take_in", {"villager": villager, "product": key, "quantity": "90000kg"})
        offered = desk.call("listing.add", {"product": key, "price": "10", "state": "on_sale"})
        listings[kind, grade] = offered["id"]
    return listings


def place(desk, listings, record):
    """One record's order, as far as that record has come."""
    buyer = record["buyer"]
    region = [part for part in (buyer["province"], buyer["city"], buyer["county"], buyer["town"]) if part]
    content = {
        "source": "message", "shipping": record["shipping_fen"], "note": record["note"],
        "buyer": {"name": buyer["name"], "phone": buyer["phone"], "region": region, "address": buyer["address"]},
        "lines": [
            {"listing": listings[line["product_id"], line["grade"]], "quantity": line["weight_g"],
             "price": line["unit_price_fen"]}
            for line in record["lines"]
        ],
    }
    if record["status"] != "created":
        content |= WAY
    placed = desk.call("order.place", content)["id"]
    if record["status"] == "packed":
        for step in ("confirmed", "packing"):
            desk.call("order.step", {"id": placed, "step": step})
