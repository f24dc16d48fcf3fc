# The county's desk, in English.

desk-title = County service centre
desk-token = Staff token
desk-token-hint = The keeper of the hub makes one with: tsong-hub staff
desk-pages = Pages
desk-overview = Overview
desk-log = What staff did
desk-sign-out = Sign out
desk-county = County
desk-find = Find a station
desk-find-orders = Number, buyer, phone
desk-hearing = How it is heard
desk-silent = Silent
desk-late = Late
desk-never = Never heard
desk-is-heard = Heard
desk-since = Not heard for { $span }
desk-syncing = Syncing now
desk-stations = Stations
desk-stations-count = { $count }, what is pressing first
desk-add = Add a station
desk-added = { $name } was added
desk-other-place = Another place
desk-none = No station yet
desk-none-hint = Add one and tell it its one-time code.
desk-more = { $shown } of { $total } are shown; find to see others

## Figures

desk-sold-today = Sold today
desk-orders-today = Orders today
desk-week-ago = { $change } on last week's day
desk-no-week-ago = nothing a week ago
desk-pack-road = to pack { $pack }, on the road { $road }
desk-heard = Stations heard
desk-not-heard = { $count } not heard
desk-all-heard = all of them
desk-decide = A person is needed
desk-set-aside = Set aside: { $count }
desk-none-aside = nothing set aside
desk-waiting = Waiting at stations
desk-pending = { $count } wait here for them
desk-pending-there = Waits here for it
desk-devices = Computers
desk-facts = { $count } records
desk-facts-word = Records
desk-blobs = Photos missing
desk-days = Fourteen days of sales
desk-week-sum = Seven days: { $orders } orders, ¥{ $sum }

## What needs a person

desk-nothing-needs = Nothing is pressing
desk-need-fork = A computer's records split: { $count }
desk-need-quarantine = Records set aside: { $count }
desk-need-silent = Not heard for long. Orders to decide: { $count }
desk-need-decide = Orders to decide: { $count }
desk-need-late = Late. Orders to decide: { $count }

## Columns

desk-col-station = Station
desk-col-state = State
desk-col-heard = Last heard
desk-col-hours = 24 hours
desk-col-waiting = Waiting
desk-col-orders = Orders
desk-col-sold = Sold ¥
desk-col-tasks = Tasks
desk-col-number = Number
desk-col-buyer = Buyer
desk-col-goods = Goods
desk-col-sum = Sum ¥
desk-col-taken = Taken
desk-col-reveal = Show
desk-col-when = When
desk-col-who = Who
desk-col-what = What
desk-reason = Reason

## Orders and computers

desk-orders = Orders
desk-no-orders = No orders here
desk-newer = Newer
desk-older = Older
desk-reveal = Show phone and address of order { $number }
desk-no-devices = No computer is enrolled yet.
desk-device-line = Version { $version } · heard { $heard } · origins { $origins }
desk-enrol = Enrol a computer
desk-revoke = Shut out
desk-revoke-title = Shut { $name } out?
desk-revoke-hint = It cannot sync any more. What it had sent stays; the station can enrol another computer.
desk-revoked = Shut out
desk-revoked-on = Shut out { $date } by { $who }: { $reason }
desk-code-hint = Tell the station this code and this address: { $address }
desk-code-until = It works once, until { $date } { $time }.

## What staff did

desk-log-empty = Nothing yet
desk-act-signed-in = Signed in
desk-act-signed-out = Signed out
desk-act-station-added = Added a station
desk-act-code-made = Made a one-time code
desk-act-device-revoked = Shut a computer out
desk-act-buyer-shown = Looked at a buyer
desk-act-staff-added = Added staff
desk-act-staff-revoked = Shut staff out

## Refusals of the hub

desk-refusal-bad-token = This token is not known.
desk-refusal-session-over = The session is over. Sign in again; nothing is lost.
desk-refusal-too-many-tries = Too many wrong tries.
desk-refusal-cross-origin = This page came from elsewhere, so nothing was done.
desk-refusal-bad-name = This name cannot be used.
desk-refusal-bad-place = Choose a place from the list.
desk-refusal-bad-reason = Write why.
desk-refusal-station-unknown = There is no such station.
desk-refusal-device-unknown = There is no such computer.
desk-refusal-no-link = The hub does not answer. What you typed stays.
desk-refusal-other = The hub refused: { $code }
desk-wait = Wait { $seconds } seconds.
