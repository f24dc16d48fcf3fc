# Buyers, in English.

buyers-add = New buyer
buyers-change = Change a buyer
buyers-count = { $count } known
buyers-find = Name, initials or phone
buyers-none = No buyers yet
buyers-none-hint = They are kept with their first order, or added here.
buyers-nameless = No name
buyers-erased = Erased
buyers-orders = Orders
buyers-last = The last orders
buyers-no-orders = Nothing ordered yet
buyers-paste = Pasted chat text
buyers-paste-read = Read it
buyers-place = Place
buyers-address = Street, number, door
