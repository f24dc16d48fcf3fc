# Villagers, in Tibetan.

# source: composed
# reviewed: no
villagers-add = གྲོང་མི་གསར་པ
# source: composed
# reviewed: no
villagers-change = གྲོང་མི་བཅོས
# source: composed
# reviewed: no
villagers-count = གྲོང་མི་ { $count }
# source: composed
# reviewed: no
villagers-find = མིང་ངམ་ཁ་པར
# source: composed
# reviewed: no
villagers-none = གྲོང་མི་ད་དུང་མེད
# source: composed
# reviewed: no
villagers-none-hint = ས་ཚིགས་འདིར་དངོས་ཟོག་འཁྱེར་མཁན་སྣོན་རོགས།
# source: project notes, placeholder
# reviewed: no
villagers-name = མིང
# source: composed
# reviewed: no
villagers-name-bo = བོད་ཡིག་མིང
# source: project notes, placeholder
# reviewed: no
villagers-phone = ཁ་པར
# source: composed
# reviewed: no
villagers-payout = དངུལ་སྤྲོད་སྟངས
# source: composed
# reviewed: no
villagers-account = རྩིས་ཨང
# source: composed
# reviewed: no
villagers-owed = སྤྲོད་རྒྱུ
# source: composed
# reviewed: no
villagers-lots = འཁྱེར་བའི་དངོས་ཟོག
# source: composed
# reviewed: no
villagers-no-lots = ད་དུང་འཁྱེར་མེད
# source: composed
# reviewed: no
villagers-of = { $quantity } ནས
# source: composed
# reviewed: no
villagers-gone = ད་ནས་མི་འཁྱེར
# source: composed
# reviewed: no
villagers-heir = རྒྱུ་འཛིན་འདེམས
# source: composed
# reviewed: no
villagers-heir-is = རྒྱུ་འཛིན་: { $name }
# source: composed
# reviewed: no
villagers-let-go = ད་ནས་མི་འཁྱེར
# source: composed
# reviewed: no
villagers-back = ཡང་བསྐྱར་འཁྱེར
# source: composed
# reviewed: no
villagers-take-in = དངོས་ཟོག་ལེན
# source: composed
# reviewed: no
twins-alike = ཁ་པར་གཅིག་མཚུངས།
# source: composed
# reviewed: no
twins-one-person = མི་གཅིག་ཡིན།
# source: composed
# reviewed: no
twins-two-people = མི་གཉིས་ཡིན།
# source: composed
# reviewed: no
twins-same = འདི་ལྟར་ཡང་བཀོད་ཡོད།
# source: composed
# reviewed: no
twins-part = ཡང་བསྐྱར་ལོགས་སུ་དགར།
# source: composed
# reviewed: no
twins-joined = མི་གཅིག་ཏུ་བསྒྲིལ་ཟིན།
# source: composed
# reviewed: no
twins-parted = ཡང་བསྐྱར་མི་གཉིས་སུ་བཟོས་ཟིན།
# source: composed
# reviewed: no
twins-two = མི་གཉིས་ཡིན། ད་ནས་འདྲི་མི་དགོས།
# source: composed
# reviewed: no
twins-choose = གཞན་དང་མི་གཅིག་ཡིན་པ།
# source: composed
# reviewed: no
twins-choose-title = { $name } དང་མི་གཅིག་སུ་ཡིན། བདམས་པ་དེ་འཇོག
# source: composed
# reviewed: no
villagers-floors = མཐའ་གོང་།
# source: composed
# reviewed: no
villagers-floors-of = { $name } ཡི་ཐོན་རྫས་ཀྱི་མཐའ་གོང་།
# source: composed
# reviewed: no
villagers-floors-hint = གོང་འདི་ལས་དམའ་བའི་མངག་ཐོར་གྲོང་པ་འདིའི་ཐོན་རྫས་མི་སྤྱོད།
# source: composed
# reviewed: no
villagers-floor = མཐའ་གོང་།
# source: composed
# reviewed: no
villagers-floor-for = གང་གི་ཆེད་དུ།
# source: composed
# reviewed: no
villagers-floor-save = མཐའ་གོང་གཏན་འཁེལ།
# source: composed
# reviewed: no
villagers-floor-drop = མཐའ་གོང་འཕྲི་བ།

## Erasing a person

# source: desktop catalogues
# reviewed: no
erase-open = སུབ་པ
# source: composed
# reviewed: no
erase-title = མི་འདིའི་གནས་ཚུལ་གཏན་དུ་སུབ་བམ།
# source: composed
# reviewed: no
erase-hint = མིང་། ཁ་པར། ཁ་བྱང་། འདྲ་པར་བཅས་འདི་དང་ལྟེ་གནས་གཉིས་ནས་སུབ། དངོས་ཟོག་དང་དངུལ་གྲངས་ལུས། ཕྱིར་བཤིག་མི་ཐུབ།
# source: composed
# reviewed: no
erase-type = མུ་མཐུད་པར་ { $name } འབྲི་རོགས
# source: composed
# reviewed: no
erase-go = གཏན་དུ་སུབ
# source: composed
# reviewed: no
erase-done = བསུབས་ཟིན
