//! `dateline extract`: the events of documents as data.

use super::arguments::ExtractArguments;
use super::{Failure, inputs, output};
use crate::analysis::across;
use crate::export::write_events;

pub(super) fn run(arguments: &ExtractArguments) -> Result<(), Failure> {
    let read = inputs::read(&arguments.documents)?;
    output::write_result(arguments.output.as_deref(), |out| {
        let across = across(&read.documents);
        write_events(out, &read.documents, &across, arguments.format.into(), arguments.with_text)
    })?;
    read.finish()
}
