// The analyst's confidence in a judgement, apart from the likelihood of what it says.
import { z } from "zod";

/** Confidence in the sense of ICD 203: how sound the basis of a judgement is. */
export const confidence = z.enum(["high", "moderate", "low"]);

/** One of the three confidence levels. */
export type Confidence = z.infer<typeof confidence>;
