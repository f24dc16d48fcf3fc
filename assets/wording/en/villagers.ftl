# Villagers, in English.

villagers-add = New villager
villagers-change = Change a villager
villagers-count = { $count } here
villagers-find = Name, initials or phone
villagers-none = No villagers yet
villagers-none-hint = Add who brings goods to this station.
villagers-name = Name
villagers-name-bo = Name in Tibetan
villagers-phone = Phone
villagers-payout = Paid by
villagers-account = Account
villagers-owed = Owed
villagers-lots = Goods brought
villagers-no-lots = Nothing brought yet
villagers-of = of { $quantity }
villagers-gone = Does not bring goods any more
villagers-heir = Name the heir
villagers-heir-is = Heir: { $name }
villagers-let-go = Does not bring goods any more
villagers-back = Brings goods again
villagers-take-in = Take in goods
twins-alike = The same telephone as
twins-one-person = One person
twins-two-people = Two people
twins-same = Also put down as
twins-part = Part again
twins-joined = Now one person
twins-parted = Two people again
twins-two = Two people; nobody asks again
twins-choose = The same person as …
twins-choose-title = Who is the same person as { $name }? That one stays.
villagers-floors = Floors
villagers-floors-of = Below which price goods of { $name } are not sold
villagers-floors-hint = Goods of this villager fill no order below these prices.
villagers-floor = Floor
villagers-floor-for = For
villagers-floor-save = Set the floor
villagers-floor-drop = Take the floor away

## Erasing a person

erase-open = Erase
erase-title = Erase this person for good?
erase-hint = Name, phone, address and photo go, here and at the hub, and do not come back. Goods and sums stay. This cannot be undone.
erase-type = Type { $name } to go on
erase-go = Erase for good
erase-done = Erased
