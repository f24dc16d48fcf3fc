# What all screens share, in Tibetan.

## Units

# source: international sign
# reviewed: no
unit-kg = kg
# source: project notes, placeholder
# reviewed: no
unit-jin = རྒྱ་མ
# source: composed
# reviewed: no
unit-liang = སྲང
# source: international sign
# reviewed: no
unit-g = g
# source: composed
# reviewed: no
unit-piece = གྲངས

## The frame

# source: composed
# reviewed: no
rail-label = ཤོག་ངོས
# source: project notes, placeholder
# reviewed: no
rail-today = དེ་རིང
# source: project notes, placeholder
# reviewed: no
rail-till = འཚོང
# source: LibreOffice
# reviewed: no
rail-orders = མངག་ཉོ
# source: project notes, placeholder
# reviewed: no
rail-stock = དངོས་ཟོག
# source: composed
# reviewed: no
rail-listings = འཚོང་ཟོག
# source: project notes, placeholder
# reviewed: no
rail-villagers = གྲོང་མི
# source: LibreOffice
# reviewed: no
rail-buyers = མཁོ་མཁན
# source: composed
# reviewed: no
rail-settings = སྒྲིག་འགོད
# source: composed
# reviewed: no
rail-lock = སྒོ་ལྕགས
# source: composed
# reviewed: no
rail-lock-name = { $name }: སྒོ་ལྕགས་རྒྱག
# source: composed
# reviewed: no
where-label = ཟིན་ཐོ་གང་དུ་ཡོད་པ
# source: project notes, placeholder
# reviewed: no
where-saved = ཉར་ཚགས
# source: project notes, placeholder
# reviewed: no
where-waiting = སྒུག
# source: project notes, placeholder
# reviewed: no
where-hub = ལྟེ་གནས
# source: composed
# reviewed: no
where-never = ལྟེ་གནས་སུ་མ་སླེབས
# source: project notes, placeholder
# reviewed: no
sync-start = མཉམ་བགྲང
# source: composed
# reviewed: no
sync-stop = མཚམས་འཇོག
# source: composed
# reviewed: no
sync-done = མཉམ་བགྲང་ཟིན། ཡར་ { $up } མར་ { $down }
# source: composed
# reviewed: no
scan-unknown = ཨང་རྟགས་ { $code } འདིར་མི་འདུག
# source: composed
# reviewed: no
help-title = མྱུར་མཐེབ
# source: composed
# reviewed: no
help-hint = Alt མནན་ནས་བཞག་ན་མཐེབ་རེ་རེ་རང་གནས་སུ་མངོན།
# source: composed
# reviewed: no
settings-language = སྐད་ཡིག

## What every screen can say

# source: composed
# reviewed: no
screen-loading = ཀློག་བཞིན་པ
# source: composed
# reviewed: no
screen-again = ཡང་བསྐྱར་ཚོད་ལྟ
# source: composed
# reviewed: no
screen-close = ཁ་རྒྱག
# source: desktop catalogues
# reviewed: no
screen-cancel = ཕྱིར་འཐེན
# source: project notes, placeholder
# reviewed: no
screen-save = ཉར་ཚགས
# source: composed
# reviewed: no
screen-saved = ཉར་ཟིན
# source: composed
# reviewed: no
screen-back = ཕྱིར་ལོག
# source: composed
# reviewed: no
screen-next = མུ་མཐུད
# source: project notes, placeholder
# reviewed: no
screen-done = རྫོགས
# source: composed
# reviewed: no
screen-undo = ཕྱིར་བཤིག
# source: composed
# reviewed: no
screen-typed-before = སྔོན་བྲིས་པ་འདིར་ཉར་ཡོད།
# source: composed
# reviewed: no
screen-begin-anew = གསར་དུ་འབྲི
# source: composed
# reviewed: no
screen-edit = བཅོས
# source: project notes, placeholder
# reviewed: no
screen-add = སྣོན་པ
# source: composed
# reviewed: no
screen-all = ཚང་མ
# source: composed
# reviewed: no
screen-none = མེད
# source: desktop catalogues
# reviewed: no
screen-search = འཚོལ་ཞིབ
# source: composed
# reviewed: no
screen-print = པར་འདེབས
# source: composed
# reviewed: no
screen-found = { $count } རྙེད
# source: composed
# reviewed: no
screen-nothing-found = གང་ཡང་མ་རྙེད
# source: composed
# reviewed: no
screen-nothing-found-hint = ཡི་གེ་ཉུང་དུ་གཏོང་ངམ་འབྲི་སྟངས་གཞན་ཞིག་ཚོད་ལྟ་བྱེད་རོགས།
# source: composed
# reviewed: no
screen-offline = དྲ་རྒྱ་མི་འདུག
# source: composed
# reviewed: no
screen-offline-hint = ལས་ཀ་མུ་མཐུད་རོགས། ཚང་མ་འདིར་ཉར་ནས་རྗེས་སུ་ལྟེ་གནས་སུ་གཏོང་།
# source: composed
# reviewed: no
screen-date-doubtful = ཚེས་གྲངས་ངེས་མེད
# source: composed
# reviewed: no
contested-two-people = མི་གཉིས་ཀྱིས་སོ་སོར་བཅོས་འདུག གང་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
contested-look = ལྟས་ནས་འདེམས
# source: composed
# reviewed: no
contested-chosen = བདམས་ཟིན
# source: composed
# reviewed: no
contested-yes = རེད
# source: composed
# reviewed: no
contested-no = མ་རེད
# source: composed
# reviewed: no
by-station = བྱ་རིམ
# source: composed
# reviewed: no
phone-reveal = ཁ་པར་ཧྲིལ་པོ་སྟོན (སུས་བལྟས་པ་ཟིན་ཐོ་འགོད)
# source: composed
# reviewed: no
phone-hide = ཁ་པར་སྦས
# source: composed
# reviewed: no
keypad-back = མཐའ་མའི་ཨང་ཀི་སུབ་པ
# source: composed
# reviewed: no
weight-unit = ལྗིད་ཚད་ཀྱི་ཚད་གཞི
# source: composed
# reviewed: no
photo-take = འདྲ་པར་རྒྱག
# source: composed
# reviewed: no
photo-taking = འདྲ་པར་ལེན་བཞིན་པ
# source: composed
# reviewed: no
place-hint = མིང་ངམ་འགོ་ཡིག་གམ་ཨང་རྟགས

## How money is paid

# source: composed
# reviewed: no
way-cash = དངུལ་རྐྱང
# source: composed
# reviewed: no
way-villager = གྲོང་མི་རང་གི་ཐོ
# source: composed
# reviewed: no
pay-code-show = དངུལ་ཨང་རྟགས་སྟོན
# source: composed
# reviewed: no
pay-code-alt = བཤེར་དགོས་པའི་ཨང་རྟགས
# source: composed
# reviewed: no
pay-code-not-here = ཨང་རྟགས་ཀྱི་པར་འདིར་མ་འབྱོར། མཉམ་བགྲང་ངམ་ཡང་བསྐྱར་འདེམས་རོགས།
# source: composed
# reviewed: no
pay-given = ཉོ་མཁན་གྱིས་སྤྲད་པ
# source: composed
# reviewed: no
pay-change = ཕྱིར་སློག་ ¥{ $amount }
# source: composed
# reviewed: no
pay-given-short = ¥{ $amount } ཆད
# source: composed
# reviewed: no
way-wechat = སྐད་འཕྲིན
# source: composed
# reviewed: no
way-alipay = ཀྲི་ཧྥུ་པའོ
# source: composed
# reviewed: no
way-bank = དངུལ་ཁང
# source: composed
# reviewed: no
way-platform = དྲ་ཐོག་ཚོང་ར
# source: composed
# reviewed: no
way-on-delivery = སླེབས་དུས་སྤྲོད
