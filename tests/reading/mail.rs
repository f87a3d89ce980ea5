//! Chains of mails: each message is counted from its own date.

use dateline::analysis::Analysed;

use super::document;

#[test]
fn each_message_of_a_chain_has_its_own_date() {
    let analysed = Analysed::new(document("reply_chain.eml"));
    let day = |words: &str| {
        let text = &analysed.document().text;
        let timex = analysed.timexes().iter().find(|timex| timex.span.of(text) == words);
        timex.unwrap_or_else(|| panic!("no {words}")).value.clone()
    };
    assert_eq!(analysed.date().unwrap().interval.iso_ends().0.unwrap(), "2024-06-06T09:12");
    // In the answer, in what it answers, and in what that answers.
    assert_eq!(day("Saturday"), "2024-06-08");
    assert_eq!(day("this morning"), "2024-06-03TMO");
    assert_eq!(day("Tuesday"), "2024-05-28");
    // Behind what is quoted the message before goes on.
    assert_eq!(day("tomorrow"), "2024-06-04");
    let heads: Vec<&str> =
        analysed.events().iter().map(|e| &*e.title).filter(|t| t.contains("wrote")).collect();
    assert!(heads.is_empty(), "{heads:?}");
}
