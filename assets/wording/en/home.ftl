# The home screen, in English.

home-acts = What to do
home-new-order = New order
home-new-order-hint = Weigh, sell, pack
home-take-in = Take in goods
home-pack = Pack orders
morning-title = The day's work
morning-board = Board
morning-calls = Call list
morning-cut-off = The carrier comes { $time }
morning-capacity = { $waiting } wait, { $capacity } a day can be packed
morning-waiting = { $waiting } orders wait
morning-late = Late
morning-confirm = To confirm
morning-pack = To pack
morning-hand-over = To hand over
morning-expiring = Last call
morning-none = Nothing
morning-more = { $count } more
morning-nobody = Nobody needs to be called
morning-nobody-hint = When an order waits for goods, it stands here whom to ask.
morning-needs = Wanted
morning-answers = Promised and brought
morning-nothing-wanted = No order waits for goods.
morning-need-sum = Ordered { $wanted } · here { $here } · coming { $coming }
morning-open = Still to ask for: { $open }
morning-met = Enough
morning-nobody-to-ask = Nobody brought such goods lately.
morning-somebody-else = Somebody else
morning-no-answers = Nobody has answered yet.
morning-who = Villager
morning-promised = Promised
morning-brought = Brought
morning-short = Short
morning-cannot = Cannot
morning-again = Change
morning-promise-title = { $name } says
morning-promise-save = Note it
morning-promise-hint = Who cannot is not asked again today; what is left is offered to the others.
morning-chat = Text for the group
morning-print = Print
morning-copy = Copy
morning-copied = Copied; paste it into the chat
morning-copy-by-hand = The text is chosen: press Ctrl+C
morning-chat-head = Goods for { $day }
morning-chat-promised = { $goods } { $quantity } promised
morning-chat-brought = { $goods } { $quantity } arrived, thank you
morning-chat-short = { $goods } { $quantity } still to bring
morning-chat-wanted = Wanted: { $goods } { $quantity }
shift-hand-over = Hand over the shift
shift-and-print = Hand over and print
shift-open = Open: { $decide } to decide, { $pack } to pack or hand over
shift-counted = Counted in the drawer
shift-books = By the books ¥{ $amount }
shift-books-label = By the books
shift-less = ¥{ $amount } less than in the books
shift-more = ¥{ $amount } more than in the books
shift-to = To
shift-anybody = Whoever comes
shift-note = What the next one has to know
shift-done = Handed over
shift-from = { $name } handed over, { $time }
shift-seen = Seen
shift-fits = Drawer ¥{ $counted }, as in the books
shift-was-less = Drawer ¥{ $counted }, ¥{ $off } less than in the books
shift-was-more = Drawer ¥{ $counted }, ¥{ $off } more than in the books
home-first = { $product }: sell or ship by { $time }
home-from = { $count ->
    [one] from { $count } villager
   *[other] from { $count } villagers
}
home-last-call = Last call · { $left } left
home-left = { $left } left
home-see-lots = See the lots
home-see-stock = See the stock
home-nothing-first = Nothing has to go today
home-nothing-first-hint = Goods that spoil stand here, the first to go first.
home-decide = You decide
home-counter = Counter
home-wants = { $buyer } wants { $quantity }
home-is-here = { $quantity } is here
home-needs-you = Needs you
task-needs-decision = An order waits for a decision
task-cancel-asked = Somebody asks to cancel
task-asked = The other computer asks for goods
task-takeover = This computer was restored: what it may sell is being settled with the county
task-negative-share = More was promised than lies here
task-recount = Weigh this lot before it is sold
task-undated = An order has no sure date
task-left = A villager left: who gets money and goods?
task-alike-villager = Two villagers with one telephone: one person or two?
task-alike-buyer = Two buyers with one telephone: one person or two?
task-contested = Two people changed the same thing
task-quarantine = A record was set aside
home-all-decided = Nothing to decide
home-to-pack = To pack
home-waits = Waits here
home-all-packed = All packed
home-road = On the road
home-on-its-way = On its way
home-none-on-road = Nothing on the road
home-owed = To pay
home-villagers = { $count ->
    [one] { $count } villager
   *[other] { $count } villagers
}
home-none-owed = Nothing owed
home-sold = { $count ->
    [one] Sold today · { $count } order
   *[other] Sold today · { $count } orders
}
home-other = Other
home-the-day = The day
home-now = Now
home-event-intake = Goods taken in
home-event-orders = Orders
home-event-sync = Synced
home-event-sync-failed = Sync did not work
home-event-backup = Backup kept
home-note-intake = lots: { $count }, villagers: { $villagers }
home-note-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
}
home-note-sync = { $count ->
    [one] { $count } record
   *[other] { $count } records
}

## Why a sync did not work, in two words

link-no-link = No link
link-link-stalled = The link was cut
link-captive-portal = A sign-in page answered
link-bad-certificate = The hub is not trusted
link-not-a-hub = No hub answered
link-revoked = This computer was shut out
link-stopped = Stopped by hand
link-hub-refused = The hub refused

## Counted things

home-decide-one = thing
home-decide-many = things
home-order-one = order
home-order-many = orders
