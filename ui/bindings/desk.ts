// Made by `cargo xtask bindings` from crates/contract: change it there.

/**
 * Where an order's complaint stands.
 */
export type AfterSaleState = "Requested" | "Agreed" | "AwaitGoods" | "Inspected" | "Refused" | "Withdrawn" | "Refunded";

/**
 * Who an order goes to. Everything is empty for an order without a buyer, and once erased.
 */
export type BuyerRow = { 
/**
 * The name.
 */
name: string, 
/**
 * The telephone, digits.
 */
phone: string, 
/**
 * Province, as a name.
 */
province: string, 
/**
 * City or prefecture, as a name.
 */
city: string, 
/**
 * County or district, as a name.
 */
county: string, 
/**
 * Township or street office, as a name.
 */
town: string, 
/**
 * Street, number, door.
 */
address: string, };

/**
 * A one-time code.
 */
export type CodeView = { 
/**
 * The code: shown once, kept nowhere.
 */
code: string, 
/**
 * Until when it lets in, milliseconds since 1970.
 */
expires_ms: number, };

/**
 * What was sold on one day.
 */
export type DaySales = { 
/**
 * The day in Beijing, `2026-08-18`.
 */
day: string, 
/**
 * How many orders.
 */
orders: number, 
/**
 * What their buyers pay, in fen.
 */
fen: number, };

/**
 * The county at a glance.
 */
export type DeskSummary = { 
/**
 * The hub's clock, milliseconds since 1970.
 */
now_ms: number, 
/**
 * After how long without a word a station is late.
 */
late_after_ms: number, 
/**
 * After how long it is silent.
 */
silent_after_ms: number, 
/**
 * The place that all stations lie in, its names from the province down.
 */
place_path: Array<string>, 
/**
 * How many stations.
 */
stations: number, 
/**
 * How many were heard within the usual time.
 */
heard: number, 
/**
 * How many are late.
 */
late: number, 
/**
 * How many are silent.
 */
silent: number, 
/**
 * How many were never heard.
 */
never: number, 
/**
 * How many devices may ask.
 */
devices: number, 
/**
 * How many facts the hub holds.
 */
facts: number, 
/**
 * How many orders.
 */
orders: number, 
/**
 * How many orders stand in each state; states without any are left out.
 */
states: Array<StateSum>, 
/**
 * How many orders a person must decide.
 */
needs_decision: number, 
/**
 * How many facts devices held, when last heard, that the hub did not.
 */
waiting: number, 
/**
 * How many facts the hub holds that devices have not fetched, together.
 */
pending: number, 
/**
 * How many refused or unreadable facts wait for a person, forks included.
 */
quarantined: number, 
/**
 * How many of those are forks.
 */
forks: number, 
/**
 * How many photos are named and not here yet.
 */
blobs_missing: number, 
/**
 * What was sold today.
 */
today: Sales, 
/**
 * What was sold on the same day a week ago, all of it.
 */
week_ago: Sales, 
/**
 * What was sold on the last seven days, today's included.
 */
week: Sales, 
/**
 * What was sold on each of the last fourteen days, oldest first; the last one is today.
 */
days: Array<DaySales>, };

/**
 * A device as staff sees it.
 */
export type DeviceView = { 
/**
 * Its id, 16 hex digits.
 */
device: string, 
/**
 * What people call it.
 */
name: string, 
/**
 * The program's version.
 */
version: string, 
/**
 * The origins that it wrote under; more than one after a restore.
 */
origins: Array<OriginView>, 
/**
 * When it enrolled last, milliseconds since 1970.
 */
enrolled_ms: number, 
/**
 * When it was shut out, if it was.
 */
revoked_ms: number | null, 
/**
 * Who shut it out.
 */
revoked_by: string | null, 
/**
 * Why, in their words.
 */
revoked_reason: string | null, 
/**
 * When it was heard last.
 */
last_heard_ms: number | null, 
/**
 * How many facts it held then that the hub did not.
 */
waiting: number, 
/**
 * How many facts the hub holds that it has not fetched.
 */
pending: number, };

/**
 * It was done.
 */
export type Done = { 
/**
 * Always true.
 */
done: boolean, };

/**
 * No input.
 */
export type Empty = Record<symbol, never>;

/**
 * How long ago a station was heard, by the hub's clock.
 */
export type Hearing = "silent" | "late" | "never" | "heard";

/**
 * One line of an order. Exactly one of `weight_g` and `pieces` is there.
 */
export type LineRow = { 
/**
 * The product's key.
 */
product: string, 
/**
 * What it is called on the order.
 */
title: string, 
/**
 * The grade's key or, imported, its words.
 */
grade: string, 
/**
 * How much, in grams.
 */
weight_g?: number, 
/**
 * How many.
 */
pieces?: number, 
/**
 * Fen for a kilogram or a piece.
 */
unit_price_fen: number, 
/**
 * What the line costs, in fen.
 */
amount_fen: number, };

/**
 * Something that staff did.
 */
export type LogEntry = { 
/**
 * Rises by one.
 */
number: number, 
/**
 * When, milliseconds since 1970.
 */
at_ms: number, 
/**
 * Who: a token's name, or `console` for a command on the hub itself.
 */
who: string, 
/**
 * What.
 */
what: StaffAct, 
/**
 * At which station, if at one.
 */
station: string | null, 
/**
 * That station's name.
 */
station_name: string | null, 
/**
 * Which device, order or person of staff; empty where there is none.
 */
subject: string, 
/**
 * A reason, in their words; empty where none was given.
 */
reason: string, };

/**
 * Which entries of the staff's log.
 */
export type LogQuery = { 
/**
 * Only of this station.
 */
station?: string, 
/**
 * Only those before this number, from the last answer.
 */
before?: number, 
/**
 * At most so many, 1 to 1000; 100 without a wish.
 */
limit?: number, };

/**
 * Some of the staff's log, newest first.
 */
export type LogView = { 
/**
 * The entries.
 */
entries: Array<LogEntry>, 
/**
 * The `before` of the next page; `null` on the last.
 */
before: number | null, };

/**
 * An order as it stands.
 */
export type OrderRow = { 
/**
 * A UUID; as imported.
 */
id: string, 
/**
 * For people; never identity. Empty while only marks have arrived.
 */
number: string, 
/**
 * Fulfilment.
 */
state: OrderState, 
/**
 * Money.
 */
payment: PaymentState, 
/**
 * The complaint, if there is one.
 */
after_sale: AfterSaleState | null, 
/**
 * Who it goes to.
 */
buyer: BuyerRow, 
/**
 * What was ordered.
 */
lines: Array<LineRow>, 
/**
 * The lines' sum, in fen.
 */
goods_fen: number, 
/**
 * Freight, in fen.
 */
shipping_fen: number, 
/**
 * What the buyer pays, in fen.
 */
total_fen: number, 
/**
 * What a person wrote for the station to heed.
 */
note: string, 
/**
 * Milliseconds since 1970.
 */
created_at: number, 
/**
 * Milliseconds since 1970: an imported record's own, else of the last mark.
 */
updated_at: number, 
/**
 * Where it came from; `null` while only marks have arrived.
 */
source: OrderSource | null, 
/**
 * The fields on which two people disagree.
 */
contested?: Array<string>, };

/**
 * Where an order came from.
 */
export type OrderSource = "Counter" | "Phone" | "Message" | "Livestream" | "Platform" | "Import";

/**
 * Where an order stands.
 */
export type OrderState = "Draft" | "Asked" | "Placed" | "Confirmed" | "Packing" | "HandedOver" | "Completed" | "CancelAsked" | "Cancelled" | "NeedsDecision";

/**
 * Which orders.
 */
export type OrdersQuery = { 
/**
 * Only in this state, such as `Placed`.
 */
state?: string, 
/**
 * Only with this text in number, name, phone, address or title.
 */
find?: string, 
/**
 * Only of this day in Beijing, `2026-08-18`.
 */
day?: string, 
/**
 * From which end; the oldest first without a wish.
 */
sort?: Sort, 
/**
 * Only those after this order, from the last answer.
 */
after?: string, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * At most so many, 1 to 1000; 100 without a wish.
 */
limit?: number, };

/**
 * Some orders. Who is signed in at the desk sees phones as `138****1234`, and neither
 * addresses nor notes, until one order's buyer is asked for.
 */
export type OrdersView = { 
/**
 * In the order that was asked for.
 */
orders: Array<OrderRow>, 
/**
 * The `after` of the next page; `null` on the last.
 */
after: string | null, 
/**
 * How many the query has in all.
 */
total: number, };

/**
 * A device's log as far as it is here.
 */
export type OriginView = { 
/**
 * The origin, 16 hex digits.
 */
origin: string, 
/**
 * How many facts of it are here.
 */
facts: number, };

/**
 * Where an order's money stands.
 */
export type PaymentState = "Expected" | "Reported" | "Cleared" | "PartRefunded" | "Refunded" | "Void";

/**
 * A place.
 */
export type PlaceView = { 
/**
 * Its code.
 */
code: number, 
/**
 * Its names from the province down.
 */
path: Array<string>, };

/**
 * Which places.
 */
export type PlacesQuery = { 
/**
 * A name, pinyin initials, or the beginning of a code.
 */
find: string, };

/**
 * What was refused or could not be read.
 */
export type QuarantineView = { 
/**
 * The fact, or the first of a run: origin and sequence.
 */
fact: string, 
/**
 * Why: `fork`, `bad_signature`, `not_enrolled`, `gap`, `malformed`, `unreadable`.
 */
code: string, 
/**
 * When it was first seen, milliseconds since 1970.
 */
first_ms: number, 
/**
 * When it was last seen.
 */
last_ms: number, 
/**
 * How often.
 */
times: number, };

/**
 * What the hub refused.
 */
export type Refusal = { 
/**
 * Stable, for programs; the words are the desk's.
 */
code: string, 
/**
 * For people who read logs.
 */
message: string, 
/**
 * With `wrong_offset`: where to go on.
 */
offset?: number, 
/**
 * With `too_many_tries`: how long to wait.
 */
wait_ms?: number, };

/**
 * Shutting a device out.
 */
export type RevokeAsk = { 
/**
 * Why, in a person's words.
 */
reason: string, };

/**
 * An order to take. The same id again is answered as the first time and sells nothing more.
 */
export type SaleAsk = { 
/**
 * A UUID, made where the buyer pressed the button.
 */
id: string, 
/**
 * What the shop calls it; empty for a number of the hub's.
 */
number: string, 
/**
 * What is ordered.
 */
lines: Array<SaleLine>, 
/**
 * Freight, in fen.
 */
shipping_fen: number, 
/**
 * Who it goes to.
 */
buyer: SaleBuyer, 
/**
 * What the buyer asks for.
 */
note: string, 
/**
 * The money is with the platform already; else it is awaited.
 */
is_paid: boolean, };

/**
 * Who it goes to.
 */
export type SaleBuyer = { 
/**
 * The name.
 */
name: string, 
/**
 * The telephone.
 */
phone: string, 
/**
 * Province, city, county, town, as far as they are known.
 */
region: Array<string>, 
/**
 * Street, number, door.
 */
address: string, };

/**
 * Why an order that the hub took is not to be.
 */
export type SaleCancel = { 
/**
 * In a word or a person's words.
 */
reason: string, };

/**
 * A line to sell.
 */
export type SaleLine = { 
/**
 * The lot; empty for any of the product and grade, what must go first before the others.
 */
lot: string, 
/**
 * The product's key, where there is no lot.
 */
product: string, 
/**
 * The grade's key; empty for any.
 */
grade: string, 
/**
 * How much, in grams or pieces.
 */
quantity: number, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, };

/**
 * An order that the hub took.
 */
export type SaleTell = { 
/**
 * Its id.
 */
id: string, 
/**
 * For people.
 */
number: string, 
/**
 * Its state's word.
 */
state: string, 
/**
 * What the buyer pays, in fen.
 */
total_fen: number, 
/**
 * It was taken by this very request.
 */
is_new: boolean, };

/**
 * How much was sold: drafts, what was only asked for and what was cancelled are left out.
 */
export type Sales = { 
/**
 * How many orders.
 */
orders: number, 
/**
 * What their buyers pay, in fen.
 */
fen: number, };

/**
 * Signing in.
 */
export type SessionAsk = { 
/**
 * What `tsong-hub staff add` printed.
 */
token: string, };

/**
 * Who is signed in.
 */
export type SessionView = { 
/**
 * Whose token it is.
 */
name: string, 
/**
 * When it ends, milliseconds since 1970.
 */
expires_ms: number, 
/**
 * The hub's clock, milliseconds since 1970.
 */
now_ms: number, };

/**
 * From which end a list is read.
 */
export type Sort = "oldest" | "newest";

/**
 * What staff did.
 */
export type StaffAct = "signed_in" | "signed_out" | "station_added" | "code_made" | "device_revoked" | "buyer_shown" | "staff_added" | "staff_revoked";

/**
 * How many orders stand in a state.
 */
export type StateSum = { 
/**
 * The state.
 */
state: OrderState, 
/**
 * How many orders.
 */
orders: number, 
/**
 * What their buyers pay, in fen.
 */
fen: number, };

/**
 * A station that was added.
 */
export type StationAdded = { 
/**
 * Its id.
 */
station: string, 
/**
 * The one-time code of its first device: shown once, kept nowhere.
 */
code: string, 
/**
 * Until when the code lets in, milliseconds since 1970.
 */
expires_ms: number, };

/**
 * A new station.
 */
export type StationAsk = { 
/**
 * What the county calls it.
 */
name: string, 
/**
 * The code of its place.
 */
place: number, };

/**
 * A station as staff sees it.
 */
export type StationView = { 
/**
 * Its id.
 */
station: string, 
/**
 * What the county calls it.
 */
name: string, 
/**
 * The code of its place.
 */
place: number, 
/**
 * The place's names from the province down; empty for a code that is none.
 */
place_path: Array<string>, 
/**
 * When it was added, milliseconds since 1970.
 */
created_ms: number, 
/**
 * When any of its devices was heard last.
 */
last_heard_ms: number | null, 
/**
 * How long ago that is.
 */
hearing: Hearing, 
/**
 * Whether one of its devices is at it just now.
 */
is_syncing: boolean, 
/**
 * In which of the last 24 hours it was heard: bit 0 is this hour, bit 23 the oldest.
 */
heard_hours: number, 
/**
 * How many facts its devices held, when last heard, that the hub did not.
 */
waiting: number, 
/**
 * How many facts the hub holds that its devices have not fetched, together.
 */
pending: number, 
/**
 * How many devices may ask.
 */
devices: number, 
/**
 * How many facts the hub holds of it.
 */
facts: number, 
/**
 * How many orders.
 */
orders: number, 
/**
 * How many orders stand in each state; states without any are left out.
 */
states: Array<StateSum>, 
/**
 * How many orders a person must decide.
 */
needs_decision: number, 
/**
 * What was sold today, by Beijing's day and the hub's clock.
 */
today: Sales, 
/**
 * What was sold on the last seven days, today's included.
 */
week: Sales, 
/**
 * How many refused or unreadable facts wait for a person, forks included.
 */
quarantined: number, 
/**
 * How many of those are forks: a disk was copied back.
 */
forks: number, 
/**
 * How many photos are named and not here yet.
 */
blobs_missing: number, };

/**
 * Which stations.
 */
export type StationsQuery = { 
/**
 * Only with this text in the name or the place.
 */
find?: string, 
/**
 * Only those heard so.
 */
hearing?: Hearing, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * At most so many, 1 to 1000; 100 without a wish.
 */
limit?: number, };

/**
 * Some stations: what wants a person first, then by name.
 */
export type StationsView = { 
/**
 * How many the query has in all.
 */
total: number, 
/**
 * This window of them.
 */
stations: Array<StationView>, };

/** What the desk asks the hub for: a query or body, and the answer. */
export type Desk = {
  /** Signs in with a staff token; the answer sets a cookie. */
  "session.start": { input: SessionAsk; output: SessionView };
  /** Who is signed in. */
  "session.show": { input: Empty; output: SessionView };
  /** Signs out. */
  "session.end": { input: Empty; output: Done };
  /** The county at a glance. */
  "desk.summary": { input: Empty; output: DeskSummary };
  /** A window of the stations, what wants a person first. */
  "desk.stations": { input: StationsQuery; output: StationsView };
  /** What staff did, newest first. */
  "desk.log": { input: LogQuery; output: LogView };
  /** Takes an order out of a station's quota; what is there is checked and held in one transaction. */
  "order.sell": { input: SaleAsk; output: SaleTell };
  /** Asks the station to give up an order that the hub took: what it frees stays quota. */
  "order.cancel": { input: SaleCancel; output: SaleTell };
  /** Places to choose a station's from, best first. */
  "desk.places": { input: PlacesQuery; output: Array<PlaceView> };
  /** Adds a station; gives its first device's one-time code. */
  "stations.add": { input: StationAsk; output: StationAdded };
  /** One station. */
  "stations.show": { input: Empty; output: StationView };
  /** Its devices. */
  "stations.devices": { input: Empty; output: Array<DeviceView> };
  /** What was refused of it or could not be read. */
  "stations.quarantine": { input: Empty; output: Array<QuarantineView> };
  /** A window of its orders. */
  "stations.orders": { input: OrdersQuery; output: OrdersView };
  /** One order with its buyer's phone and address in full: the log keeps who looked. */
  "orders.reveal": { input: Empty; output: OrderRow };
  /** A one-time code for one more device, or a restored one. */
  "stations.code": { input: Empty; output: CodeView };
  /** Shuts a device out; again is no error and changes nothing. */
  "devices.revoke": { input: RevokeAsk; output: DeviceView };
};

/** Where each is asked for. */
export const endpoints = {
  "session.start": { method: "POST", path: "/v1/session" },
  "session.show": { method: "GET", path: "/v1/session" },
  "session.end": { method: "DELETE", path: "/v1/session" },
  "desk.summary": { method: "GET", path: "/v1/desk/summary" },
  "desk.stations": { method: "GET", path: "/v1/desk/stations" },
  "desk.log": { method: "GET", path: "/v1/desk/log" },
  "order.sell": { method: "POST", path: "/v1/stations/{station}/orders" },
  "order.cancel": { method: "POST", path: "/v1/stations/{station}/orders/{order}/cancel" },
  "desk.places": { method: "GET", path: "/v1/desk/places" },
  "stations.add": { method: "POST", path: "/v1/stations" },
  "stations.show": { method: "GET", path: "/v1/stations/{station}" },
  "stations.devices": { method: "GET", path: "/v1/stations/{station}/devices" },
  "stations.quarantine": { method: "GET", path: "/v1/stations/{station}/quarantine" },
  "stations.orders": { method: "GET", path: "/v1/stations/{station}/orders" },
  "orders.reveal": { method: "POST", path: "/v1/stations/{station}/orders/{order}/reveal" },
  "stations.code": { method: "POST", path: "/v1/stations/{station}/codes" },
  "devices.revoke": { method: "POST", path: "/v1/stations/{station}/devices/{device}/revoke" },
} as const satisfies Record<keyof Desk, { method: string; path: string }>;
