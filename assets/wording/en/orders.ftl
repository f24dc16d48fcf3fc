# The orders screen, in English.

## The list

orders-list = Orders
orders-search = Buyer, number, phone
orders-groups = Which orders
orders-group-all = All
orders-group-decide = You decide
orders-group-pack = To pack
orders-group-road = On the road
orders-group-done = Done
orders-group-cancelled = Cancelled
orders-day = Day
orders-day-all = All days
orders-today = Today
orders-yesterday = Yesterday
orders-month-before = Month before
orders-month-after = Month after
orders-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
orders-weekdays = Su Mo Tu We Th Fr Sa
orders-no-buyer = No name
orders-at-hub = At the hub
orders-waits = Waits here ({ $count })
orders-to-list = Back to the list
orders-show-all = Show all orders
orders-nothing-hint = Try fewer letters, another group or another day.
orders-empty = No orders yet
orders-empty-hint = The first one is taken at the till, with or without a link.
orders-none-chosen = Choose an order on the left: arrows move, Enter opens.

## The order

orders-order = Order
orders-number = Order { $number }
orders-no-number = Number not arrived yet
orders-source-counter = Counter
orders-source-phone = Phone
orders-source-message = Message
orders-source-livestream = Livestream
orders-source-platform = Platform
orders-source-import = Taken over
orders-erased = Buyer's data erased
orders-steps = Where the order stands
orders-step-placed = Place
orders-step-confirmed = Confirm
orders-step-packing = Pack
orders-step-handed-over = Hand over
orders-step-completed = Complete
orders-goods = Goods and whose they are
orders-ordered = Ordered
orders-price = Price ¥
orders-split = Another parcel
orders-back = What came back and may be sold again
orders-back-hint = Weigh what may be sold again; it goes back into its lot. What is spoilt stays out.
orders-back-go = Take in again
orders-split-title = Goods of { $number } in a parcel of their own
orders-split-hint = Write how much goes in the other parcel. It becomes an order of its own, for the same buyer, with its part of the money.
orders-split-goes = in the other parcel
orders-split-all = All { $amount }
orders-split-most = At most { $amount }
orders-split-freight = Freight of the other parcel
orders-split-go = Take it out
orders-split-nothing-goes = Write how much goes in the other parcel.
orders-split-nothing-stays = Something has to stay in this order.
orders-parts = Other parcel:
orders-part-of = Taken out of
orders-asked-price = ¥{ $price } was asked
orders-amount = Amount ¥
orders-freight = Freight
orders-freight-fixed = The goods have left: the freight stays as it is.
orders-note = Note
orders-note-add = Note, freight
orders-note-change = Change note, freight
orders-note-hint = What the buyer asks for. It goes with the buyer's data when that is erased.
orders-dated = Day it was taken
orders-dated-hint = The clock was wrong then. Year, month and day, as on paper.
orders-dated-set = Set the day
orders-field-dated-ms = Day it was taken

## Doubts, and what may be done

orders-doubt-short-handed-over-and-cancelled = Sent, cancelled
orders-doubt-short-late-order = Late: no stock held
orders-doubt-short-weight = Weight differs
orders-doubt-short-short = Not enough goods
orders-doubt-short-late = Cannot be in time
orders-doubt-short-unreachable = Buyer not reached
orders-doubt-short-price = Price changed
orders-doubt-short-unknown = A question
orders-doubt-short-asked = Asked: place it?
orders-doubt-short-cancel-asked = Cancel asked
orders-doubt-asked = Another computer took this order without stock of its own. Place it from the goods here, or cancel it.
orders-doubt-asked-there = This order waits for the computer that holds the goods. Sync, and it is answered there.
orders-doubt-cancel-asked = A cancel was asked elsewhere; the goods lie here and stay held. If they are in your hands, cancel.
orders-doubt-cancel-asked-there = A cancel was asked. The goods lie at another computer and stay held until it answers.
orders-doubt-handed-over-and-cancelled = Handed over here, cancelled elsewhere before that was known. The goods count as gone. If they went to the buyer, complete it.
orders-doubt-late-order = This order arrived from a lost disk after its goods were taken over: it holds nothing. Place it again from the goods here, or cancel it.
orders-doubt-weight = What was packed is further from the order than this product allows. Ask the buyer, then choose.
orders-doubt-short-why = There is not enough of the goods after all. What is held stays held.
orders-doubt-late = It cannot be with the buyer when it was promised. Ask whether the buyer waits.
orders-doubt-unreachable = Nobody reaches the buyer. Try again, or let the order go.
orders-doubt-price = The price is another than the one that was agreed. Ask the buyer which holds.
orders-doubt-other = What is recorded does not fit together. Look at the history, then decide.
orders-unpack = It was packed before it was cancelled: unpack it, the goods are free again.
orders-late = This computer was restored from a backup. If the goods left before that, say so: they are taken off the shelf once.
orders-late-do = They left before
orders-give-back = ¥{ $amount } came for this order and has to be given back: use Refund.
orders-undo = Undo
orders-undo-hint = Saved. It can be taken back whole, its money too.
orders-choice-weight = It is right so
orders-choice-short = It is there now
orders-choice-late = The buyer waits
orders-choice-unreachable = Reached: it goes on
orders-choice-price = The agreed price holds
orders-choice-unknown = It goes on
orders-choice-pack = Weigh again
orders-choice-amend = Change goods
orders-over = ¥{ $amount } more came than is owed: give it back by Refund.

## Steps

orders-do-confirmed = Confirm
orders-do-packing = Pack
orders-weigh = Weigh
orders-weigh-title = Weigh order { $number }
orders-weigh-hint = Pick each lot and type what the scale says. Enter goes on; an empty field means as picked.
orders-weigh-beyond = { $difference } from the order; up to { $tolerance } is usual. A person will have to decide.
orders-weigh-done = Packed
orders-weigh-picked = Lot { $code }: put it on the scale
orders-weigh-not-picked = { $code } was not picked for this order. Put it back.
orders-packed = packed { $amount }
orders-goods-change = Goods
orders-goods-title = Change the goods of order { $number }
orders-goods-hint = An empty quantity drops the line. What is held follows at once.
orders-goods-add = Add goods: name or code
orders-goods-agreed = The buyer agreed
orders-ask = Question
orders-ask-title = What has to be decided?
orders-ask-hint = The order waits under “Decide”; what is held stays held.
orders-rule = How it is filled
orders-rule-earliest-expiry = oldest first
orders-rule-chosen = chosen lot
orders-rule-rotated = in turns
orders-rule-pooled = shared by weight
orders-do-hand-over = Hand over
orders-do-completed = Complete
orders-do-answer = Place it
orders-do-cancel = Cancel the order
orders-do-free = Goods are here: cancel
orders-do-it-went = It went: complete
orders-do-again = Take it up again
orders-print = Print
orders-cancel = Cancel
orders-cancel-title = Cancel order { $number }
orders-cancel-not = Keep the order
orders-cancel-why = Why
orders-cancel-buyer = The buyer does not want it
orders-cancel-spoilt = The goods spoilt
orders-cancel-short = Not enough goods
orders-cancel-twice = Ordered twice
orders-cancel-address = It cannot be delivered there
orders-cancel-other = Another reason
orders-cancel-own = In your own words
orders-cancel-hint = Stays in the record for ever: no names, no phone numbers.
orders-cancel-asks = The goods lie at another computer: this asks it to free them.
orders-warned-title = The goods lie elsewhere
orders-warned = The goods of this order lie at another computer of the station.
orders-warned-where = The goods of this order lie at { $device }.
orders-warned-hint = Hand over here only when you hold the goods in your hands. They are taken off that computer's stock; if it has freed or counted them meanwhile, a task opens.
orders-warned-go-on = Hand over all the same

## Money

orders-way = By
orders-pay-note = Note a payment
orders-pay-title = Note a payment
orders-pay-state = The money
orders-pay-villager = Whose account
orders-pay-cleared = It came
orders-pay-void = Void
orders-pay-refund = Refund
orders-refund-title = Give money back
orders-refund-most = At most ¥{ $amount }
orders-refund-hint = This notes that you gave it back; the program itself sends no money.
orders-refunded = given back ¥{ $amount }
orders-after = Complaint
orders-after-title = Complaint about order { $number }
orders-after-none = Nobody has complained yet. Say first what is wrong.
orders-after-nothing-paid = No money came that could go back. Note the payment first, or void what is still expected.
orders-after-perishes = These goods perish: the money goes back, the goods do not.
orders-after-packed = As it was packed
orders-after-shown = As it arrived
orders-after-no-photo = No photo
orders-after-why = What is wrong
orders-after-more = In your own words
orders-after-do-requested = Somebody complains
orders-after-do-agreed = We agree
orders-after-do-await-goods = It shall come back
orders-after-do-inspected = It came and was looked at
orders-after-do-refunded = Refund
orders-after-do-refused = We do not agree
orders-after-do-withdrawn = The buyer lets it be
orders-after-bears = Who bears it
orders-after-bears-villager = The villager
orders-after-bears-station = The station
orders-after-bears-carrier = The carrier
orders-after-line = For which goods
orders-after-all-lines = All
orders-after-borne = ¥{ $amount } went back · { $bears }
complaint-spoilt = Spoilt
complaint-damaged = Damaged
complaint-wrong = Wrong goods
complaint-short = Less than ordered
complaint-late = Too late
complaint-lost = Lost on the way
orders-weigh-photo = Photo of the parcel

## History

orders-history = History
orders-history-title = What happened to order { $number }
orders-when = When
orders-what = What
orders-who = Who
orders-record = Record
orders-what-taken = Taken down
orders-what-packed = Packed and weighed
orders-what-split = Goods taken out for another parcel
orders-what-doubted = A person is asked
orders-what-changed = Changed: { $fields }
orders-what-erased = Personal data erased
orders-what-other = Something of a newer version
orders-field-lines = goods
orders-field-goods = sum of the goods
orders-field-shipping = freight
orders-field-total = total
orders-field-buyer = buyer
orders-field-contact = address
orders-field-note = note
