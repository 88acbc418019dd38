/**
 * Where an article lies below the root of a corpus or a site, without the ending. Fanned out by the first two digits of
 * its id, so that no folder of a large archive holds more names than a simple file system bears. Browsers load this, too.
 */
export function articlePlace(id: string): string {
	return `articles/${id.slice(0, 2)}/${id}`;
}
