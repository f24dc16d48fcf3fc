# The sync screen, in Tibetan.

# source: project notes, placeholder
# reviewed: no
sync-title = མཉམ་བགྲང
# source: composed
# reviewed: no
sync-now = ད་ལྟ་མཉམ་བགྲང
# source: composed
# reviewed: no
sync-stop-now = རེ་ཞིག་མཚམས་འཇོག
# source: composed
# reviewed: no
sync-go-on = འཚོང་ལས་མུ་མཐུད་ཆོག
# source: composed
# reviewed: no
sync-running-hint = དྲ་རྒྱའམ་གློག་ཆད་ཀྱང་གང་ཡང་མི་བརླག འདི་ནས་མུ་མཐུད།
# source: composed
# reviewed: no
sync-waiting-hint = སྒུག་བཞིན་པ་རྣམས་མཉམ་བགྲང་རྗེས་མར་གཏོང་།
# source: composed
# reviewed: no
sync-all-there = ཚང་མ་ལྟེ་གནས་སུའང་ཡོད།
# source: composed
# reviewed: no
sync-not-enrolled = གློག་ཀླད་འདི་རྫོང་དུ་ཐོ་འགོད་བྱས་མེད། དོ་དམ་པས་སྒྲིག་འགོད་ནང་བྱེད།
# source: composed
# reviewed: no
sync-next-try = { $span } ནང་རང་འགུལ་གྱིས་ཚོད་ལྟ་བྱེད
# source: composed
# reviewed: no
sync-still = ད་ལྟ་མཉམ་བགྲང་མི་བྱེད
# source: composed
# reviewed: no
sync-not-yet = མ་ཕྱེ་གོང་མཉམ་བགྲང་བྱས་མེད
# source: composed
# reviewed: no
sync-left = { $unit } ལྷག
# source: composed
# reviewed: no
sync-phase-idle = གྲ་སྒྲིག་ཡོད
# source: composed
# reviewed: no
sync-phase-connect = ལྟེ་གནས་འཚོལ་བཞིན་པ
# source: composed
# reviewed: no
sync-phase-facts-up = ཟིན་ཐོ་གཏོང་བཞིན་པ
# source: composed
# reviewed: no
sync-phase-facts-down = ཟིན་ཐོ་ལེན་བཞིན་པ
# source: composed
# reviewed: no
sync-phase-blobs-up = འདྲ་པར་གཏོང་བཞིན་པ
# source: composed
# reviewed: no
sync-phase-blobs-down = འདྲ་པར་ལེན་བཞིན་པ
# source: project notes, placeholder
# reviewed: no
sync-phase-done = རྫོགས
# source: composed
# reviewed: no
sync-all-of-it = ཚང་མ
# source: composed
# reviewed: no
sync-progress = འགྲོ་ཚད
# source: composed
# reviewed: no
sync-link-0 = དྲ་རྒྱ་ད་དུང་མེད
# source: composed
# reviewed: no
sync-link-1 = དྲ་རྒྱ་ཧ་ཅང་ཞན
# source: composed
# reviewed: no
sync-link-2 = དྲ་རྒྱ་ཞན
# source: composed
# reviewed: no
sync-link-3 = དྲ་རྒྱ་འབྲིང
# source: composed
# reviewed: no
sync-link-4 = དྲ་རྒྱ་ལེགས
# source: composed
# reviewed: no
sync-rate = སྐར་ཆ་རེར་ { $rate }
# source: composed
# reviewed: no
sync-bytes = ཡར་ { $up } མར་ { $down }
# source: composed
# reviewed: no
sync-first = སྔོན་ལ་གང་འགྲོ
# source: composed
# reviewed: no
sync-lane-records = མངག་ཉོ། དངོས་ཟོག དངུལ
# source: composed
# reviewed: no
sync-lane-records-hint = རྟག་ཏུ་དང་པོ
# source: composed
# reviewed: no
sync-lane-down = ལྟེ་གནས་ནས
# source: composed
# reviewed: no
sync-lane-down-hint = གཞན་གྱི་ཟིན་ཐོ
# source: LibreOffice
# reviewed: no
sync-lane-photos = འདྲ་པར
# source: composed
# reviewed: no
sync-lane-photos-hint = རྗེས་སུ། ཆུང་བ་སྔོན་ལ
# source: composed
# reviewed: no
sync-lane-arrived = སླེབས་ཟིན
# source: composed
# reviewed: no
sync-lane-going = གཏོང་བཞིན་པ
# source: composed
# reviewed: no
sync-lane-next = རྗེས་མ
# source: composed
# reviewed: no
sync-lane-waits = འདིར་སྒུག
# source: composed
# reviewed: no
sync-lane-paused = མཚམས་བཞག
# source: composed
# reviewed: no
sync-photos-hold = འདྲ་པར་མཚམས་འཇོག
# source: composed
# reviewed: no
sync-photos-go = འདྲ་པར་གཏོང
# source: composed
# reviewed: no
sync-photos-paused = ལག་པས་མཚམས་བཞག ཟིན་ཐོ་རྒྱུན་ལྟར་འགྲོ།
# source: composed
# reviewed: no
sync-photos-paid = དྲ་རྒྱ་འདིར་གྲངས་ལྟར་རིན་སྤྲོད་དགོས། འདྲ་པར་མཚམས་བཞག
# source: composed
# reviewed: no
sync-refused = ཟུར་དུ་བཞག: { $count }
# source: composed
# reviewed: no
sync-refused-hint = ཟིན་ཐོ་འདི་དག་ལེན་མ་ཐུབ། གཞན་པར་གནོད་པ་མེད། མཉམ་བགྲང་རེར་བསྐྱར་དུ་ཚོད་ལྟ་བྱེད། རྫོང་ལ་བཤད་རོགས།
# source: composed
# reviewed: no
sync-aside-seen = མཐོང་ཟིན
# source: composed
# reviewed: no
aside-fork = ལྟེ་གནས་ལ་གློག་ཀླད་འདིའི་ལོ་རྒྱུས་གཞན་ཞིག་འདུག
# source: composed
# reviewed: no
aside-bad-signature = མིང་རྟགས་མི་འགྲིག
# source: composed
# reviewed: no
aside-gap = ལྟེ་གནས་ལ་འདིའི་སྔོན་གྱི་ཟིན་ཐོ་མེད། བསྐྱར་དུ་གཏོང་།
# source: composed
# reviewed: no
aside-not-enrolled = འདི་འབྲི་མཁན་གྱི་གློག་ཀླད་རྫོང་དུ་ཐོ་འགོད་བྱས་མེད།
# source: composed
# reviewed: no
aside-malformed = འདིར་ཀློག་མ་ཐུབ། མཉེན་ཆས་གསར་པས་ཀློག་ཐུབ་སྲིད།
# source: composed
# reviewed: no
sync-past = ཉེ་ཆར་གྱི་མཉམ་བགྲང
# source: composed
# reviewed: no
sync-past-none = ད་བར་མེད།
# source: composed
# reviewed: no
sync-past-done = ཡར་ { $up } མར་ { $down } { $size }
# source: composed
# reviewed: no
sync-kind-order = མངག་ཐོ་ { $count }
# source: composed
# reviewed: no
sync-kind-lot = དངོས་ཟོག་ཐེངས་ { $count }
# source: composed
# reviewed: no
sync-kind-listing = འཚོང་ཐོ་ { $count }
# source: composed
# reviewed: no
sync-kind-villager = གྲོང་མི་ { $count }
# source: composed
# reviewed: no
sync-kind-buyer = མཁོ་མཁན་ { $count }
# source: composed
# reviewed: no
sync-kind-operator = བཀོལ་སྤྱོད་པ་ { $count }
# source: composed
# reviewed: no
sync-kind-other = གཞན་ { $count }
# source: composed
# reviewed: no
sync-waits = སྒུག་བཞིན་པ། ཕལ་ཆེར་ { $size }
# source: composed
# reviewed: no
sync-waits-for = སྒུག་བཞིན་པ། ཕལ་ཆེར་ { $size } སྔོན་མའི་མྱུར་ཚད་ལྟར་ { $span }
# source: composed
# reviewed: no
sync-stick = USB ཡིས
# source: composed
# reviewed: no
sync-stick-title = USB ཡིས
# source: composed
# reviewed: no
sync-stick-hint = དྲ་རྒྱ་མེད་ན་ USB རྫོང་ལ་སྐྱེལ་ནས་ཕྱིར་འཁྱེར། འཁྱེར་མཁན་གྱིས་ནང་དོན་ཀློག་མི་ཐུབ།
# source: composed
# reviewed: no
sync-stick-path = USB ཡི་ཡིག་སྣོད
# source: composed
# reviewed: no
sync-stick-path-hint = དཔེར་ན། /media/stick ཡང་ན་ E:\
# source: composed
# reviewed: no
sync-stick-code = ཨང་རྟགས
# source: composed
# reviewed: no
sync-stick-code-hint = གློག་ཀླད་གསར་པའི་ཐུམ་སྒྲིལ་ཁོ་ནར་དགོས།
# source: composed
# reviewed: no
sync-stick-look = ནང་ཅི་ཡོད
# source: composed
# reviewed: no
sync-stick-take = ལེན
# source: composed
# reviewed: no
sync-stick-write = སྒུག་བཞིན་པ་འབྲི
# source: composed
# reviewed: no
sync-stick-writing = འབྲི་བཞིན་པ
# source: composed
# reviewed: no
sync-stick-written = USB ནང་ཟིན་ཐོ་ { $facts } འདྲ་པར་ { $photos } { $size } ལན་མ་སླེབས་བར་འདིར་སྒུག
# source: composed
# reviewed: no
sync-stick-taken = ཟིན་ཐོ་ { $down } བླངས། རྫོང་ལ་ { $up } སླེབས།
# source: composed
# reviewed: no
sync-stick-write-next = རྫོང་ལ་སྒུག་བཞིན་པ་ད་དུང་ཡོད། USB ལ་འབྲི་རོགས།
# source: composed
# reviewed: no
sync-stick-empty = ནང་ཐུམ་སྒྲིལ་མི་འདུག
# source: composed
# reviewed: no
sync-stick-up = འདི་ནས་རྫོང་ལ
# source: composed
# reviewed: no
sync-stick-down = རྫོང་ནས་གློག་ཀླད་འདིར
# source: composed
# reviewed: no
sync-stick-setup = གློག་ཀླད་གསར་པ་འདི་ནས་མགོ་འཛུགས
# source: composed
# reviewed: no
sync-stick-unknown = མི་ཤེས
# source: composed
# reviewed: no
sync-stick-others = གཞན་གྱི་རེད
