# The screen that takes in goods, in English.

## The screen

intake-title = Take in goods
intake-sub = One question after another
intake-kept = Kept as you type
intake-steps = Questions
intake-ask-villager = Whose goods?
intake-ask-product = What was brought?
intake-ask-grade = Which grade?
intake-ask-weight = How heavy?
intake-ask-pieces = How many?
intake-ask-more = When gathered, how kept, where it lies
intake-missing = This is still to be answered.

## The questions

intake-villager = Villager
intake-product = Product
intake-grade = Grade
intake-weight = Weight
intake-pieces = Pieces
intake-more = Gathered and kept

## Whose goods

intake-find-villager = Name or letters
intake-new-villager = New villager
intake-no-villagers = Nobody is known here yet
intake-no-villagers-hint = Add the villager who brings goods first.
intake-nobody-hint = Try fewer letters, or add a new villager with Alt+N.
intake-name = Name
intake-name-bo = Name in Tibetan
intake-phone = Phone

## What was brought

intake-find-product = Name, code or letters
intake-brought = Brought before: { $times }
intake-not-graded = Not graded

## When, how and where

intake-when = When gathered or made
intake-now = Just now
intake-yesterday = Yesterday, { $day }
intake-own-time = Another time
intake-day = Day
intake-day-hint = Like 17, 8-17 or 2026-08-17
intake-time = Time
intake-unclear-day = This day cannot be read. Type it like 17, 8-17 or 2026-08-17.
intake-unclear-time = This time cannot be read. Type it like 6:30.
intake-in-the-future = This is still to come. Type when it was gathered.
intake-too-early = This is too long ago. Look at the year again.
intake-keeping = How it is kept
intake-ambient = Plain
intake-chilled = Chilled
intake-frozen = Frozen
intake-spoils = It does not keep so. Choose a colder way.
intake-place = Where gathered or made
intake-shelf = Shelf or basket
intake-permit = Gathering permit
intake-permit-missing = These goods need a permit. They can be taken in without it; add the number when it is shown.

## Saving

intake-sum = What is taken in
intake-save = Take in
intake-clear = Clear
intake-cleared = Cleared
intake-saved = Lot { $number } · { $quantity }
intake-undone = Lot { $number } was taken back
intake-undo-reason = taken in by mistake
intake-print = Print receipt
intake-aside = Laid aside
