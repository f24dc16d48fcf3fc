# The home screen, in Tibetan.

# source: composed
# reviewed: no
home-acts = བྱ་རྒྱུ
# source: composed
# reviewed: no
home-new-order = མངག་ཉོ་གསར་པ
# source: composed
# reviewed: no
home-new-order-hint = རྒྱ་མ་འཇལ། འཚོང་། ཐུམ་སྒྲིལ
# source: composed
# reviewed: no
home-take-in = དངོས་ཟོག་ལེན
# source: project notes, placeholder
# reviewed: no
home-pack = ཐུམ་སྒྲིལ
# source: composed
# reviewed: no
morning-title = དེ་རིང་གི་ལས་ཀ
# source: composed
# reviewed: no
morning-board = ལས་ཀའི་པང
# source: composed
# reviewed: no
morning-calls = བརྡ་སྦྲོན་ཐོ
# source: composed
# reviewed: no
morning-cut-off = སྐྱེལ་འདྲེན་ { $time } ཡོང
# source: composed
# reviewed: no
morning-capacity = { $waiting } སྒུག་འདུག ཉིན་རེར་ { $capacity } ཐུམ་ཐུབ
# source: composed
# reviewed: no
morning-waiting = མངག་ཉོ་ { $waiting } སྒུག་འདུག
# source: composed
# reviewed: no
morning-late = འཕྱིས་པ
# source: composed
# reviewed: no
morning-confirm = གཏན་འཁེལ་དགོས
# source: composed
# reviewed: no
morning-pack = ཐུམ་དགོས
# source: composed
# reviewed: no
morning-hand-over = སྤྲོད་དགོས
# source: composed
# reviewed: no
morning-expiring = མཐའ་མ
# source: composed
# reviewed: no
morning-none = མེད
# source: composed
# reviewed: no
morning-more = ད་དུང་ { $count }
# source: composed
# reviewed: no
morning-nobody = སུ་ལའང་བརྡ་གཏོང་མི་དགོས
# source: composed
# reviewed: no
morning-nobody-hint = མངག་ཉོ་ཞིག་ལ་ཟོག་མེད་ན་སུ་ལ་འདྲི་དགོས་པ་འདིར་སྟོན།
# source: composed
# reviewed: no
morning-needs = དགོས་པའི་ཟོག
# source: composed
# reviewed: no
morning-answers = ཁས་བླངས་པ་དང་ཁྱེར་ཡོང་བ
# source: composed
# reviewed: no
morning-nothing-wanted = ཟོག་ལ་སྒུག་པའི་མངག་ཉོ་མེད།
# source: composed
# reviewed: no
morning-need-sum = མངགས་ { $wanted } · འདིར་ { $here } · ཡོང་བཞིན་ { $coming }
# source: composed
# reviewed: no
morning-open = ད་དུང་ { $open } འདྲི་དགོས
# source: composed
# reviewed: no
morning-met = འདང
# source: composed
# reviewed: no
morning-nobody-to-ask = ཉེ་ཆར་ཟོག་འདི་སུས་ཀྱང་མ་ཁྱེར།
# source: composed
# reviewed: no
morning-somebody-else = གཞན་ཞིག
# source: composed
# reviewed: no
morning-no-answers = ད་དུང་ལན་མེད།
# source: composed
# reviewed: no
morning-who = གྲོང་མི
# source: composed
# reviewed: no
morning-promised = ཁས་བླངས་པ
# source: composed
# reviewed: no
morning-brought = ཁྱེར་ཡོང་བ
# source: composed
# reviewed: no
morning-short = ཆད་པ
# source: composed
# reviewed: no
morning-cannot = མི་ཐུབ
# source: composed
# reviewed: no
morning-again = བཅོས
# source: composed
# reviewed: no
morning-promise-title = { $name } ཟེར
# source: composed
# reviewed: no
morning-promise-save = འགོད
# source: composed
# reviewed: no
morning-promise-hint = མི་ཐུབ་པ་ལ་དེ་རིང་ཡང་བསྐྱར་མི་འདྲི། ལྷག་མ་གཞན་ལ་འདྲི།
# source: composed
# reviewed: no
morning-chat = ཚོགས་པའི་ཡི་གེ
# source: composed
# reviewed: no
morning-print = པར་འདེབས
# source: composed
# reviewed: no
morning-copy = འདྲ་བཤུས
# source: composed
# reviewed: no
morning-copied = འདྲ་བཤུས་བྱས་ཟིན
# source: composed
# reviewed: no
morning-copy-by-hand = ཡི་གེ་བདམས་ཟིན Ctrl+C གནོན་རོགས
# source: composed
# reviewed: no
morning-chat-head = { $day } དགོས་པའི་ཟོག
# source: composed
# reviewed: no
morning-chat-promised = { $goods } { $quantity } ཁས་བླངས
# source: composed
# reviewed: no
morning-chat-brought = { $goods } { $quantity } འབྱོར་སོང་། ཐུགས་རྗེ་ཆེ
# source: composed
# reviewed: no
morning-chat-short = { $goods } ད་དུང་ { $quantity } ཆད
# source: composed
# reviewed: no
morning-chat-wanted = དགོས་པ་: { $goods } { $quantity }
# source: composed
# reviewed: no
shift-hand-over = ལས་རེས་སྤྲོད
# source: composed
# reviewed: no
shift-and-print = སྤྲད་ནས་པར་འདེབས
# source: composed
# reviewed: no
shift-open = མ་ཚར་བ་: ཐག་གཅོད་ { $decide } · ཐུམ་དགོས་ { $pack }
# source: composed
# reviewed: no
shift-counted = སྒམ་ནང་བརྩིས་པ
# source: composed
# reviewed: no
shift-books = ཐོ་ལ་ ¥{ $amount }
# source: composed
# reviewed: no
shift-books-label = ཐོ་ལ
# source: composed
# reviewed: no
shift-less = ཐོ་ལས་ ¥{ $amount } ཉུང་
# source: composed
# reviewed: no
shift-more = ཐོ་ལས་ ¥{ $amount } མང་
# source: composed
# reviewed: no
shift-to = སུ་ལ
# source: composed
# reviewed: no
shift-anybody = སུ་ཡིན་ཀྱང
# source: composed
# reviewed: no
shift-note = བརྗོད་དགོས་པ
# source: composed
# reviewed: no
shift-done = སྤྲད་ཟིན
# source: composed
# reviewed: no
shift-from = { $name } ལས་རེས་སྤྲད། { $time }
# source: composed
# reviewed: no
shift-seen = མཐོང་བྱུང
# source: composed
# reviewed: no
shift-fits = སྒམ་ནང་ ¥{ $counted } ཐོ་དང་མཐུན
# source: composed
# reviewed: no
shift-was-less = སྒམ་ནང་ ¥{ $counted } ཐོ་ལས་ ¥{ $off } ཉུང
# source: composed
# reviewed: no
shift-was-more = སྒམ་ནང་ ¥{ $counted } ཐོ་ལས་ ¥{ $off } མང
# source: composed
# reviewed: no
home-first = { $product }: { $time } སྔོན་འཚོང་ངམ་སྐྱེལ
# source: composed
# reviewed: no
home-from = གྲོང་མི་ { $count } ནས
# source: composed
# reviewed: no
home-last-call = མཐའ་མ · { $left } ལྷག
# source: composed
# reviewed: no
home-left = { $left } ལྷག
# source: composed
# reviewed: no
home-see-lots = དངོས་ཟོག་ལ་ལྟ
# source: composed
# reviewed: no
home-see-stock = དངོས་ཟོག་ལ་ལྟ
# source: composed
# reviewed: no
home-nothing-first = དེ་རིང་འཚོང་དགོས་པའི་ཟོག་མི་འདུག
# source: composed
# reviewed: no
home-nothing-first-hint = རུལ་སླ་བའི་ཟོག་འདིར་མངོན།
# source: composed
# reviewed: no
home-decide = ཐག་གཅོད
# source: composed
# reviewed: no
home-counter = ཚོང་སྟེགས
# source: composed
# reviewed: no
home-wants = { $buyer } { $quantity } མངགས
# source: composed
# reviewed: no
home-is-here = { $quantity } འདུག
# source: composed
# reviewed: no
home-needs-you = ཁྱེད་ལ་སྒུག
# source: composed
# reviewed: no
task-needs-decision = མངག་ཉོ་ཞིག་ལ་ཐག་གཅོད་དགོས
# source: composed
# reviewed: no
task-cancel-asked = མངག་ཉོ་འདོར་བའི་རེ་བ
# source: composed
# reviewed: no
task-asked = གློག་ཀླད་གཞན་གྱིས་དངོས་ཟོག་དགོས་ཟེར
# source: composed
# reviewed: no
task-takeover = གློག་ཀླད་འདི་སླར་གསོ་བྱས་པ། རྫོང་དང་གྲོས་བཞིན་པ
# source: composed
# reviewed: no
task-negative-share = ཁས་ལེན་པ་འདིར་ཡོད་པ་ལས་མང་བ
# source: composed
# reviewed: no
task-recount = མ་བཙོང་གོང་ལྗིད་ཚད་འཇལ་རོགས
# source: composed
# reviewed: no
task-undated = མངག་ཉོ་ཞིག་གི་ཚེས་གྲངས་ངེས་མེད
# source: composed
# reviewed: no
task-left = གྲོང་མི་ཞིག་ཕྱིན་སོང་། དངུལ་དང་ཟོག་སུ་ལ་སྤྲོད་དམ
# source: composed
# reviewed: no
task-alike-villager = གྲོང་པ་གཉིས་ཁ་པར་གཅིག་ཡིན། མི་གཅིག་གམ་གཉིས།
# source: composed
# reviewed: no
task-alike-buyer = ཉོ་མཁན་གཉིས་ཁ་པར་གཅིག་ཡིན། མི་གཅིག་གམ་གཉིས།
# source: composed
# reviewed: no
task-contested = མི་གཉིས་ཀྱིས་གཅིག་བཟོ་བཅོས་བྱས་པ
# source: composed
# reviewed: no
task-quarantine = ཟིན་ཐོ་གཅིག་ཟུར་དུ་བཞག
# source: composed
# reviewed: no
home-all-decided = ཐག་གཅོད་རྒྱུ་མེད
# source: project notes, placeholder
# reviewed: no
home-to-pack = ཐུམ་སྒྲིལ
# source: composed
# reviewed: no
home-waits = འདིར་སྒུག
# source: composed
# reviewed: no
home-all-packed = ཐུམ་སྒྲིལ་ཟིན
# source: composed
# reviewed: no
home-road = ལམ་དུ
# source: composed
# reviewed: no
home-on-its-way = ལམ་དུ་ཡོད
# source: composed
# reviewed: no
home-none-on-road = ལམ་དུ་མེད
# source: composed
# reviewed: no
home-owed = སྤྲོད་རྒྱུ
# source: composed
# reviewed: no
home-villagers = གྲོང་མི་ { $count }
# source: composed
# reviewed: no
home-none-owed = སྤྲོད་རྒྱུ་མེད
# source: composed
# reviewed: no
home-sold = དེ་རིང་བཙོངས · { $count }
# source: composed
# reviewed: no
home-other = གཞན
# source: project notes, placeholder
# reviewed: no
home-the-day = དེ་རིང
# source: composed
# reviewed: no
home-now = ད་ལྟ
# source: composed
# reviewed: no
home-event-intake = དངོས་ཟོག་བླངས
# source: LibreOffice
# reviewed: no
home-event-orders = མངག་ཉོ
# source: composed
# reviewed: no
home-event-sync = མཉམ་བགྲང་ཟིན
# source: composed
# reviewed: no
home-event-sync-failed = མཉམ་བགྲང་མ་བྱུང
# source: composed
# reviewed: no
home-event-backup = ཉར་བཤུས་བྱས
# source: composed
# reviewed: no
home-note-intake = གྲོང་མི་ { $villagers } ཟོག་ { $count }
# source: composed
# reviewed: no
home-note-orders = མངག་ཉོ་ { $count }
# source: composed
# reviewed: no
home-note-sync = ཟིན་ཐོ་ { $count }

## Why a sync did not work, in two words

# source: composed
# reviewed: no
link-no-link = དྲ་རྒྱ་མི་འདུག
# source: composed
# reviewed: no
link-link-stalled = དྲ་རྒྱ་ཆད
# source: composed
# reviewed: no
link-captive-portal = དྲ་རྒྱས་ནང་འཛུལ་དགོས་ཟེར
# source: composed
# reviewed: no
link-bad-certificate = ལྟེ་གནས་ཡིད་ཆེས་མི་ཐུབ
# source: composed
# reviewed: no
link-not-a-hub = ལྟེ་གནས་མ་རེད
# source: composed
# reviewed: no
link-revoked = གློག་ཀླད་འདི་བཀག
# source: composed
# reviewed: no
link-stopped = མི་ཡིས་མཚམས་བཞག
# source: composed
# reviewed: no
link-hub-refused = ལྟེ་གནས་ཀྱིས་མ་བཞེས

## Counted things

# source: composed
# reviewed: no
home-decide-one = དོན
# source: composed
# reviewed: no
home-decide-many = དོན
# source: LibreOffice
# reviewed: no
home-order-one = མངག་ཉོ
# source: LibreOffice
# reviewed: no
home-order-many = མངག་ཉོ
