# The stock screen, in Tibetan.

## The screen

# source: project notes, placeholder
# reviewed: no
stock-title = དངོས་ཟོག
# source: composed
# reviewed: no
stock-sub = གྲོང་མི་ { $villagers } ཟོག་ { $lots }
# source: project notes, placeholder
# reviewed: no
stock-villagers = གྲོང་མི
# source: composed
# reviewed: no
stock-products = ཐོན་རྫས
# source: composed
# reviewed: no
stock-lots = ཟོག
# source: composed
# reviewed: no
stock-by = ཇི་ལྟར་སྟོན
# source: project notes, placeholder
# reviewed: no
stock-by-villager = གྲོང་མི
# source: composed
# reviewed: no
stock-by-product = ཐོན་རྫས
# source: project notes, placeholder
# reviewed: no
stock-find-villager = གྲོང་མི
# source: composed
# reviewed: no
stock-find-product = ཐོན་རྫས
# source: composed
# reviewed: no
stock-lot-one = ཟོག་ { $count }
# source: composed
# reviewed: no
stock-lot-many = ཟོག་ { $count }
# source: composed
# reviewed: no
stock-which = ཟོག་གང
# source: composed
# reviewed: no
stock-here = འདིར་ཡོད
# source: composed
# reviewed: no
stock-also-sold = བཙོངས་པའང
# source: composed
# reviewed: no
stock-empty = དངོས་ཟོག་ད་དུང་མི་འདུག
# source: composed
# reviewed: no
stock-empty-hint = གྲོང་མིས་ཁྱེར་ཡོང་བའི་ཟོག་འཇལ་རོགས།
# source: composed
# reviewed: no
stock-none-here = འདིར་ཟོག་མི་འདུག
# source: composed
# reviewed: no
stock-none-here-hint = བཙོངས་ཟིན་པ་གོང་གི་སྒྱུར་མཐེབ་ནང་ཡོད།
# source: composed
# reviewed: no
stock-nothing-found-hint = ཡི་གེ་ཉུང་དུ་གཏོང་རོགས། Enter མནན་ན་ཨང་རྟགས་འདིའི་ཟོག་འཚོལ།

## The columns

# source: composed
# reviewed: no
stock-gone = འདས
# source: composed
# reviewed: no
stock-to-sell = འཚོང་དུས
# source: composed
# reviewed: no
stock-road = ལམ
# source: composed
# reviewed: no
stock-to-ship = སྐྱེལ་དུས
# source: composed
# reviewed: no
stock-on-hand = ཡོད
# source: composed
# reviewed: no
stock-held = མངགས
# source: project notes, placeholder
# reviewed: no
stock-hub = ལྟེ་གནས
# source: composed
# reviewed: no
stock-may-sell = འཚོང་ཆོག
# source: composed
# reviewed: no
stock-may-sell-now = ད་ལྟ་འཚོང་ཆོག
# source: composed
# reviewed: no
stock-owed = སྤྲོད་རྒྱུ
# source: composed
# reviewed: no
stock-take-in = ལེན
# source: composed
# reviewed: no
stock-details = ཞིབ་ཕྲ

## A lot's life

# source: composed
# reviewed: no
stock-lot = ཟོག་ { $number }
# source: composed
# reviewed: no
stock-today = དེ་རིང་ { $time }
# source: composed
# reviewed: no
stock-gathered = { $time } བཏུས
# source: composed
# reviewed: no
stock-road-span = ལམ་ { $span }
# source: composed
# reviewed: no
stock-ship-by = { $time } སྔོན་སྐྱེལ
# source: composed
# reviewed: no
stock-keeps-long = ཡུན་རིང་ཉར་ཐུབ
# source: composed
# reviewed: no
stock-too-late-to-ship = སྐྱེལ་དུས་ཡོལ
# source: composed
# reviewed: no
stock-on-sale = འཚོང་ཆོག
# source: composed
# reviewed: no
stock-keeps = ཉར་ཐུབ
# source: composed
# reviewed: no
stock-last-call = མཐའ་མ
# source: composed
# reviewed: no
stock-recount = ཐོག་མར་རྩིས
# source: composed
# reviewed: no
stock-too-late = འཚོང་མི་ཆོག
# source: composed
# reviewed: no
stock-counter-only = ཚོང་སྟེགས་ཁོ་ན
# source: composed
# reviewed: no
stock-sold-out = བཙོངས་ཟིན

## One lot

# source: project notes, placeholder
# reviewed: no
stock-villager = གྲོང་མི
# source: composed
# reviewed: no
stock-grade = རིམ་པ
# source: composed
# reviewed: no
stock-not-graded = རིམ་པ་མ་ཕྱེ་བ
# source: composed
# reviewed: no
stock-taken-in = བླངས་པ
# source: composed
# reviewed: no
stock-harvested = བཏུས་པའམ་བཟོས་པ
# source: composed
# reviewed: no
stock-keeping = ཉར་སྟངས
# source: composed
# reviewed: no
stock-ambient = དྲོད་ཚད་ཕལ་བ
# source: composed
# reviewed: no
stock-chilled = འཁྱག་ཉར
# source: composed
# reviewed: no
stock-frozen = འཁྱགས་པ
# source: composed
# reviewed: no
stock-shelf = ཟོག་སྟེགས་སམ་སླེ་པོ
# source: composed
# reviewed: no
stock-permit = ཆོག་མཆན
# source: composed
# reviewed: no
stock-permit-missing = ད་དུང་མ་བསྟན
# source: composed
# reviewed: no
stock-place = ཐོན་ས
# source: composed
# reviewed: no
stock-holders = སུའི་ལག་ཏུ
# source: composed
# reviewed: no
stock-held-by = འདི་མངགས་པའི་མངག་ཉོ
# source: composed
# reviewed: no
stock-which-transfer = སྤྲད་པ་གང
# source: project notes, placeholder
# reviewed: no
stock-at-hub = ལྟེ་གནས
# source: composed
# reviewed: no
stock-under-way = ལམ་དུ
# source: composed
# reviewed: no
stock-this-pc = གློག་ཀླད་འདི
# source: composed
# reviewed: no
stock-other-pc = གློག་ཀླད་གཞན་ { $id }
# source: composed
# reviewed: no
stock-lies-at = གང་དུ་: { $place }
# source: composed
# reviewed: no
stock-lower-price = རིན་གོང་གཅོག
# source: composed
# reviewed: no
stock-no-listing = ཟོག་འདི་འཚོང་ཐོར་མི་འདུག
# source: composed
# reviewed: no
stock-not-enough = { $free } ལས་རང་དབང་མེད། ལྷག་མ་མངགས་ཟིན་པའམ་སྤྲད་ཟིན།
# source: composed
# reviewed: no
stock-print = འབྱོར་འཛིན་པར་འདེབས

## What is done with it

# source: composed
# reviewed: no
stock-act-correct = བཅོས
# source: composed
# reviewed: no
stock-act-lose = རུལ་བའམ་ཆག་པ
# source: composed
# reviewed: no
stock-act-count = རྩིས
# source: composed
# reviewed: no
stock-act-pass = ལྟེ་གནས་ལ་སྤྲོད
# source: composed
# reviewed: no
stock-act-recall = ཕྱིར་སློང་།
# source: composed
# reviewed: no
stock-act-receive = ལེན
# source: composed
# reviewed: no
stock-act-sort = རིམ་པ་དབྱེ་བ
# source: composed
# reviewed: no
stock-act-join = ཟོག་སྡེབ
# source: composed
# reviewed: no
stock-ask-correct = བླངས་སྐབས་ { $taken } བྲིས་འདུག ཡང་དག་པའི་གྲངས་འབྲི་རོགས། 0 ནི་མ་བླངས་པ་ཡིན།
# source: composed
# reviewed: no
stock-ask-lose = འདིར་ { $left } ཡོད། དེ་ལས་ { $here } རང་དབང་། མེད་པར་གྱུར་པའི་གྲངས་འབྲི་རོགས།
# source: composed
# reviewed: no
stock-ask-count = སྟེགས་ཐོག་གི་ཟོག་ཚང་མ་རྩིས་སམ་འཇལ། མངགས་ཟིན་པའང་ཚུད། ཐོ་ལ་ { $left } འདུག
# source: composed
# reviewed: no
stock-ask-pass = དེ་རྗེས་ལྟེ་གནས་ཁོ་ནས་འཚོང་ཆོག ལྟེ་གནས་ཀྱིས་མ་གཏོགས་ཕྱིར་མི་སྤྲོད། འདིར་ { $here } རང་དབང་།
# source: composed
# reviewed: no
stock-ask-recall = ལྟེ་གནས་ཀྱིས་བཙོངས་མེད་པ་རྣམས་ཐེངས་རྗེས་མའི་མཉམ་བགྲང་དུས་ཕྱིར་སྤྲོད། བཙོངས་ཟིན་པ་ནི་ཐུམ་རྒྱག་དགོས།
# source: composed
# reviewed: no
stock-ask-receive = འདིར་སླེབས་པའི་གྲངས་འབྲི་རོགས། མ་སླེབས་པ་ད་དུང་ལམ་དུ་ཡོད།
# source: composed
# reviewed: no
stock-ask-sort = རིམ་པ་རེ་རེ་འཇལ་ནས་འབྲི་རོགས། ཆད་པ་ཆག་པ་ཡིན་པར་འགོད། འདིར་ { $here } རང་དབང་།
# source: composed
# reviewed: no
stock-ask-join = བདམས་པའི་ཟོག་རང་དབང་ཚང་མ་གཅིག་ཏུ་སྡེབ། ལོ་ཚད་རྙིང་ཤོས་ལྟར་རྩིས།
# source: composed
# reviewed: no
stock-label-correct = ཡིན་དགོས་པ
# source: composed
# reviewed: no
stock-label-lose = མེད་པར་གྱུར་པ
# source: composed
# reviewed: no
stock-label-count = རྙེད་པ
# source: composed
# reviewed: no
stock-label-pass = སྤྲོད་པ
# source: composed
# reviewed: no
stock-label-recall = ཕྱིར་སློང་།
# source: composed
# reviewed: no
stock-label-receive = སླེབས་པ
# source: composed
# reviewed: no
stock-lost-how = ཅི་བྱུང
# source: composed
# reviewed: no
stock-spoil = རུལ་བ
# source: composed
# reviewed: no
stock-shrink = ལྗིད་ཚད་ཆག་པ
# source: composed
# reviewed: no
stock-reason = རྒྱུ་མཚན
# source: composed
# reviewed: no
stock-reason-free = རྒྱུ་མཚན། མ་བྲིས་ཀྱང་ཆོག
# source: composed
# reviewed: no
stock-reason-missing = རྗེས་སུ་ལྟ་མཁན་ལ་རྒྱུ་མཚན་འབྲི་རོགས།
# source: composed
# reviewed: no
stock-same = འདི་སྔར་བྲིས་པ་དང་གཅིག་རེད།
# source: composed
# reviewed: no
stock-undo-reason = བཅོས་པ་ཕྱིར་འཐེན
# source: composed
# reviewed: no
stock-done-correct = ཟོག་ { $number } ད་ { $quantity } ཡིན
# source: composed
# reviewed: no
stock-done-lose = ཟོག་ { $number }: { $quantity } ཐོ་ལས་ཕྲི
# source: composed
# reviewed: no
stock-done-count = ཟོག་ { $number } བརྩིས་ཟིན
# source: composed
# reviewed: no
stock-done-pass = ཟོག་ { $number }: { $quantity } ལྟེ་གནས་ཀྱིས་འཚོང
# source: composed
# reviewed: no
stock-done-recall = ཚན་ { $number } ཟོག་ { $quantity } ཕྱིར་བསླངས་ཟིན།
# source: composed
# reviewed: no
stock-until = ཉིན་མོ་གང་བར།
# source: composed
# reviewed: no
stock-until-hint = ཉིན་དེ་འདས་རྗེས་ལྟེ་གནས་ཀྱིས་བཙོངས་མེད་པ་ཕྱིར་སྤྲོད། མ་བཀག་ན་སྟོང་པ་འཇོག
# source: composed
# reviewed: no
stock-not-there = ལྟེ་གནས་ལ་ { $free } ལས་མེད།
# source: composed
# reviewed: no
stock-hub-sold = ལྟེ་གནས་ཀྱིས་ { $quantity } བཙོངས་ཟིན། འདིར་ཐུམ་རྒྱག་དགོས།
# source: composed
# reviewed: no
stock-hub-asked = { $quantity } ཕྱིར་བསླངས་ཟིན།
# source: composed
# reviewed: no
stock-hub-until = ལྟེ་གནས་ཀྱིས་ { $day } བར་འཚོང་ཆོག
# source: composed
# reviewed: no
stock-done-receive = ཟོག་ { $number }: { $quantity } སླེབས
# source: composed
# reviewed: no
stock-count-fits = གྲངས་མཐུན
# source: composed
# reviewed: no
stock-count-less = ཆད་འདུག
# source: composed
# reviewed: no
stock-count-more = ཐོ་ལས་མང
# source: composed
# reviewed: no
stock-at-risk = མངག་ཉོ་འདི་ཚོས་ཟོག་འདི་མངགས་འདུག ཚང་མར་མི་འདང་། གང་ཞིག་ཆད་དགོས་པ་ཐག་གཅོད་རོགས།
# source: composed
# reviewed: no
stock-sort-into = ཅི་ཞིག་ཏུ་བཟོ
# source: composed
# reviewed: no
stock-sort-taken = ནང་དུ
# source: composed
# reviewed: no
stock-sort-shelf = སྟེགས་སམ་སླེ་པོ་གང
# source: composed
# reviewed: no
stock-sort-sum = ཕྱིར་ { $out } · ཆག་པ་ { $lost }
# source: composed
# reviewed: no
stock-sort-yield = ཐོབ་པ་ { $out } · བཟོ་སྐབས་ཆག་པ་ { $lost }
# source: composed
# reviewed: no
stock-sort-too-much = ཕྱིར་ཐོན་པ་ནང་ལས་ { $over } མང་། ཡང་བསྐྱར་འཇལ་རོགས།
# source: composed
# reviewed: no
stock-sort-nothing = ཉུང་མཐར་རིམ་པ་གཅིག་གི་གྲངས་འབྲི་རོགས།
# source: composed
# reviewed: no
stock-done-sort = ཟོག་ { $number } ནི་ { $lots } ཏུ་གྱུར
# source: composed
# reviewed: no
stock-done-join = ད་ཟོག་ { $number } ཡིན
# source: composed
# reviewed: no
stock-join-two = ཉུང་མཐར་གཉིས་འདེམས་རོགས།
# source: composed
# reviewed: no
stock-join-sum = བསྡོམས་པ་ { $quantity }
# source: composed
# reviewed: no
stock-made-of = གང་ལས
# source: composed
# reviewed: no
stock-told = བྱུང་བ
# source: composed
# reviewed: no
stock-changed-by = འགྱུར་བ
# source: composed
# reviewed: no
stock-who = སུས
# source: composed
# reviewed: no
stock-move-intake = བླངས་པ
# source: composed
# reviewed: no
stock-move-spoil = རུལ་བ
# source: composed
# reviewed: no
stock-move-shrink = ཆག་པ
# source: composed
# reviewed: no
stock-move-regrade = རིམ་པ་ཕྱེ་བ
# source: composed
# reviewed: no
stock-move-transfer = སྤྲད་པ
# source: composed
# reviewed: no
stock-move-receive = སླེབས་པ
# source: composed
# reviewed: no
stock-move-count = བརྩིས་པ
# source: composed
# reviewed: no
stock-move-correction = བཅོས་པ
# source: composed
# reviewed: no
stock-move-return-in = ཕྱིར་འབྱོར་ནས་བསྐྱར་དུ་བླངས་པ།
# source: composed
# reviewed: no
stock-move-retire = ཕྱིར་སྤྲད་པ
# source: composed
# reviewed: no
stock-count-title = སྟེགས་རྩིས
# source: composed
# reviewed: no
stock-count-hint = ཡོད་ཚད་འབྲི་རོགས། མངགས་ཟིན་པའང་ཚུད། སྟོང་པ་ནི་མི་རྩིས།
# source: composed
# reviewed: no
stock-count-every = ཚང་མ
# source: composed
# reviewed: no
stock-no-shelf = སྟེགས་མེད
# source: composed
# reviewed: no
stock-count-so-many = { $lots } ནས་ { $typed } བརྩིས
# source: composed
# reviewed: no
stock-count-all-fit = ཟོག་ { $lots } ཚང་མ་མཐུན
