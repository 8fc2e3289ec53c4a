// In the browser: what went wrong when pages were laid out, in the form in which the server tells of problems.

/** A problem for each failure: the `name` and `file` of the part, where it is one of a part, and a `message`. */
export function listFailures(failures) {
  return failures.map(({ name, file, message }) => ({
    code: "print-view",
    severity: "warning",
    place: file ?? null,
    message: `${name ? `The part ${name} cannot be laid out as it should: ` : ""}${message}`,
    fix: "Run “briefing build”, which prints the pack and tells the place.",
    frame: [],
  }));
}
