// Where the generator itself lies, wherever it was installed and wherever it is run from.
import { fileURLToPath } from "node:url";

/** The folder of the generator's own `package.json`, `templates` and `eleventy.config.ts`. */
export const PACKAGE_ROOT: string = fileURLToPath(new URL("../../", import.meta.url));
