/** The words of a text with a blank between two; the compiler knows them one by one. */
export const wordsOf = <Text extends string>(text: Text): WordIn<Text>[] => text.split(' ') as WordIn<Text>[];

type WordIn<Text extends string> = Text extends `${infer Word} ${infer Others}` ? Word | WordIn<Others> : Text;
