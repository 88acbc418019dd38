/**
 * What Zotero makes of a page, by the rules of its translators “Embedded Metadata” and “RDF” (github.com/zotero/translators,
 * state of 2026), as far as pages of this archive touch them. Written from a reading of both; nothing of them is here.
 */
export interface ZoteroItem {
	readonly itemType: string;
	readonly title: string | undefined;
	readonly publicationTitle: string | undefined;
	readonly date: string | undefined;
	readonly section: string | undefined;
	readonly language: string | undefined;
	readonly url: string | undefined;
	readonly creators: readonly string[];
}

export function zoteroItem(html: string): ZoteroItem {
	const metas = [...html.matchAll(/<meta ([^>]*)>/g)].flatMap(([, inside]) => {
		const value = (name: string) =>
			new RegExp(`\\b${name}="([^"]*)"`)
				.exec(inside ?? "")?.[1]
				?.replaceAll("&quot;", '"')
				.replaceAll("&amp;", "&");
		const name = value("name") ?? value("property");
		const content = value("content");
		return name && content ? [{ name, content }] : [];
	});
	const first = (name: string) =>
		metas.find((meta) => meta.name === name)?.content;
	const all = (name: string) =>
		metas.filter((meta) => meta.name === name).map(({ content }) => content);
	// Highwire's types are believed before any other, a title alone only after all of them.
	const highwire: [string, string][] = [
		["citation_journal_title", "journalArticle"],
		["citation_technical_report_institution", "report"],
		["citation_conference_title", "conferencePaper"],
		["citation_book_title", "bookSection"],
		["citation_dissertation_institution", "thesis"],
	];
	const itemType =
		highwire.find(([name]) => first(name) !== undefined)?.[1] ??
		first("z:itemType") ??
		(first("og:type") === "article" ? "webpage" : undefined) ??
		(first("citation_title") ? "journalArticle" : "webpage");
	const named = ["newspaperArticle", "blogPost", "webpage"].includes(itemType);
	return {
		itemType,
		title: first("citation_title") ?? first("og:title"),
		publicationTitle:
			first("citation_journal_title") ??
			first("prism.publicationName") ??
			(named ? first("og:site_name") : undefined),
		date: first("citation_publication_date"),
		section: first("article:section"),
		language: first("citation_language"),
		url: first("citation_public_url") ?? first("og:url"),
		creators: creatorsOf(all("citation_author")),
	};
}

/** One author that holds a comma between two parts of several words is taken for two. */
function creatorsOf(authors: readonly string[]): string[] {
	return authors.flatMap((author) => {
		const parts = author.split(/\s*,\s*/);
		const isTwo =
			authors.length === 1 &&
			parts.length > 1 &&
			parts[0]?.includes(" ") &&
			parts[1]?.includes(" ");
		return author.split(/\s*;\s*/).length > 1
			? author.split(/\s*;\s*/)
			: isTwo
				? parts
				: [author];
	});
}
