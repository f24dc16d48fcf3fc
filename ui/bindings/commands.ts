// Made by `cargo xtask bindings` from crates/contract: change it there.

/**
 * Where an order's complaint stands.
 */
export type AfterSaleState = "Requested" | "Agreed" | "AwaitGoods" | "Inspected" | "Refused" | "Withdrawn" | "Refunded";

/**
 * What a command answers when it does not do what was asked. Nothing was written then.
 */
export type AppError = { "code": "sign_in_needed" } | { "code": "wrong_pin", 
/**
 * How many more may be tried before a wait.
 */
tries_left: number, } | { "code": "locked_out", 
/**
 * How long to wait.
 */
wait_seconds: number, } | { "code": "not_allowed", 
/**
 * Which right is missing.
 */
right: string, } | { "code": "not_found", 
/**
 * What kind.
 */
what: string, 
/**
 * Which.
 */
id: string, } | { "code": "bad_input", 
/**
 * Which.
 */
field: string, 
/**
 * Why, a code of its own.
 */
reason: string, } | { "code": "bad_json", 
/**
 * What the reader says.
 */
detail: string, } | { "code": "unknown_command", 
/**
 * The name.
 */
name: string, } | { "code": "not_a_photo" } | { "code": "photo_too_large" } | { "code": "database_newer", 
/**
 * Its version.
 */
found: number, 
/**
 * What this program knows.
 */
known: number, } | { "code": "database_damaged" } | { "code": "wrong_key" } | { "code": "no_database", 
/**
 * Where it was looked for.
 */
path: string, } | { "code": "database_exists", 
/**
 * Where.
 */
path: string, } | { "code": "disk_full" } | { "code": "database_busy" } | { "code": "storage", 
/**
 * Its words.
 */
detail: string, } | { "code": "not_enough_stock", 
/**
 * Of which product.
 */
product: string, 
/**
 * What was asked, in grams or pieces.
 */
asked: number, 
/**
 * What there is.
 */
available: number, } | { "code": "below_floor", 
/**
 * Of which product.
 */
product: string, 
/**
 * One of them.
 */
villager: string, 
/**
 * The lowest price that is agreed to, in yuan for a kilogram or a piece.
 */
floor: string, } | { "code": "wrong_state", 
/**
 * The state's word.
 */
state: string, } | { "code": "undo_expired" } | { "code": "missing_marks" } | { "code": "not_the_keeper" } | { "code": "needs_recount" } | { "code": "needs_takeover" } | { "code": "already_done" } | { "code": "already_enrolled" } | { "code": "not_enrolled" } | { "code": "no_link" } | { "code": "link_stalled" } | { "code": "stopped" } | { "code": "captive_portal" } | { "code": "not_a_hub" } | { "code": "bad_certificate" } | { "code": "hub_refused", 
/**
 * Its reason, a code.
 */
reason: string, } | { "code": "bad_code" } | { "code": "code_used" } | { "code": "revoked" } | { "code": "fork" } | { "code": "bad_signature" } | { "code": "recovery_key_wrong" } | { "code": "key_missing" } | { "code": "keyring_unavailable" } | { "code": "backup_damaged" } | { "code": "not_a_bundle" } | { "code": "bundle_newer", 
/**
 * Its format.
 */
found: number, } | { "code": "bundle_not_ours" } | { "code": "bundle_cut" } | { "code": "bundle_damaged" } | { "code": "no_bundle" } | { "code": "bundle_no_room" } | { "code": "directory_not_empty", 
/**
 * Which.
 */
path: string, } | { "code": "pin_too_short" } | { "code": "name_taken" } | { "code": "last_keeper" } | { "code": "no_lines" } | { "code": "too_large" } | { "code": "import_partly", 
/**
 * How many.
 */
rejected: number, } | { "code": "verify_failed", 
/**
 * What.
 */
detail: string, } | { "code": "io", 
/**
 * What the system says.
 */
detail: string, } | { "code": "internal", 
/**
 * Where.
 */
detail: string, };

/**
 * What came back of one lot.
 */
export type BackInput = { 
/**
 * The lot.
 */
lot: string, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, };

/**
 * Goods of a lot that may have come back.
 */
export type BackRow = { 
/**
 * The lot.
 */
lot: string, 
/**
 * For people.
 */
lot_number: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * How much went and did not come back yet.
 */
quantity: number, };

/**
 * A backup that was written.
 */
export type BackupReport = { 
/**
 * Where.
 */
path: string, 
/**
 * How big.
 */
bytes: number, 
/**
 * How many facts it holds, counted in the copy after reopening it.
 */
facts: number, };

/**
 * A backup file.
 */
export type BackupRow = { 
/**
 * Where.
 */
path: string, 
/**
 * How big.
 */
bytes: number, 
/**
 * When it was last written, milliseconds since 1970.
 */
at_ms: number, 
/**
 * The day that its name tells, 2026-08-18; empty when it tells none.
 */
day: string, };

/**
 * An account's balance.
 */
export type Balance = { 
/**
 * The account: `villager:<id>`, `drawer:<device>`, `way:wechat`, `commission` …
 */
account: string, 
/**
 * For people.
 */
label: string, 
/**
 * Positive when the station owns it, negative when it owes it.
 */
balance_fen: number, };

/**
 * A column of the board.
 */
export type BoardColumn = { 
/**
 * `late`, `confirm`, `pack`, `hand_over`.
 */
id: string, 
/**
 * How many orders.
 */
count: number, 
/**
 * The first of them, the oldest first.
 */
orders: Array<BoardOrder>, };

/**
 * An order on the board.
 */
export type BoardOrder = { 
/**
 * Which.
 */
id: string, 
/**
 * For people.
 */
number: string, 
/**
 * The buyer's name; empty at the counter.
 */
buyer: string, 
/**
 * The product of its first line.
 */
product: string, 
/**
 * How many lines more it has.
 */
more: number, 
/**
 * `Placed`, `Confirmed` or `Packing`.
 */
state: string, 
/**
 * When it has to leave, milliseconds since 1970.
 */
leave_by_ms: number, };

/**
 * Where a bundle goes.
 */
export type BundleExport = { 
/**
 * A folder, which gets one file for this device that the next replaces; or the file.
 */
path: string, 
/**
 * The most bytes that all photos in it may have together; none without it.
 */
photo_bytes?: number, };

/**
 * What to take in.
 */
export type BundleImport = { 
/**
 * A file, or a folder of which everything for this device is taken.
 */
path: string, 
/**
 * The one-time code, for a bundle that a new PC begins with.
 */
code?: string, };

/**
 * A bundle as it lies there.
 */
export type BundleRow = { 
/**
 * The file.
 */
path: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * `up` (for the hub), `down` (from the hub), `setup` (a new PC begins with it); empty when
 * it cannot be told.
 */
kind: string, 
/**
 * When it was made by its sender's clock; absent when it cannot be told.
 */
made_ms?: number, 
/**
 * It was written by this device, or is sealed to it.
 */
is_ours: boolean, 
/**
 * What is wrong with it.
 */
trouble?: AppError, };

/**
 * What bundles brought.
 */
export type BundleTaken = { 
/**
 * Each of them.
 */
bundles: Array<BundleRow>, 
/**
 * Facts that came.
 */
pulled: number, 
/**
 * Facts that the hub says it has now.
 */
pushed: number, 
/**
 * Photos that came.
 */
photos: number, 
/**
 * What one side refused: `origin-sequence: code`.
 */
refused: Array<string>, 
/**
 * Facts that still wait for the hub: write a bundle to carry them.
 */
waiting: number, 
/**
 * The hub does not know this device yet: the next bundle to it asks to be let in.
 */
needs_answer: boolean, };

/**
 * A bundle that was written.
 */
export type BundleWritten = { 
/**
 * The file.
 */
path: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Facts in it: all that the hub is not known to have.
 */
facts: number, 
/**
 * Photos in it.
 */
photos: number, 
/**
 * Photos that found no room in it.
 */
photos_left: number, };

/**
 * A buyer.
 */
export type BuyerCard = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The telephone.
 */
phone: string, 
/**
 * Province, city, county, town, as names.
 */
region: Array<string>, 
/**
 * The place's code.
 */
place: string, 
/**
 * Street, number, door.
 */
address: string, 
/**
 * The fields on which two people disagree.
 */
contested: Array<string>, };

/**
 * A buyer, as typed or pasted and corrected.
 */
export type BuyerInput = { 
/**
 * Who, when known; else found by phone, else new.
 */
id?: string, 
/**
 * The name.
 */
name: string, 
/**
 * The telephone.
 */
phone: string, 
/**
 * Province, city, county, town, as names.
 */
region: Array<string>, 
/**
 * The place's code.
 */
place: string, 
/**
 * Street, number, door.
 */
address: string, };

/**
 * A buyer in a long list.
 */
export type BuyerLight = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * A letter or two of the name, for a tile.
 */
initials: string, 
/**
 * The telephone, masked: `138****1234`.
 */
phone_masked: string, 
/**
 * Province and city without their endings.
 */
region: string, 
/**
 * How many orders.
 */
orders: number, 
/**
 * When the last was taken; absent when there is none.
 */
last_ms?: number, 
/**
 * Two people disagree on the contact.
 */
is_contested: boolean, };

/**
 * Which part of which buyers.
 */
export type BuyerList = { 
/**
 * Any text: name, initials, phone digits; empty for all.
 */
find: string, 
/**
 * How many rows are passed over.
 */
offset: number, 
/**
 * At most so many; 0 for the number alone.
 */
limit: number, };

/**
 * A part of the buyers, who came last first; who was erased is in no list.
 */
export type BuyerListShown = { 
/**
 * How many there are.
 */
total: number, 
/**
 * The rows from `offset` on.
 */
rows: Array<BuyerLight>, };

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
 * A buyer, whole but for the number.
 */
export type BuyerShown = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * A letter or two of the name, for a tile.
 */
initials: string, 
/**
 * The telephone, masked: `138****1234`. Whole by `person.reveal`.
 */
phone_masked: string, 
/**
 * Province, city, county, town, as names.
 */
region: Array<string>, 
/**
 * The place's code.
 */
place: string, 
/**
 * Street, number, door.
 */
address: string, 
/**
 * The fields on which two people disagree.
 */
contested: Array<string>, 
/**
 * The data was erased; the orders stay.
 */
is_erased: boolean, 
/**
 * How many orders.
 */
orders: number, 
/**
 * When the last was taken; absent when there is none.
 */
last_ms?: number, 
/**
 * The last orders, newest first, at most twenty.
 */
last: Array<OrderLight>, 
/**
 * Who else this is, and who it may be.
 */
twins: Twins, };

/**
 * A villager who may be asked.
 */
export type CallCandidate = { 
/**
 * Who.
 */
villager: string, 
/**
 * The name.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * What of the open amount to ask of this one.
 */
offer: number, 
/**
 * What was brought in the last 60 days.
 */
lately: number, };

/**
 * Whom to call on a day.
 */
export type CallList = { 
/**
 * The local day, `2026-08-18`.
 */
day: string, 
/**
 * Goods that orders wait for, or that somebody promised.
 */
needs: Array<CallNeed>, 
/**
 * Villagers who promised or brought something, by name.
 */
villagers: Array<CallVillager>, };

/**
 * One kind of goods on a day.
 */
export type CallNeed = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key; empty for any.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * How many orders wait for it.
 */
orders: number, 
/**
 * What they want.
 */
wanted: number, 
/**
 * What may be sold of it here.
 */
here: number, 
/**
 * What was promised and has not been brought.
 */
coming: number, 
/**
 * What somebody has yet to be asked for.
 */
open: number, 
/**
 * Whom to ask, who brought most of it lately first.
 */
candidates: Array<CallCandidate>, };

/**
 * What one villager promised and brought of one kind.
 */
export type CallRow = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * What was promised; absent when nothing was said.
 */
promised?: number, 
/**
 * What was brought on the day.
 */
brought: number, 
/**
 * What has yet to come.
 */
short: number, };

/**
 * A villager on the call list.
 */
export type CallVillager = { 
/**
 * Who.
 */
villager: string, 
/**
 * The name.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * By kind of goods.
 */
rows: Array<CallRow>, };

/**
 * The day and time, as a person confirms it.
 */
export type ClockConfirm = { 
/**
 * Milliseconds since 1970.
 */
now_ms: number, };

/**
 * A complaint about an order that went.
 */
export type ComplaintShown = { 
/**
 * `requested`, `agreed`, `await_goods`, `inspected`, `refunded`, `refused`, `withdrawn`; empty
 * without one.
 */
state: string, 
/**
 * Why, a word such as `spoilt` or a person's words.
 */
reason: string, 
/**
 * The address of the buyer's photo; empty when there is none.
 */
photo: string, 
/**
 * The address of the photo of the packed parcel; empty when there is none.
 */
packed_photo: string, 
/**
 * The steps that may be taken now.
 */
next: Array<string>, 
/**
 * Something of it perishes: it is refunded without coming back.
 */
perishes: boolean, 
/**
 * What of the money that came can still go back, in fen.
 */
refundable_fen: number, 
/**
 * What went back after complaints, in fen.
 */
refunded_fen: number, 
/**
 * Who bears it: `villager`, `station`, `carrier`; empty before a refund.
 */
bears: string, 
/**
 * What went and may be taken in again, once what was sent back was looked at.
 */
back: Array<BackRow>, };

/**
 * One of several values, chosen.
 */
export type ContestedChoice = { 
/**
 * Of what: a villager, buyer, operator, listing or order.
 */
id: string, 
/**
 * Which field.
 */
field: string, 
/**
 * The fact whose value stands from now on.
 */
fact: string, };

/**
 * A field with every value that nobody has replaced.
 */
export type ContestedField = { 
/**
 * The field's name.
 */
field: string, 
/**
 * The values, the one that is shown first.
 */
values: Array<ContestedValue>, };

/**
 * One of several values.
 */
export type ContestedValue = { 
/**
 * The fact that wrote it; what `contested.choose` takes.
 */
fact: string, 
/**
 * When, as claimed.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who, by name; `station` for the program itself.
 */
actor: string, 
/**
 * The value: a number, a text, yes or no, names in three languages, or a contact with
 * `name`, `name_bo`, `phone` (masked but for digits in which two values differ), `region`, `address`, `account`. `null` once erased.
 */
value: unknown, };

/**
 * The day's work, and what must leave.
 */
export type DayBoard = { 
/**
 * The program's idea of now, milliseconds since 1970.
 */
now_ms: number, 
/**
 * When the carrier comes next.
 */
cut_off_ms: number, 
/**
 * How many orders can be packed in a day; 0 when nobody said.
 */
capacity: number, 
/**
 * Orders that wait to be confirmed, packed or handed over.
 */
waiting: number, 
/**
 * On which local day an order that is taken now can leave.
 */
leaves_on: string, 
/**
 * `late`, `confirm`, `pack`, `hand_over`, in this order.
 */
columns: Array<BoardColumn>, 
/**
 * Lots that have to leave within hours.
 */
expiring: Array<LotRow>, };

/**
 * What needs a person.
 */
export type DayDecide = { 
/**
 * Orders: asked, cancel asked, needing a decision.
 */
orders: number, 
/**
 * Other tasks (see `task.list`).
 */
tasks: number, 
/**
 * The order that has waited longest; absent when none waits.
 */
order?: DayDecideOrder, 
/**
 * The first other task; absent when there is none.
 */
task?: Task, };

/**
 * An order that needs a person.
 */
export type DayDecideOrder = { 
/**
 * Which.
 */
id: string, 
/**
 * For people.
 */
number: string, 
/**
 * `Asked`, `CancelAsked` or `NeedsDecision`.
 */
state: string, 
/**
 * Why a person has to decide, a word; empty when the state says it.
 */
doubt: string, 
/**
 * The buyer's name; empty at the counter.
 */
buyer: string, 
/**
 * The product of its first line, the one that is short if one is.
 */
product: string, 
/**
 * The line's grade.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * How much was asked for.
 */
asked: number, 
/**
 * How much of it this device can sell.
 */
here: number, 
/**
 * How many lines more it has.
 */
more: number, };

/**
 * Something that happened on the day, in numbers.
 */
export type DayEvent = { 
/**
 * When, milliseconds since 1970.
 */
at_ms: number, 
/**
 * `intake`, `orders`, `sync`, `sync_failed`, `backup`.
 */
kind: string, 
/**
 * Lots, orders, or records that were sent and came.
 */
count: number, 
/**
 * Villagers of an intake.
 */
villagers: number, 
/**
 * Grams taken in or sold.
 */
grams: number, 
/**
 * Pieces taken in or sold.
 */
pieces: number, 
/**
 * What orders cost, in fen.
 */
fen: number, 
/**
 * Bytes of a sync or a backup.
 */
bytes: number, 
/**
 * The error's code of a sync that failed.
 */
code: string, };

/**
 * Goods that have to go first: the lots of one product with the same last day.
 */
export type DayFirst = { 
/**
 * The product's key.
 */
product: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * How much of them this device can still sell.
 */
quantity: number, 
/**
 * The lots, first to go first.
 */
lots: Array<string>, 
/**
 * Whose they are.
 */
villagers: Array<PersonName>, 
/**
 * When the first of them has to leave.
 */
ship_by_ms: number, 
/**
 * Minutes until then.
 */
minutes_left: number, 
/**
 * `last_call` or `on_sale`.
 */
life: string, 
/**
 * The photo of the first of them; empty when there is none.
 */
thumbnail: string, };

/**
 * Which day.
 */
export type DayInput = { 
/**
 * A local day, `2026-08-18`; empty for today.
 */
day: string, };

/**
 * What the station owes to villagers.
 */
export type DayOwed = { 
/**
 * All together.
 */
total_fen: number, 
/**
 * To how many.
 */
villagers: number, 
/**
 * The three to whom most is owed.
 */
largest: Array<VillagerOwed>, };

/**
 * What waits to be packed.
 */
export type DayPack = { 
/**
 * How many orders.
 */
orders: number, 
/**
 * The four products in most of them, most first.
 */
products: Array<ProductCount>, 
/**
 * How many products more.
 */
more: number, };

/**
 * A day at a glance, and what waits now.
 */
export type DayShown = { 
/**
 * The local day, `2026-08-18`.
 */
date: string, 
/**
 * 1 is Monday, 7 Sunday.
 */
weekday: number, 
/**
 * The clock is doubted: "Is today …?"
 */
is_clock_doubted: boolean, 
/**
 * The program's idea of now, milliseconds since 1970.
 */
now_ms: number, 
/**
 * What was sold on the day.
 */
sold: DaySold, 
/**
 * What waits to be packed.
 */
pack: DayPack, 
/**
 * What needs a person.
 */
decide: DayDecide, 
/**
 * Orders that are on their way to the buyer.
 */
on_the_road: number, 
/**
 * What the station owes to villagers.
 */
owed: DayOwed, 
/**
 * The goods that have to be sold or shipped first; absent when none wait.
 */
first?: DayFirst, 
/**
 * What happened on the day, earliest first.
 */
timeline: Array<DayEvent>, };

/**
 * What was sold: orders taken on the day that wait to be packed or went out. What was only
 * asked for, was cancelled or needs a person is not counted.
 */
export type DaySold = { 
/**
 * How many orders.
 */
orders: number, 
/**
 * What they cost, freight included.
 */
total_fen: number, 
/**
 * What of them is weighed.
 */
grams: number, 
/**
 * What of them is counted.
 */
pieces: number, 
/**
 * The three products that brought most, most first.
 */
products: Array<ProductFen>, 
/**
 * The rest of the total: other products and freight.
 */
other_fen: number, };

/**
 * It was done.
 */
export type Done = { 
/**
 * Always true.
 */
done: boolean, };

/**
 * Half-typed work.
 */
export type DraftInput = { 
/**
 * Its id; absent for new work.
 */
id?: string, 
/**
 * What it will be: `order`, `lot` …
 */
noun: string, 
/**
 * What was typed so far, in the screen's own form.
 */
content: unknown, };

/**
 * Which drafts.
 */
export type DraftList = { 
/**
 * What they will be.
 */
noun: string, };

/**
 * A draft.
 */
export type DraftRow = { 
/**
 * The id that the finished thing will have.
 */
id: string, 
/**
 * What it will be.
 */
noun: string, 
/**
 * What was typed so far.
 */
content: unknown, 
/**
 * When it was kept.
 */
saved_ms: number, };

/**
 * No input.
 */
export type Empty = Record<symbol, never>;

/**
 * How to enrol.
 */
export type EnrollInput = { 
/**
 * The hub's address, `https://…` (plain http on loopback only).
 */
hub: string, 
/**
 * The one-time code.
 */
code: string, };

/**
 * One fact.
 */
export type FactRow = { 
/**
 * The how-manieth to arrive here.
 */
arrival: number, 
/**
 * `origin-sequence`.
 */
id: string, 
/**
 * Milliseconds since 1970, as claimed.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who: an operator's id, or `station`.
 */
actor: string, 
/**
 * What it speaks of.
 */
entity: string, 
/**
 * What kind; `unknown` when a newer version wrote it, `malformed` when nobody can read it.
 */
kind: string, 
/**
 * The body, as JSON.
 */
body: unknown, 
/**
 * Whether it carries personal data: `none`, `open`, `erased`.
 */
personal: string, 
/**
 * The chain's head after it.
 */
head: string, };

/**
 * Which facts.
 */
export type FactsInput = { 
/**
 * Those that arrived after this one; 0 for all.
 */
since: number, 
/**
 * At most so many; 0 for all.
 */
limit: number, };

/**
 * A part of a line and whose it is.
 */
export type FilledFrom = { 
/**
 * The lot.
 */
lot: string, 
/**
 * For people.
 */
lot_number: string, 
/**
 * Whose goods.
 */
villager: string, 
/**
 * The name.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * The lot's thumbnail; empty when there is none.
 */
thumbnail: string, 
/**
 * How much.
 */
quantity: number, 
/**
 * `hold` or `ship`.
 */
kind: string, };

/**
 * A line and whose goods fill it.
 */
export type FilledLine = { 
/**
 * Its number in the order.
 */
line: number, 
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
 * `weight` or `piece`.
 */
measure: string, 
/**
 * How much was ordered.
 */
quantity: number, 
/**
 * How much was packed or went, once that is known.
 */
packed?: number, 
/**
 * How far the packed may be from the ordered before a person decides.
 */
tolerance: number, 
/**
 * By which rule it is filled: `earliest_expiry`, `chosen`, `rotated`, `pooled`.
 */
filling: string, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, 
/**
 * What was asked before buyer and operator agreed on the price; absent when it was that.
 */
asked_fen?: number, 
/**
 * What the line costs, in fen: what was packed, once it was weighed.
 */
amount_fen: number, 
/**
 * The picture's file in the catalogue; empty when there is none.
 */
picture: string, 
/**
 * From whose lots.
 */
from: Array<FilledFrom>, };

/**
 * What to find.
 */
export type FindInput = { 
/**
 * Any text.
 */
text: string, 
/**
 * `order`, `listing`, `villager`, `buyer`, `lot`; empty for all.
 */
nouns: Array<string>, 
/**
 * At most so many of each; 0 for 50.
 */
limit: number, };

/**
 * A villager's floor.
 */
export type FloorRow = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key; empty for grades that have none of their own.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, 
/**
 * How it came about, latest first.
 */
history: Array<PriceChange>, };

/**
 * Below which price a villager's goods are not sold.
 */
export type FloorSet = { 
/**
 * Whose goods.
 */
villager: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key; empty for grades that have none of their own.
 */
grade: string, 
/**
 * Yuan for a kilogram or a piece as typed, or fen; absent takes the floor away.
 */
price?: Typed, };

/**
 * Something found.
 */
export type Found = { 
/**
 * What it is.
 */
noun: string, 
/**
 * Which.
 */
id: string, 
/**
 * For people.
 */
label: string, };

/**
 * An order that somebody is about to take.
 */
export type FreshInput = { 
/**
 * `counter`, `phone`, `message`, `livestream`.
 */
source: string, 
/**
 * What is ordered.
 */
lines: Array<FreshLine>, };

/**
 * One of its lines.
 */
export type FreshLine = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key; empty for any.
 */
grade: string, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, 
/**
 * The lot that it is filled from; absent for what must go first.
 */
lot?: string, };

/**
 * Goods of an order.
 */
export type GoodsRow = { 
/**
 * The line.
 */
line: number, 
/**
 * The lot.
 */
lot: string, 
/**
 * Whose goods.
 */
villager: string, 
/**
 * `hold` or `ship`.
 */
kind: string, 
/**
 * Whose share is charged.
 */
holder: string, 
/**
 * How much.
 */
quantity: number, };

/**
 * A grade.
 */
export type GradeRow = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
names: Trilingual, };

/**
 * One origin.
 */
export type HeadRow = { 
/**
 * Its number.
 */
origin: string, 
/**
 * The last sequence.
 */
sequence: number, 
/**
 * The chain's head.
 */
head: string, };

/**
 * Something that happened to an order.
 */
export type HistoryRow = { 
/**
 * The fact.
 */
fact: string, 
/**
 * When, as claimed.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who, by name; `station` for the program itself.
 */
actor: string, 
/**
 * What: `taken`, `placed`, `confirmed`, `payment:cleared`, `changed:note` …
 */
what: string, 
/**
 * A reason, where one was given.
 */
reason: string, };

/**
 * One holder's part of a lot.
 */
export type HolderRow = { 
/**
 * `device:<id>`, `hub`, `transit` …
 */
holder: string, 
/**
 * A device by the letters of its numbers; empty for others.
 */
name: string, 
/**
 * Where it lies.
 */
place: string, 
/**
 * What lies there on its account.
 */
on_hand: number, 
/**
 * What of it is promised.
 */
held: number, };

/**
 * One thing by its id.
 */
export type IdInput = { 
/**
 * A UUID.
 */
id: string, };

/**
 * What an import did.
 */
export type ImportReport = { 
/**
 * New orders.
 */
added: number, 
/**
 * Orders that changed.
 */
changed: number, 
/**
 * Orders that were as they are, or newer here.
 */
unchanged: number, 
/**
 * Lines that were refused; the rest went in.
 */
rejected: Array<RejectedLine>, };

/**
 * Who is the same as whom, or is not.
 */
export type JoinInput = { 
/**
 * Who.
 */
id: string, 
/**
 * And who stands for both; empty parts them again.
 */
other: string, };

/**
 * A way of keeping goods.
 */
export type KeepingRow = { 
/**
 * `ambient`, `chilled` or `frozen`.
 */
keeping: string, 
/**
 * Hours that they keep so; absent when they do not spoil.
 */
hours?: number, };

/**
 * A line that stays, as it shall be.
 */
export type KeptLine = { 
/**
 * Its number.
 */
line: number, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, 
/**
 * Yuan for a kilogram or piece as typed, or fen; absent stays.
 */
price?: Typed, 
/**
 * Filled anew by this rule; absent stays.
 */
filling?: string, };

/**
 * A line to order.
 */
export type LineInput = { 
/**
 * The listing; its product, grade and price are taken unless given.
 */
listing?: string, 
/**
 * The product's key, when there is no listing.
 */
product: string, 
/**
 * The grade's key; empty for any.
 */
grade: string, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, 
/**
 * Yuan for a kilogram or piece as typed, or fen; absent for the listing's.
 */
price?: Typed, 
/**
 * The lot to fill it from; absent for what must go first.
 */
lot?: string, 
/**
 * How it is filled: `earliest_expiry`, `chosen` (of `lot`), `rotated` between villagers,
 * `pooled` and shared by weight; absent for the lot, else for what must go first.
 */
filling?: string, };

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
 * A list, narrowed.
 */
export type ListInput = { 
/**
 * Any text to find by; empty for all.
 */
find: string, 
/**
 * A state's word, where the things have states; empty for all.
 */
state: string, 
/**
 * At most so many; 0 for all.
 */
limit: number, 
/**
 * Go on after this id.
 */
after?: string, 
/**
 * Sort by name as this language does: `bo`, `zh-CN`, `en`; empty for the list's own order.
 */
language?: string, };

/**
 * What to change about a listing; absent stays.
 */
export type ListingChange = { 
/**
 * Which.
 */
id: string, 
/**
 * Yuan as typed, or fen.
 */
price?: Typed, 
/**
 * Its title.
 */
title?: Trilingual, 
/**
 * Its description.
 */
wording?: Trilingual, 
/**
 * The photo's address.
 */
photo?: string, 
/**
 * The thumbnail's address.
 */
thumbnail?: string, 
/**
 * `draft`, `on_sale` or `paused`.
 */
state?: string, };

/**
 * A part of a listing with every value that nobody has replaced.
 */
export type ListingContested = { 
/**
 * `price`, `title`, `wording`, `photo` or `state`, as `listing.change` calls it.
 */
field: string, 
/**
 * The values, the one that is shown first.
 */
values: Array<ListingValue>, };

/**
 * A new listing.
 */
export type ListingInput = { 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key; empty for all grades.
 */
grade: string, 
/**
 * Yuan for a kilogram or a piece as typed, or fen as a number.
 */
price: Typed, 
/**
 * Its title; empty where the product's name serves.
 */
title: Trilingual, 
/**
 * Its description.
 */
wording: Trilingual, 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, 
/**
 * `draft`, `on_sale` or `paused`.
 */
state: string, };

/**
 * A listing.
 */
export type ListingRow = { 
/**
 * Which.
 */
id: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, 
/**
 * What it costs today where that depends on the way in or on how much; empty when all pay
 * `price_fen`.
 */
steps: Array<PriceStep>, 
/**
 * Its title.
 */
title: Trilingual, 
/**
 * Its description.
 */
wording: Trilingual, 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, 
/**
 * `draft`, `on_sale` or `paused`.
 */
state: string, 
/**
 * What this device can sell of it, in grams or pieces; derived.
 */
here: number, 
/**
 * What the hub can sell of it.
 */
at_hub: number, 
/**
 * What the hub has sold of it and has yet to be packed here.
 */
sold_there: number, 
/**
 * The product's short code; empty for own products.
 */
code: string, 
/**
 * What it is found by beside its names, in small letters, parted by blanks: code, pinyin
 * initials, pinyin, Wylie of product, grade and title.
 */
keys: string, 
/**
 * The product's picture in the catalogue; empty when there is none.
 */
picture: string, 
/**
 * When the first of its lots that can still leave has to; absent when none has to.
 */
ship_by_ms?: number, 
/**
 * What may still be done with it: `on_sale`, `last_call`, `keeps`, `too_late`, `recount`,
 * `sold_out`; of its lots the most urgent that can be sold.
 */
life: string, 
/**
 * The fields on which two people disagree.
 */
contested: Array<string>, };

/**
 * A listing with both values of what two people changed.
 */
export type ListingShown = { 
/**
 * The contested parts.
 */
values: Array<ListingContested>, 
/**
 * Its prices under conditions, those that are over last.
 */
prices: Array<PriceUnder>, 
/**
 * How its prices came about, latest first.
 */
history: Array<PriceChange>, 
/**
 * Which.
 */
id: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, 
/**
 * What it costs today where that depends on the way in or on how much; empty when all pay
 * `price_fen`.
 */
steps: Array<PriceStep>, 
/**
 * Its title.
 */
title: Trilingual, 
/**
 * Its description.
 */
wording: Trilingual, 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, 
/**
 * `draft`, `on_sale` or `paused`.
 */
state: string, 
/**
 * What this device can sell of it, in grams or pieces; derived.
 */
here: number, 
/**
 * What the hub can sell of it.
 */
at_hub: number, 
/**
 * What the hub has sold of it and has yet to be packed here.
 */
sold_there: number, 
/**
 * The product's short code; empty for own products.
 */
code: string, 
/**
 * What it is found by beside its names, in small letters, parted by blanks: code, pinyin
 * initials, pinyin, Wylie of product, grade and title.
 */
keys: string, 
/**
 * The product's picture in the catalogue; empty when there is none.
 */
picture: string, 
/**
 * When the first of its lots that can still leave has to; absent when none has to.
 */
ship_by_ms?: number, 
/**
 * What may still be done with it: `on_sale`, `last_call`, `keeps`, `too_late`, `recount`,
 * `sold_out`; of its lots the most urgent that can be sold.
 */
life: string, 
/**
 * The fields on which two people disagree.
 */
contested: Array<string>, };

/**
 * One of several values.
 */
export type ListingValue = { 
/**
 * When, as claimed.
 */
at_ms: number, 
/**
 * Who, by name; `station` for the program itself.
 */
actor: string, 
/**
 * The change that chooses it.
 */
change: ListingChange, };

/**
 * Which lots, by villager.
 */
export type LotByVillager = { 
/**
 * Any text: product, villager, number.
 */
find: string, 
/**
 * Also those of which nothing is left.
 */
with_empty: boolean, 
/**
 * Sort names as this language does: `bo`, `zh-CN`, `en`.
 */
language: string, };

/**
 * A wrong intake.
 */
export type LotCorrect = { 
/**
 * Which lot.
 */
id: string, 
/**
 * What it should have been.
 */
quantity: Typed, 
/**
 * Why.
 */
reason: string, };

/**
 * A count of one lot on this device's shelf.
 */
export type LotCount = { 
/**
 * Which lot.
 */
id: string, 
/**
 * What lies there, all holders together.
 */
quantity: Typed, };

/**
 * What a count found.
 */
export type LotCounted = { 
/**
 * The lot after it.
 */
lot: LotRow, 
/**
 * What was missing (negative) or too much.
 */
difference: number, 
/**
 * The orders at risk when it came out short.
 */
at_risk: Array<string>, };

/**
 * A lot to take in.
 */
export type LotInput = { 
/**
 * Its id, minted when it was a draft; absent for a new one.
 */
id?: string, 
/**
 * Whose goods.
 */
villager: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, 
/**
 * When it was gathered or made, milliseconds since 1970; absent for now.
 */
harvested_ms?: number, 
/**
 * Where, a place code.
 */
place: string, 
/**
 * `ambient`, `chilled`, `frozen`.
 */
keeping: string, 
/**
 * The shelf or basket.
 */
shelf: string, 
/**
 * The gathering permit.
 */
permit: string, 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, };

/**
 * Which lots.
 */
export type LotList = { 
/**
 * Any text: product, villager, number.
 */
find: string, 
/**
 * One product's key.
 */
product: string, 
/**
 * One villager.
 */
villager: string, 
/**
 * Also those of which nothing is left.
 */
with_empty: boolean, 
/**
 * At most so many; 0 for all.
 */
limit: number, };

/**
 * Goods that were lost.
 */
export type LotLose = { 
/**
 * Which lot.
 */
id: string, 
/**
 * How much.
 */
quantity: Typed, 
/**
 * `spoil` or `shrink`.
 */
kind: string, 
/**
 * Why.
 */
reason: string, };

/**
 * Lots to put together.
 */
export type LotMerge = { 
/**
 * Which, at least two that are alike.
 */
ids: Array<string>, };

/**
 * Something that happened to a lot by itself.
 */
export type LotMoveRow = { 
/**
 * The fact.
 */
fact: string, 
/**
 * `intake`, `spoil`, `shrink`, `regrade`, `transfer`, `receive`, `count`, `correction` …
 */
kind: string, 
/**
 * When, as claimed.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who, by name; `station` for the program itself.
 */
actor: string, 
/**
 * By how much the lot changed; nothing where only its holder changed.
 */
quantity: number, 
/**
 * The numbers of the other lots that it concerns.
 */
others: Array<string>, 
/**
 * Why, in a person's words.
 */
reason: string, };

/**
 * An order that holds some of a lot.
 */
export type LotOrder = { 
/**
 * Which.
 */
id: string, 
/**
 * For people.
 */
number: string, 
/**
 * The buyer's name; empty at the counter.
 */
buyer: string, 
/**
 * How much it holds.
 */
quantity: number, };

/**
 * A lot that comes out of another.
 */
export type LotPart = { 
/**
 * The grade's key.
 */
grade: string, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, 
/**
 * `ambient`, `chilled`, `frozen`; empty as it was, or for another product as the warmest
 * way that it bears.
 */
keeping: string, 
/**
 * The shelf or basket; empty for the old one.
 */
shelf: string, };

/**
 * What of the hub's quota shall come back.
 */
export type LotRecall = { 
/**
 * Which lot.
 */
id: string, 
/**
 * How much; what the hub has sold comes back only if that order is given up.
 */
quantity: Typed, };

/**
 * What has arrived.
 */
export type LotReceive = { 
/**
 * Which lot.
 */
id: string, 
/**
 * How much arrived.
 */
quantity: Typed, 
/**
 * The Transfer's fact, `origin-sequence`; absent when there is only one under way.
 */
transfer?: string, };

/**
 * A lot to sort, or to make into another product.
 */
export type LotRegrade = { 
/**
 * Which lot.
 */
id: string, 
/**
 * How much of it.
 */
quantity: Typed, 
/**
 * The product that comes out; empty for the same.
 */
product: string, 
/**
 * What comes out.
 */
parts: Array<LotPart>, 
/**
 * What was lost: with the parts it makes the quantity, to the gram.
 */
lost: Typed, 
/**
 * Why, in a person's words.
 */
reason: string, };

/**
 * A lot.
 */
export type LotRow = { 
/**
 * Which.
 */
id: string, 
/**
 * For people.
 */
number: string, 
/**
 * Whose goods.
 */
villager: string, 
/**
 * Whose goods, by name.
 */
villager_name: string, 
/**
 * Whose goods, by the name in Tibetan.
 */
villager_name_bo: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * What was taken in.
 */
taken_in: number, 
/**
 * What is left in the house, all holders together.
 */
left: number, 
/**
 * What of it is promised.
 */
held: number, 
/**
 * What this device can still sell.
 */
here: number, 
/**
 * What the hub can still sell.
 */
at_hub: number, 
/**
 * When it was gathered or made.
 */
harvested_ms: number, 
/**
 * When it has to be gone; absent when it keeps.
 */
expires_ms?: number, 
/**
 * When it has to leave to arrive before that; absent when it keeps.
 */
ship_by_ms?: number, 
/**
 * How many hours it is under way to a buyer.
 */
road_hours: number, 
/**
 * What may still be done with it: `on_sale`, `last_call` (it has to leave within hours),
 * `too_late` (it would not arrive in time), `sold_out`, `keeps`, `recount` (count it first).
 */
life: string, 
/**
 * When it was brought, milliseconds since 1970.
 */
brought_ms: number, 
/**
 * A place code.
 */
place: string, 
/**
 * `ambient`, `chilled`, `frozen`.
 */
keeping: string, 
/**
 * The shelf or basket.
 */
shelf: string, 
/**
 * The gathering permit.
 */
permit: string, 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, 
/**
 * The numbers of the lots that it was made of; empty when somebody brought it.
 */
made_of: Array<string>, 
/**
 * Every holder's part: who holds my stock?
 */
holders: Array<HolderRow>, };

/**
 * A lot, whole.
 */
export type LotShown = { 
/**
 * The names of the place where it was gathered, from the province down.
 */
place_name: string, 
/**
 * The product's picture in the catalogue; empty when there is none.
 */
picture: string, 
/**
 * The orders that hold some of it.
 */
orders: Array<LotOrder>, 
/**
 * What of it was given away to be carried and has not arrived.
 */
under_way: Array<LotUnderWay>, 
/**
 * What happened to it by itself, oldest first.
 */
history: Array<LotMoveRow>, 
/**
 * What the hub holds of it at this device's place; absent when nothing was ever granted.
 */
quota?: QuotaShown, 
/**
 * Which.
 */
id: string, 
/**
 * For people.
 */
number: string, 
/**
 * Whose goods.
 */
villager: string, 
/**
 * Whose goods, by name.
 */
villager_name: string, 
/**
 * Whose goods, by the name in Tibetan.
 */
villager_name_bo: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * What was taken in.
 */
taken_in: number, 
/**
 * What is left in the house, all holders together.
 */
left: number, 
/**
 * What of it is promised.
 */
held: number, 
/**
 * What this device can still sell.
 */
here: number, 
/**
 * What the hub can still sell.
 */
at_hub: number, 
/**
 * When it was gathered or made.
 */
harvested_ms: number, 
/**
 * When it has to be gone; absent when it keeps.
 */
expires_ms?: number, 
/**
 * When it has to leave to arrive before that; absent when it keeps.
 */
ship_by_ms?: number, 
/**
 * How many hours it is under way to a buyer.
 */
road_hours: number, 
/**
 * What may still be done with it: `on_sale`, `last_call` (it has to leave within hours),
 * `too_late` (it would not arrive in time), `sold_out`, `keeps`, `recount` (count it first).
 */
life: string, 
/**
 * When it was brought, milliseconds since 1970.
 */
brought_ms: number, 
/**
 * A place code.
 */
place: string, 
/**
 * `ambient`, `chilled`, `frozen`.
 */
keeping: string, 
/**
 * The shelf or basket.
 */
shelf: string, 
/**
 * The gathering permit.
 */
permit: string, 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, 
/**
 * The numbers of the lots that it was made of; empty when somebody brought it.
 */
made_of: Array<string>, 
/**
 * Every holder's part: who holds my stock?
 */
holders: Array<HolderRow>, };

/**
 * What to pass on.
 */
export type LotTransfer = { 
/**
 * Which lot.
 */
id: string, 
/**
 * How much.
 */
quantity: Typed, 
/**
 * `hub`, or a device's id.
 */
to: string, 
/**
 * The last local day, `2026-09-30`, on which the hub may sell it; after it the hub gives back
 * what it has not sold. Empty for no such day.
 */
until: string, };

/**
 * A transfer under way.
 */
export type LotUnderWay = { 
/**
 * The Transfer's fact, as `lot.receive` takes it.
 */
transfer: string, 
/**
 * Which device gave it, by the letters of its numbers.
 */
from: string, 
/**
 * This device gave it.
 */
is_own: boolean, 
/**
 * When, as claimed.
 */
at_ms: number, 
/**
 * How much has not arrived.
 */
quantity: number, };

/**
 * What came of it.
 */
export type LotsMade = { 
/**
 * The lots that it was made of.
 */
from: Array<LotRow>, 
/**
 * The new lots.
 */
made: Array<LotRow>, };

/**
 * A new operator.
 */
export type OperatorAdd = { 
/**
 * The name to sign in with.
 */
name: string, 
/**
 * `keeper`, `operator`, `helper` or `host`.
 */
role: string, 
/**
 * The PIN on this device, at least four digits.
 */
pin: string, };

/**
 * What to change about an operator; absent stays.
 */
export type OperatorChange = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name?: string, 
/**
 * The role.
 */
role?: string, 
/**
 * Still works here.
 */
is_active?: boolean, };

/**
 * An operator.
 */
export type OperatorRow = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: string, 
/**
 * Still works here.
 */
is_active: boolean, 
/**
 * Has a PIN on this device.
 */
has_pin: boolean, };

/**
 * Somebody to choose before signing in.
 */
export type OperatorTile = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * A letter or two of the name, for a tile without a photo.
 */
initials: string, 
/**
 * The role.
 */
role: string, 
/**
 * Has a PIN on this device, so can sign in.
 */
has_pin: boolean, };

/**
 * A step of a complaint after the goods went.
 */
export type OrderAfterSale = { 
/**
 * Which order.
 */
id: string, 
/**
 * `requested`, `agreed`, `await_goods`, `inspected`, `refunded`, `refused`, `withdrawn`.
 */
step: string, 
/**
 * Why; a complaint and its refusal need it.
 */
reason: string, 
/**
 * The address of a photo.
 */
photo: string, 
/**
 * And of its thumbnail.
 */
thumbnail: string, 
/**
 * What goes back, yuan as typed or fen; with `refunded`.
 */
amount?: Typed, 
/**
 * By which way it goes back.
 */
way: string, 
/**
 * Who bears it: `villager`, `station`, `carrier`; with `refunded`.
 */
bears: string, 
/**
 * The line that it is for; absent for all.
 */
line?: number, };

/**
 * The lines of a placed order changed. A line that is not kept is dropped.
 */
export type OrderAmend = { 
/**
 * Which.
 */
id: string, 
/**
 * Lines that stay.
 */
keep: Array<KeptLine>, 
/**
 * Lines that come to it.
 */
add: Array<LineInput>, 
/**
 * The buyer agreed to it so: it is confirmed at once.
 */
is_confirmed: boolean, };

/**
 * Place an order that waits for this device.
 */
export type OrderAnswer = { 
/**
 * Which.
 */
id: string, };

/**
 * A cancel.
 */
export type OrderCancel = { 
/**
 * Which.
 */
id: string, 
/**
 * Why.
 */
reason: string, };

/**
 * What to change; absent stays.
 */
export type OrderChange = { 
/**
 * Which.
 */
id: string, 
/**
 * The note.
 */
note?: string, 
/**
 * Freight, yuan as typed or fen.
 */
shipping?: Typed, 
/**
 * The day on which it was taken, `2026-08-18`, of an order whose date is unconfirmed.
 */
day?: string, };

/**
 * How many orders each group has.
 */
export type OrderCounts = { 
/**
 * All orders.
 */
all: number, 
/**
 * A person is needed: asked, cancel asked, needing a decision.
 */
decide: number, 
/**
 * To be packed: placed, confirmed, packing.
 */
pack: number, 
/**
 * Handed over.
 */
road: number, 
/**
 * Completed.
 */
done: number, 
/**
 * Cancelled.
 */
cancelled: number, };

/**
 * A question to a person, before an order goes on.
 */
export type OrderDoubt = { 
/**
 * Which.
 */
id: string, 
/**
 * `short`, `late`, `unreachable`, `price`.
 */
question: string, };

/**
 * A hand-over.
 */
export type OrderHandOver = { 
/**
 * Which.
 */
id: string, 
/**
 * The person was warned that the goods lie at another device.
 */
is_warned: boolean, 
/**
 * The goods left before this device was restored from a backup: the lost disk had said so,
 * or should have.
 */
is_late: boolean, };

/**
 * An order to take.
 */
export type OrderInput = { 
/**
 * Its id, minted when it was a draft; the same id twice is one order.
 */
id?: string, 
/**
 * `counter`, `phone`, `message`, `livestream`.
 */
source: string, 
/**
 * The buyer; absent at the counter.
 */
buyer?: BuyerInput, 
/**
 * What is ordered.
 */
lines: Array<LineInput>, 
/**
 * Freight, yuan as typed or fen.
 */
shipping?: Typed, 
/**
 * What the buyer asks for.
 */
note: string, 
/**
 * Money that comes with it.
 */
payments: Array<PaymentInput>, 
/**
 * Save it as asked when this device has no share of its own.
 */
ask: boolean, };

/**
 * An order in a long list.
 */
export type OrderLight = { 
/**
 * Which.
 */
id: string, 
/**
 * For people.
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
 * The buyer's name; empty at the counter.
 */
buyer: string, 
/**
 * Province and city without their endings, `四川 成都`.
 */
region: string, 
/**
 * What the buyer pays, in fen.
 */
total_fen: number, 
/**
 * The keys of the first three products.
 */
products: Array<string>, 
/**
 * How many products more.
 */
more: number, 
/**
 * When it was taken, milliseconds since 1970.
 */
created_ms: number, 
/**
 * Everything that this device wrote about it is at the hub.
 */
at_hub: boolean, 
/**
 * How many records about it wait to be sent.
 */
waiting: number, 
/**
 * Why a person has to decide, a word; empty when nobody has to.
 */
doubt: string, };

/**
 * Which orders.
 */
export type OrderList = { 
/**
 * A state's word; empty for all.
 */
state: string, 
/**
 * Any text; empty for all.
 */
find: string, 
/**
 * One local day, `2026-08-18`; empty for all.
 */
day: string, 
/**
 * At most so many; 0 for all.
 */
limit: number, 
/**
 * Go on after this order.
 */
after?: string, 
/**
 * Newest first; else oldest first.
 */
is_newest_first: boolean, };

/**
 * What was picked for an order, weighed.
 */
export type OrderPack = { 
/**
 * Which.
 */
id: string, 
/**
 * Every lot of every line, once.
 */
weighed: Array<WeighedInput>, 
/**
 * The address of a photo of the parcel.
 */
photo: string, 
/**
 * And of its thumbnail.
 */
thumbnail: string, };

/**
 * A payment, new or going on.
 */
export type OrderPay = { 
/**
 * Which order.
 */
id: string, 
/**
 * Which payment; absent for a new one.
 */
payment?: string, 
/**
 * `expected`, `reported`, `cleared`, `void`, `part_refunded`, `refunded`.
 */
state: string, 
/**
 * The way; absent for the payment's own.
 */
way: string, 
/**
 * The villager who got it, when the way is `villager`.
 */
villager?: string, 
/**
 * Yuan as typed or fen; absent for all of it.
 */
amount?: Typed, };

/**
 * One order, whole.
 */
export type OrderShown = { 
/**
 * Everything that this device wrote about it is at the hub.
 */
at_hub: boolean, 
/**
 * The complaint about it, and what may be done; also where there is none yet.
 */
complaint: ComplaintShown, 
/**
 * Its payments.
 */
payments: Array<PaymentRow>, 
/**
 * What is held or went, from which lots.
 */
goods: Array<GoodsRow>, 
/**
 * What happened, oldest first.
 */
history: Array<HistoryRow>, 
/**
 * The steps that this device may take now.
 */
next: Array<string>, 
/**
 * Why a person has to decide; empty when nobody has to.
 */
doubt: string, 
/**
 * It can still be undone until then, milliseconds since 1970; absent when not.
 */
undo_until_ms?: number, 
/**
 * How many records about it wait to be sent.
 */
waiting: number, 
/**
 * Who took it, by name; `station` for the program itself.
 */
taken_by: string, 
/**
 * The states that it reached, in the order of an order's life.
 */
reached: Array<ReachedRow>, 
/**
 * Its lines, each with whose goods fill it.
 */
filled: Array<FilledLine>, 
/**
 * It holds no stock and has no books: a record of another program.
 */
is_record: boolean, 
/**
 * The buyer; absent at the counter.
 */
buyer_id?: string, 
/**
 * The buyer's data was erased.
 */
is_erased: boolean, 
/**
 * The goods lie at this device.
 */
keeps: boolean, 
/**
 * The device where they lie, by the letters of its numbers; empty when it is this one, or
 * nothing is held.
 */
keeper: string, 
/**
 * The orders that were taken out of it, each to go in a parcel of its own.
 */
parts: Array<PartRow>, 
/**
 * The order that it was taken out of.
 */
part_of?: PartRow, 
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
 * Goods of a placed order that go in a parcel of their own.
 */
export type OrderSplit = { 
/**
 * Which.
 */
id: string, 
/**
 * What goes.
 */
parts: Array<SplitPart>, 
/**
 * The other parcel's freight, yuan as typed or fen.
 */
shipping?: Typed, };

/**
 * Where an order stands.
 */
export type OrderState = "Draft" | "Asked" | "Placed" | "Confirmed" | "Packing" | "HandedOver" | "Completed" | "CancelAsked" | "Cancelled" | "NeedsDecision";

/**
 * A step.
 */
export type OrderStep = { 
/**
 * Which.
 */
id: string, 
/**
 * `confirmed`, `packing` or `completed`.
 */
step: string, };

/**
 * Goods that a buyer sent back and that may be sold again.
 */
export type OrderTakeBack = { 
/**
 * Which order.
 */
id: string, 
/**
 * What came back.
 */
goods: Array<BackInput>, };

/**
 * Which part of which orders.
 */
export type OrderWindow = { 
/**
 * `all`, `decide`, `pack`, `road`, `done` or `cancelled`; empty for all.
 */
group: string, 
/**
 * Any text; empty for all.
 */
find: string, 
/**
 * One local day, `2026-08-18`; empty for all.
 */
day: string, 
/**
 * How many newer rows are passed over.
 */
offset: number, 
/**
 * At most so many; 0 for the numbers alone.
 */
limit: number, 
/**
 * An order whose place in the group is wanted.
 */
id?: string, };

/**
 * A part of a list of orders, newest first.
 */
export type OrderWindowShown = { 
/**
 * How many rows the group has.
 */
total: number, 
/**
 * How many each group has, by the same text and day.
 */
counts: OrderCounts, 
/**
 * The rows from `offset` on.
 */
rows: Array<OrderLight>, 
/**
 * How many newer orders of the group stand before the wanted one; -1 when none is wanted or
 * the group does not have it.
 */
index: number, };

/**
 * An order that belongs to another.
 */
export type PartRow = { 
/**
 * Which.
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
 * What it costs, in fen.
 */
total_fen: number, };

/**
 * A pasted block.
 */
export type PasteInput = { 
/**
 * The text.
 */
text: string, };

/**
 * What was read out of a pasted block; each part can be corrected before it is saved.
 */
export type PastedBuyer = { 
/**
 * The name.
 */
name: string, 
/**
 * The telephone.
 */
phone: string, 
/**
 * Province, city, county, town, as names.
 */
region: Array<string>, 
/**
 * The deepest place that fits; empty when none does.
 */
place: string, 
/**
 * Street, number, door.
 */
address: string, 
/**
 * What was left over.
 */
note: string, 
/**
 * What to look at again, as codes.
 */
doubts: Array<string>, 
/**
 * The buyer who has this phone already.
 */
known?: BuyerCard, };

/**
 * A file.
 */
export type PathInput = { 
/**
 * Where, on this machine.
 */
path: string, };

/**
 * Addresses of pictures of codes that a buyer scans to pay; empty where there is none.
 */
export type PayCodes = { 
/**
 * For WeChat Pay.
 */
wechat: string, 
/**
 * For Alipay.
 */
alipay: string, };

/**
 * A payment that comes with an order.
 */
export type PaymentInput = { 
/**
 * `expected`, `reported` or `cleared`.
 */
state: string, 
/**
 * `cash`, `wechat`, `alipay`, `bank`, `platform`, `on_delivery`, `villager`.
 */
way: string, 
/**
 * Yuan as typed, or fen; absent for the whole total.
 */
amount?: Typed, };

/**
 * A payment.
 */
export type PaymentRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Where it stands, a word.
 */
state: string, 
/**
 * The way.
 */
way: string, 
/**
 * The villager who got it; absent when the station did.
 */
villager?: string, 
/**
 * How much.
 */
amount_fen: number, 
/**
 * What of it went back.
 */
refunded_fen: number, 
/**
 * When it was last marked, as claimed.
 */
at_ms: number, };

/**
 * Where an order's money stands.
 */
export type PaymentState = "Expected" | "Reported" | "Cleared" | "PartRefunded" | "Refunded" | "Void";

/**
 * A person, by name.
 */
export type PersonName = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * The thumbnail's address; empty when there is none.
 */
thumbnail: string, };

/**
 * A photo.
 */
export type PhotoBytes = { 
/**
 * A JPEG in base64.
 */
base64: string, };

/**
 * Which photo.
 */
export type PhotoGet = { 
/**
 * Its address.
 */
hash: string, };

/**
 * A photo to take in.
 */
export type PhotoInput = { 
/**
 * A file on this machine …
 */
path: string, 
/**
 * … or its bytes in base64.
 */
base64: string, };

/**
 * A photo that was taken in.
 */
export type PhotoRow = { 
/**
 * The photo's address.
 */
photo: string, 
/**
 * The thumbnail's address.
 */
thumbnail: string, 
/**
 * The photo's bytes.
 */
bytes: number, 
/**
 * The photo's width.
 */
width: number, 
/**
 * The photo's height.
 */
height: number, };

/**
 * One's own PIN.
 */
export type PinInput = { 
/**
 * As typed.
 */
pin: string, };

/**
 * A PIN, by the recovery key.
 */
export type PinReset = { 
/**
 * The operator's name.
 */
operator: string, 
/**
 * The recovery key that was printed at set-up.
 */
recovery_key: string, 
/**
 * The new PIN.
 */
pin: string, };

/**
 * A PIN.
 */
export type PinSet = { 
/**
 * Whose; absent for one's own.
 */
operator?: string, 
/**
 * The new PIN, at least four digits.
 */
pin: string, };

/**
 * A place.
 */
export type PlaceRow = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `province`, `city`, `county`, `town` or `village`.
 */
level: string, 
/**
 * The names from the province down.
 */
path: Array<string>, };

/**
 * One change of a price.
 */
export type PriceChange = { 
/**
 * When, milliseconds since 1970.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who.
 */
actor: string, 
/**
 * `price` for all, `under` a condition, `floor` of a villager.
 */
what: string, 
/**
 * When it counts, and the price that came; 0 when it was taken away.
 */
price: PriceUnder, 
/**
 * What it was before, as its author saw it; absent when there was none.
 */
was_fen?: number, 
/**
 * It was taken away.
 */
is_gone: boolean, };

/**
 * A price of a listing to set, or to take away.
 */
export type PriceSet = { 
/**
 * The listing.
 */
listing: string, 
/**
 * For orders that come so: `counter`, `phone`, `message`, `livestream`, `platform`; empty for all.
 */
source: string, 
/**
 * From so much in one line, as typed or in grams or pieces; absent for any.
 */
from?: Typed, 
/**
 * The first local day, `2026-09-20`; empty for always.
 */
since: string, 
/**
 * The last local day; empty for ever.
 */
until: string, 
/**
 * Yuan for a kilogram or a piece as typed, or fen; absent takes this price away.
 */
price?: Typed, };

/**
 * What a line of so much costs today, by the way an order comes in.
 */
export type PriceStep = { 
/**
 * `counter`, `phone`, `message`, `livestream` or `platform`.
 */
source: string, 
/**
 * From so much in one line, in grams or pieces.
 */
from: number, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, };

/**
 * A price and when it counts.
 */
export type PriceUnder = { 
/**
 * For orders that come so; empty for all.
 */
source: string, 
/**
 * From so much in one line, in grams or pieces; 0 for any.
 */
from: number, 
/**
 * The first local day, `2026-09-20`; empty for always.
 */
since: string, 
/**
 * The last local day; empty for ever.
 */
until: string, 
/**
 * Fen for a kilogram or a piece.
 */
price_fen: number, 
/**
 * Its days are over.
 */
is_over: boolean, };

/**
 * A paper that goes to the printer.
 */
export type PrintNote = { 
/**
 * The order or lot that it is about.
 */
id: string, 
/**
 * `slip` of an order, `receipt` of a lot.
 */
what: string, };

/**
 * How often it went there.
 */
export type PrintTimes = { 
/**
 * With this time; a paper of more than one is a copy.
 */
times: number, };

/**
 * A product and a number of orders.
 */
export type ProductCount = { 
/**
 * The product's key.
 */
product: string, 
/**
 * How many orders have it.
 */
orders: number, };

/**
 * A product and money.
 */
export type ProductFen = { 
/**
 * The product's key.
 */
product: string, 
/**
 * How much, in fen.
 */
fen: number, };

/**
 * A product of the station's own.
 */
export type ProductInput = { 
/**
 * Its key; small letters, digits and dashes.
 */
key: string, 
/**
 * Its name.
 */
names: Trilingual, 
/**
 * `weight` or `piece`.
 */
measure: string, };

/**
 * A product.
 */
export type ProductRow = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
names: Trilingual, 
/**
 * `weight` or `piece`.
 */
measure: string, 
/**
 * Its grades.
 */
grades: Array<GradeRow>, 
/**
 * `outside`, `voluntary` or `required`; empty for own products.
 */
certificate: string, 
/**
 * Needs a gathering permit.
 */
needs_permit: boolean, 
/**
 * The station's own, not the catalogue's.
 */
is_own: boolean, 
/**
 * The picture's file.
 */
picture: string, 
/**
 * The catalogue's short code, `SR`; empty for own products.
 */
code: string, 
/**
 * Its group on the till, `fungi` …; empty for own products.
 */
category: string, 
/**
 * Months, 1 to 12, in which it comes in; empty for own products.
 */
season: Array<number>, 
/**
 * It comes in this month, as far as the catalogue knows.
 */
in_season: boolean, 
/**
 * How it must travel: `none`, `chilled`, `frozen`.
 */
cold_chain: string, 
/**
 * The ways in which it may be kept, warmest first: `ambient`, `chilled`, `frozen`; empty for
 * any.
 */
keepings: Array<KeepingRow>, 
/**
 * The keys of the products that are made of it, such as dried of fresh.
 */
becomes: Array<string>, 
/**
 * How far a packed weight may differ from the ordered one, in thousandths.
 */
tolerance_permille: number, 
/**
 * What it is found by beside its names, in small letters, parted by blanks: code, key,
 * pinyin initials, pinyin, Wylie.
 */
keys: string, };

/**
 * A promise to note.
 */
export type PromiseInput = { 
/**
 * The local day; empty for today.
 */
day: string, 
/**
 * Who.
 */
villager: string, 
/**
 * The product's key.
 */
product: string, 
/**
 * The grade's key.
 */
grade: string, 
/**
 * How much as typed or in grams, or pieces; nothing for somebody who cannot.
 */
quantity: Typed, };

/**
 * The hub's quota of a lot at this device's place.
 */
export type QuotaShown = { 
/**
 * What the hub can still sell.
 */
free: number, 
/**
 * What it has sold and has yet to be handed over here.
 */
sold: number, 
/**
 * From then on the hub gives back what it has not sold; absent for never.
 */
until_ms?: number, 
/**
 * What is asked back and has not come yet.
 */
asked: number, };

/**
 * A state that an order reached.
 */
export type ReachedRow = { 
/**
 * `taken`, then a mark's word: `placed`, `confirmed`, `packing`, `handed_over`,
 * `completed`, `cancelled`.
 */
step: string, 
/**
 * When first, as claimed.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who, by name; `station` for the program itself.
 */
actor: string, };

/**
 * The recovery key.
 */
export type RecoveryKey = { 
/**
 * As it is printed.
 */
recovery_key: string, };

/**
 * Something set aside that somebody has seen.
 */
export type RefusalClose = { 
/**
 * The fact, or the first of a frame: `origin-sequence`.
 */
fact: string, };

/**
 * A line that was refused.
 */
export type RejectedLine = { 
/**
 * Its number in the file, from 1.
 */
line: number, 
/**
 * Why.
 */
code: string, };

/**
 * Whose number and address to show whole.
 */
export type Reveal = { 
/**
 * A buyer, a villager, or an order: then the contact that it goes to.
 */
id: string, 
/**
 * Why: `screen` or `print`.
 */
why: string, };

/**
 * How many of the last looks.
 */
export type RevealList = { 
/**
 * At most so many; 0 for a hundred.
 */
limit: number, };

/**
 * Somebody looked at a person's number.
 */
export type RevealRow = { 
/**
 * When, by this device's wall.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who looked, by name.
 */
actor: string, 
/**
 * Whose it is: a buyer's, a villager's or an order's id.
 */
id: string, 
/**
 * For people: a name as it is now, or an order's number.
 */
label: string, 
/**
 * `screen` or `print`.
 */
why: string, };

/**
 * A person's contact, whole. That it was looked at is noted.
 */
export type Revealed = { 
/**
 * The name.
 */
name: string, 
/**
 * The telephone, whole.
 */
phone: string, 
/**
 * Province, city, county, town, as names.
 */
region: Array<string>, 
/**
 * Street, number, door.
 */
address: string, };

/**
 * Hours on the road, door to door, by how goods travel.
 */
export type RoadHours = { 
/**
 * What any parcel will do for.
 */
ambient: number, 
/**
 * What travels with ice.
 */
chilled: number, 
/**
 * What stays frozen all the way.
 */
frozen: number, };

/**
 * Who is signed in.
 */
export type SessionRow = { 
/**
 * The operator.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * A letter or two of the name.
 */
initials: string, 
/**
 * `keeper`, `operator`, `helper` or `host`.
 */
role: string, 
/**
 * What the role allows: `open`, `see`, `stock`, `pack`, `sell`, `keep`.
 */
rights: Array<string>, };

/**
 * Who is signed in, if anybody.
 */
export type SessionShown = { 
/**
 * Absent when nobody is.
 */
session?: SessionRow, };

/**
 * The settings of this device.
 */
export type Settings = { 
/**
 * `bo`, `zh-CN` or `en`.
 */
language: string, 
/**
 * `light`, `dark`, `contrast` or `system`.
 */
look: string, 
/**
 * Syncs by itself.
 */
is_sync_automatic: boolean, 
/**
 * Minutes between two syncs that begin by themselves, 5 to 1440.
 */
sync_minutes: number, 
/**
 * Whether photos go with a sync: `go`, `unpaid` (not over a link that the system knows to be
 * paid by the byte) or `paused`.
 */
photos: string, 
/**
 * Minutes without a key or a click until the screen locks; 0 for never.
 */
idle_minutes: number, 
/**
 * The printer for slips, as the system names it; empty for its own choice.
 */
printer: string, 
/**
 * A note about the printer: its paper, where it stands.
 */
printer_note: string, 
/**
 * The paper of slips and receipts: `a5`, `a6` or `roll80`.
 */
slip_paper: string, 
/**
 * The unit in which weights are shown: `kg` or `jin`.
 */
weight_unit: string, 
/**
 * Numbers on labels are written in Tibetan digits.
 */
has_tibetan_digits: boolean, 
/**
 * What to know: `settings_broken` when the file of them could not be read.
 */
notices: Array<string>, };

/**
 * What to change about the settings; absent stays.
 */
export type SettingsChange = { 
/**
 * `bo`, `zh-CN` or `en`.
 */
language?: string, 
/**
 * `light`, `dark`, `contrast` or `system`.
 */
look?: string, 
/**
 * Syncs by itself.
 */
is_sync_automatic?: boolean, 
/**
 * Minutes between two syncs that begin by themselves, 5 to 1440.
 */
sync_minutes?: number, 
/**
 * `go`, `unpaid` or `paused`.
 */
photos?: string, 
/**
 * Minutes until the screen locks, up to 240; 0 for never.
 */
idle_minutes?: number, 
/**
 * The printer for slips.
 */
printer?: string, 
/**
 * A note about the printer.
 */
printer_note?: string, 
/**
 * `a5`, `a6` or `roll80`.
 */
slip_paper?: string, 
/**
 * `kg` or `jin`.
 */
weight_unit?: string, 
/**
 * Numbers on labels are written in Tibetan digits.
 */
has_tibetan_digits?: boolean, };

/**
 * A station to be.
 */
export type SetupCreate = { 
/**
 * The station's name.
 */
name: string, 
/**
 * Its place code; empty when unknown.
 */
place: string, 
/**
 * The first keeper's name.
 */
operator: string, 
/**
 * The first keeper's PIN, at least four digits.
 */
pin: string, };

/**
 * A station that was set up.
 */
export type SetupCreated = { 
/**
 * The recovery key, to be printed and kept apart from this PC.
 */
recovery_key: string, 
/**
 * What to know: `pin_too_simple`, `keys_in_files`.
 */
warnings: Array<string>, 
/**
 * The keeper, signed in.
 */
session: SessionRow, };

/**
 * A PC that began with a bundle.
 */
export type SetupFilled = { 
/**
 * The recovery key, to be printed and kept apart from this PC.
 */
recovery_key: string, 
/**
 * What to know: `pin_too_simple`, `keys_in_files`.
 */
warnings: Array<string>, 
/**
 * The keeper, signed in.
 */
session: SessionRow, 
/**
 * What the bundle brought.
 */
taken: BundleTaken, };

/**
 * A new or replaced PC that begins with what the county wrote on a stick.
 */
export type SetupFromBundle = { 
/**
 * The bundle, or the folder that it lies in.
 */
path: string, 
/**
 * The one-time code that opens it.
 */
code: string, 
/**
 * The first keeper's name on this PC.
 */
operator: string, 
/**
 * The first keeper's PIN, at least four digits.
 */
pin: string, };

/**
 * Where the bundle of a new or replaced PC lies, before anything is set up.
 */
export type SetupLook = { 
/**
 * The bundle, or the folder that it lies in.
 */
path: string, 
/**
 * The one-time code that opens it.
 */
code: string, };

/**
 * A backup to bring back.
 */
export type SetupRestore = { 
/**
 * The backup's file.
 */
path: string, 
/**
 * The recovery key that was printed at set-up.
 */
recovery_key: string, };

/**
 * A station that is back.
 */
export type SetupRestored = { 
/**
 * Where what lay here before was moved; absent when nothing was.
 */
moved_to?: string, 
/**
 * It writes under a new origin: enrol, sync and count before selling.
 */
needs_enrolment: boolean, 
/**
 * What to know: `keys_in_files`.
 */
warnings: Array<string>, 
/**
 * This PC now.
 */
status: SetupStatus, };

/**
 * A bundle that a new or replaced PC can begin with.
 */
export type SetupSeen = { 
/**
 * The bundle's file.
 */
path: string, 
/**
 * The folder that it lies in, where the answer to it goes.
 */
folder: string, 
/**
 * The station that it is for.
 */
station: string, };

/**
 * What state this PC is in.
 */
export type SetupStatus = { 
/**
 * `absent` (nothing is set up), `ready`, or `trouble`.
 */
state: string, 
/**
 * What the trouble is.
 */
trouble?: AppError, 
/**
 * The station's folder.
 */
folder: string, 
/**
 * The program's version.
 */
version: string, 
/**
 * The system and the machine: `linux-x86_64`.
 */
platform: string, 
/**
 * The system has a keyring that can be used.
 */
has_keyring: boolean, 
/**
 * The language of this device: `bo`, `zh-CN`, `en`.
 */
language: string, 
/**
 * Backups in the folder, latest first.
 */
backups: Array<BackupRow>, 
/**
 * Why today's backup was not kept, when it was not.
 */
backup_trouble?: AppError, };

/**
 * A key to put back.
 */
export type SetupUnlock = { 
/**
 * The recovery key that was printed at set-up.
 */
recovery_key: string, };

/**
 * What is handed over.
 */
export type ShiftInput = { 
/**
 * What was counted in this device's drawer, yuan as typed or fen.
 */
counted: Typed, 
/**
 * What the next one has to know.
 */
note: string, 
/**
 * To whom, an operator; empty for whoever comes.
 */
to: string, };

/**
 * How the shift stands now.
 */
export type ShiftNow = { 
/**
 * The last hand-over; absent before the first.
 */
last?: ShiftShown, 
/**
 * What the books say is in this device's drawer, in fen.
 */
drawer_fen: number, 
/**
 * Orders that need a person.
 */
decide: number, 
/**
 * Orders that wait to be packed or handed over.
 */
pack: number, };

/**
 * A shift that was handed over.
 */
export type ShiftShown = { 
/**
 * When, as claimed.
 */
at_ms: number, 
/**
 * The date is unconfirmed.
 */
doubtful: boolean, 
/**
 * Who handed over, an operator's id.
 */
from: string, 
/**
 * And by name.
 */
from_name: string, 
/**
 * To whom, by name; empty for whoever came.
 */
to_name: string, 
/**
 * What the books said was in the drawer, in fen.
 */
books_fen: number, 
/**
 * What was counted, in fen.
 */
counted_fen: number, 
/**
 * What the next one has to know.
 */
note: string, };

/**
 * Who signs in.
 */
export type SignIn = { 
/**
 * The operator's id, or the name.
 */
operator: string, 
/**
 * The PIN.
 */
pin: string, };

/**
 * Some of a line that goes in another parcel.
 */
export type SplitPart = { 
/**
 * The line's number.
 */
line: number, 
/**
 * Weight as typed or in grams, or pieces.
 */
quantity: Typed, };

/**
 * A line that would not arrive fresh.
 */
export type StaleLine = { 
/**
 * Its place among the lines, from 0.
 */
line: number, 
/**
 * By when its goods have to leave, milliseconds since 1970.
 */
ship_by_ms: number, 
/**
 * When the carrier takes the order.
 */
leaves_ms: number, 
/**
 * The keys of the products that are made of it, such as dried of fresh.
 */
becomes: Array<string>, };

/**
 * What to change; absent stays.
 */
export type StationChange = { 
/**
 * The station's name.
 */
name?: string, 
/**
 * Its place code.
 */
place?: string, 
/**
 * Commission in thousandths of the goods, 0 to 500.
 */
commission_permille?: number, 
/**
 * Its telephone.
 */
phone?: string, 
/**
 * How many hours goods are under way, 1 to 1440; those that differ from the catalogue's.
 */
road_hours?: RoadHours, 
/**
 * Pictures of the codes by which buyers pay.
 */
pay_codes?: PayCodes, 
/**
 * When the carrier comes, in minutes since midnight.
 */
cut_off_minutes?: number, 
/**
 * How many orders can be packed in a day; 0 for no limit.
 */
packing_capacity?: number, };

/**
 * An order in a list.
 */
export type StationOrder = { 
/**
 * Everything that this device wrote about it is at the hub.
 */
at_hub: boolean, 
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
 * What this device is and where it stands.
 */
export type StationStatus = { 
/**
 * The station's name.
 */
name: string, 
/**
 * Its place code; empty when unknown.
 */
place: string, 
/**
 * The place's names from the province down, parted by blanks; empty when unknown.
 */
place_name: string, 
/**
 * Its telephone, for what is printed; empty when there is none.
 */
phone: string, 
/**
 * Commission in thousandths of the goods.
 */
commission_permille: number, 
/**
 * How many hours goods are under way to a buyer.
 */
road_hours: RoadHours, 
/**
 * Pictures of the codes by which buyers pay the station.
 */
pay_codes: PayCodes, 
/**
 * When the carrier comes, in minutes since midnight.
 */
cut_off_minutes: number, 
/**
 * How many orders can be packed in a day; 0 when nobody said.
 */
packing_capacity: number, 
/**
 * How many orders wait to leave.
 */
packing_waiting: number, 
/**
 * On which local day an order that is taken now can leave.
 */
leaves_on: string, 
/**
 * How many devices the station has, this one and those that were heard of.
 */
devices: number, 
/**
 * This device.
 */
device: string, 
/**
 * The origin under which it writes now.
 */
origin: string, 
/**
 * It was restored and has not taken over yet.
 */
needs_takeover: boolean, 
/**
 * The clock is doubted: "Is today …?"
 */
is_clock_doubted: boolean, 
/**
 * The program's idea of now, milliseconds since 1970.
 */
now_ms: number, 
/**
 * Where the database key is kept: `keyring` or `file`.
 */
key_store: string, 
/**
 * The hub's address; absent before enrolment.
 */
hub?: string, 
/**
 * The station's id at the hub.
 */
hub_station?: string, 
/**
 * Who works here, by name.
 */
operators: Array<OperatorTile>, 
/**
 * Who is signed in.
 */
signed_in?: string, 
/**
 * The program's version.
 */
version: string, };

/**
 * A count of many lots.
 */
export type StockCount = { 
/**
 * Each lot once, with what lies there of it.
 */
lots: Array<LotCount>, };

/**
 * How a sync ended.
 */
export type SyncOutcome = { 
/**
 * When, by this device's wall.
 */
at_ms: number, 
/**
 * What it did, when it went well.
 */
report?: SyncReport, 
/**
 * Why not; `stopped` when a person stopped it.
 */
error?: AppError, };

/**
 * A past sync.
 */
export type SyncPast = { 
/**
 * When, by this device's wall.
 */
at_ms: number, 
/**
 * An error's code; absent when it went well.
 */
error?: string, 
/**
 * What it did.
 */
report?: SyncReport, };

/**
 * What one sync did.
 */
export type SyncReport = { 
/**
 * Facts that the hub took.
 */
pushed: number, 
/**
 * Facts that came.
 */
pulled: number, 
/**
 * Requests made.
 */
requests: number, 
/**
 * Bytes sent on the socket, headers and TLS counted.
 */
bytes_up: number, 
/**
 * Bytes received on the socket.
 */
bytes_down: number, 
/**
 * How long it took.
 */
elapsed_ms: number, 
/**
 * Frames that one side refused: `origin-sequence: code`.
 */
refused: Array<string>, };

/**
 * The three truths: saved here, waiting, at the hub.
 */
export type SyncStatus = { 
/**
 * Facts saved here.
 */
saved: number, 
/**
 * Own facts that the hub does not have yet.
 */
waiting: number, 
/**
 * What those are about, the most first.
 */
waiting_kinds: Array<WaitingKind>, 
/**
 * So much waits that its kinds are counted on a part of it.
 */
waiting_kinds_are_about: boolean, 
/**
 * About how many bytes they take on the wire, judged by the last syncs.
 */
waiting_bytes: number, 
/**
 * About how long all that waits takes, photos too, at the pace of the last syncs; absent
 * when nothing waits or no sync ever told the pace.
 */
waiting_seconds?: number, 
/**
 * As `waiting_seconds`, without photos.
 */
waiting_record_seconds?: number, 
/**
 * Blobs that the hub does not have yet.
 */
waiting_blobs: number, 
/**
 * Bytes of those blobs.
 */
waiting_blob_bytes: number, 
/**
 * When the hub last answered, its own time; absent when never.
 */
last_heard_ms?: number, 
/**
 * Facts and frames set aside: `origin-sequence: code`.
 */
refused: Array<string>, 
/**
 * The last syncs, latest first.
 */
history: Array<SyncPast>, };

/**
 * How far a sync has come, and what comes next. The screen asks for it again and again.
 */
export type SyncWatch = { 
/**
 * A hub knows this device.
 */
is_enrolled: boolean, 
/**
 * One runs.
 */
is_running: boolean, 
/**
 * Where it stands, or where the last one ended: `idle`, `connect`, `facts_up`,
 * `facts_down`, `blobs_up`, `blobs_down`, `done`.
 */
phase: string, 
/**
 * Bytes sent on the socket so far.
 */
bytes_up: number, 
/**
 * Bytes received on the socket so far.
 */
bytes_down: number, 
/**
 * Facts acknowledged so far, of those that waited when it began.
 */
facts_done: number, 
/**
 * Facts that waited when it began.
 */
facts_waiting: number, 
/**
 * Facts that came so far.
 */
facts_pulled: number, 
/**
 * Why photos stay here: `paused` by hand, `paid` by the byte is the link; empty when they go.
 */
photos_held: string, 
/**
 * Blobs exchanged so far.
 */
blobs_done: number, 
/**
 * Blobs that waited when it began.
 */
blobs_waiting: number, 
/**
 * When it began, by this device's wall; absent when none ever did.
 */
started_ms?: number, 
/**
 * How long it has run, or ran.
 */
elapsed_ms: number, 
/**
 * Bytes a second over the last moments, both ways.
 */
bytes_per_second: number, 
/**
 * How long what is to be sent still takes, if that is known.
 */
seconds_left?: number, 
/**
 * How the last one ended; absent when none did since the program began.
 */
last?: SyncOutcome, 
/**
 * In how many seconds the next begins by itself; absent when none will.
 */
next_try_seconds?: number, 
/**
 * Rises whenever facts arrived or were acknowledged: what is shown has to be read again.
 */
generation: number, };

/**
 * Something that waits for a person.
 */
export type Task = { 
/**
 * What kind: `needs_decision`, `cancel_asked`, `asked`, `quarantine`, `negative_share`,
 * `contested`, `recount`, `takeover`, `unpack`.
 */
kind: string, 
/**
 * What it is about; empty for the device as a whole.
 */
id: string, 
/**
 * For people: a number or a name.
 */
label: string, 
/**
 * More about it, a code.
 */
detail: string, };

/**
 * Names in three languages; any may be empty.
 */
export type Trilingual = { 
/**
 * Tibetan.
 */
bo: string, 
/**
 * Chinese.
 */
"zh-CN": string, 
/**
 * English.
 */
en: string, };

/**
 * People who were put down twice.
 */
export type Twins = { 
/**
 * Under whom else the same person was put down; this one stands for them.
 */
same: Array<PersonName>, 
/**
 * Who has the same telephone, as long as nobody said whether they are two.
 */
alike: Array<PersonName>, };

/**
 * What a person typed, or a whole number in the base unit: fen, grams, pieces.
 */
export type Typed = number | string;

/**
 * What `verify` found.
 */
export type VerifyReport = { 
/**
 * Everything adds up.
 */
ok: boolean, 
/**
 * A digest over every entity's state; the same on replicas that hold the same facts.
 */
state_digest: string, 
/**
 * Every origin's last sequence and chain head.
 */
heads: Array<HeadRow>, 
/**
 * How many facts there are.
 */
facts: number, 
/**
 * What does not add up, in words.
 */
faults: Array<string>, };

/**
 * What to change about a villager; absent stays.
 */
export type VillagerChange = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name?: string, 
/**
 * The name in Tibetan.
 */
name_bo?: string, 
/**
 * The telephone.
 */
phone?: string, 
/**
 * The payout way.
 */
payout?: string, 
/**
 * The account of that way.
 */
account?: string, 
/**
 * A place code.
 */
place?: string, 
/**
 * A photo's address.
 */
photo?: string, 
/**
 * Its thumbnail's address.
 */
thumbnail?: string, 
/**
 * Still here.
 */
is_active?: boolean, 
/**
 * Who gets what is owed to one who left or died, a villager; empty for nobody.
 */
heir?: string, };

/**
 * A new villager.
 */
export type VillagerInput = { 
/**
 * The name as it is written.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * The telephone.
 */
phone: string, 
/**
 * `cash`, `wechat`, `alipay`, `bank`.
 */
payout: string, 
/**
 * The account of that way.
 */
account: string, 
/**
 * A place code.
 */
place: string, 
/**
 * A photo's address.
 */
photo: string, 
/**
 * Its thumbnail's address.
 */
thumbnail: string, };

/**
 * A villager with lots, the most urgent first, then by name.
 */
export type VillagerLots = { 
/**
 * Who.
 */
villager: string, 
/**
 * The name.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * A letter or two of the name, for a tile without a photo.
 */
initials: string, 
/**
 * The thumbnail's address; empty when there is none.
 */
thumbnail: string, 
/**
 * How many lots.
 */
lots: number, 
/**
 * How many of them have to leave within hours.
 */
urgent: number, 
/**
 * When the first of those that can still leave has to; absent when none has to.
 */
ship_by_ms?: number, 
/**
 * What this device can sell of them by weight, in grams.
 */
here_grams: number, 
/**
 * And in pieces.
 */
here_pieces: number, 
/**
 * What the station owes the villager, in fen.
 */
owed_fen: number, };

/**
 * What is owed to one villager.
 */
export type VillagerOwed = { 
/**
 * Who.
 */
id: string, 
/**
 * The name.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * The thumbnail's address; empty when there is none.
 */
thumbnail: string, 
/**
 * How much.
 */
owed_fen: number, };

/**
 * A villager.
 */
export type VillagerRow = { 
/**
 * Who.
 */
id: string, 
/**
 * The name as it is written.
 */
name: string, 
/**
 * The name in Tibetan.
 */
name_bo: string, 
/**
 * The telephone.
 */
phone: string, 
/**
 * The payout way.
 */
payout: string, 
/**
 * The account of that way.
 */
account: string, 
/**
 * A place code.
 */
place: string, 
/**
 * The place's name.
 */
place_name: string, 
/**
 * A photo's address.
 */
photo: string, 
/**
 * The thumbnail's address, the photo's where there is none; empty without a photo.
 */
thumbnail: string, 
/**
 * A letter or two of the name, for a tile without a photo.
 */
initials: string, 
/**
 * Still here.
 */
is_active: boolean, 
/**
 * Who gets what is owed to one who left; empty while nobody said.
 */
heir: string, 
/**
 * The heir's name.
 */
heir_name: string, 
/**
 * Who else this is, and who it may be.
 */
twins: Twins, 
/**
 * How many lots were ever taken in.
 */
lots: number, 
/**
 * When the last was; absent when none was.
 */
last_ms?: number, 
/**
 * What the station owes, in fen.
 */
owed_fen: number, 
/**
 * The fields on which two people disagree.
 */
contested: Array<string>, };

/**
 * Waiting facts of one kind.
 */
export type WaitingKind = { 
/**
 * `order`, `lot`, `listing`, `villager`, `buyer`, `operator`, or `other`.
 */
kind: string, 
/**
 * How many of these things have something to tell.
 */
things: number, };

/**
 * What the scale said of one lot in one line.
 */
export type WeighedInput = { 
/**
 * The line's number.
 */
line: number, 
/**
 * The lot.
 */
lot: string, 
/**
 * Weight as typed or in grams, or pieces.
 */
weight: Typed, };

/** The one list of commands: what each takes and gives. */
export type Commands = {
  /** What this device is, where it stands, and who can sign in. */
  "station.status": { input: Empty; output: StationStatus };
  /** Changes the station's name, place or commission. */
  "station.change": { input: StationChange; output: StationStatus };
  /** Confirms the day when the clock is doubted. */
  "clock.confirm": { input: ClockConfirm; output: StationStatus };
  /** Adds an operator. */
  "operator.add": { input: OperatorAdd; output: OperatorRow };
  /** Changes an operator's name or role, or lets one go. */
  "operator.change": { input: OperatorChange; output: OperatorRow };
  /** All operators. */
  "operator.list": { input: Empty; output: Array<OperatorRow> };
  /** Sets a PIN on this device: one's own, or as keeper anybody's. */
  "pin.set": { input: PinSet; output: Done };
  /** Sets a PIN with the recovery key, when no keeper can sign in. */
  "pin.reset": { input: PinReset; output: Done };
  /** Adds a villager. */
  "villager.add": { input: VillagerInput; output: VillagerRow };
  /** Changes a villager. */
  "villager.change": { input: VillagerChange; output: VillagerRow };
  /** Villagers, all or those that fit a text. */
  "villager.list": { input: ListInput; output: Array<VillagerRow> };
  /** Adds a buyer, or finds the one with this phone again and changes what differs. */
  "buyer.save": { input: BuyerInput; output: BuyerCard };
  /** Buyers that fit a text: name, initials, phone digits. */
  "buyer.find": { input: ListInput; output: Array<BuyerCard> };
  /** Part of a long list of buyers, who came last first; numbers masked. */
  "buyer.list": { input: BuyerList; output: BuyerListShown };
  /** One buyer with the last orders; the number masked. */
  "buyer.show": { input: IdInput; output: BuyerShown };
  /** A person's or an order's number and address, whole; that it was looked at is noted on this device. */
  "person.reveal": { input: Reveal; output: Revealed };
  /** Who looked at whose number on this device, latest first. */
  "person.reveals": { input: RevealList; output: Array<RevealRow> };
  /** Reads name, phone and address out of a pasted block of chat text. */
  "buyer.paste": { input: PasteInput; output: PastedBuyer };
  /** Somebody was put down twice and is the same as another, who stands for both; without another they are parted again. */
  "person.join": { input: JoinInput; output: Done };
  /** Two who look alike are two; nobody asks again. */
  "person.apart": { input: JoinInput; output: Done };
  /** Erases a person's data for good, here and at the hub; the records stay. */
  "person.erase": { input: IdInput; output: Done };
  /** The catalogue's products and the station's own. */
  "product.list": { input: ListInput; output: Array<ProductRow> };
  /** Adds or renames a product of the station's own. */
  "product.save": { input: ProductInput; output: ProductRow };
  /** Takes a photo in, reduced to 200 kB, with a thumbnail. */
  "photo.put": { input: PhotoInput; output: PhotoRow };
  /** A photo or thumbnail that is here. */
  "photo.get": { input: PhotoGet; output: PhotoBytes };
  /** Takes in a lot that a villager brought. */
  "lot.take_in": { input: LotInput; output: LotRow };
  /** Lots with what is left of each, by product or villager. */
  "lot.list": { input: LotList; output: Array<LotRow> };
  /** One lot with the orders that hold it and what of it is under way. */
  "lot.show": { input: IdInput; output: LotShown };
  /** Villagers with lots, the most urgent first. */
  "lot.by_villager": { input: LotByVillager; output: Array<VillagerLots> };
  /** Puts a wrong intake right, with its reason. */
  "lot.correct": { input: LotCorrect; output: LotRow };
  /** Takes spoilt or shrunk goods off a lot. */
  "lot.lose": { input: LotLose; output: LotRow };
  /** Counts what lies on this device's shelf of a lot. */
  "lot.count": { input: LotCount; output: LotCounted };
  /** Sorts some of a lot into grades, or makes another product of it; with what was lost it adds up to the gram. */
  "lot.regrade": { input: LotRegrade; output: LotsMade };
  /** Puts lots that are alike together into one. */
  "lot.merge": { input: LotMerge; output: LotsMade };
  /** Counts many lots on this device's shelf in one transaction; answers those that did not fit. */
  "stock.count": { input: StockCount; output: Array<LotCounted> };
  /** Passes some of this device's share on: to the hub's quota, or carried to another device. */
  "lot.transfer": { input: LotTransfer; output: LotRow };
  /** Asks the hub to give back some of its quota of a lot; it comes with the next sync, as far as it is not sold. */
  "lot.recall": { input: LotRecall; output: LotShown };
  /** Receives what another device gave and was carried here. */
  "lot.receive": { input: LotReceive; output: LotRow };
  /** Adds a listing. */
  "listing.add": { input: ListingInput; output: ListingRow };
  /** Changes a listing: price, wording, photo, on sale or paused. */
  "listing.change": { input: ListingChange; output: ListingRow };
  /** Sets a price of a listing under a condition, or takes it away: a way in, a quantity, days. */
  "price.set": { input: PriceSet; output: ListingShown };
  /** Sets below which price a villager's goods are not sold, or takes that away. */
  "floor.set": { input: FloorSet; output: Array<FloorRow> };
  /** A villager's floors, and how they came about. */
  "floor.list": { input: IdInput; output: Array<FloorRow> };
  /** Listings with what can be sold of each; by state or text. */
  "listing.list": { input: ListInput; output: Array<ListingRow> };
  /** One listing, with both values of what two people changed. */
  "listing.show": { input: IdInput; output: ListingShown };
  /** Every value of the fields on which two people disagree: of a person, listing or order. */
  "contested.show": { input: IdInput; output: Array<ContestedField> };
  /** Chooses between them; the right is that of changing the thing. */
  "contested.choose": { input: ContestedChoice; output: Done };
  /** Keeps half-typed work; without an id it gets one. The right is that of the work: stock for lots and villagers, else sell. */
  "draft.save": { input: DraftInput; output: DraftRow };
  /** Half-typed work of this device. */
  "draft.list": { input: DraftList; output: Array<DraftRow> };
  /** Throws half-typed work away. */
  "draft.drop": { input: IdInput; output: Done };
  /** Counts a paper that goes to this device's printer; the second is a copy. */
  "print.note": { input: PrintNote; output: PrintTimes };
  /** Takes an order and holds its stock; asked instead, when another device holds it. */
  "order.place": { input: OrderInput; output: OrderShown };
  /** The lines of an order that would not arrive fresh with the carrier that takes it. */
  "order.fresh": { input: FreshInput; output: Array<StaleLine> };
  /** Places an asked, cancelled or late order out of this device's own share. */
  "order.answer": { input: OrderAnswer; output: OrderShown };
  /** Marks an order confirmed, packing or completed. */
  "order.step": { input: OrderStep; output: OrderShown };
  /** Weighs what was picked for an order; what was weighed is held, charged and shipped. */
  "order.pack": { input: OrderPack; output: OrderShown };
  /** Changes the lines of a placed order and what is held for them. */
  "order.amend": { input: OrderAmend; output: OrderShown };
  /** Takes goods out of a placed order, to go in a parcel of their own: an order of its own, with its part of the money. */
  "order.split": { input: OrderSplit; output: OrderShown };
  /** Asks a person to decide before an order goes on. */
  "order.doubt": { input: OrderDoubt; output: OrderShown };
  /** The goods leave the house. */
  "order.hand_over": { input: OrderHandOver; output: OrderShown };
  /** Cancels an order, with a reason. */
  "order.cancel": { input: OrderCancel; output: OrderShown };
  /** Takes a just saved order back. */
  "order.undo": { input: IdInput; output: OrderShown };
  /** Notes or changes a payment of an order. */
  "order.pay": { input: OrderPay; output: OrderShown };
  /** A step of a complaint after the goods went: asked for, agreed, refused, and the money that goes back. */
  "order.after_sale": { input: OrderAfterSale; output: OrderShown };
  /** Takes in again what a buyer sent back and may be sold again. */
  "order.take_back": { input: OrderTakeBack; output: OrderShown };
  /** Changes an order's note or freight. */
  "order.change": { input: OrderChange; output: OrderShown };
  /** One order with its payments, history and next steps. */
  "order.show": { input: IdInput; output: OrderShown };
  /** Part of a long list of orders, newest first, with the numbers of every group. */
  "order.window": { input: OrderWindow; output: OrderWindowShown };
  /** Orders by state, day or text. */
  "order.list": { input: OrderList; output: Array<StationOrder> };
  /** Hands the shift over: what was counted in the drawer and what the next one has to know. */
  "shift.hand_over": { input: ShiftInput; output: ShiftNow };
  /** The last hand-over, the drawer by the books, and what is open. */
  "shift.show": { input: Empty; output: ShiftNow };
  /** Whom to call on a day: what orders wait for, what villagers promised and brought, whom to ask. */
  "morning.calls": { input: DayInput; output: CallList };
  /** Notes what a villager promised to bring on a day. */
  "promise.save": { input: PromiseInput; output: CallList };
  /** The day's board: late, to confirm, to pack, to hand over before the carrier comes, and what spoils. */
  "day.board": { input: Empty; output: DayBoard };
  /** A day at a glance: sold, to pack, to decide, on the road, owed, what must go first. */
  "day.show": { input: DayInput; output: DayShown };
  /** Finds orders, listings, villagers, buyers and lots by any text. */
  "find": { input: FindInput; output: Array<Found> };
  /** What waits for a person. */
  "task.list": { input: Empty; output: Array<Task> };
  /** Closes what was set aside of a fact: somebody has seen it. What the hub takes after all closes by itself. */
  "refusal.close": { input: RefusalClose; output: Done };
  /** The balance of every account. */
  "ledger.balances": { input: Empty; output: Array<Balance> };
  /** Reads orders of another program from a file of JSON lines. */
  "import.run": { input: PathInput; output: ImportReport };
  /** Enrols this device at a hub with a one-time code. */
  "hub.enroll": { input: EnrollInput; output: StationStatus };
  /** Syncs with the hub. */
  "sync.run": { input: Empty; output: SyncReport };
  /** Saved here, waiting, at the hub; the last syncs; what was refused. */
  "sync.status": { input: Empty; output: SyncStatus };
  /** Writes what waits for the hub into a file to be carried, sealed to the hub. */
  "bundle.export": { input: BundleExport; output: BundleWritten };
  /** Takes in what the hub sent by a file; one that a new PC begins with needs its code, and a keeper. */
  "bundle.import": { input: BundleImport; output: BundleTaken };
  /** The bundles in a folder, or one of them: whose they are, and what is wrong with them. */
  "bundle.look": { input: PathInput; output: Array<BundleRow> };
  /** Recomputes everything from the log and compares. */
  "verify": { input: Empty; output: VerifyReport };
  /** The log of facts, by arrival. */
  "facts.list": { input: FactsInput; output: Array<FactRow> };
  /** Writes a checked copy of the database to a file. */
  "backup.write": { input: PathInput; output: BackupReport };
  /** Places that fit a text: Chinese, pinyin initials or code. */
  "place.find": { input: ListInput; output: Array<PlaceRow> };
  /** What state this PC is in: not set up, ready, or in trouble, and what there is to mend it with. */
  "setup.status": { input: Empty; output: SetupStatus };
  /** Sets a station up here; gives the recovery key, and the keeper is signed in. */
  "setup.create": { input: SetupCreate; output: SetupCreated };
  /** Opens the bundle that the county wrote for a new PC by its code and reads it to its end; nothing is set up yet. */
  "setup.look": { input: SetupLook; output: SetupSeen };
  /** Sets this PC up with a bundle that the county wrote for it; its code opens it and lets the PC in. */
  "setup.from_bundle": { input: SetupFromBundle; output: SetupFilled };
  /** Brings a station back from a backup. What lay here is moved aside, never deleted; over a sound station only a keeper may. */
  "setup.restore": { input: SetupRestore; output: SetupRestored };
  /** Puts the key of the station here back in its place by the recovery key, when it was lost. */
  "setup.unlock": { input: SetupUnlock; output: SetupRestored };
  /** The recovery key once more, for a keeper who types the PIN again. */
  "recovery.show": { input: PinInput; output: RecoveryKey };
  /** Backups in this station's folder, latest first. */
  "backup.list": { input: Empty; output: Array<BackupRow> };
  /** Signs an operator in, by id or name. */
  "session.sign_in": { input: SignIn; output: SessionRow };
  /** Signs whoever is signed in out; a screen that locks itself does the same. */
  "session.sign_out": { input: Empty; output: Done };
  /** Who is signed in. */
  "session.show": { input: Empty; output: SessionShown };
  /** The settings of this device. */
  "settings.show": { input: Empty; output: Settings };
  /** Changes settings of this device: language and look anybody's, syncing and locking a keeper's, the rest who is signed in's. */
  "settings.save": { input: SettingsChange; output: Settings };
  /** Begins a sync, unless one runs; returns at once. */
  "sync.start": { input: Empty; output: SyncWatch };
  /** Stops a running sync; what arrived counts. */
  "sync.stop": { input: Empty; output: SyncWatch };
  /** How far a running sync has come, how the last one ended, and when the next begins by itself. */
  "sync.watch": { input: Empty; output: SyncWatch };
};

/** The right that each command needs. */
export const rights = {
  "station.status": "open",
  "station.change": "keep",
  "clock.confirm": "keep",
  "operator.add": "keep",
  "operator.change": "keep",
  "operator.list": "see",
  "pin.set": "see",
  "pin.reset": "open",
  "villager.add": "stock",
  "villager.change": "stock",
  "villager.list": "see",
  "buyer.save": "sell",
  "buyer.find": "sell",
  "buyer.list": "sell",
  "buyer.show": "sell",
  "person.reveal": "see",
  "person.reveals": "keep",
  "buyer.paste": "sell",
  "person.join": "see",
  "person.apart": "see",
  "person.erase": "keep",
  "product.list": "see",
  "product.save": "sell",
  "photo.put": "stock",
  "photo.get": "see",
  "lot.take_in": "stock",
  "lot.list": "see",
  "lot.show": "see",
  "lot.by_villager": "see",
  "lot.correct": "stock",
  "lot.lose": "stock",
  "lot.count": "stock",
  "lot.regrade": "stock",
  "lot.merge": "stock",
  "stock.count": "stock",
  "lot.transfer": "stock",
  "lot.recall": "stock",
  "lot.receive": "stock",
  "listing.add": "sell",
  "listing.change": "sell",
  "price.set": "sell",
  "floor.set": "stock",
  "floor.list": "see",
  "listing.list": "see",
  "listing.show": "see",
  "contested.show": "see",
  "contested.choose": "see",
  "draft.save": "see",
  "draft.list": "see",
  "draft.drop": "see",
  "print.note": "see",
  "order.place": "sell",
  "order.fresh": "sell",
  "order.answer": "sell",
  "order.step": "pack",
  "order.pack": "pack",
  "order.amend": "sell",
  "order.split": "sell",
  "order.doubt": "pack",
  "order.hand_over": "pack",
  "order.cancel": "sell",
  "order.undo": "sell",
  "order.pay": "sell",
  "order.after_sale": "sell",
  "order.take_back": "stock",
  "order.change": "sell",
  "order.show": "see",
  "order.window": "see",
  "order.list": "see",
  "shift.hand_over": "sell",
  "shift.show": "see",
  "morning.calls": "stock",
  "promise.save": "stock",
  "day.board": "see",
  "day.show": "see",
  "find": "see",
  "task.list": "see",
  "refusal.close": "sell",
  "ledger.balances": "sell",
  "import.run": "sell",
  "hub.enroll": "keep",
  "sync.run": "open",
  "sync.status": "open",
  "bundle.export": "see",
  "bundle.import": "see",
  "bundle.look": "see",
  "verify": "open",
  "facts.list": "see",
  "backup.write": "open",
  "place.find": "open",
  "setup.status": "open",
  "setup.create": "open",
  "setup.look": "open",
  "setup.from_bundle": "open",
  "setup.restore": "open",
  "setup.unlock": "open",
  "recovery.show": "keep",
  "backup.list": "open",
  "session.sign_in": "open",
  "session.sign_out": "open",
  "session.show": "open",
  "settings.show": "open",
  "settings.save": "open",
  "sync.start": "open",
  "sync.stop": "open",
  "sync.watch": "open",
} as const satisfies Record<keyof Commands, string>;
