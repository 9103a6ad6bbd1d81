const words =
  'unknown|not known|unspecified|not specified|not stated|not-stated|n/a|n.a.|null|-|--|–|—|?|??|' +
  'غير معروف|غير معروفة|غير محدد|غير محددة|غير مذكور|غير مذكورة|مجهول';

/** As programs of statistics write it, in these letters only: Nan is a province. */
const codes = ['NA', 'NaN'];

const unstated = new Set(
  words
    .split('|')
    .flatMap((word) => [word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1)])
    .concat(codes),
);

const longest = Math.max(...Array.from(unstated, ({ length }) => length));

/** Most values are told by their length and their first character, which is much faster than to look them up. */
const initials = Uint8Array.from({ length: 128 }, (_, code) => {
  const initial = String.fromCharCode(code);
  return Array.from(unstated).some((word) => word.startsWith(initial)) ? 1 : 0;
});

/** Whether a value of one word says that nothing is stated. */
export function isUnstated(text: string): boolean {
  return text.length <= longest && initials[text.charCodeAt(0)] !== 0 && unstated.has(text);
}
