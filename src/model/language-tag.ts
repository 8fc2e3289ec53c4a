// Language tags: BCP 47 as far as the program can format dates, numbers and lists by them.
import { z } from "zod";

/** A language tag that `Intl` takes, its language in lower case: `en-GB`, `uk`. */
export const languageTag = z.string().refine(isLanguageTag, {
  message: "is not a language tag",
  params: { fix: "Write a BCP 47 tag such as en-GB or uk." },
});

/** The form alone is not enough: a variant that stands twice, `en-abcde-abcde`, has it and is refused by `Intl`. */
function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
