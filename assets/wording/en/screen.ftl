# What all screens share, in English.

## Units

unit-kg = kg
unit-jin = jin
unit-liang = liang
unit-g = g
unit-piece = pc

## The frame

rail-label = Rooms
rail-today = Today
rail-till = Sell
rail-orders = Orders
rail-stock = Stock
rail-listings = For sale
rail-villagers = Villagers
rail-buyers = Buyers
rail-settings = Settings
rail-lock = Lock
rail-lock-name = { $name }: lock
where-label = Where the records are
where-saved = Saved here
where-waiting = waiting
where-hub = At the hub
where-never = Not at a hub yet
sync-start = Sync
sync-stop = Stop
sync-done = Synced: { $up } up, { $down } down
scan-unknown = Nothing here has the code { $code }
help-title = Keys
help-hint = Hold Alt to see each key where it works.
settings-language = Language

## What every screen can say

screen-loading = Reading
screen-again = Try again
screen-close = Close
screen-cancel = Cancel
screen-save = Save
screen-saved = Saved
screen-back = Back
screen-next = Next
screen-done = Done
screen-undo = Undo
screen-typed-before = Half typed before, and kept.
screen-begin-anew = Begin anew
screen-edit = Change
screen-add = Add
screen-all = All
screen-none = None
screen-search = Search
screen-print = Print
screen-found = Found: { $count }
screen-nothing-found = Nothing fits
screen-nothing-found-hint = Try fewer letters, or another way to write it.
screen-offline = No link
screen-offline-hint = Go on working. Everything is saved here and goes to the hub later.
screen-date-doubtful = date unconfirmed
contested-two-people = Two people changed this without knowing of each other. Choose what holds.
contested-look = Look and choose
contested-chosen = Chosen
contested-yes = Yes
contested-no = No
by-station = the program
phone-reveal = Show the whole number (it is noted who looked)
phone-hide = Hide the number
keypad-back = Take back the last digit
weight-unit = Unit of weight
photo-take = Take a photo
photo-taking = Taking the photo
place-hint = Name, initials or code

## How money is paid

way-cash = Cash
way-villager = Villager's own account
pay-code-show = Show the code
pay-code-alt = Code to be scanned
pay-code-not-here = The picture of the code has not arrived here yet. Sync, or choose it again in the settings.
pay-given = Given by the buyer
pay-change = Change: ¥{ $amount }
pay-given-short = ¥{ $amount } short
way-wechat = WeChat
way-alipay = Alipay
way-bank = Bank
way-platform = Platform
way-on-delivery = On delivery
