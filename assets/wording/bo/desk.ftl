# The county's desk, in Tibetan.

# source: composed
# reviewed: no
desk-title = རྫོང་གི་ཚོང་དོན་ལྟེ་གནས
# source: composed
# reviewed: no
desk-token = ལས་བྱེད་པའི་ལྡེ་རྟགས
# source: composed
# reviewed: no
desk-token-hint = ལྟེ་གནས་དོ་དམ་པས་ tsong-hub staff བེད་སྤྱད་ནས་བཟོ
# source: composed
# reviewed: no
desk-pages = ཤོག་ངོས
# source: composed
# reviewed: no
desk-overview = སྤྱི་མཐོང
# source: composed
# reviewed: no
desk-log = ལས་ཀའི་ཟིན་ཐོ
# source: composed
# reviewed: no
desk-sign-out = ཕྱིར་ཐོན
# source: composed
# reviewed: no
desk-county = རྫོང་ཡོངས
# source: composed
# reviewed: no
desk-find = ས་ཚིགས་འཚོལ
# source: composed
# reviewed: no
desk-find-orders = ཨང་། མཁོ་མཁན། ཁ་པར
# source: composed
# reviewed: no
desk-hearing = འབྲེལ་བའི་གནས་ཚུལ
# source: composed
# reviewed: no
desk-silent = འབྲེལ་བ་ཆད
# source: composed
# reviewed: no
desk-late = ཕྱིས
# source: composed
# reviewed: no
desk-never = ནམ་ཡང་འབྲེལ་མེད
# source: composed
# reviewed: no
desk-is-heard = འབྲེལ་བ་ཡོད
# source: composed
# reviewed: no
desk-since = { $span } འབྲེལ་མེད
# source: composed
# reviewed: no
desk-syncing = མཉམ་བགྲང་བཞིན་པ
# source: composed
# reviewed: no
desk-stations = ས་ཚིགས
# source: composed
# reviewed: no
desk-stations-count = { $count } གལ་ཆེ་བ་སྔོན་ལ
# source: composed
# reviewed: no
desk-add = ས་ཚིགས་སྣོན
# source: composed
# reviewed: no
desk-added = { $name } བསྣན་ཟིན
# source: composed
# reviewed: no
desk-other-place = ས་ཆ་གཞན
# source: composed
# reviewed: no
desk-none = ས་ཚིགས་ད་དུང་མེད
# source: composed
# reviewed: no
desk-none-hint = གཅིག་བསྣན་ནས་ཐེངས་གཅིག་གི་ཨང་རྟགས་བཤད་རོགས།
# source: composed
# reviewed: no
desk-more = { $total } ནས་ { $shown } མངོན། གཞན་འཚོལ་རོགས

## Figures

# source: composed
# reviewed: no
desk-sold-today = དེ་རིང་བཙོངས
# source: composed
# reviewed: no
desk-orders-today = དེ་རིང་མངག་ཉོ
# source: composed
# reviewed: no
desk-week-ago = བདུན་ཕྲག་སྔོན་མ་ལས་ { $change }
# source: composed
# reviewed: no
desk-no-week-ago = བདུན་ཕྲག་སྔོན་མར་མེད
# source: composed
# reviewed: no
desk-pack-road = ཐུམ་སྒྲིལ་ { $pack } ལམ་དུ་ { $road }
# source: composed
# reviewed: no
desk-heard = འབྲེལ་བ་ཡོད་པ
# source: composed
# reviewed: no
desk-not-heard = { $count } འབྲེལ་མེད
# source: composed
# reviewed: no
desk-all-heard = ཚང་མ
# source: composed
# reviewed: no
desk-decide = མི་དགོས་པ
# source: composed
# reviewed: no
desk-set-aside = ཟུར་བཞག { $count }
# source: composed
# reviewed: no
desk-none-aside = ཟུར་བཞག་མེད
# source: composed
# reviewed: no
desk-waiting = ས་ཚིགས་སུ་སྒུག
# source: composed
# reviewed: no
desk-pending = འདིར་ { $count } སྒུག
# source: composed
# reviewed: no
desk-pending-there = འདིར་སྒུག
# source: composed
# reviewed: no
desk-devices = གློག་ཀླད
# source: composed
# reviewed: no
desk-facts = ཟིན་ཐོ་ { $count }
# source: composed
# reviewed: no
desk-facts-word = ཟིན་ཐོ
# source: composed
# reviewed: no
desk-blobs = འདྲ་པར་ཆད་པ
# source: composed
# reviewed: no
desk-days = ཉིན་ 14 ཚོང་འབབ
# source: composed
# reviewed: no
desk-week-sum = ཉིན་ 7 མངག་ཉོ་ { $orders } ¥{ $sum }

## What needs a person

# source: composed
# reviewed: no
desk-nothing-needs = གལ་ཆེ་མི་འདུག
# source: composed
# reviewed: no
desk-need-fork = གློག་ཀླད་ཟིན་ཐོ་གྱེས་པ་ { $count }
# source: composed
# reviewed: no
desk-need-quarantine = ཟིན་ཐོ་ཟུར་བཞག { $count }
# source: composed
# reviewed: no
desk-need-silent = ཡུན་རིང་འབྲེལ་མེད། ཐག་གཅོད་དགོས་པ་ { $count }
# source: composed
# reviewed: no
desk-need-decide = ཐག་གཅོད་དགོས་པའི་མངག་ཉོ་ { $count }
# source: composed
# reviewed: no
desk-need-late = ཕྱིས་སོང་། ཐག་གཅོད་དགོས་པ་ { $count }

## Columns

# source: composed
# reviewed: no
desk-col-station = ས་ཚིགས
# source: LibreOffice
# reviewed: no
desk-col-state = གནས་སྟངས
# source: composed
# reviewed: no
desk-col-heard = མཐའ་མའི་འབྲེལ་བ
# source: composed
# reviewed: no
desk-col-hours = ཆུ་ཚོད་ 24
# source: project notes, placeholder
# reviewed: no
desk-col-waiting = སྒུག
# source: LibreOffice
# reviewed: no
desk-col-orders = མངག་ཉོ
# source: composed
# reviewed: no
desk-col-sold = བཙོངས ¥
# source: composed
# reviewed: no
desk-col-tasks = ལས་འགན
# source: composed
# reviewed: no
desk-col-number = ཨང
# source: LibreOffice
# reviewed: no
desk-col-buyer = མཁོ་མཁན
# source: project notes, placeholder
# reviewed: no
desk-col-goods = དངོས་ཟོག
# source: composed
# reviewed: no
desk-col-sum = དངུལ་གྲངས ¥
# source: composed
# reviewed: no
desk-col-taken = མངགས་དུས
# source: composed
# reviewed: no
desk-col-reveal = སྟོན
# source: composed
# reviewed: no
desk-col-when = དུས་ཚོད
# source: composed
# reviewed: no
desk-col-who = སུ
# source: composed
# reviewed: no
desk-col-what = ཅི་ཞིག
# source: composed
# reviewed: no
desk-reason = རྒྱུ་མཚན

## Orders and computers

# source: LibreOffice
# reviewed: no
desk-orders = མངག་ཉོ
# source: composed
# reviewed: no
desk-no-orders = མངག་ཉོ་མི་འདུག
# source: composed
# reviewed: no
desk-newer = གསར་བ
# source: composed
# reviewed: no
desk-older = རྙིང་བ
# source: composed
# reviewed: no
desk-reveal = མངག་ཉོ་ { $number } ཁ་པར་དང་ཁ་བྱང་སྟོན
# source: composed
# reviewed: no
desk-no-devices = གློག་ཀླད་ཐོ་འགོད་མེད།
# source: composed
# reviewed: no
desk-device-line = ཐོན་རིམ་ { $version } · འབྲེལ་བ་ { $heard } · འབྱུང་ཁུངས་ { $origins }
# source: composed
# reviewed: no
desk-enrol = གློག་ཀླད་ཐོ་འགོད
# source: composed
# reviewed: no
desk-revoke = བཀག
# source: composed
# reviewed: no
desk-revoke-title = { $name } བཀག་གམ།
# source: composed
# reviewed: no
desk-revoke-hint = དེས་མཉམ་བགྲང་བྱེད་མི་ཐུབ། གཏོང་ཟིན་པ་ལུས། གློག་ཀླད་གཞན་ཐོ་འགོད་ཆོག
# source: composed
# reviewed: no
desk-revoked = བཀག་ཟིན
# source: composed
# reviewed: no
desk-revoked-on = { $date } { $who } ཡིས་བཀག: { $reason }
# source: composed
# reviewed: no
desk-code-hint = ས་ཚིགས་ལ་ཨང་རྟགས་དང་ས་གནས་འདི་བཤད་རོགས: { $address }
# source: composed
# reviewed: no
desk-code-until = ཐེངས་གཅིག་ལས་མི་འགྲོ། { $date } { $time } བར།

## What staff did

# source: composed
# reviewed: no
desk-log-empty = ད་དུང་མེད
# source: composed
# reviewed: no
desk-act-signed-in = ནང་འཛུལ
# source: composed
# reviewed: no
desk-act-signed-out = ཕྱིར་ཐོན
# source: composed
# reviewed: no
desk-act-station-added = ས་ཚིགས་བསྣན
# source: composed
# reviewed: no
desk-act-code-made = ཨང་རྟགས་བཟོས
# source: composed
# reviewed: no
desk-act-device-revoked = གློག་ཀླད་བཀག
# source: composed
# reviewed: no
desk-act-buyer-shown = མཁོ་མཁན་ལ་བལྟས
# source: composed
# reviewed: no
desk-act-staff-added = ལས་བྱེད་པ་བསྣན
# source: composed
# reviewed: no
desk-act-staff-revoked = ལས་བྱེད་པ་བཀག

## Refusals of the hub

# source: composed
# reviewed: no
desk-refusal-bad-token = ལྡེ་རྟགས་འདི་ངོ་མི་ཤེས།
# source: composed
# reviewed: no
desk-refusal-session-over = དུས་ཡུན་རྫོགས་སོང་། ཡང་བསྐྱར་ནང་འཛུལ་རོགས།
# source: composed
# reviewed: no
desk-refusal-too-many-tries = ནོར་བའི་ཐེངས་མང་དྲགས།
# source: composed
# reviewed: no
desk-refusal-cross-origin = ཤོག་ངོས་འདི་གཞན་ནས་བྱུང་བས་བྱས་མེད།
# source: composed
# reviewed: no
desk-refusal-bad-name = མིང་འདི་བེད་སྤྱོད་མི་ཐུབ།
# source: composed
# reviewed: no
desk-refusal-bad-place = ཐོའི་ནང་ནས་ས་ཆ་འདེམས་རོགས།
# source: composed
# reviewed: no
desk-refusal-bad-reason = རྒྱུ་མཚན་འབྲི་རོགས།
# source: composed
# reviewed: no
desk-refusal-station-unknown = ས་ཚིགས་འདི་མི་འདུག
# source: composed
# reviewed: no
desk-refusal-device-unknown = གློག་ཀླད་འདི་མི་འདུག
# source: composed
# reviewed: no
desk-refusal-no-link = ལྟེ་གནས་ཀྱིས་ལན་མི་འདེབས། བྲིས་པ་རྣམས་ལུས་ཡོད།
# source: composed
# reviewed: no
desk-refusal-other = ལྟེ་གནས་ཀྱིས་མ་བཞེས: { $code }
# source: composed
# reviewed: no
desk-wait = སྐར་ཆ་ { $seconds } སྒུག་རོགས།
