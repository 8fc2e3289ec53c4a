// The marks of the content: everything marked or Artifact, soundly nested (ISO 14289-1, 7.1; Matterhorn 01, 30).
import type { Rule } from "./rule.ts";

/** What reading the content found: 01-003, 01-004, 01-005, 30-002 and marks that are no proper ones. */
export const checkContent: Rule = ({ content }) => content.faults;
