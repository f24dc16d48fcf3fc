# First start, signing in, and a station that does not open, in English.

## Signing in

signin-title = Sign in
signin-who = Who is at the computer
signin-pin = PIN
signin-enter = Enter
signin-forgot = PIN forgotten
signin-nobody = Nobody has a PIN on this computer yet. Set one with the recovery key.

## The day is doubted

clock-doubted = Is today { $date }?
clock-hint = The clock of this computer looks wrong. You can go on selling; dates stay marked until you say.
clock-hint-keeper = The clock of this computer looks wrong. You can go on; a keeper can set the day after signing in.
clock-set = Set the day
clock-ask = Which day is it?
clock-why = Look at a phone. The order of the records does not depend on it, but papers and hours left do.
clock-day = Day
clock-time = Time
clock-confirm = This is right
clock-unreadable = Write the day like 2026-08-18 and the time like 09:42.

## A forgotten PIN

forgot-title = New PIN for { $name }
forgot-ask-keeper = A keeper can set a new PIN in the settings. When no keeper can sign in, the recovery key that was printed at the first start does it.
forgot-key = Recovery key
forgot-pin = New PIN
forgot-set = Set the PIN
forgot-done = { $name } has a new PIN

## The first start

first-title = Welcome to Tsong
first-sub = A few questions, then you can sell.
first-progress = Step { $at } of { $of }
first-language = Which language?
first-language-hint = It can be changed at any time, on every screen.
first-restore = Bring a station back from a backup
first-station = What is the station called?
first-station-hint = The name stands on slips and at the county.
first-station-name = Name of the station
first-station-place = Township or village
first-keeper = Who keeps this station?
first-keeper-hint = The keeper can add others and change the settings. Take a PIN of at least four digits that nobody guesses.
first-keeper-name = Name
first-pin = PIN
first-pin-again = PIN once more
first-pin-differs = The two PINs differ.
first-make = Set the station up
first-making = Setting up
first-stick = Begin with a stick from the county
first-stick-ask = Which stick, and which code?
first-stick-hint = For a new or replaced computer the county writes the station onto a stick and tells a one-time code.
first-stick-reading = Reading the stick
first-stick-found = The stick is whole and holds { $station }. Who keeps the station here? Take a PIN of at least four digits that nobody guesses.
first-filling = Taking the records in
first-carry = The records of the station are here
first-carry-hint = { $facts } records came. The county lets this computer in when it hears of it: over a link by itself, or by the stick.
first-carry-write = Write onto the stick
first-carry-written = Written: { $size }. Carry the stick to the county, and take in here what comes back.

## The recovery key

key-title = Write this key down now
key-hint = It opens the records when this computer is lost. Print or copy it and keep it on paper, away from here. Nothing else does what it does.
key-of = Recovery key of { $station }
key-check = Type its last group
key-differs = This is not the last group. Look at what you wrote.

## Enrolling

enrol-title = Is there a link to the county?
enrol-hint = The county gives an address and a one-time code. You can work for weeks without it and do this later in the settings.
enrol-hub = Address of the hub
enrol-code = One-time code
enrol-code-hint = From the county; it works once.
enrol-go = Enrol
enrol-going = Enrolling
enrol-later = Later
enrol-done = This computer is enrolled

## Bringing a station back

restore-title = Bring a station back
restore-hint = Choose a backup and type the recovery key from paper.
restore-which = Backup
restore-other = Another file
restore-path = File
restore-path-hint = The whole path, for example on a stick: /media/usb/tsong-2026-08-18.db
restore-go = Bring it back
restore-going = Bringing it back
restore-done = The station is back
restore-done-hint = Sign in, enrol again at the county, sync, and count each lot before you sell it: what the lost disk had promised since its last sync is not known here.
restore-moved = What lay here before was moved to { $path }. Nothing was deleted.

## A station that does not open

trouble-title = The records do not open
trouble-safe = Nothing was changed or deleted. The records lie in { $folder }.
trouble-unlock = Open with this key
