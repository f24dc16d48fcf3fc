//! The one list of commands, answered by a station.

use crate::station::Station;
use crate::{
    backup, bundle, contested, drafts, find, glance, import, link, listings, lots, morning, orders,
    outbox, people, photos, prices, prints, produce, reveal, shift, signin, status, tasks, verify,
};
use tsong_contract::AppError;
use tsong_contract::command::Handler;
use tsong_contract::io::*;

macro_rules! answered {
    ($($method:ident($input:ty) -> $output:ty = $path:path;)+) => {
        impl Handler for Station {
            $(fn $method(&mut self, input: $input) -> Result<$output, AppError> {
                $path(self, input)
            })+
        }
    };
}

answered! {
    station_status(Empty) -> StationStatus = status::show;
    station_change(StationChange) -> StationStatus = status::change;
    clock_confirm(ClockConfirm) -> StationStatus = status::confirm_clock;
    operator_add(OperatorAdd) -> OperatorRow = people::operator_add;
    operator_change(OperatorChange) -> OperatorRow = people::operator_change;
    operator_list(Empty) -> Vec<OperatorRow> = people::operator_list;
    pin_set(PinSet) -> Done = signin::set_pin;
    pin_reset(PinReset) -> Done = signin::reset_pin;
    villager_add(VillagerInput) -> VillagerRow = people::villager_add;
    villager_change(VillagerChange) -> VillagerRow = people::villager_change;
    villager_list(ListInput) -> Vec<VillagerRow> = people::villager_list;
    buyer_save(BuyerInput) -> BuyerCard = people::buyer_save;
    buyer_find(ListInput) -> Vec<BuyerCard> = people::buyer_find;
    buyer_list(BuyerList) -> BuyerListShown = people::buyer_list;
    buyer_show(IdInput) -> BuyerShown = people::buyer_show;
    person_reveal(Reveal) -> Revealed = reveal::reveal;
    person_reveals(RevealList) -> Vec<RevealRow> = reveal::list;
    buyer_paste(PasteInput) -> PastedBuyer = people::buyer_paste;
    person_join(JoinInput) -> Done = people::join;
    person_apart(JoinInput) -> Done = people::apart;
    person_erase(IdInput) -> Done = people::person_erase;
    product_list(ListInput) -> Vec<ProductRow> = produce::product_list;
    product_save(ProductInput) -> ProductRow = produce::product_save;
    photo_put(PhotoInput) -> PhotoRow = photos::put;
    photo_get(PhotoGet) -> PhotoBytes = photos::get;
    lot_take_in(LotInput) -> LotRow = lots::take_in;
    lot_list(LotList) -> Vec<LotRow> = lots::list;
    lot_show(IdInput) -> LotShown = lots::whole;
    lot_by_villager(LotByVillager) -> Vec<VillagerLots> = lots::by_villager;
    lot_correct(LotCorrect) -> LotRow = lots::correct;
    lot_lose(LotLose) -> LotRow = lots::lose;
    lot_count(LotCount) -> LotCounted = lots::count;
    lot_regrade(LotRegrade) -> LotsMade = lots::regrade;
    lot_merge(LotMerge) -> LotsMade = lots::merge;
    stock_count(StockCount) -> Vec<LotCounted> = lots::count_stock;
    lot_transfer(LotTransfer) -> LotRow = lots::transfer;
    lot_recall(LotRecall) -> LotShown = lots::recall;
    lot_receive(LotReceive) -> LotRow = lots::receive;
    listing_add(ListingInput) -> ListingRow = listings::add;
    listing_change(ListingChange) -> ListingRow = listings::change;
    listing_list(ListInput) -> Vec<ListingRow> = listings::list;
    listing_show(IdInput) -> ListingShown = listings::whole;
    price_set(PriceSet) -> ListingShown = prices::set;
    floor_set(FloorSet) -> Vec<FloorRow> = prices::set_floor;
    floor_list(IdInput) -> Vec<FloorRow> = prices::floors;
    contested_show(IdInput) -> Vec<ContestedField> = contested::show;
    contested_choose(ContestedChoice) -> Done = contested::choose;
    draft_save(DraftInput) -> DraftRow = drafts::save;
    draft_list(DraftList) -> Vec<DraftRow> = drafts::list;
    draft_drop(IdInput) -> Done = drafts::drop;
    print_note(PrintNote) -> PrintTimes = prints::note;
    order_place(OrderInput) -> OrderShown = orders::place;
    order_fresh(FreshInput) -> Vec<StaleLine> = orders::fresh;
    order_answer(OrderAnswer) -> OrderShown = orders::answer;
    order_step(OrderStep) -> OrderShown = orders::step;
    order_pack(OrderPack) -> OrderShown = orders::pack;
    order_amend(OrderAmend) -> OrderShown = orders::amend;
    order_split(OrderSplit) -> OrderShown = orders::split;
    order_doubt(OrderDoubt) -> OrderShown = orders::doubt;
    order_hand_over(OrderHandOver) -> OrderShown = orders::hand_over;
    order_cancel(OrderCancel) -> OrderShown = orders::cancel;
    order_undo(IdInput) -> OrderShown = orders::undo;
    order_pay(OrderPay) -> OrderShown = orders::pay;
    order_after_sale(OrderAfterSale) -> OrderShown = orders::after_sale;
    order_take_back(OrderTakeBack) -> OrderShown = orders::take_back;
    order_change(OrderChange) -> OrderShown = orders::change;
    order_show(IdInput) -> OrderShown = orders::show;
    order_window(OrderWindow) -> OrderWindowShown = orders::window;
    order_list(OrderList) -> Vec<StationOrder> = orders::list;
    morning_calls(DayInput) -> CallList = morning::calls;
    promise_save(PromiseInput) -> CallList = morning::promise;
    day_board(Empty) -> DayBoard = morning::board;
    shift_hand_over(ShiftInput) -> ShiftNow = shift::hand_over;
    shift_show(Empty) -> ShiftNow = shift::now;
    day_show(DayInput) -> DayShown = glance::show;
    find(FindInput) -> Vec<Found> = find::find;
    task_list(Empty) -> Vec<Task> = tasks::list;
    refusal_close(RefusalClose) -> Done = tasks::close_refusal;
    ledger_balances(Empty) -> Vec<Balance> = status::balances;
    import_run(PathInput) -> ImportReport = import::run;
    hub_enroll(EnrollInput) -> StationStatus = link::enroll;
    sync_run(Empty) -> SyncReport = link::sync;
    sync_status(Empty) -> SyncStatus = outbox::status;
    bundle_export(BundleExport) -> BundleWritten = bundle::export;
    bundle_import(BundleImport) -> BundleTaken = bundle::import;
    bundle_look(PathInput) -> Vec<BundleRow> = bundle::look;
    verify(Empty) -> VerifyReport = verify::verify;
    facts_list(FactsInput) -> Vec<FactRow> = status::facts;
    backup_write(PathInput) -> BackupReport = backup::write;
}
