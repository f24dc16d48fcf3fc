# The till, in Tibetan.

# source: composed
# reviewed: no
till-find = མིང་དང་ཨང་རྟགས། འགོ་ཡིག
# source: composed
# reviewed: no
till-find-clear = འཚོལ་ཞིབ་སུབ་པ
# source: composed
# reviewed: no
till-goods = འཚོང་ཟོག
# source: project notes, placeholder
# reviewed: no
till-sold-out = རྫོགས
# source: composed
# reviewed: no
till-empty = འཚོང་ཟོག་མི་འདུག
# source: composed
# reviewed: no
till-empty-hint = ཐོག་མར་དངོས་ཟོག་འཚོང་བར་འཇོག་རོགས། དེ་ནས་རིན་གོང་དང་བཅས་འདིར་མངོན།
# source: composed
# reviewed: no
till-pad = གྲངས་འབོར
# source: composed
# reviewed: no
till-choose = དངོས་ཟོག་འདེམས་ནས་གྲངས་འབོར་བྲིས་རོགས།
# source: composed
# reviewed: no
till-choose-first = ཐོག་མར་དངོས་ཟོག་འདེམས་རོགས།
# source: composed
# reviewed: no
till-may-be-sold = འཚོང་ཆོག
# source: composed
# reviewed: no
till-not-on-sale = ད་ལྟ་འཚོང་གི་མེད
# source: composed
# reviewed: no
till-grade = རིམ་པ
# source: composed
# reviewed: no
till-all-grades = རིམ་པ་ཚང་མ
# source: composed
# reviewed: no
till-quantity = གྲངས་འབོར
# source: composed
# reviewed: no
till-price = རིན་གོང
# source: composed
# reviewed: no
till-step = { $from } ནས་ཡར་ ¥{ $price }
# source: composed
# reviewed: no
till-unit = ལྗིད་ཚད
# source: project notes, placeholder
# reviewed: no
till-lines = དངོས་ཟོག
# source: composed
# reviewed: no
till-to-lines = དངོས་ཟོག་ཐོག
# source: composed
# reviewed: no
till-no-lines = ཨང་རྟགས་སམ་མིང་བྲིས་པའམ་པར་རིས་གནོན་རོགས།
# source: composed
# reviewed: no
till-leaves-later = མངག་ཉོ་ { $waiting } སྒུག་འདུག འདི་ { $day } ལ་འགྲོ
# source: composed
# reviewed: no
till-stale = { $goods } གསར་པ་མི་འབྱོར། { $by } གོང་གཏོང་དགོས། སྐྱེལ་འདྲེན་ { $leaves } ཡོང
# source: composed
# reviewed: no
till-stale-instead = དེའི་ཚབ་: { $goods }
# source: composed
# reviewed: no
till-stale-counter = ཉོ་མཁན་ལ་འདྲི་བའམ་ཚོང་སྟེགས་སུ་འཚོང་རོགས།
# source: composed
# reviewed: no
till-only = འདིར་ { $amount } ལས་མེད
# source: desktop catalogues
# reviewed: no
till-remove = ཕྱིར་འཐེན
# source: composed
# reviewed: no
till-removed = ཕྱིར་འཐེན་ཟིན
# source: project notes, placeholder
# reviewed: no
till-kept-as-typed = ཉར་ཚགས
# source: composed
# reviewed: no
till-not-kept = ད་དུང་མ་ཉར
# source: project notes, placeholder
# reviewed: no
till-freight = སྐྱེལ་འདྲེན
# source: composed
# reviewed: no
till-freight-cold = གྲང་སྐྱེལ
# source: composed
# reviewed: no
till-freight-hint = གསར་པ། གྲང་མོར་སྐྱེལ་རོགས།
# source: LibreOffice
# reviewed: no
till-note = ཟུར་མཆན
# source: LibreOffice
# reviewed: no
till-buyer = མཁོ་མཁན
# source: composed
# reviewed: no
till-buyer-none = མངོན་སུམ་ཉོ་ཚོང
# source: composed
# reviewed: no
till-buyer-known = ངོ་ཤེས
# source: composed
# reviewed: no
till-buyer-not-yet = མཁོ་མཁན་མེད
# source: composed
# reviewed: no
till-buyer-clear = མཁོ་མཁན་ཕྱིར་འཐེན
# source: project notes, placeholder
# reviewed: no
till-buyer-name = མིང
# source: project notes, placeholder
# reviewed: no
till-buyer-phone = ཁ་པར
# source: project notes, placeholder
# reviewed: no
till-buyer-place = ས་ཆ
# source: project notes, placeholder
# reviewed: no
till-buyer-street = ཁ་བྱང
# source: composed
# reviewed: no
till-buyer-raw = སྦྱར་བའི་ཡི་གེ
# source: composed
# reviewed: no
till-buyer-raw-hint = ཁ་བརྡའི་ཡི་གེ་འདིར་སྦྱོར་རོགས། མིང་དང་ཁ་པར། ཁ་བྱང་རང་འགུལ་གྱིས་ངོས་འཛིན།
# source: composed
# reviewed: no
till-buyer-found = ངོ་ཤེས་མཁོ་མཁན
# source: project notes, placeholder
# reviewed: no
till-paste = སྦྱར་བ
# source: composed
# reviewed: no
till-part-sure = ངོས་ཟིན
# source: composed
# reviewed: no
till-part-doubt = ཡང་བསྐྱར་ལྟ་རོགས
# source: composed
# reviewed: no
till-part-missing = མེད
# source: composed
# reviewed: no
till-pay-title = འབྱུང་ཁུངས་དང་དངུལ་སྤྲོད
# source: composed
# reviewed: no
till-source = འབྱུང་ཁུངས
# source: composed
# reviewed: no
till-source-counter = ཚོང་ཁང
# source: project notes, placeholder
# reviewed: no
till-source-phone = ཁ་པར
# source: composed
# reviewed: no
till-source-message = འཕྲིན་ཐུང
# source: project notes, placeholder
# reviewed: no
till-source-livestream = ཐད་གཏོང
# source: composed
# reviewed: no
till-way = དངུལ་སྤྲོད་སྟངས
# source: composed
# reviewed: no
till-paid-or-not = སྤྲད་ཟིན་ནམ་མ་སྤྲད
# source: composed
# reviewed: no
till-deposit = མདུན་འཇོག་དངུལ།
# source: composed
# reviewed: no
till-deposit-hint = ཉོ་མཁན་གྱིས་ད་ལྟ་སྤྲོད་པའི་དངུལ། མེད་ན་སྟོང་པ་འཇོག
# source: composed
# reviewed: no
till-deposit-rest = ད་དུང་ ¥{ $amount } སྤྲོད་དགོས།
# source: composed
# reviewed: no
till-deposit-way = མདུན་འཇོག་དངུལ་སྤྲོད་སྟངས།
# source: composed
# reviewed: no
till-deposit-too-much = མདུན་འཇོག་དངུལ་ནི་བསྡོམས་འབོར་ ¥{ $total } ལས་མང་མི་རུང་། ཉུང་དུ་བྲིས་པའམ་སྤྲད་ཟིན་འདེམས།
# source: LibreOffice
# reviewed: no
till-total = སྤྲོད་རྒྱུའི་སྤྱིའི་དངུལ་གྲངས
# source: project notes, placeholder
# reviewed: no
till-keep = ཉར་ཚགས
# source: LibreOffice
# reviewed: no
till-place = མངག་ཉོ
# source: composed
# reviewed: no
till-kept = ཉར་བའི་མངག་ཐོ
# source: composed
# reviewed: no
till-line-count = དངོས་ཟོག་ { $count }
# source: composed
# reviewed: no
till-saved = ཉར་ཟིན། { $number }
# source: composed
# reviewed: no
till-asked = ཉར་ཟིན། གློག་ཀླད་གཞན་ལ་དྲིས་པ། { $number }
# source: composed
# reviewed: no
till-last = སྔོན་མ། { $number }
# source: composed
# reviewed: no
till-short-title = འདིར་མི་འདང
# source: composed
# reviewed: no
till-short-asked = དགོས་པ། { $amount }
# source: composed
# reviewed: no
till-short-there = འདིར་ཡོད་པ། { $amount }
# source: composed
# reviewed: no
till-short-hint = འདིར་ཡོད་པ་ཙམ་འཚོང་བའམ་དྲིས་པའི་ཚུལ་དུ་ཉར་རོགས། དངོས་ཟོག་ཡོད་སའི་གློག་ཀླད་ཀྱིས་ལན་འདེབས།
# source: composed
# reviewed: no
till-short-take = { $amount } ལེན
# source: desktop catalogues
# reviewed: no
till-short-leave = ཕྱིར་འཐེན
# source: composed
# reviewed: no
till-short-ask = དྲིས་པའི་ཚུལ་དུ་ཉར
# source: composed
# reviewed: no
till-kept-none = { $key } མནན་ནས་ཉར་བའི་མངག་ཐོ་འདིར་མངོན།
