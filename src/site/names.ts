/** Names of people and places, which the corpus holds as gazetteer ids. */

export function personName(id: string): string {
	return id;
}

export function placeName(id: string): string {
	return id;
}
