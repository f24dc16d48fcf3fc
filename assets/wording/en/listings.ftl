# The screen of what is offered, in English.

## The list

listings-screen = For sale
listings-sub = On sale: { $count }
listings-list = Listings
listings-find = Name, code or letters
listings-filter = Which listings
listings-goods = Goods
listings-here = May sell here
listings-hub = Hub
listings-sold-there = Sold there, to pack
listings-state = State
listings-price = Price
listings-all-grades = All grades
listings-contested = Two values
listings-half-typed = half typed
listings-empty = Nothing is offered yet
listings-empty-hint = Offer what lies here with F4.
listings-none-chosen = Choose a listing
listings-none-chosen-hint = Arrows move, Enter goes to its price.
listings-first = The first listing
listings-first-hint = A price and a state are enough; names come from the product.

## One listing

listings-editor = Listing
listings-to-list = To the list
listings-price-kg = Price of a kilogram
listings-price-piece = Price of a piece
listings-photo = Photo
listings-title = Title
listings-wording = Description
listings-in-bo = Tibetan
listings-in-zh = Chinese
listings-in-en = English
listings-put-on-sale = Put on sale
listings-pause = Pause
listings-revert = Throw away what was typed
listings-add = Add listing
listings-added = Listed
listings-saved = Saved
listings-now-on-sale = On sale now
listings-now-paused = Paused now
listings-prices = Other prices
listings-prices-none = All pay the same price.
listings-price-add = Another price
listings-price-change = Change this price
listings-price-drop = Take this price away
listings-price-gone = The price was taken away
listings-price-over = over
listings-price-history = How the prices came about
listings-price-no-history = No price was changed yet.
listings-price-of-price = Price for all
listings-price-of-floor = Floor
listings-price-taken = taken away
listings-price-source = For orders that come by
listings-price-all = All
listings-price-from = From how much
listings-price-from-on = from { $quantity }
listings-price-since = First day
listings-price-until = Last day
listings-price-up-to = until { $day }
listings-price-since-day = since { $day }
listings-price-any = Say when this price counts: a way in, a quantity or days.
listings-price-hint = A way in with prices of its own uses only those. A price for certain days goes before one for always, then the largest quantity that is reached.

## A new listing

listings-new = New listing
listings-find-product = Product
listings-listed = listed already
