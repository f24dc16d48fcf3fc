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
