// Run by itself: pagedjs-cli's print of a document: folder, document, output.
import { printReference } from "../print/print-reference.ts";

const [folder = "", document = "", output = ""] = process.argv.slice(2);
await printReference(folder, document, output);
