# What Tsong says, in English. The other languages have the same keys.

## Signing in

error-sign-in-needed = Sign in first: choose your name and type your PIN.
error-wrong-pin = The PIN is wrong. Tries left before a wait: { $tries_left }. If you forgot it, ask the keeper.
error-locked-out = Too many wrong tries. Wait { $wait_seconds } seconds, then try again, or ask the keeper to set a new PIN.
error-not-allowed = You are not allowed to do this ({ $right }). Ask the keeper to do it or to change your role.
error-pin-too-short = The PIN is too short. Take at least four digits.
error-pin-too-simple = This PIN is too easy to guess. Do not repeat one digit, and do not take digits in a row.
error-name-taken = Somebody here has this name already. Add something that tells the two apart.
error-last-keeper = This is the only keeper. Make somebody else keeper first.

## What was asked

error-not-found = { $what } { $id } is not here. Look whether it was typed rightly, or sync first.
error-bad-input = { $field }: { $reason }
error-bad-json = The text that was sent is no JSON, so nothing was done. Correct it and send it again.
error-unknown-command = There is no command { $name }. The list of commands shows those that there are.
error-bad-arguments = Something is missing or misspelt in what was asked, so nothing was done. See the help.
error-stale = { $what } was changed meanwhile. Nothing is lost: look at the new state, then decide again.
error-already-done = This was done already. Nothing was done twice.

## What was typed

error-empty = Nothing is written here. Please fill it in.
error-not-a-number = This is not a number that can be read. Type it like 2.5.
error-negative = This must not be below zero. Leave out the minus sign.
error-zero = This must be more than zero.
error-too-large = This is larger than can be right. Look at the number again.
error-too-precise = This is finer than can be counted: whole grams, whole fen, whole pieces.
error-too-long = This text is too long. Please shorten it.
error-unknown-unit = This unit is not known. Use kg, g, jin or liang for weight and yuan for money.
error-bad-amount = This amount cannot be right. Amounts are whole fen, not below zero.
error-bad-weight = This weight cannot be right. It must be more than zero, in whole grams.
error-bad-id = This number of a record is malformed. Take it over unchanged from where it comes.
error-place-unknown = This place is not known. What you typed is kept; choose township and village from the list.
error-not-in-list = This is none of the choices. Take one from the list.
error-not-picked = This lot was not picked for the order, or stands here twice. Take the lots that the order names.
error-does-not-add-up = What comes out and what was lost do not make what went in. Weigh again, or take another amount.
error-perishes = This perishes on the way back. Refund it without return; the photo of the parcel is the evidence.
error-nothing-due = Nothing is due any more. Say how much came, if more came all the same.
error-villager-left = This villager left. Take the goods in for somebody else, or bring the villager back first.
error-more-than-paid = This is more than was paid and not yet given back. Take a smaller amount.
error-not-alike = These lots are not alike: villager, product, grade, place, permit and keeping must be the same, and the day where a certificate is required. Leave them apart.
error-made-of-lots = Nobody brought this lot: it was made of others. Count it, or write off what is missing.
error-twice = This stands here twice. Leave one of them out.
error-in-use = This is in use already and cannot be changed any more. Make a new one beside it.
error-too-early = This time is too long ago to be right. Look at the date again.
error-in-the-future = This time is still to come. Look at the date again.
error-clock-doubted = The clock of this computer is in doubt still. Set it right first.
error-bad-date = Write the day as 2026-08-18.
error-date-is-sure = The date of this order is sure already.
error-spoils = Kept like this it would spoil. Choose a colder place.
error-bad-address = This is no address of a hub. It begins with https://; take it over as the county centre gave it.
error-not-a-photo = This file is no photo. Take one as JPEG, PNG or WebP.
error-photo-too-large = This photo is too large. What you typed is kept; take a smaller one.

## Stock and orders

error-not-enough-stock = There is not enough { $product }: { $asked } asked, { $available } to be had. The order is kept; take less or another lot.
error-below-floor = { $villager } does not sell { $product } below ¥{ $floor }. The order is kept; ask a higher price, or change the floor with the villager's consent.
error-wrong-state = This cannot be done now: the state is "{ $state }". Nothing was changed.
error-undo-expired = It is too late to undo this. Cancel or correct it instead.
error-missing-marks = A part of this record has not arrived yet. Nothing is lost; sync, then try again.
error-not-the-keeper = The goods lie at another computer of the station. Do it there, or go on after the warning.
error-needs-recount = Count this lot before selling from it: the station was restored from a backup.
error-needs-takeover = The station was restored. Sync once, so that it takes over from the lost disk; orders wait safely until then.
error-no-lines = The order has no goods in it. Add at least one line.
error-unknown-status = This status of an order is not known. Use created, paid, packed, shipped, delivered or refunded.
error-broken-json = Line { $line } is no complete record. The other lines went in; correct this one and import again.
error-import-partly = Some lines were refused; the rest went in. Correct the refused lines and import the file again.

## The records on this computer

error-database-newer = These records were written by a newer version (found { $found }, this program knows { $known }). Nothing was touched. Install the newer program.
error-database-damaged = The file of records is damaged. Do not write to it: restore the last backup. What was synced is safe at the hub.
error-wrong-key = The key does not open these records. They are unharmed; use the printed recovery key.
error-no-database = There is no station in { $path }. Set one up first, or give the right folder.
error-database-exists = There is a station in { $path } already. It was not touched. Give another folder.
error-directory-not-empty = The folder is not empty, so nothing was restored into it. Give an empty one.
error-not-a-bundle = This file is no bundle of Tsong. It was not touched; choose another.
error-bundle-newer = A newer version of the program wrote this bundle (format { $found }). Nothing was taken in; update this program.
error-bundle-not-ours = This bundle is for another computer or another centre. Nothing was taken in; leave it for its receiver.
error-bundle-cut = This bundle is not whole, as when a stick is pulled out too early. What had come is kept; copy it again.
error-bundle-damaged = This bundle is damaged, so it was not taken in. Nothing is lost; have it written again.
error-no-bundle = There is no bundle for this computer here. Look whether it is the right stick.
error-bundle-no-room = There is no room for the bundle there, so nothing was written. Everything is saved here; free some space or take another stick.
error-disk-full = The disk is full, so this was not saved. What was saved before is safe. Free some space, then save again.
error-database-busy = Another window is writing just now. Nothing is lost; try again in a moment.
error-storage = The disk did not do what was asked ({ $detail }). What was saved before is safe. Make a backup and have the disk checked.
error-recovery-key-wrong = The recovery key is not right. Look at each group of letters again; nothing was changed.
error-key-missing = The key of these records is not on this computer. Use the printed recovery key.
error-keyring-unavailable = This computer has no store for keys that works. Start with --keyring off: the key then lies in a file that only you can read.
error-backup-damaged = This backup is damaged and was not used. Nothing was changed; take an older one.
error-verify-failed = The records do not add up: { $detail }. Do not go on; make a backup and call the county centre.
error-io = A file could not be read or written: { $detail }. What was saved before is safe.
error-internal = The program made a mistake: { $detail }. What was saved before is safe. Start it again and tell the county centre.
error-clock-wrong = The computer's clock is far from right. Everything can go on; please set today's date.

## The hub and the link

error-already-enrolled = This computer is joined to a hub already. Nothing was changed.
error-not-enrolled = This computer is not joined to a hub yet. Everything is saved here; ask the county centre for a code.
error-no-link = There is no link just now. Everything is saved here and waits; sync when the link is back.
error-link-stalled = The link stopped halfway. What arrived counts; sync again and it goes on from there.
error-stopped = The sync was stopped. What arrived counts; sync again and it goes on from there.
error-captive-portal = The network wants a sign-in page first. Open a browser, sign in there, then sync again. Everything is saved here.
error-not-a-hub = What answers at this address is no hub. Nothing was sent; look at the address again.
error-bad-certificate = The hub could not prove who it is, so nothing was sent. Try another network, or call the county centre.
error-hub-refused = The hub refused: { $reason }. Everything is saved here; call the county centre.
error-bad-code = This code is not right. Type it again as it was given.
error-code-used = This code was used already or is too old. Ask the county centre for a new one.
error-revoked = The county centre has shut this computer out. Everything is saved here; call the centre.
error-fork = The hub knows another history of this computer, as after a disk was copied. Nothing is lost; restore as a new device.
error-bad-signature = A signature does not fit, so this was not taken in. Nothing else is touched; call the county centre.
error-payload-too-large = This is more than can be sent at once. Nothing is lost; sync again.

## Roles and rights

role-keeper = Keeper
role-operator = Operator
role-helper = Helper
role-host = Live host
right-open = open to all
right-see = see the records
right-stock = take in and count goods
right-pack = pack and hand over
right-sell = sell and take money
right-keep = run the station

## Aspects and states of an order

aspect-fulfilment = Order
aspect-payment = Payment
aspect-after-sale = After-sale
state-draft = Draft
state-asked = Asked
state-placed = Placed
state-confirmed = Confirmed
state-packing = Packing
state-handed-over = Handed over
state-completed = Completed
state-cancel-asked = Cancel asked
state-cancelled = Cancelled
state-needs-decision = Needs a decision
payment-expected = To be paid
payment-reported = Said to be paid
payment-cleared = Paid
payment-part-refunded = Partly refunded
payment-moved-over = went over to another parcel
payment-refunded = Refunded
payment-void = Void
after-sale-requested = Requested
after-sale-agreed = Agreed
after-sale-await-goods = Goods on their way back
after-sale-inspected = Inspected
after-sale-refunded = Refunded
after-sale-refused = Refused
after-sale-withdrawn = Withdrawn
listing-draft = Draft
listing-on-sale = On sale
listing-paused = Paused

## Things and fields, as they stand in a sentence

thing-order = Order
thing-line = Line
thing-lot = Lot
thing-listing = Listing
thing-product = Product
thing-grade = Grade
thing-villager = Villager
thing-buyer = Buyer
thing-operator = Operator
thing-station = Station
thing-device = Computer
thing-place = Place
thing-photo = Photo
thing-payment = Payment
thing-draft = Draft
thing-fact = Record
thing-mark = Mark
thing-file = File
thing-parcel = Parcel
field-name = Name
field-phone = Phone
field-address = Address
field-contact = Name, phone and address
field-account = Account
field-payout = Paid by
field-active = Still here
field-wording = Description
field-price = Price
field-floor = Floor
field-amount = Amount
field-weight = Weight
field-quantity = Quantity
field-pieces = Pieces
field-pin = PIN
field-place = Place
field-product = Product
field-grade = Grade
field-photo = Photo
field-note = Note
field-reason = Reason
field-lines = Goods
field-day = Day
field-since = First day
field-until = Last day
field-from = From how much
field-source = Way in
field-role = Role
field-code = Code
field-url = Address of the hub
field-title = Title
field-limit = Limit
field-state = State
field-id = Number

## Fallback

error-unknown = Something went wrong ({ $code }). What was saved before is safe.

## Notices

notice-keys-in-files = This system has no keyring. The keys are kept in files that only their owner can read: DIR/keys.
notice-settings-broken = The settings of this device could not be read. The usual ones are used; look at them once.
