# The screen of what is offered, in Tibetan.

## The list

# source: composed
# reviewed: no
listings-screen = འཚོང་ཟོག
# source: composed
# reviewed: no
listings-sub = འཚོང་བཞིན་པ་ { $count }
# source: composed
# reviewed: no
listings-list = འཚོང་ཐོ་ཡོངས
# source: composed
# reviewed: no
listings-find = མིང་། ཨང་རྟགས། འགོ་ཡིག
# source: composed
# reviewed: no
listings-filter = འཚོང་ཐོ་གང
# source: project notes, placeholder
# reviewed: no
listings-goods = དངོས་ཟོག
# source: composed
# reviewed: no
listings-here = འདིར་འཚོང་ཆོག
# source: project notes, placeholder
# reviewed: no
listings-hub = ལྟེ་གནས
# source: composed
# reviewed: no
listings-sold-there = དེར་བཙོངས་ནས་ཐུམ་རྒྱག་དགོས་པ།
# source: composed
# reviewed: no
listings-state = གནས་སྟངས
# source: composed
# reviewed: no
listings-price = རིན་གོང
# source: composed
# reviewed: no
listings-all-grades = རིམ་པ་ཚང་མ
# source: composed
# reviewed: no
listings-contested = གྲངས་གཉིས
# source: composed
# reviewed: no
listings-half-typed = མ་ཉར
# source: composed
# reviewed: no
listings-empty = འཚོང་ཐོ་ད་དུང་མི་འདུག
# source: composed
# reviewed: no
listings-empty-hint = F4 མནན་ནས་འདིར་ཡོད་པའི་ཟོག་འཚོང་ཐོར་འགོད་རོགས།
# source: composed
# reviewed: no
listings-none-chosen = འཚོང་ཐོ་ཞིག་འདེམས
# source: composed
# reviewed: no
listings-none-chosen-hint = མདའ་མཐེབ་ཀྱིས་སྤོ། Enter མནན་ན་རིན་གོང་བཅོས།
# source: composed
# reviewed: no
listings-first = འཚོང་ཐོ་དང་པོ
# source: composed
# reviewed: no
listings-first-hint = རིན་གོང་དང་གནས་སྟངས་ཡོད་ན་འདང་། མིང་ནི་ཐོན་རྫས་ཀྱི་ཡིན།

## One listing

# source: composed
# reviewed: no
listings-editor = འཚོང་ཐོ
# source: composed
# reviewed: no
listings-to-list = ཐོ་གཞུང་ལ་ལོག
# source: composed
# reviewed: no
listings-price-kg = སྤྱི་རྒྱ་རེའི་རིན་གོང
# source: composed
# reviewed: no
listings-price-piece = གྲངས་རེའི་རིན་གོང
# source: composed
# reviewed: no
listings-photo = འདྲ་པར
# source: composed
# reviewed: no
listings-title = འགོ་བརྗོད
# source: composed
# reviewed: no
listings-wording = ངོ་སྤྲོད
# source: composed
# reviewed: no
listings-in-bo = བོད་ཡིག
# source: composed
# reviewed: no
listings-in-zh = རྒྱ་ཡིག
# source: composed
# reviewed: no
listings-in-en = དབྱིན་ཡིག
# source: composed
# reviewed: no
listings-put-on-sale = འཚོང
# source: composed
# reviewed: no
listings-pause = མཚམས་འཇོག
# source: composed
# reviewed: no
listings-revert = བྲིས་པ་དོར
# source: composed
# reviewed: no
listings-add = འཚོང་ཐོ་སྣོན
# source: composed
# reviewed: no
listings-added = བསྣན་ཟིན
# source: composed
# reviewed: no
listings-saved = ཉར་ཟིན
# source: composed
# reviewed: no
listings-now-on-sale = ད་འཚོང་བཞིན་པ
# source: composed
# reviewed: no
listings-now-paused = ད་མཚམས་བཞག
# source: composed
# reviewed: no
listings-prices = རིན་གོང་གཞན།
# source: composed
# reviewed: no
listings-prices-none = ཚང་མར་རིན་གོང་གཅིག་མཚུངས།
# source: composed
# reviewed: no
listings-price-add = རིན་གོང་གཞན་ཞིག
# source: composed
# reviewed: no
listings-price-change = རིན་གོང་བསྒྱུར་བ།
# source: composed
# reviewed: no
listings-price-drop = རིན་གོང་འདི་འཕྲི་བ།
# source: composed
# reviewed: no
listings-price-gone = རིན་གོང་འདི་ཕྲི་ཟིན།
# source: composed
# reviewed: no
listings-price-over = ཡོལ་ཟིན།
# source: composed
# reviewed: no
listings-price-history = རིན་གོང་གི་ལོ་རྒྱུས།
# source: composed
# reviewed: no
listings-price-no-history = རིན་གོང་བསྒྱུར་མྱོང་མེད།
# source: composed
# reviewed: no
listings-price-of-price = ཀུན་གྱི་རིན་གོང་།
# source: composed
# reviewed: no
listings-price-of-floor = མཐའ་གོང་།
# source: composed
# reviewed: no
listings-price-taken = ཕྲི་ཟིན།
# source: composed
# reviewed: no
listings-price-source = མངག་ཐོའི་འབྱོར་ཁུངས།
# source: composed
# reviewed: no
listings-price-all = ཚང་མ།
# source: composed
# reviewed: no
listings-price-from = གྲངས་ཚད་ག་ཚོད་ནས།
# source: composed
# reviewed: no
listings-price-from-on = { $quantity } ནས་ཡར།
# source: composed
# reviewed: no
listings-price-since = འགོ་འཛུགས་ཉིན།
# source: composed
# reviewed: no
listings-price-until = མཇུག་གི་ཉིན།
# source: composed
# reviewed: no
listings-price-up-to = { $day } བར།
# source: composed
# reviewed: no
listings-price-since-day = { $day } ནས།
# source: composed
# reviewed: no
listings-price-any = རིན་གོང་འདི་ག་དུས་སྤྱོད་མིན་འབྲི་རོགས། འབྱོར་ཁུངས་དང་། གྲངས་ཚད། ཡང་ན་ཉིན་མོ།
# source: composed
# reviewed: no
listings-price-hint = རང་ལ་རིན་གོང་ཡོད་པའི་འབྱོར་ཁུངས་ཀྱིས་དེ་ཁོ་ན་སྤྱོད། ཉིན་མོ་བཀག་པའི་རིན་གོང་སྔོན་དུ་བརྩི། དེ་ནས་སླེབས་པའི་གྲངས་ཚད་ཆེ་ཤོས་བརྩི།

## A new listing

# source: composed
# reviewed: no
listings-new = འཚོང་ཐོ་གསར་པ
# source: composed
# reviewed: no
listings-find-product = ཐོན་རྫས
# source: composed
# reviewed: no
listings-listed = སྔར་འགོད་ཟིན
