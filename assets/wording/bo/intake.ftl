# The screen that takes in goods, in Tibetan.

## The screen

# source: composed
# reviewed: no
intake-title = དངོས་ཟོག་ལེན
# source: composed
# reviewed: no
intake-sub = དྲི་བ་རེ་རེ་བཞིན
# source: composed
# reviewed: no
intake-kept = འབྲི་བཞིན་ཉར་ཡོད
# source: composed
# reviewed: no
intake-steps = དྲི་བ
# source: composed
# reviewed: no
intake-ask-villager = སུའི་དངོས་ཟོག་རེད།
# source: composed
# reviewed: no
intake-ask-product = ཅི་ཞིག་ཁྱེར་ཡོང་བ་རེད།
# source: composed
# reviewed: no
intake-ask-grade = རིམ་པ་གང་རེད།
# source: composed
# reviewed: no
intake-ask-weight = ལྗིད་ཚད་ག་ཚོད་རེད།
# source: composed
# reviewed: no
intake-ask-pieces = གྲངས་ག་ཚོད་རེད།
# source: composed
# reviewed: no
intake-ask-more = ནམ་བཏུས། ཇི་ལྟར་ཉར། གང་དུ་བཞག
# source: composed
# reviewed: no
intake-missing = འདི་ད་དུང་འབྲི་དགོས།

## The questions

# source: project notes, placeholder
# reviewed: no
intake-villager = གྲོང་མི
# source: composed
# reviewed: no
intake-product = ཐོན་རྫས
# source: composed
# reviewed: no
intake-grade = རིམ་པ
# source: composed
# reviewed: no
intake-weight = ལྗིད་ཚད
# source: composed
# reviewed: no
intake-pieces = གྲངས
# source: composed
# reviewed: no
intake-more = བཏུས་པ་དང་ཉར་བ

## Whose goods

# source: composed
# reviewed: no
intake-find-villager = མིང་ངམ་འགོ་ཡིག
# source: composed
# reviewed: no
intake-new-villager = གྲོང་མི་གསར་པ
# source: composed
# reviewed: no
intake-no-villagers = གྲོང་མི་ད་དུང་ཐོ་འགོད་བྱས་མེད
# source: composed
# reviewed: no
intake-no-villagers-hint = ཐོག་མར་ཟོག་ཁྱེར་ཡོང་མཁན་གྱི་གྲོང་མི་སྣོན་རོགས།
# source: composed
# reviewed: no
intake-nobody-hint = ཡི་གེ་ཉུང་དུ་གཏོང་ངམ་ Alt+N མནན་ནས་གྲོང་མི་གསར་པ་སྣོན་རོགས།
# source: project notes, placeholder
# reviewed: no
intake-name = མིང
# source: composed
# reviewed: no
intake-name-bo = བོད་ཡིག་གི་མིང
# source: project notes, placeholder
# reviewed: no
intake-phone = ཁ་པར

## What was brought

# source: composed
# reviewed: no
intake-find-product = མིང་། ཨང་རྟགས། འགོ་ཡིག
# source: composed
# reviewed: no
intake-brought = སྔོན་ཐེངས་ { $times } ཁྱེར་ཡོང་བ
# source: composed
# reviewed: no
intake-not-graded = རིམ་པ་མ་ཕྱེ་བ

## When, how and where

# source: composed
# reviewed: no
intake-when = ནམ་བཏུས་པའམ་བཟོས་པ
# source: composed
# reviewed: no
intake-now = ད་ལྟ
# source: composed
# reviewed: no
intake-yesterday = ཁ་སང་ { $day }
# source: composed
# reviewed: no
intake-own-time = དུས་གཞན
# source: composed
# reviewed: no
intake-day = ཚེས་གྲངས
# source: composed
# reviewed: no
intake-day-hint = དཔེར་ན་ 17 ཡང་ན་ 8-17 ཡང་ན་ 2026-08-17
# source: composed
# reviewed: no
intake-time = དུས་ཚོད
# source: composed
# reviewed: no
intake-unclear-day = ཚེས་གྲངས་འདི་མི་གསལ། 17 ཡང་ན་ 8-17 ཡང་ན་ 2026-08-17 ལྟར་འབྲི་རོགས།
# source: composed
# reviewed: no
intake-unclear-time = དུས་ཚོད་འདི་མི་གསལ། 6:30 ལྟར་འབྲི་རོགས།
# source: composed
# reviewed: no
intake-in-the-future = དུས་འདི་ད་དུང་སླེབས་མེད། བཏུས་པའི་དུས་འབྲི་རོགས།
# source: composed
# reviewed: no
intake-too-early = དུས་འདི་སྔ་དྲགས་འདུག ལོ་ལ་ཡང་བསྐྱར་ལྟ་རོགས།
# source: composed
# reviewed: no
intake-keeping = ཉར་སྟངས
# source: composed
# reviewed: no
intake-ambient = དྲོད་ཚད་ཕལ་བ
# source: composed
# reviewed: no
intake-chilled = འཁྱག་ཉར
# source: composed
# reviewed: no
intake-frozen = འཁྱགས་པ
# source: composed
# reviewed: no
intake-spoils = འདི་ལྟར་ཉར་ན་རུལ་འགྲོ ད་ལས་གྲང་བ་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
intake-place = ཐོན་ས
# source: composed
# reviewed: no
intake-shelf = ཟོག་སྟེགས་སམ་སླེ་པོ
# source: composed
# reviewed: no
intake-permit = འཐུ་བའི་ཆོག་མཆན
# source: composed
# reviewed: no
intake-permit-missing = ཟོག་འདིར་ཆོག་མཆན་དགོས། མེད་ཀྱང་ལེན་ཆོག ཆོག་མཆན་མཐོང་རྗེས་འབྲི་རོགས།

## Saving

# source: composed
# reviewed: no
intake-sum = ལེན་རྒྱུའི་ཟོག
# source: composed
# reviewed: no
intake-save = ལེན
# source: composed
# reviewed: no
intake-clear = གཙང་སུབ
# source: composed
# reviewed: no
intake-cleared = བསུབས་ཟིན
# source: composed
# reviewed: no
intake-saved = ཟོག་ { $number } · { $quantity }
# source: composed
# reviewed: no
intake-undone = ཟོག་ { $number } ཕྱིར་འཐེན་བྱས
# source: composed
# reviewed: no
intake-undo-reason = ནོར་ནས་བླངས་པ
# source: composed
# reviewed: no
intake-print = འབྱོར་འཛིན་པར་འདེབས
# source: composed
# reviewed: no
intake-aside = ཟུར་དུ་བཞག
