// Numbers for marked content that are its own on a page: browsers number that of forms apart, or with the page's.

/** More marks than a stream has. */
const MOST_MARKS = 2 ** 20;

/** The number for content that a form numbers by itself. @param form the number of the form's object */
export function numberOfForm(form: number): number {
  return form * MOST_MARKS;
}
