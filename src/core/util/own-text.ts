/** The same text in memory of its own: an engine keeps all of the text from which another one was cut. */
export const ownText = (text: string): string => ` ${text}`.slice(1);
