//! The one list of commands. Every host (the window, the headless program, the browser tests)
//! builds its router from it. A station implements [`Handler`]; a host with a person before it
//! implements [`Seat`]: what works before there is a station, and what goes on beside it.

use crate::error::AppError;
use crate::io::*;
use schemars::Schema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;
use tsong_domain::people::Right;

/// Who answers a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A station: [`Handler`].
    Station,
    /// The host that a person sits at: [`Seat`].
    Seat,
}

/// One command as programs see it.
pub struct CommandSpec {
    /// Its name, `noun.verb`.
    pub name: &'static str,
    /// Who answers it.
    pub side: Side,
    /// What it does.
    pub doc: &'static str,
    /// What one must be allowed to.
    pub right: Right,
    /// The JSON schema of its input.
    pub input: fn() -> Schema,
    /// The JSON schema of its output.
    pub output: fn() -> Schema,
    /// The names of input and output in TypeScript.
    pub types: fn(&ts_rs::Config) -> (String, String),
}

macro_rules! commands {
    (
        station { $($(#[doc = $doc:literal])+ $name:literal $method:ident($input:ty) -> $output:ty, $right:ident;)+ }
        seat { $($(#[doc = $seat_doc:literal])+ $seat_name:literal $seat_method:ident($seat_input:ty) -> $seat_output:ty, $seat_right:ident;)+ }
    ) => {
        /// What a host needs of a station: one method a command.
        pub trait Handler {
            $(
                $(#[doc = $doc])+
                ///
                /// # Errors
                /// As [`AppError`] says; nothing was written then.
                fn $method(&mut self, input: $input) -> Result<$output, AppError>;
            )+
        }

        /// What a host with a person before it answers itself: one method a command.
        pub trait Seat {
            $(
                $(#[doc = $seat_doc])+
                ///
                /// # Errors
                /// As [`AppError`] says; nothing was written then.
                fn $seat_method(&mut self, input: $seat_input) -> Result<$seat_output, AppError>;
            )+
        }

        /// All commands.
        pub const COMMANDS: &[CommandSpec] = &[
            $(spec!(Station, $right, $name, concat!($($doc),+), $input, $output),)+
            $(spec!(Seat, $seat_right, $seat_name, concat!($($seat_doc),+), $seat_input, $seat_output),)+
        ];

        /// Runs a station's command by its name.
        ///
        /// # Errors
        /// [`AppError::UnknownCommand`], [`AppError::BadJson`], and what the command says.
        pub fn dispatch<H: Handler>(
            handler: &mut H,
            name: &str,
            input: Value,
        ) -> Result<Value, AppError> {
            match name {
                $($name => run(input, |input: $input| handler.$method(input)),)+
                _ => Err(AppError::UnknownCommand { name: name.to_owned() }),
            }
        }

        /// Runs a command of the host's own by its name.
        ///
        /// # Errors
        /// As [`dispatch`].
        pub fn dispatch_seat<S: Seat>(
            seat: &mut S,
            name: &str,
            input: Value,
        ) -> Result<Value, AppError> {
            match name {
                $($seat_name => run(input, |input: $seat_input| seat.$seat_method(input)),)+
                _ => Err(AppError::UnknownCommand { name: name.to_owned() }),
            }
        }

        /// Visits every type of the list, for the bindings.
        pub fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            visitor.visit::<AppError>();
            $(
                visitor.visit::<$input>();
                visitor.visit::<$output>();
            )+
            $(
                visitor.visit::<$seat_input>();
                visitor.visit::<$seat_output>();
            )+
        }
    };
}

macro_rules! spec {
    ($side:ident, $right:ident, $name:expr, $doc:expr, $input:ty, $output:ty) => {
        CommandSpec {
            name: $name,
            side: Side::$side,
            doc: $doc,
            right: Right::$right,
            input: || schemars::schema_for!($input),
            output: || schemars::schema_for!($output),
            types: |config| (<$input as TS>::name(config), <$output as TS>::name(config)),
        }
    };
}

/// Who answers the command of a name; `None` when there is none.
#[must_use]
pub fn side(name: &str) -> Option<Side> {
    COMMANDS.iter().find(|c| c.name == name).map(|c| c.side)
}

fn run<I: DeserializeOwned, O: Serialize>(
    input: Value,
    command: impl FnOnce(I) -> Result<O, AppError>,
) -> Result<Value, AppError> {
    let input = serde_json::from_value(input).map_err(|e| AppError::BadJson {
        detail: e.to_string(),
    })?;
    serde_json::to_value(command(input)?).map_err(|e| AppError::Internal {
        detail: e.to_string(),
    })
}

commands! {
station {
    #[doc = "What this device is, where it stands, and who can sign in."]
    "station.status" station_status(Empty) -> StationStatus, Open;
    #[doc = "Changes the station's name, place or commission."]
    "station.change" station_change(StationChange) -> StationStatus, Keep;
    #[doc = "Confirms the day when the clock is doubted."]
    "clock.confirm" clock_confirm(ClockConfirm) -> StationStatus, Keep;

    #[doc = "Adds an operator."]
    "operator.add" operator_add(OperatorAdd) -> OperatorRow, Keep;
    #[doc = "Changes an operator's name or role, or lets one go."]
    "operator.change" operator_change(OperatorChange) -> OperatorRow, Keep;
    #[doc = "All operators."]
    "operator.list" operator_list(Empty) -> Vec<OperatorRow>, See;
    #[doc = "Sets a PIN on this device: one's own, or as keeper anybody's."]
    "pin.set" pin_set(PinSet) -> Done, See;
    #[doc = "Sets a PIN with the recovery key, when no keeper can sign in."]
    "pin.reset" pin_reset(PinReset) -> Done, Open;

    #[doc = "Adds a villager."]
    "villager.add" villager_add(VillagerInput) -> VillagerRow, Stock;
    #[doc = "Changes a villager."]
    "villager.change" villager_change(VillagerChange) -> VillagerRow, Stock;
    #[doc = "Villagers, all or those that fit a text."]
    "villager.list" villager_list(ListInput) -> Vec<VillagerRow>, See;

    #[doc = "Adds a buyer, or finds the one with this phone again and changes what differs."]
    "buyer.save" buyer_save(BuyerInput) -> BuyerCard, Sell;
    #[doc = "Buyers that fit a text: name, initials, phone digits."]
    "buyer.find" buyer_find(ListInput) -> Vec<BuyerCard>, Sell;
    #[doc = "Part of a long list of buyers, who came last first; numbers masked."]
    "buyer.list" buyer_list(BuyerList) -> BuyerListShown, Sell;
    #[doc = "One buyer with the last orders; the number masked."]
    "buyer.show" buyer_show(IdInput) -> BuyerShown, Sell;
    #[doc = "A person's or an order's number and address, whole; that it was looked at is noted on this device."]
    "person.reveal" person_reveal(Reveal) -> Revealed, See;
    #[doc = "Who looked at whose number on this device, latest first."]
    "person.reveals" person_reveals(RevealList) -> Vec<RevealRow>, Keep;
    #[doc = "Reads name, phone and address out of a pasted block of chat text."]
    "buyer.paste" buyer_paste(PasteInput) -> PastedBuyer, Sell;
    #[doc = "Somebody was put down twice and is the same as another, who stands for both; without another they are parted again."]
    "person.join" person_join(JoinInput) -> Done, See;
    #[doc = "Two who look alike are two; nobody asks again."]
    "person.apart" person_apart(JoinInput) -> Done, See;
    #[doc = "Erases a person's data for good, here and at the hub; the records stay."]
    "person.erase" person_erase(IdInput) -> Done, Keep;

    #[doc = "The catalogue's products and the station's own."]
    "product.list" product_list(ListInput) -> Vec<ProductRow>, See;
    #[doc = "Adds or renames a product of the station's own."]
    "product.save" product_save(ProductInput) -> ProductRow, Sell;

    #[doc = "Takes a photo in, reduced to 200 kB, with a thumbnail."]
    "photo.put" photo_put(PhotoInput) -> PhotoRow, Stock;
    #[doc = "A photo or thumbnail that is here."]
    "photo.get" photo_get(PhotoGet) -> PhotoBytes, See;

    #[doc = "Takes in a lot that a villager brought."]
    "lot.take_in" lot_take_in(LotInput) -> LotRow, Stock;
    #[doc = "Lots with what is left of each, by product or villager."]
    "lot.list" lot_list(LotList) -> Vec<LotRow>, See;
    #[doc = "One lot with the orders that hold it and what of it is under way."]
    "lot.show" lot_show(IdInput) -> LotShown, See;
    #[doc = "Villagers with lots, the most urgent first."]
    "lot.by_villager" lot_by_villager(LotByVillager) -> Vec<VillagerLots>, See;
    #[doc = "Puts a wrong intake right, with its reason."]
    "lot.correct" lot_correct(LotCorrect) -> LotRow, Stock;
    #[doc = "Takes spoilt or shrunk goods off a lot."]
    "lot.lose" lot_lose(LotLose) -> LotRow, Stock;
    #[doc = "Counts what lies on this device's shelf of a lot."]
    "lot.count" lot_count(LotCount) -> LotCounted, Stock;
    #[doc = "Sorts some of a lot into grades, or makes another product of it; with what was lost it adds up to the gram."]
    "lot.regrade" lot_regrade(LotRegrade) -> LotsMade, Stock;
    #[doc = "Puts lots that are alike together into one."]
    "lot.merge" lot_merge(LotMerge) -> LotsMade, Stock;
    #[doc = "Counts many lots on this device's shelf in one transaction; answers those that did not fit."]
    "stock.count" stock_count(StockCount) -> Vec<LotCounted>, Stock;
    #[doc = "Passes some of this device's share on: to the hub's quota, or carried to another device."]
    "lot.transfer" lot_transfer(LotTransfer) -> LotRow, Stock;
    #[doc = "Asks the hub to give back some of its quota of a lot; it comes with the next sync, as far as it is not sold."]
    "lot.recall" lot_recall(LotRecall) -> LotShown, Stock;
    #[doc = "Receives what another device gave and was carried here."]
    "lot.receive" lot_receive(LotReceive) -> LotRow, Stock;

    #[doc = "Adds a listing."]
    "listing.add" listing_add(ListingInput) -> ListingRow, Sell;
    #[doc = "Changes a listing: price, wording, photo, on sale or paused."]
    "listing.change" listing_change(ListingChange) -> ListingRow, Sell;
    #[doc = "Sets a price of a listing under a condition, or takes it away: a way in, a quantity, days."]
    "price.set" price_set(PriceSet) -> ListingShown, Sell;
    #[doc = "Sets below which price a villager's goods are not sold, or takes that away."]
    "floor.set" floor_set(FloorSet) -> Vec<FloorRow>, Stock;
    #[doc = "A villager's floors, and how they came about."]
    "floor.list" floor_list(IdInput) -> Vec<FloorRow>, See;
    #[doc = "Listings with what can be sold of each; by state or text."]
    "listing.list" listing_list(ListInput) -> Vec<ListingRow>, See;

    #[doc = "One listing, with both values of what two people changed."]
    "listing.show" listing_show(IdInput) -> ListingShown, See;
    #[doc = "Every value of the fields on which two people disagree: of a person, listing or order."]
    "contested.show" contested_show(IdInput) -> Vec<ContestedField>, See;
    #[doc = "Chooses between them; the right is that of changing the thing."]
    "contested.choose" contested_choose(ContestedChoice) -> Done, See;

    #[doc = "Keeps half-typed work; without an id it gets one. The right is that of the work: stock for lots and villagers, else sell."]
    "draft.save" draft_save(DraftInput) -> DraftRow, See;
    #[doc = "Half-typed work of this device."]
    "draft.list" draft_list(DraftList) -> Vec<DraftRow>, See;
    #[doc = "Throws half-typed work away."]
    "draft.drop" draft_drop(IdInput) -> Done, See;
    #[doc = "Counts a paper that goes to this device's printer; the second is a copy."]
    "print.note" print_note(PrintNote) -> PrintTimes, See;

    #[doc = "Takes an order and holds its stock; asked instead, when another device holds it."]
    "order.place" order_place(OrderInput) -> OrderShown, Sell;
    #[doc = "The lines of an order that would not arrive fresh with the carrier that takes it."]
    "order.fresh" order_fresh(FreshInput) -> Vec<StaleLine>, Sell;
    #[doc = "Places an asked, cancelled or late order out of this device's own share."]
    "order.answer" order_answer(OrderAnswer) -> OrderShown, Sell;
    #[doc = "Marks an order confirmed, packing or completed."]
    "order.step" order_step(OrderStep) -> OrderShown, Pack;
    #[doc = "Weighs what was picked for an order; what was weighed is held, charged and shipped."]
    "order.pack" order_pack(OrderPack) -> OrderShown, Pack;
    #[doc = "Changes the lines of a placed order and what is held for them."]
    "order.amend" order_amend(OrderAmend) -> OrderShown, Sell;
    #[doc = "Takes goods out of a placed order, to go in a parcel of their own: an order of its own, with its part of the money."]
    "order.split" order_split(OrderSplit) -> OrderShown, Sell;
    #[doc = "Asks a person to decide before an order goes on."]
    "order.doubt" order_doubt(OrderDoubt) -> OrderShown, Pack;
    #[doc = "The goods leave the house."]
    "order.hand_over" order_hand_over(OrderHandOver) -> OrderShown, Pack;
    #[doc = "Cancels an order, with a reason."]
    "order.cancel" order_cancel(OrderCancel) -> OrderShown, Sell;
    #[doc = "Takes a just saved order back."]
    "order.undo" order_undo(IdInput) -> OrderShown, Sell;
    #[doc = "Notes or changes a payment of an order."]
    "order.pay" order_pay(OrderPay) -> OrderShown, Sell;
    #[doc = "A step of a complaint after the goods went: asked for, agreed, refused, and the money that goes back."]
    "order.after_sale" order_after_sale(OrderAfterSale) -> OrderShown, Sell;
    #[doc = "Takes in again what a buyer sent back and may be sold again."]
    "order.take_back" order_take_back(OrderTakeBack) -> OrderShown, Stock;
    #[doc = "Changes an order's note or freight."]
    "order.change" order_change(OrderChange) -> OrderShown, Sell;
    #[doc = "One order with its payments, history and next steps."]
    "order.show" order_show(IdInput) -> OrderShown, See;
    #[doc = "Part of a long list of orders, newest first, with the numbers of every group."]
    "order.window" order_window(OrderWindow) -> OrderWindowShown, See;
    #[doc = "Orders by state, day or text."]
    "order.list" order_list(OrderList) -> Vec<StationOrder>, See;
    #[doc = "Hands the shift over: what was counted in the drawer and what the next one has to know."]
    "shift.hand_over" shift_hand_over(ShiftInput) -> ShiftNow, Sell;
    #[doc = "The last hand-over, the drawer by the books, and what is open."]
    "shift.show" shift_show(Empty) -> ShiftNow, See;
    #[doc = "Whom to call on a day: what orders wait for, what villagers promised and brought, whom to ask."]
    "morning.calls" morning_calls(DayInput) -> CallList, Stock;
    #[doc = "Notes what a villager promised to bring on a day."]
    "promise.save" promise_save(PromiseInput) -> CallList, Stock;
    #[doc = "The day's board: late, to confirm, to pack, to hand over before the carrier comes, and what spoils."]
    "day.board" day_board(Empty) -> DayBoard, See;
    #[doc = "A day at a glance: sold, to pack, to decide, on the road, owed, what must go first."]
    "day.show" day_show(DayInput) -> DayShown, See;
    #[doc = "Finds orders, listings, villagers, buyers and lots by any text."]
    "find" find(FindInput) -> Vec<Found>, See;
    #[doc = "What waits for a person."]
    "task.list" task_list(Empty) -> Vec<Task>, See;
    #[doc = "Closes what was set aside of a fact: somebody has seen it. What the hub takes after all closes by itself."]
    "refusal.close" refusal_close(RefusalClose) -> Done, Sell;
    #[doc = "The balance of every account."]
    "ledger.balances" ledger_balances(Empty) -> Vec<Balance>, Sell;

    #[doc = "Reads orders of another program from a file of JSON lines."]
    "import.run" import_run(PathInput) -> ImportReport, Sell;
    #[doc = "Enrols this device at a hub with a one-time code."]
    "hub.enroll" hub_enroll(EnrollInput) -> StationStatus, Keep;
    #[doc = "Syncs with the hub."]
    "sync.run" sync_run(Empty) -> SyncReport, Open;
    #[doc = "Saved here, waiting, at the hub; the last syncs; what was refused."]
    "sync.status" sync_status(Empty) -> SyncStatus, Open;

    #[doc = "Writes what waits for the hub into a file to be carried, sealed to the hub."]
    "bundle.export" bundle_export(BundleExport) -> BundleWritten, See;
    #[doc = "Takes in what the hub sent by a file; one that a new PC begins with needs its code, and a keeper."]
    "bundle.import" bundle_import(BundleImport) -> BundleTaken, See;
    #[doc = "The bundles in a folder, or one of them: whose they are, and what is wrong with them."]
    "bundle.look" bundle_look(PathInput) -> Vec<BundleRow>, See;

    #[doc = "Recomputes everything from the log and compares."]
    "verify" verify(Empty) -> VerifyReport, Open;
    #[doc = "The log of facts, by arrival."]
    "facts.list" facts_list(FactsInput) -> Vec<FactRow>, See;
    #[doc = "Writes a checked copy of the database to a file."]
    "backup.write" backup_write(PathInput) -> BackupReport, Open;
}

seat {
    #[doc = "Places that fit a text: Chinese, pinyin initials or code."]
    "place.find" place_find(ListInput) -> Vec<PlaceRow>, Open;
    #[doc = "What state this PC is in: not set up, ready, or in trouble, and what there is to mend it with."]
    "setup.status" setup_status(Empty) -> SetupStatus, Open;
    #[doc = "Sets a station up here; gives the recovery key, and the keeper is signed in."]
    "setup.create" setup_create(SetupCreate) -> SetupCreated, Open;
    #[doc = "Opens the bundle that the county wrote for a new PC by its code and reads it to its end; nothing is set up yet."]
    "setup.look" setup_look(SetupLook) -> SetupSeen, Open;
    #[doc = "Sets this PC up with a bundle that the county wrote for it; its code opens it and lets the PC in."]
    "setup.from_bundle" setup_from_bundle(SetupFromBundle) -> SetupFilled, Open;
    #[doc = "Brings a station back from a backup. What lay here is moved aside, never deleted; over a sound station only a keeper may."]
    "setup.restore" setup_restore(SetupRestore) -> SetupRestored, Open;
    #[doc = "Puts the key of the station here back in its place by the recovery key, when it was lost."]
    "setup.unlock" setup_unlock(SetupUnlock) -> SetupRestored, Open;
    #[doc = "The recovery key once more, for a keeper who types the PIN again."]
    "recovery.show" recovery_show(PinInput) -> RecoveryKey, Keep;
    #[doc = "Backups in this station's folder, latest first."]
    "backup.list" backup_list(Empty) -> Vec<BackupRow>, Open;

    #[doc = "Signs an operator in, by id or name."]
    "session.sign_in" session_sign_in(SignIn) -> SessionRow, Open;
    #[doc = "Signs whoever is signed in out; a screen that locks itself does the same."]
    "session.sign_out" session_sign_out(Empty) -> Done, Open;
    #[doc = "Who is signed in."]
    "session.show" session_show(Empty) -> SessionShown, Open;

    #[doc = "The settings of this device."]
    "settings.show" settings_show(Empty) -> Settings, Open;
    #[doc = "Changes settings of this device: language and look anybody's, syncing and locking a keeper's, the rest who is signed in's."]
    "settings.save" settings_save(SettingsChange) -> Settings, Open;

    #[doc = "Begins a sync, unless one runs; returns at once."]
    "sync.start" sync_start(Empty) -> SyncWatch, Open;
    #[doc = "Stops a running sync; what arrived counts."]
    "sync.stop" sync_stop(Empty) -> SyncWatch, Open;
    #[doc = "How far a running sync has come, how the last one ended, and when the next begins by itself."]
    "sync.watch" sync_watch(Empty) -> SyncWatch, Open;
}
}
