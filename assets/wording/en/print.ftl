# What is printed, in English.

## The slip of an order and the receipt of a lot

print-order = Order slip
print-lot = Receipt for goods
print-calls = Call list
print-copy = COPY
print-number = No.
print-date = Date
print-phone = Phone
print-to = To
print-from = From
print-counter = At the counter
print-erased = Buyer's data erased
print-goods = Goods
print-quantity = Quantity
print-price = Price
print-amount = Amount
print-sum-goods = Goods
print-freight = Freight
print-total = Total
print-paid = Paid
print-due = To be paid
print-note = Note
print-packed-by = Packed by
print-taken-by = Taken by
print-rounding = A line is rounded once, to the nearest fen.
print-villager = Villager
print-taken-in = Taken in
print-grade = Grade
print-gathered = Gathered
print-place = Place
print-permit = Permit
print-shelf = Shelf
print-not-paid-yet = Goods taken in, not paid yet: the money is owed when they are sold.
print-paper = Paper of slips and receipts
print-paper-a5 = A5, half a sheet
print-paper-a6 = A6, a quarter
print-paper-roll80 = Roll, 80 mm
