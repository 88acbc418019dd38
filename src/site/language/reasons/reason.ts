/**
 * A sentence of the report: as the program says it in the corpus, in English, and in the two scripts of Chinese. `{name}`
 * stands for what differs.
 */
export type Reason = readonly [
	english: string,
	simplified: string,
	traditional: string,
];
