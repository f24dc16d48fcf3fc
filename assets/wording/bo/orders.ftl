# The orders screen, in Tibetan.

## The list

# source: composed
# reviewed: no
orders-list = མངག་ཉོའི་ཐོ
# source: composed
# reviewed: no
orders-search = མཁོ་མཁན། ཨང་རྟགས
# source: composed
# reviewed: no
orders-groups = མངག་ཉོ་གང
# source: composed
# reviewed: no
orders-group-all = ཚང་མ
# source: composed
# reviewed: no
orders-group-decide = ཐག་གཅོད
# source: project notes, placeholder
# reviewed: no
orders-group-pack = ཐུམ་སྒྲིལ
# source: composed
# reviewed: no
orders-group-road = ལམ་དུ
# source: project notes, placeholder
# reviewed: no
orders-group-done = རྫོགས
# source: desktop catalogues
# reviewed: no
orders-group-cancelled = ཕྱིར་འཐེན
# source: composed
# reviewed: no
orders-day = ཚེས་གྲངས
# source: composed
# reviewed: no
orders-day-all = ཉིན་ཚང་མ
# source: project notes, placeholder
# reviewed: no
orders-today = དེ་རིང
# source: composed
# reviewed: no
orders-yesterday = ཁ་སང
# source: composed
# reviewed: no
orders-month-before = ཟླ་བ་སྔོན་མ
# source: composed
# reviewed: no
orders-month-after = ཟླ་བ་རྗེས་མ
# source: composed
# reviewed: no
orders-month = { $year } ཟླ་{ $month }
# source: composed
# reviewed: no
orders-weekdays = ཉི ཟླ མིག ལྷག ཕུར སངས སྤེན
# source: composed
# reviewed: no
orders-no-buyer = མིང་མེད
# source: project notes, placeholder
# reviewed: no
orders-at-hub = ལྟེ་གནས
# source: project notes, placeholder
# reviewed: no
orders-waits = འདིར་སྒུག ({ $count })
# source: composed
# reviewed: no
orders-to-list = ཐོ་གཞུང་ལ་ལོག
# source: composed
# reviewed: no
orders-show-all = མངག་ཉོ་ཚང་མ་སྟོན
# source: composed
# reviewed: no
orders-nothing-hint = ཡི་གེ་ཉུང་དུ་གཏོང་ངམ་སྡེ་ཚན་གཞན་ནམ་ཉིན་གཞན་ཞིག་ཚོད་ལྟ་བྱེད་རོགས།
# source: composed
# reviewed: no
orders-empty = མངག་ཉོ་ད་དུང་མི་འདུག
# source: composed
# reviewed: no
orders-empty-hint = དྲ་རྒྱ་ཡོད་མེད་གང་ཡིན་ཡང་འཚོང་ངོས་སུ་མངག་ཉོ་དང་པོ་ལེན་ཐུབ།
# source: composed
# reviewed: no
orders-none-chosen = གཡོན་ནས་མངག་ཉོ་ཞིག་འདེམས། མདའ་མཐེབ་ཀྱིས་སྤོ། Enter མནན་ན་ཁ་ཕྱེ།

## The order

# source: LibreOffice
# reviewed: no
orders-order = མངག་ཉོ
# source: LibreOffice
# reviewed: no
orders-number = མངག་ཉོ་ { $number }
# source: composed
# reviewed: no
orders-no-number = ཨང་རྟགས་མ་སླེབས
# source: composed
# reviewed: no
orders-source-counter = ཚོང་སྟེགས
# source: project notes, placeholder
# reviewed: no
orders-source-phone = ཁ་པར
# source: composed
# reviewed: no
orders-source-message = འཕྲིན་ཐུང
# source: project notes, placeholder
# reviewed: no
orders-source-livestream = ཐད་གཏོང
# source: composed
# reviewed: no
orders-source-platform = དྲ་ཐོག་ཚོང་ར
# source: composed
# reviewed: no
orders-source-import = ནང་འདྲེན
# source: composed
# reviewed: no
orders-erased = མཁོ་མཁན་གྱི་གནས་ཚུལ་བསུབས་ཟིན
# source: LibreOffice
# reviewed: no
orders-steps = མངག་ཉོའི་གནས་སྟངས
# source: composed
# reviewed: no
orders-step-placed = མངག་པ
# source: composed
# reviewed: no
orders-step-confirmed = གཏན་འཁེལ
# source: project notes, placeholder
# reviewed: no
orders-step-packing = ཐུམ་སྒྲིལ
# source: composed
# reviewed: no
orders-step-handed-over = རྩིས་སྤྲོད
# source: project notes, placeholder
# reviewed: no
orders-step-completed = རྫོགས
# source: composed
# reviewed: no
orders-goods = དངོས་ཟོག་དང་བདག་པོ
# source: composed
# reviewed: no
orders-ordered = མངགས་པ
# source: composed
# reviewed: no
orders-price = རིན་གོང ¥
# source: composed
# reviewed: no
orders-split = སྒྲོམ་གཞན་ཞིག
# source: composed
# reviewed: no
orders-back = ཕྱིར་འབྱོར་ཞིང་བསྐྱར་དུ་འཚོང་ཆོག་པའི་ཟོག
# source: composed
# reviewed: no
orders-back-hint = བསྐྱར་དུ་འཚོང་ཆོག་པ་རྣམས་འཇལ་རོགས། རང་རང་གི་ཚན་དུ་སླར་འགྲོ། རུལ་བ་མི་འབྲི།
# source: composed
# reviewed: no
orders-back-go = བསྐྱར་དུ་ལེན།
# source: composed
# reviewed: no
orders-split-title = མངག་ཐོ་ { $number } ཡི་ཟོག་སྒྲོམ་ལོགས་པར།
# source: composed
# reviewed: no
orders-split-hint = སྒྲོམ་གཞན་དེར་ག་ཚོད་འགྲོ་མིན་འབྲི་རོགས། དེ་ནི་ཉོ་མཁན་གཅིག་པའི་མངག་ཐོ་གཞན་ཞིག་ཏུ་འགྱུར། དངུལ་གྱི་ཆ་ཤས་ཀྱང་མཉམ་དུ་འགྲོ།
# source: composed
# reviewed: no
orders-split-goes = སྒྲོམ་གཞན་དེར།
# source: composed
# reviewed: no
orders-split-all = ཡོངས་རྫོགས་ { $amount }
# source: composed
# reviewed: no
orders-split-most = མང་མཐར་ { $amount }
# source: composed
# reviewed: no
orders-split-freight = སྒྲོམ་གཞན་གྱི་སྐྱེལ་འདྲེན་གླ།
# source: composed
# reviewed: no
orders-split-go = ལོགས་སུ་འདོན།
# source: composed
# reviewed: no
orders-split-nothing-goes = སྒྲོམ་གཞན་དེར་ག་ཚོད་འགྲོ་མིན་འབྲི་རོགས།
# source: composed
# reviewed: no
orders-split-nothing-stays = མངག་ཐོ་འདིར་ཅུང་ཟད་འཇོག་དགོས།
# source: composed
# reviewed: no
orders-parts = སྒྲོམ་གཞན།
# source: composed
# reviewed: no
orders-part-of = འདི་ནས་བཏོན་པ།
# source: composed
# reviewed: no
orders-asked-price = རིན་གོང་ ¥{ $price } བཤད་པ།
# source: composed
# reviewed: no
orders-amount = དངུལ་གྲངས ¥
# source: composed
# reviewed: no
orders-freight = སྐྱེལ་གླ
# source: composed
# reviewed: no
orders-freight-fixed = དངོས་ཟོག་ཕྱིན་ཟིན་པས་སྐྱེལ་གླ་བཅོས་མི་ཐུབ།
# source: LibreOffice
# reviewed: no
orders-note = ཟུར་མཆན
# source: composed
# reviewed: no
orders-note-add = ཟུར་མཆན། སྐྱེལ་གླ
# source: composed
# reviewed: no
orders-note-change = ཟུར་མཆན་དང་སྐྱེལ་གླ་བཅོས
# source: composed
# reviewed: no
orders-note-hint = མཁོ་མཁན་གྱི་རེ་བ། མཁོ་མཁན་གྱི་གནས་ཚུལ་སུབ་སྐབས་མཉམ་དུ་སུབ།
# source: composed
# reviewed: no
orders-dated = མངག་པའི་ཉིན
# source: composed
# reviewed: no
orders-dated-hint = སྐབས་དེར་ཆུ་ཚོད་མི་འགྲིག ཤོག་བུའི་ལོ་ཟླ་ཚེས་འབྲི་རོགས།
# source: composed
# reviewed: no
orders-dated-set = ཉིན་གཏན་འཁེལ
# source: composed
# reviewed: no
orders-field-dated-ms = མངག་པའི་ཉིན

## Doubts, and what may be done

# source: composed
# reviewed: no
orders-doubt-short-handed-over-and-cancelled = སྤྲད། ཕྱིར་འཐེན
# source: composed
# reviewed: no
orders-doubt-short-late-order = འཕྱིས་པ། ཟོག་མ་བཅད
# source: composed
# reviewed: no
orders-doubt-short-weight = ལྗིད་ཚད་མི་མཐུན
# source: composed
# reviewed: no
orders-doubt-short-short = ཟོག་མི་འདང་
# source: composed
# reviewed: no
orders-doubt-short-late = དུས་ལ་མི་སླེབས
# source: composed
# reviewed: no
orders-doubt-short-unreachable = ཉོ་མཁན་མ་ཐུག
# source: composed
# reviewed: no
orders-doubt-short-price = རིན་གོང་འགྱུར
# source: composed
# reviewed: no
orders-doubt-short-unknown = དྲི་བ་ཞིག
# source: composed
# reviewed: no
orders-doubt-short-asked = རེ་ཞུ་བྱས་ཟིན
# source: composed
# reviewed: no
orders-doubt-short-cancel-asked = ཕྱིར་འཐེན་རེ་ཞུ
# source: composed
# reviewed: no
orders-doubt-asked = གློག་ཀླད་གཞན་ཞིག་གིས་མངག་ཉོ་འདི་བླངས། དེར་ཟོག་མི་འདུག འདིའི་ཟོག་ནས་བཅད་པའམ་ཕྱིར་འཐེན་གྱིས།
# source: composed
# reviewed: no
orders-doubt-asked-there = མངག་ཉོ་འདི་ཟོག་ཡོད་པའི་གློག་ཀླད་ལ་སྒུག་བཞིན་ཡོད། མཉམ་བགྲང་གྱིས།
# source: composed
# reviewed: no
orders-doubt-cancel-asked = གཞན་ནས་ཕྱིར་འཐེན་རེ་ཞུ་བྱས། ཟོག་འདིར་ཡོད། ཟོག་ལག་ཏུ་ཡོད་ན་ཕྱིར་འཐེན་གྱིས།
# source: composed
# reviewed: no
orders-doubt-cancel-asked-there = ཕྱིར་འཐེན་རེ་ཞུ་བྱས། ཟོག་གློག་ཀླད་གཞན་ལ་ཡོད། དེས་ལན་མ་བཏབ་བར་དུ་བཅད་ནས་བཞག
# source: composed
# reviewed: no
orders-doubt-handed-over-and-cancelled = འདིར་རྩིས་སྤྲད་ཟིན། གཞན་ནས་མ་ཤེས་པར་ཕྱིར་འཐེན། ཟོག་ཕྱིན་པར་རྩི། མཁོ་མཁན་ལ་སླེབས་ཡོད་ན་རྫོགས་པར་གྱིས།
# source: composed
# reviewed: no
orders-doubt-late-order = མངག་ཉོ་འདི་སྡེར་རྙིང་ནས་འཕྱིས་ཏེ་སླེབས། ཟོག་བཅད་མེད། འདིའི་ཟོག་ནས་ཡང་བསྐྱར་བཅད་པའམ་ཕྱིར་འཐེན་གྱིས།
# source: composed
# reviewed: no
orders-doubt-weight = ཐུམ་སྒྲིལ་བྱས་པའི་ལྗིད་ཚད་དང་མངག་པའི་བར་ཁྱད་ཆེ། ཉོ་མཁན་ལ་དྲིས་ནས་འདེམས།
# source: composed
# reviewed: no
orders-doubt-short-why = ཟོག་དངོས་སུ་མི་འདང་། བཅད་ཟིན་པ་བཅད་འཇོག་ཡོད།
# source: composed
# reviewed: no
orders-doubt-late = ཁས་བླངས་པའི་དུས་ལ་མི་སླེབས། ཉོ་མཁན་གྱིས་སྒུག་གམ་དྲིས།
# source: composed
# reviewed: no
orders-doubt-unreachable = ཉོ་མཁན་ལ་འབྲེལ་བ་མ་ཐུབ། ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད། ཡང་ན་ཕྱིར་འཐེན།
# source: composed
# reviewed: no
orders-doubt-price = རིན་གོང་དང་ཁ་ཆད་མི་མཐུན། གང་ལྟར་ཡིན་ཉོ་མཁན་ལ་དྲིས།
# source: composed
# reviewed: no
orders-doubt-other = ཟིན་ཐོ་མི་མཐུན། ལོ་རྒྱུས་ལ་ལྟས་ནས་ཐག་གཅོད།
# source: composed
# reviewed: no
orders-unpack = ཕྱིར་འཐེན་གོང་ཐུམ་སྒྲིལ་ཟིན། ཐུམ་ཁ་ཕྱེས། ཟོག་ཡང་བསྐྱར་འཚོང་ཆོག
# source: composed
# reviewed: no
orders-late = གློག་ཀླད་འདི་ཉར་བཤུས་ནས་སླར་གསོ་བྱས། ཟོག་དེའི་གོང་ཕྱིན་ཟིན་ན་འདི་མནོན། ཟོག་ཐེངས་གཅིག་ལས་མི་འཐེན།
# source: composed
# reviewed: no
orders-late-do = སྔོན་ལ་ཕྱིན་ཟིན
# source: composed
# reviewed: no
orders-give-back = མངག་ཉོ་འདིར་ ¥{ $amount } འབྱོར་ཟིན། ཕྱིར་སློག་དགོས།
# source: composed
# reviewed: no
orders-undo = ཕྱིར་བཤིག
# source: composed
# reviewed: no
orders-undo-hint = ཉར་ཟིན། མངག་ཉོ་དང་དངུལ་ཚང་མ་ཕྱིར་བཤིག་ཆོག
# source: composed
# reviewed: no
orders-choice-weight = འདི་འགྲིག
# source: composed
# reviewed: no
orders-choice-short = ད་ལྟ་ཟོག་འདང་
# source: composed
# reviewed: no
orders-choice-late = ཉོ་མཁན་སྒུག
# source: composed
# reviewed: no
orders-choice-unreachable = ཐུག་བྱུང་། མུ་མཐུད
# source: composed
# reviewed: no
orders-choice-price = སྔོན་གྱི་རིན་གོང་
# source: composed
# reviewed: no
orders-choice-unknown = མུ་མཐུད
# source: composed
# reviewed: no
orders-choice-pack = ཡང་བསྐྱར་འཇལ
# source: composed
# reviewed: no
orders-choice-amend = ཟོག་བཅོས
# source: composed
# reviewed: no
orders-over = སྒོར་ { $amount } ལྷག་སྤྲོད་འདུག ཕྱིར་སྤྲོད་བྱེད་རོགས།

## Steps

# source: composed
# reviewed: no
orders-do-confirmed = གཏན་འཁེལ
# source: project notes, placeholder
# reviewed: no
orders-do-packing = ཐུམ་སྒྲིལ
# source: composed
# reviewed: no
orders-weigh = འཇལ
# source: composed
# reviewed: no
orders-weigh-title = མངག་ཉོ་ { $number } འཇལ
# source: composed
# reviewed: no
orders-weigh-hint = ཟོག་ཚན་རེ་བླངས་ནས་རྒྱ་མའི་གྲངས་བྲིས། སྟོང་པ་ཡིན་ན་མངག་པ་ལྟར།
# source: composed
# reviewed: no
orders-weigh-beyond = མངག་པ་དང་ { $difference } མི་མཐུན། ཚད་ { $tolerance } མིས་ཐག་གཅོད་དགོས།
# source: composed
# reviewed: no
orders-weigh-done = ཐུམ་སྒྲིལ་ཟིན
# source: composed
# reviewed: no
orders-weigh-picked = ཟོག་ { $code }: འཇལ་རོགས
# source: composed
# reviewed: no
orders-weigh-not-picked = { $code } མངག་ཉོ་འདིའི་ཟོག་མིན། ཕྱིར་འཇོག་རོགས།
# source: composed
# reviewed: no
orders-packed = ཐུམ་ནང་ { $amount }
# source: composed
# reviewed: no
orders-goods-change = ཟོག་བཅོས
# source: composed
# reviewed: no
orders-goods-title = མངག་ཉོ་ { $number } ཡི་ཟོག་བཅོས
# source: composed
# reviewed: no
orders-goods-hint = གྲངས་སྟོང་པ་ཡིན་ན་ཐིག་ཕྲེང་འདོར། བཅད་ཟོག་མཉམ་དུ་བསྒྱུར།
# source: composed
# reviewed: no
orders-goods-add = ཟོག་སྣོན། མིང་ངམ་ཨང་རྟགས
# source: composed
# reviewed: no
orders-goods-agreed = ཉོ་མཁན་འཐད
# source: composed
# reviewed: no
orders-ask = དྲི་བ
# source: composed
# reviewed: no
orders-ask-title = ཅི་ཞིག་ཐག་གཅོད་དགོས།
# source: composed
# reviewed: no
orders-ask-hint = མངག་ཉོ་«ཐག་གཅོད»ནང་སྒུག བཅད་ཟོག་མི་འགྱུར།
# source: composed
# reviewed: no
orders-rule = ཟོག་ལེན་སྟངས
# source: composed
# reviewed: no
orders-rule-earliest-expiry = རྙིང་པ་སྔོན་ལ
# source: composed
# reviewed: no
orders-rule-chosen = བདམས་པའི་ཟོག་ཚན
# source: composed
# reviewed: no
orders-rule-rotated = རེས་མོས
# source: composed
# reviewed: no
orders-rule-pooled = ལྗིད་ཚད་ལྟར་བགོ
# source: composed
# reviewed: no
orders-do-hand-over = རྩིས་སྤྲོད
# source: project notes, placeholder
# reviewed: no
orders-do-completed = རྫོགས
# source: composed
# reviewed: no
orders-do-answer = འདིར་བཅད
# source: composed
# reviewed: no
orders-do-cancel = མངག་ཉོ་ཕྱིར་འཐེན
# source: composed
# reviewed: no
orders-do-free = ཟོག་འདིར་ཡོད། ཕྱིར་འཐེན
# source: composed
# reviewed: no
orders-do-it-went = སླེབས་ཟིན། རྫོགས
# source: composed
# reviewed: no
orders-do-again = ཡང་བསྐྱར་མངག
# source: composed
# reviewed: no
orders-print = ཐོ་པར་འདེབས
# source: desktop catalogues
# reviewed: no
orders-cancel = མངག་ཉོ་ཕྱིར་འཐེན
# source: desktop catalogues
# reviewed: no
orders-cancel-title = མངག་ཉོ་ { $number } ཕྱིར་འཐེན
# source: composed
# reviewed: no
orders-cancel-not = མངག་ཉོ་བཞག
# source: composed
# reviewed: no
orders-cancel-why = རྒྱུ་མཚན
# source: composed
# reviewed: no
orders-cancel-buyer = མཁོ་མཁན་ལ་མི་དགོས
# source: composed
# reviewed: no
orders-cancel-spoilt = ཟོག་རུལ་སོང
# source: composed
# reviewed: no
orders-cancel-short = ཟོག་མི་འདང
# source: composed
# reviewed: no
orders-cancel-twice = ཐེངས་གཉིས་མངགས
# source: composed
# reviewed: no
orders-cancel-address = ཁ་བྱང་དེར་སྐྱེལ་མི་ཐུབ
# source: composed
# reviewed: no
orders-cancel-other = རྒྱུ་མཚན་གཞན
# source: composed
# reviewed: no
orders-cancel-own = རང་ཚིག་ཏུ
# source: composed
# reviewed: no
orders-cancel-hint = ཟིན་ཐོར་གཏན་དུ་ལུས། མི་མིང་དང་ཁ་པར་མ་འབྲི།
# source: composed
# reviewed: no
orders-cancel-asks = ཟོག་གློག་ཀླད་གཞན་ལ་ཡོད། འདིས་གློད་རོགས་ཞེས་རེ་ཞུ་བྱེད།
# source: composed
# reviewed: no
orders-warned-title = ཟོག་འདིར་མི་འདུག
# source: composed
# reviewed: no
orders-warned = མངག་ཉོ་འདིའི་ཟོག་ས་ཚིགས་ཀྱི་གློག་ཀླད་གཞན་ལ་ཡོད།
# source: composed
# reviewed: no
orders-warned-where = མངག་ཉོ་འདིའི་ཟོག་ { $device } ལ་ཡོད།
# source: composed
# reviewed: no
orders-warned-hint = ཟོག་ལག་ཏུ་ཡོད་ན་མ་གཏོགས་འདིར་རྩིས་མ་སྤྲོད། གློག་ཀླད་དེའི་ཟོག་ནས་འཐེན། དེར་བཅོས་ཟིན་ན་དོན་ཞིག་འབྱུང་།
# source: composed
# reviewed: no
orders-warned-go-on = ད་དུང་རྩིས་སྤྲོད

## Money

# source: composed
# reviewed: no
orders-way = ཐབས
# source: composed
# reviewed: no
orders-pay-note = དངུལ་སྤྲོད་འགོད
# source: composed
# reviewed: no
orders-pay-title = དངུལ་སྤྲོད་འགོད
# source: project notes, placeholder
# reviewed: no
orders-pay-state = དངུལ
# source: composed
# reviewed: no
orders-pay-villager = སུའི་ཐོ
# source: composed
# reviewed: no
orders-pay-cleared = འབྱོར
# source: composed
# reviewed: no
orders-pay-void = རྩིས་མེད
# source: composed
# reviewed: no
orders-pay-refund = ཕྱིར་སློག
# source: composed
# reviewed: no
orders-refund-title = དངུལ་ཕྱིར་སློག
# source: composed
# reviewed: no
orders-refund-most = མང་མཐའ་ ¥{ $amount }
# source: composed
# reviewed: no
orders-refund-hint = འདིས་ཁྱེད་ཀྱིས་སློག་ཟིན་པ་འགོད་པ་ཙམ་ཡིན། བྱ་རིམ་གྱིས་དངུལ་མི་གཏོང་།
# source: composed
# reviewed: no
orders-refunded = ¥{ $amount } ཕྱིར་སློག
# source: composed
# reviewed: no
orders-after = རྙོག་གཏུག
# source: composed
# reviewed: no
orders-after-title = མངག་ཉོ་ { $number } ཡི་རྙོག་གཏུག
# source: composed
# reviewed: no
orders-after-none = ད་དུང་རྙོག་གཏུག་མེད། སྐྱོན་ཅི་ཡིན་འབྲི་རོགས།
# source: composed
# reviewed: no
orders-after-nothing-paid = སློག་རྒྱུའི་དངུལ་མ་འབྱོར། ཐོག་མར་དངུལ་འགོད་རོགས།
# source: composed
# reviewed: no
orders-after-perishes = ཟོག་འདི་རུལ་སླ། དངུལ་སློག་པ་ལས་ཟོག་མི་སློག
# source: composed
# reviewed: no
orders-after-packed = ཐུམ་སྒྲིལ་སྐབས
# source: composed
# reviewed: no
orders-after-shown = འབྱོར་སྐབས
# source: composed
# reviewed: no
orders-after-no-photo = འདྲ་པར་མེད
# source: composed
# reviewed: no
orders-after-why = སྐྱོན་ཅི
# source: composed
# reviewed: no
orders-after-more = ཁ་སྣོན
# source: composed
# reviewed: no
orders-after-do-requested = རྙོག་གཏུག་བྱེད
# source: composed
# reviewed: no
orders-after-do-agreed = འཐད
# source: composed
# reviewed: no
orders-after-do-await-goods = ཟོག་ཕྱིར་སློག་ཏུ་འཇུག
# source: composed
# reviewed: no
orders-after-do-inspected = ཟོག་འབྱོར་ནས་བལྟས
# source: composed
# reviewed: no
orders-after-do-refunded = དངུལ་སློག
# source: composed
# reviewed: no
orders-after-do-refused = མི་འཐད
# source: composed
# reviewed: no
orders-after-do-withdrawn = ཉོ་མཁན་གྱིས་བཞག
# source: composed
# reviewed: no
orders-after-bears = སུས་འཁུར
# source: composed
# reviewed: no
orders-after-bears-villager = གྲོང་མི
# source: composed
# reviewed: no
orders-after-bears-station = ས་ཚིགས
# source: composed
# reviewed: no
orders-after-bears-carrier = སྐྱེལ་འདྲེན
# source: composed
# reviewed: no
orders-after-line = ཟོག་གང
# source: composed
# reviewed: no
orders-after-all-lines = ཚང་མ
# source: composed
# reviewed: no
orders-after-borne = ¥{ $amount } སློག་ཟིན · { $bears }
# source: composed
# reviewed: no
complaint-spoilt = རུལ་བ
# source: composed
# reviewed: no
complaint-damaged = སྐྱོན་ཤོར་བ
# source: composed
# reviewed: no
complaint-wrong = ཟོག་ནོར་བ
# source: composed
# reviewed: no
complaint-short = ཆད་པ
# source: composed
# reviewed: no
complaint-late = འཕྱི་བ
# source: composed
# reviewed: no
complaint-lost = བོར་བ
# source: composed
# reviewed: no
orders-weigh-photo = ཐུམ་སྒྲིལ་འདྲ་པར

## History

# source: composed
# reviewed: no
orders-history = ལོ་རྒྱུས
# source: composed
# reviewed: no
orders-history-title = མངག་ཉོ་ { $number } གྱི་ལོ་རྒྱུས
# source: composed
# reviewed: no
orders-when = དུས་ཚོད
# source: composed
# reviewed: no
orders-what = དོན
# source: composed
# reviewed: no
orders-who = སུ
# source: composed
# reviewed: no
orders-record = ཟིན་ཐོ
# source: composed
# reviewed: no
orders-what-taken = མངག་ཉོ་བྲིས
# source: composed
# reviewed: no
orders-what-packed = ཐུམ་སྒྲིལ་བྱས་ནས་བཅལ
# source: composed
# reviewed: no
orders-what-split = སྒྲོམ་གཞན་གྱི་ཆེད་དུ་ཟོག་བཏོན་པ།
# source: composed
# reviewed: no
orders-what-doubted = མི་ལ་དྲིས
# source: composed
# reviewed: no
orders-what-changed = བཅོས: { $fields }
# source: composed
# reviewed: no
orders-what-erased = སྒེར་གྱི་གནས་ཚུལ་བསུབས
# source: composed
# reviewed: no
orders-what-other = པར་གཞི་གསར་པའི་ཟིན་ཐོ
# source: project notes, placeholder
# reviewed: no
orders-field-lines = དངོས་ཟོག
# source: composed
# reviewed: no
orders-field-goods = ཟོག་རིན
# source: composed
# reviewed: no
orders-field-shipping = སྐྱེལ་གླ
# source: LibreOffice
# reviewed: no
orders-field-total = སྤྱིའི་དངུལ་གྲངས
# source: LibreOffice
# reviewed: no
orders-field-buyer = མཁོ་མཁན
# source: project notes, placeholder
# reviewed: no
orders-field-contact = ཁ་བྱང
# source: LibreOffice
# reviewed: no
orders-field-note = ཟུར་མཆན
