// What readers of several formats say, in the same words.

export const noTitle = 'The event has no title; its id is shown instead.';
export const noDate = 'The event has no date; it stands among those whose date is not stated.';
export const wrongDate = 'This is not a date; it is left out.';
export const wrongNumberDate =
  'A number of seconds or a spreadsheet’s day number is not taken for a date; write it like 2016-05-18. The value is ' +
  'left out.';
const ambiguous = (why: string): string =>
  `Day and month cannot be told apart${why}, and the date is left out. Write the year first, as in 2016-05-18, or say ` +
  'by “date-order” which comes first.';
export const ambiguousDate = ambiguous('');
export const mixedDate = ambiguous(': other dates of the file show both orders');
export const unsafeLink = 'Only http, https and mailto links are kept; this one is left out.';
