/** Text of the data: one string in the data set's language, or one per BCP 47 language. */
export type LocalizedText = string | Readonly<Record<string, string>>;
