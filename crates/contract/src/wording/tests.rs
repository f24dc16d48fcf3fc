use super::{Language, error_sentence, has, sentence};
use std::collections::{BTreeMap, BTreeSet};

/// Every code that the program can answer, and the data that comes with it.
const CODES: &[(&str, &[&str])] = &[
    ("sign_in_needed", &[]),
    ("wrong_pin", &["tries_left"]),
    ("locked_out", &["wait_seconds"]),
    ("not_allowed", &["right"]),
    ("not_found", &["what", "id"]),
    ("bad_input", &["field", "reason"]),
    ("bad_json", &[]),
    ("unknown_command", &["name"]),
    ("bad_arguments", &[]),
    ("empty", &[]),
    ("not_a_number", &[]),
    ("negative", &[]),
    ("zero", &[]),
    ("too_large", &[]),
    ("too_precise", &[]),
    ("too_long", &[]),
    ("unknown_unit", &[]),
    ("not_a_photo", &[]),
    ("photo_too_large", &[]),
    ("place_unknown", &[]),
    ("not_in_list", &[]),
    ("not_picked", &[]),
    ("does_not_add_up", &[]),
    ("perishes", &[]),
    ("nothing_due", &[]),
    ("villager_left", &[]),
    ("more_than_paid", &[]),
    ("not_alike", &[]),
    ("made_of_lots", &[]),
    ("twice", &[]),
    ("in_use", &[]),
    ("too_early", &[]),
    ("in_the_future", &[]),
    ("clock_doubted", &[]),
    ("bad_date", &[]),
    ("date_is_sure", &[]),
    ("spoils", &[]),
    ("bad_address", &[]),
    ("database_newer", &["found", "known"]),
    ("database_damaged", &[]),
    ("wrong_key", &[]),
    ("no_database", &["path"]),
    ("database_exists", &["path"]),
    ("disk_full", &[]),
    ("database_busy", &[]),
    ("storage", &["detail"]),
    ("not_enough_stock", &["product", "asked", "available"]),
    ("below_floor", &["product", "villager", "floor"]),
    ("wrong_state", &["state"]),
    ("undo_expired", &[]),
    ("stale", &["what"]),
    ("missing_marks", &[]),
    ("not_the_keeper", &[]),
    ("needs_recount", &[]),
    ("needs_takeover", &[]),
    ("already_enrolled", &[]),
    ("not_enrolled", &[]),
    ("no_link", &[]),
    ("link_stalled", &[]),
    ("stopped", &[]),
    ("captive_portal", &[]),
    ("not_a_hub", &[]),
    ("bad_certificate", &[]),
    ("hub_refused", &["reason"]),
    ("bad_code", &[]),
    ("code_used", &[]),
    ("revoked", &[]),
    ("clock_wrong", &[]),
    ("fork", &[]),
    ("bad_signature", &[]),
    ("payload_too_large", &[]),
    ("recovery_key_wrong", &[]),
    ("key_missing", &[]),
    ("keyring_unavailable", &[]),
    ("backup_damaged", &[]),
    ("not_a_bundle", &[]),
    ("bundle_newer", &["found"]),
    ("bundle_not_ours", &[]),
    ("bundle_cut", &[]),
    ("bundle_damaged", &[]),
    ("no_bundle", &[]),
    ("bundle_no_room", &[]),
    ("directory_not_empty", &[]),
    ("pin_too_short", &[]),
    ("pin_too_simple", &[]),
    ("name_taken", &[]),
    ("broken_json", &["line"]),
    ("bad_amount", &[]),
    ("no_lines", &[]),
    ("unknown_status", &[]),
    ("bad_weight", &[]),
    ("bad_id", &[]),
    ("import_partly", &[]),
    ("verify_failed", &["detail"]),
    ("io", &["detail"]),
    ("internal", &["detail"]),
    ("last_keeper", &[]),
    ("already_done", &[]),
    ("unknown", &["code"]),
];

/// Key, what `$` names in its text, and the comments right above it.
type Messages = BTreeMap<String, (BTreeSet<String>, String)>;

fn messages(text: &str) -> Messages {
    let mut found = Messages::new();
    let mut comments = String::new();
    let mut last = String::new();
    let names_in = |value: &str| -> BTreeSet<String> {
        value
            .split("{ $")
            .skip(1)
            .map(|rest| rest.split(' ').next().unwrap_or_default().to_owned())
            .collect()
    };
    for line in text.lines() {
        // The choices of a plural stand in the lines below their message.
        if line.starts_with([' ', '}']) {
            let message = found.get_mut(&last).expect("a choice belongs to a message");
            message.0.extend(names_in(line));
        } else if let Some((key, value)) = line.split_once(" = ").filter(|_| !line.starts_with('#'))
        {
            key.clone_into(&mut last);
            let names = names_in(value);
            let twice = found.insert(key.to_owned(), (names, std::mem::take(&mut comments)));
            assert!(twice.is_none(), "{key} stands twice");
        } else if line.starts_with("# ") {
            comments.push_str(line);
            comments.push('\n');
        } else {
            assert!(
                line.is_empty() || line.starts_with("## "),
                "no message in this line: {line}"
            );
            comments.clear();
        }
    }
    found
}

#[test]
fn every_key_is_there_in_every_language_with_the_same_arguments() {
    let english = messages(Language::En.catalogue());
    for language in Language::ALL {
        let here = messages(language.catalogue());
        assert!(
            here.keys().eq(english.keys()),
            "{language} has the keys of English, in any order"
        );
        for (key, (names, _)) in &here {
            let (expected, _) = &english[key];
            assert_eq!(
                names, expected,
                "{key} takes the same arguments in {language}"
            );
            let args: Vec<(&str, String)> = names
                .iter()
                .map(|name| (name.as_str(), format!("<{name}>")))
                .collect();
            let said = sentence(language, key, &args);
            assert!(has(language, key), "{key} is read by Fluent in {language}");
            assert!(
                !said.contains("{$"),
                "{key} leaves nothing open in {language}: {said}"
            );
            for (name, value) in &args {
                // A choice by it says it in other words: a month by its name.
                let chooses = format!("{key} = {{ ${name} ->");
                if language.catalogue().contains(&chooses) {
                    continue;
                }
                assert!(
                    said.contains(value.as_str()),
                    "{key} says {name} in {language}: {said}"
                );
            }
        }
    }
}

#[test]
fn every_tibetan_message_says_where_it_comes_from() {
    for (key, (_, comments)) in messages(Language::Bo.catalogue()) {
        assert!(comments.contains("# source: "), "{key} has a source");
        let reviewed = comments.contains("# reviewed: no") || comments.contains("# reviewed: yes");
        assert!(reviewed, "{key} says whether it was reviewed");
    }
}

#[test]
fn tibetan_is_tibetan_and_chinese_is_chinese() {
    let script = |language: Language, key: &str, first: char, last: char| {
        let said = sentence(language, key, &[]);
        // One message only joins two others; the signs of units and papers are the same everywhere.
        let joined = key == "error-bad-input"
            || key.starts_with("unit-")
            || key.starts_with("print-paper-a");
        assert!(
            joined || said.chars().any(|c| (first..=last).contains(&c)),
            "{key}: {said}"
        );
    };
    for key in messages(Language::En.catalogue()).keys() {
        script(Language::Bo, key, '\u{0F00}', '\u{0FFF}');
        script(Language::Zh, key, '\u{4E00}', '\u{9FFF}');
    }
}

#[test]
fn every_error_code_has_a_sentence_with_its_data() {
    let english = messages(Language::En.catalogue());
    for (code, args) in CODES {
        let key = format!("error-{}", code.replace('_', "-"));
        let names: Vec<&str> = english
            .get(&key)
            .map(|(names, _)| names.iter().map(String::as_str).collect())
            .expect(code);
        let mut expected = args.to_vec();
        expected.sort_unstable();
        assert_eq!(names, expected, "{code} says the data that it carries");
    }
    let errors = english
        .keys()
        .filter(|key| key.starts_with("error-"))
        .count();
    assert_eq!(
        errors,
        CODES.len(),
        "no sentence is left over from a code that went"
    );
}

/// The second of two texts in `bad("field", "reason")`, or the text after `reason:`; nothing where
/// the reason is no plain text.
fn reasons(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (mark, before) in [("bad(", 1), ("reason: ", 0)] {
        for (at, _) in source.match_indices(mark) {
            let call = source[at + mark.len()..].lines().next().unwrap_or_default();
            let call = call.split(')').next().unwrap_or_default();
            let texts: Vec<&str> = call.split('"').skip(1).step_by(2).collect();
            found.extend(texts.get(before).filter(|text| !text.contains('{')));
        }
    }
    found
}

#[test]
fn every_reason_of_a_bad_input_has_a_sentence_without_data() {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let mut open = vec![crates.expect("this crate lies among others").to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(dir)
            .expect("a folder of the house")
            .flatten()
        {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() && name != "tests" && name != "hub" {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && name != "tests.rs" {
                let source = std::fs::read_to_string(&path).expect("a source is text");
                seen.extend(reasons(&source).into_iter().map(str::to_owned));
            }
        }
    }
    for reason in ["empty", "bad_id", "spoils", "not_in_list"] {
        assert!(
            seen.contains(reason),
            "{reason} is found where it is written"
        );
    }
    // A hub's refusal names its reason by one of the other codes.
    for reason in seen {
        let known = CODES.iter().find(|(code, _)| *code == reason);
        assert!(
            known.is_some_and(|(_, data)| data.is_empty()),
            "the reason {reason} has a sentence of its own in the wording, without data"
        );
    }
}

#[test]
fn words_of_the_program_are_said_in_the_language_of_the_sentence() {
    let state = [("state", "handed_over".to_owned())];
    assert!(error_sentence(Language::Zh, "wrong_state", &state).contains("“已交货”"));
    assert!(error_sentence(Language::En, "wrong_state", &state).contains("\"Handed over\""));
    let tibetan = error_sentence(Language::Bo, "wrong_state", &state);
    assert!(
        tibetan.contains("རྩིས་སྤྲད་ཟིན ཡིན"),
        "the label's shad is gone: {tibetan}"
    );
    let field = [
        ("field", "weight_grams".to_owned()),
        ("reason", "too_precise".to_owned()),
    ];
    let said = error_sentence(Language::En, "bad_input", &field);
    assert!(
        said.starts_with("Weight: This is finer than can be counted"),
        "{said}"
    );
    let other = [
        ("field", "colour".to_owned()),
        ("reason", "wrong_pin".to_owned()),
    ];
    let said = error_sentence(Language::En, "bad_input", &other);
    assert_eq!(
        said, "colour: wrong_pin",
        "an unknown field and a sentence with data stay words"
    );
}

#[test]
fn what_people_typed_stays_data() {
    let typed = "{ error-zero } <b>{$x}</b> { \"a\" }";
    let said = error_sentence(
        Language::En,
        "unknown_command",
        &[("name", typed.to_owned())],
    );
    assert!(
        said.contains(typed),
        "placeables in data are not run: {said}"
    );
    assert!(!said.contains('\u{2068}'), "no isolating marks");
    let unknown = error_sentence(Language::Zh, "no_such_code", &[]);
    assert!(
        unknown.contains("no_such_code"),
        "an unknown code is named: {unknown}"
    );
    assert_eq!(sentence(Language::Bo, "no-such-key", &[]), "no-such-key");
}

#[test]
fn languages_are_read_from_tags_and_locales() {
    for (tag, language) in [
        ("bo", Language::Bo),
        ("bo_CN.UTF-8", Language::Bo),
        ("zh-CN", Language::Zh),
        ("zh", Language::Zh),
        ("EN", Language::En),
    ] {
        assert_eq!(tag.parse(), Ok(language), "{tag}");
    }
    assert!("fr".parse::<Language>().is_err() && "".parse::<Language>().is_err());
    for language in Language::ALL {
        let json = serde_json::to_string(&language).expect("it serialises");
        assert_eq!(json, format!("\"{language}\""), "the wire has the tag");
    }
}
