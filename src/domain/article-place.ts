/**
 * Path of an article below the root of a corpus or a site, without the ending. Articles are spread over 256 folders by the
 * first two digits of their ids, because simple file systems limit the entries of a folder. Browsers load this, too.
 */
export function articlePlace(id: string): string {
	return `articles/${id.slice(0, 2)}/${id}`;
}
