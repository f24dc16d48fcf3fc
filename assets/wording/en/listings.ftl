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

## A new listing

listings-new = New listing
listings-find-product = Product
listings-listed = listed already
