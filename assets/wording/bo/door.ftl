# First start, signing in, and a station that does not open, in Tibetan.

## Signing in

# source: composed
# reviewed: no
signin-title = ནང་འཛུལ
# source: composed
# reviewed: no
signin-who = གློག་ཀླད་བེད་སྤྱོད་མཁན
# source: composed
# reviewed: no
signin-pin = གསང་ཨང
# source: composed
# reviewed: no
signin-enter = ནང་འཛུལ
# source: composed
# reviewed: no
signin-forgot = གསང་ཨང་བརྗེད་པ
# source: composed
# reviewed: no
signin-nobody = གློག་ཀླད་འདིར་གསང་ཨང་མི་འདུག སླར་གསོའི་ལྡེ་མིག་གིས་བཟོ་རོགས།

## The day is doubted

# source: composed
# reviewed: no
clock-doubted = དེ་རིང་ { $date } ཡིན་ནམ།
# source: composed
# reviewed: no
clock-hint = གློག་ཀླད་ཀྱི་ཆུ་ཚོད་ནོར་བ་འདྲ། འཚོང་ལས་མུ་མཐུད་ཆོག ཚེས་གྲངས་ལ་རྟགས་རྒྱག་གི་ཡོད།
# source: composed
# reviewed: no
clock-hint-keeper = གློག་ཀླད་ཀྱི་ཆུ་ཚོད་ནོར་བ་འདྲ། ལས་ཀ་མུ་མཐུད་ཆོག དོ་དམ་པས་ནང་འཛུལ་རྗེས་བཅོས་ཆོག
# source: composed
# reviewed: no
clock-set = ཚེས་གྲངས་བཅོས
# source: composed
# reviewed: no
clock-ask = དེ་རིང་ཚེས་ག་ཚོད་རེད།
# source: composed
# reviewed: no
clock-why = ཁ་པར་ལ་ལྟ་རོགས། ཟིན་ཐོའི་གོ་རིམ་ལ་གནོད་པ་མེད་ཀྱང་ཤོག་བྱང་དང་ལྷག་པའི་ཆུ་ཚོད་ལ་དགོས།
# source: LibreOffice
# reviewed: no
clock-day = ཚེས་གྲངས
# source: project notes, placeholder
# reviewed: no
clock-time = ཆུ་ཚོད
# source: composed
# reviewed: no
clock-confirm = འདི་ཡང་དག་རེད
# source: composed
# reviewed: no
clock-unreadable = ཚེས་གྲངས་ 2026-08-18 དང་ཆུ་ཚོད་ 09:42 ལྟར་འབྲི་རོགས།

## A forgotten PIN

# source: composed
# reviewed: no
forgot-title = { $name } ལ་གསང་ཨང་གསར་པ
# source: composed
# reviewed: no
forgot-ask-keeper = དོ་དམ་པས་སྒྲིག་འགོད་ནང་གསང་ཨང་གསར་པ་བཟོ་ཆོག དེ་མ་བྱུང་ན་ཐོག་མར་པར་བཏབ་པའི་སླར་གསོའི་ལྡེ་མིག་བེད་སྤྱོད་བྱེད་རོགས།
# source: composed
# reviewed: no
forgot-key = སླར་གསོའི་ལྡེ་མིག
# source: composed
# reviewed: no
forgot-pin = གསང་ཨང་གསར་པ
# source: composed
# reviewed: no
forgot-set = གསང་ཨང་འཇོག
# source: composed
# reviewed: no
forgot-done = { $name } ལ་གསང་ཨང་གསར་པ་བཟོས་ཟིན

## The first start

# source: composed
# reviewed: no
first-title = ཚོང་ལ་དགའ་བསུ
# source: composed
# reviewed: no
first-sub = དྲི་བ་འགའ་ལན་བཏབ་ནས་འགོ་འཛུགས་ཆོག
# source: composed
# reviewed: no
first-progress = རིམ་པ་ { $at } ཁྱོན་ { $of }
# source: composed
# reviewed: no
first-language = སྐད་ཡིག་གང་དགོས།
# source: composed
# reviewed: no
first-language-hint = ནམ་ཡང་ཤོག་ངོས་གང་རུང་དུ་བརྗེ་ཆོག
# source: composed
# reviewed: no
first-restore = ཉར་བཤུས་ནས་ས་ཚིགས་སླར་གསོ
# source: composed
# reviewed: no
first-station = ས་ཚིགས་ཀྱི་མིང་ག་རེ་རེད།
# source: composed
# reviewed: no
first-station-hint = མིང་འདི་ཤོག་བྱང་དང་རྫོང་གི་ལྟེ་གནས་སུ་མངོན།
# source: composed
# reviewed: no
first-station-name = ས་ཚིགས་ཀྱི་མིང
# source: composed
# reviewed: no
first-station-place = ཡུལ་ཚོའམ་གྲོང་ཚོ
# source: composed
# reviewed: no
first-keeper = ས་ཚིགས་ཀྱི་དོ་དམ་པ་སུ་རེད།
# source: composed
# reviewed: no
first-keeper-hint = དོ་དམ་པས་མི་གཞན་སྣོན་པ་དང་སྒྲིག་འགོད་བཅོས་ཆོག གསང་ཨང་ཨང་ཀི་བཞི་ཡན་དགོས།
# source: project notes, placeholder
# reviewed: no
first-keeper-name = མིང
# source: composed
# reviewed: no
first-pin = གསང་ཨང
# source: composed
# reviewed: no
first-pin-again = གསང་ཨང་བསྐྱར་དུ
# source: composed
# reviewed: no
first-pin-differs = གསང་ཨང་གཉིས་མི་འདྲ།
# source: composed
# reviewed: no
first-make = ས་ཚིགས་འཛུགས
# source: composed
# reviewed: no
first-making = འཛུགས་བཞིན་པ
# source: composed
# reviewed: no
first-stick = རྫོང་གི་ USB ནས་མགོ་འཛུགས
# source: composed
# reviewed: no
first-stick-ask = USB གང་དང་ཨང་རྟགས་གང་།
# source: composed
# reviewed: no
first-stick-hint = གློག་ཀླད་གསར་པ་ཡིན་ན་རྫོང་གིས་ས་ཚིགས་ཀྱི་ཟིན་ཐོ་ USB ལ་བྲིས་ནས་ཐེངས་གཅིག་གི་ཨང་རྟགས་སྤྲོད།
# source: composed
# reviewed: no
first-stick-reading = USB ཀློག་བཞིན་པ
# source: composed
# reviewed: no
first-stick-found = USB ཆ་ཚང་འདུག { $station } ཡི་རེད། དོ་དམ་པ་སུ་རེད། གསང་ཨང་ཨང་ཀི་བཞི་ཡན་དགོས།
# source: composed
# reviewed: no
first-filling = ཟིན་ཐོ་ལེན་བཞིན་པ
# source: composed
# reviewed: no
first-carry = ས་ཚིགས་ཀྱི་ཟིན་ཐོ་འདིར་འདུག
# source: composed
# reviewed: no
first-carry-hint = ཟིན་ཐོ་ { $facts } བླངས། རྫོང་ལ་ཐོས་རྗེས་གློག་ཀླད་འདི་ངོས་ལེན་བྱེད། དྲ་རྒྱ་ཡོད་ན་རང་འགུལ་རེད། མེད་ན་ USB ཡིས་བྱེད།
# source: composed
# reviewed: no
first-carry-write = USB ལ་འབྲི
# source: composed
# reviewed: no
first-carry-written = { $size } བྲིས་ཟིན། USB རྫོང་ལ་སྐྱེལ་ནས་ཕྱིར་འཁྱེར་རྗེས་འདིར་ལེན་རོགས།

## The recovery key

# source: composed
# reviewed: no
key-title = ལྡེ་མིག་འདི་ད་ལྟ་བྲིས་རོགས
# source: composed
# reviewed: no
key-hint = གློག་ཀླད་བོར་ན་འདིས་ཟིན་ཐོ་ཁ་འབྱེད་ཐུབ། པར་བཏབ་པའམ་བྲིས་ནས་གནས་གཞན་དུ་ཉར་རོགས། འདི་ལས་གཞན་པས་མི་ཐུབ།
# source: composed
# reviewed: no
key-of = { $station } སླར་གསོའི་ལྡེ་མིག
# source: composed
# reviewed: no
key-check = མཐའ་མའི་ཚན་པ་འབྲི་རོགས
# source: composed
# reviewed: no
key-differs = མཐའ་མའི་ཚན་པ་འདི་མ་རེད། བྲིས་པ་ལ་ལྟ་རོགས།

## Enrolling

# source: composed
# reviewed: no
enrol-title = རྫོང་གི་ལྟེ་གནས་དང་འབྲེལ་བ་ཡོད་དམ།
# source: composed
# reviewed: no
enrol-hint = རྫོང་གིས་ས་གནས་དང་ཐེངས་གཅིག་གི་ཨང་རྟགས་སྤྲོད། འདི་མེད་ཀྱང་བདུན་ཕྲག་མང་པོར་ལས་ཀ་བྱེད་ཆོག རྗེས་སུ་སྒྲིག་འགོད་ནང་བྱེད་ཆོག
# source: composed
# reviewed: no
enrol-hub = ལྟེ་གནས་ཀྱི་ས་གནས
# source: composed
# reviewed: no
enrol-code = ཐེངས་གཅིག་གི་ཨང་རྟགས
# source: composed
# reviewed: no
enrol-code-hint = རྫོང་གིས་སྤྲོད་པ་རེད། ཐེངས་གཅིག་ལས་མི་འགྲོ།
# source: composed
# reviewed: no
enrol-go = ཐོ་འགོད
# source: composed
# reviewed: no
enrol-going = ཐོ་འགོད་བཞིན་པ
# source: composed
# reviewed: no
enrol-later = རྗེས་སུ
# source: composed
# reviewed: no
enrol-done = གློག་ཀླད་འདི་ཐོ་འགོད་ཟིན

## Bringing a station back

# source: composed
# reviewed: no
restore-title = ས་ཚིགས་སླར་གསོ
# source: composed
# reviewed: no
restore-hint = ཉར་བཤུས་འདམས་ནས་ཤོག་བུའི་སླར་གསོའི་ལྡེ་མིག་འབྲི་རོགས།
# source: composed
# reviewed: no
restore-which = ཉར་བཤུས
# source: composed
# reviewed: no
restore-other = ཡིག་ཆ་གཞན་པ
# source: composed
# reviewed: no
restore-path = ཡིག་ཆ
# source: composed
# reviewed: no
restore-path-hint = ལམ་ཡོངས་རྫོགས། དཔེར་ན་ /media/usb/tsong-2026-08-18.db
# source: composed
# reviewed: no
restore-go = སླར་གསོ
# source: composed
# reviewed: no
restore-going = སླར་གསོ་བཞིན་པ
# source: composed
# reviewed: no
restore-done = ས་ཚིགས་སླར་གསོ་ཟིན
# source: composed
# reviewed: no
restore-done-hint = ནང་འཛུལ་རྗེས་རྫོང་དུ་ཐོ་འགོད་དང་མཉམ་བགྲང་བྱེད་རོགས། ཚོང་མ་ཚོང་གོང་དངོས་ཟོག་རེ་རེ་བགྲང་དགོས།
# source: composed
# reviewed: no
restore-moved = སྔོན་གྱི་ཡིག་ཆ་ { $path } ལ་སྤོས་ཡོད། གང་ཡང་བསུབས་མེད།

## A station that does not open

# source: composed
# reviewed: no
trouble-title = ཟིན་ཐོ་ཁ་མི་འབྱེད
# source: composed
# reviewed: no
trouble-safe = གང་ཡང་བཅོས་པའམ་བསུབས་མེད། ཟིན་ཐོ་ { $folder } ནང་ཡོད།
# source: composed
# reviewed: no
trouble-unlock = ལྡེ་མིག་འདིས་ཁ་འབྱེད
