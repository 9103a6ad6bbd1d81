const words =
  'unknown|not known|unspecified|not specified|not stated|not-stated|n/a|n.a.|null|-|--|–|—|?|??|' +
  'غير معروف|غير معروفة|غير محدد|غير محددة|غير مذكور|غير مذكورة|مجهول';

const unstated = new Set(
  words.split('|').flatMap((word) => [word, word.toUpperCase(), word.slice(0, 1).toUpperCase() + word.slice(1)]),
);

const longest = Math.max(...Array.from(unstated, ({ length }) => length));

/** Whether a value of one word says that nothing is stated. */
export const isUnstated = (text: string): boolean => text.length <= longest && unstated.has(text);
