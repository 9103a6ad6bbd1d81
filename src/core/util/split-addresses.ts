/**
 * A text, taken apart at the addresses of web pages in it: they stand at every odd place. A full stop or a bracket after an
 * address is the sentence's.
 */
export const splitAddresses = (text: string): readonly string[] =>
  text.split(/(https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,:;!?)\]}'’،؛؟])/i);
