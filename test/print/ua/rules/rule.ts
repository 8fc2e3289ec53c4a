// What a rule of the checker is.
import type { UaDocument } from "../read-document.ts";
import type { UaFault } from "../ua-fault.ts";

/** Looks at a document and tells the faults of one kind. */
export type Rule = (document: UaDocument) => Iterable<UaFault>;
