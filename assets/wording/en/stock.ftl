# The stock screen, in English.

## The screen

stock-title = Stock
stock-sub = Lots: { $lots } · villagers: { $villagers }
stock-villagers = Villagers
stock-products = Products
stock-lots = Lots
stock-by = Show by
stock-by-villager = Villager
stock-by-product = Product
stock-find-villager = Villager
stock-find-product = Product
stock-lot-one = { $count } lot
stock-lot-many = { $count } lots
stock-which = Which lots
stock-here = Here
stock-also-sold = Sold too
stock-empty = No goods yet
stock-empty-hint = Weigh what a villager brings.
stock-none-here = Nothing lies here
stock-none-here-hint = What was sold out is behind the switch above.
stock-nothing-found-hint = Try fewer letters; Enter looks for a lot of this number.

## The columns

stock-gone = gone
stock-to-sell = to sell
stock-road = road
stock-to-ship = To ship
stock-on-hand = On hand
stock-held = Held
stock-hub = Hub
stock-may-sell = May sell
stock-may-sell-now = May sell now
stock-owed = Owed
stock-take-in = Take in
stock-details = Details

## A lot's life

stock-lot = Lot { $number }
stock-today = today { $time }
stock-gathered = From { $time }
stock-road-span = { $span } road
stock-ship-by = Ship by { $time }
stock-keeps-long = Keeps
stock-too-late-to-ship = Too late to ship
stock-on-sale = On sale
stock-keeps = Keeps
stock-last-call = Last call
stock-recount = Count first
stock-too-late = Off sale
stock-counter-only = Counter only
stock-sold-out = Sold out

## One lot

stock-villager = Villager
stock-grade = Grade
stock-not-graded = Not graded
stock-taken-in = Taken in
stock-harvested = Gathered or made
stock-keeping = Kept
stock-ambient = Plain
stock-chilled = Chilled
stock-frozen = Frozen
stock-shelf = Shelf or basket
stock-permit = Permit
stock-permit-missing = not shown yet
stock-place = Place
stock-holders = Who holds it
stock-held-by = Orders that hold it
stock-which-transfer = Which transfer
stock-at-hub = Hub
stock-under-way = Under way
stock-this-pc = This computer
stock-other-pc = Another computer { $id }
stock-lies-at = lies at: { $place }
stock-lower-price = Lower price
stock-no-listing = These goods are not on sale here
stock-not-enough = Only { $free } of it is free; the rest is promised, passed on or gone.
stock-print = Print receipt

## What is done with it

stock-act-correct = Correct
stock-act-lose = Spoilt or shrunk
stock-act-count = Count
stock-act-pass = Pass to the hub
stock-act-recall = Ask back
stock-act-receive = Receive
stock-act-sort = Sort or process
stock-act-join = Put together
stock-ask-correct = Taken in as { $taken }. Type what it should have been; nothing means that it was never brought.
stock-ask-lose = { $left } lie here, { $here } of it free. Type what is gone for good.
stock-ask-count = Count or weigh all that lies on this shelf, also what is promised. The books say { $left }.
stock-ask-pass = The hub may then sell it alone; only the hub gives it back. Free here: { $here }.
stock-ask-recall = The hub gives it back with the next sync, as far as it has not sold it. What it sold stays to be packed.
stock-ask-receive = Type what has arrived here. What is missing stays under way.
stock-ask-sort = Weigh what comes out, grade by grade. What is missing is written down as lost. Free here: { $here }.
stock-ask-join = All that is free of the chosen lots becomes one lot. It is as old as the oldest of them.
stock-label-correct = Should have been
stock-label-lose = Lost
stock-label-count = Found
stock-label-pass = Pass on
stock-label-recall = Ask back
stock-label-receive = Arrived
stock-lost-how = What happened
stock-spoil = Spoilt
stock-shrink = Shrunk
stock-reason = Why
stock-reason-free = Why, if you like
stock-reason-missing = Say why, for whoever looks later.
stock-same = This is what stands there already.
stock-undo-reason = correction taken back
stock-done-correct = Lot { $number } is { $quantity } now
stock-done-lose = Lot { $number }: { $quantity } written off
stock-done-count = Lot { $number } counted
stock-done-pass = Lot { $number }: { $quantity } is the hub's to sell
stock-done-recall = Lot { $number }: { $quantity } asked back
stock-until = Until which day
stock-until-hint = After it the hub gives back what it has not sold; empty for no such day.
stock-not-there = The hub has only { $free } of it.
stock-hub-sold = The hub sold { $quantity }: to pack here
stock-hub-asked = { $quantity } asked back
stock-hub-until = the hub may sell it until { $day }
stock-done-receive = Lot { $number }: { $quantity } arrived
stock-count-fits = It is all there
stock-count-less = Missing
stock-count-more = More than in the books
stock-at-risk = These orders hold goods of this lot, and there is not enough for all. Decide which goes without.
stock-sort-into = What it becomes
stock-sort-taken = Goes in
stock-sort-shelf = Shelf or basket for it
stock-sort-sum = Out: { $out } · shrinkage: { $lost }
stock-sort-yield = Out: { $out } · lost in the making: { $lost }
stock-sort-too-much = { $over } more comes out than goes in. Weigh again.
stock-sort-nothing = Type what comes out of at least one grade.
stock-done-sort = Lot { $number } became { $lots }
stock-done-join = They are lot { $number } now
stock-join-two = Choose two at least.
stock-join-sum = Together: { $quantity }
stock-made-of = Made of
stock-told = What happened
stock-changed-by = Changed by
stock-who = Who
stock-move-intake = Taken in
stock-move-spoil = Spoilt
stock-move-shrink = Shrinkage
stock-move-regrade = Sorted or made
stock-move-transfer = Passed on
stock-move-receive = Arrived
stock-move-count = Counted
stock-move-correction = Corrected
stock-move-return-in = Sent back and taken in again
stock-move-retire = Handed back
stock-count-title = Count a shelf
stock-count-hint = Type what lies there, also what is promised. What you leave empty is not counted.
stock-count-every = All
stock-no-shelf = No shelf
stock-count-so-many = { $typed } of { $lots } counted
stock-count-all-fit = All { $lots } lots fit
