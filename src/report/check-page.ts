/**
 * The second line of defence: what may stand on a written page, checked by another parser than the
 * one that read the article, and knowing nothing of how it was made safe.
 */
import { Parser } from "htmlparser2";

/** Where a page breaks the policy. */
export interface Violation {
	/** `element`, `attribute`, `address` or `script`. */
	readonly kind: "element" | "attribute" | "address" | "script";
	readonly detail: string;
}

const words = (text: string): ReadonlySet<string> =>
	new Set(text.trim().split(/\s+/));

const elements = words(`
	a abbr article aside b bdi bdo blockquote body br button caption cite code col colgroup dd del desc details dfn div
	dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label
	legend li line link main mark meta nav noscript ol option output p path picture polyline pre progress q rect rp rt
	ruby s samp script search section select small source span strong sub summary sup svg table tbody td text tfoot th
	thead time title tr u ul var wbr circle
`);

/** Allowed on every element; `aria-*` and `data-*` besides. */
const attributes = words(`
	class dir hidden id lang role tabindex title translate
	align alt autocomplete charset checked cite cols colspan content cx cy d datetime decoding defer disabled download
	enterkeyhint fill fill-opacity font-size for headers height href hreflang http-equiv in media name open placeholder
	points preserveaspectratio property r rel reversed rows rowspan rx ry scope selected sizes span src srcset start
	stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor transform type value
	vector-effect viewbox width x x1 x2 xmlns y y1 y2 xml:lang action method target
`);

/** A citation to save, carried by the page itself: types that no browser shows as a page. */
const citation =
	/^data:application\/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json);charset=utf-8;base64,[A-Za-z0-9+/=]*$/;

/** Attributes that the browser follows by itself: they must stay inside the site. */
const fetched = words("src srcset action poster");

/**
 * Check one page.
 *
 * @param html the page as written.
 * @returns nothing when it keeps the policy.
 */
export function checkPage(html: string): readonly Violation[] {
	const found: Violation[] = [];
	const say = (kind: Violation["kind"], detail: string) =>
		found.push({ kind, detail });
	let dataScript = false;
	const parser = new Parser(
		{
			onopentag(name, attribs) {
				if (!elements.has(name)) say("element", `<${name}>`);
				for (const [attribute, value] of Object.entries(attribs))
					checkAttribute(name, attribute, value, say);
				if (name === "script") {
					dataScript = attribs.type === "application/ld+json";
					if (!dataScript && attribs.src === undefined)
						say("script", "a script in the page");
				}
				if (name === "meta") checkMeta(attribs, say);
			},
			ontext(text) {
				if (dataScript && /<\/?script|<!--/i.test(text))
					say("script", "markup inside data");
			},
			onclosetag(name) {
				if (name === "script") dataScript = false;
			},
			onprocessinginstruction(name) {
				if (name.toLowerCase() !== "!doctype") say("element", `<${name}>`);
			},
		},
		{ lowerCaseTags: true, lowerCaseAttributeNames: true },
	);
	parser.end(html);
	return found;
}

type Say = (kind: Violation["kind"], detail: string) => void;

function checkAttribute(
	element: string,
	name: string,
	value: string,
	say: Say,
): void {
	if (!attributes.has(name) && !/^(?:aria|data)-[a-z0-9-]+$/.test(name)) {
		say("attribute", `${name} on <${element}>`);
		return;
	}
	if (name === "href") {
		const inSite = isLocal(value) || (element === "a" && citation.test(value));
		const mayLeave = element === "a" || (element === "link" && !isLocal(value));
		if (!inSite && !(mayLeave && /^(?:https?|mailto):/i.test(value)))
			say("address", `href ${clip(value)}`);
		return;
	}
	if (name === "cite" && !/^https?:/i.test(value))
		say("address", `cite ${clip(value)}`);
	if (name === "srcset") {
		for (const part of value.split(","))
			checkFetched(element, part.trim().split(/\s/)[0] ?? "", say);
	} else if (fetched.has(name)) checkFetched(element, value, say);
	if (name === "target") say("attribute", `target on <${element}>`);
}

function checkFetched(element: string, address: string, say: Say): void {
	if (!isLocal(address))
		say("address", `<${element}> fetches ${clip(address)}`);
}

/** Inside the site: no scheme, no host, nothing that a URL parser would read as one. */
function isLocal(address: string): boolean {
	// Browsers drop white space and control characters, and read a backslash as a slash.
	if (/[\s\p{Cc}\\]/u.test(address)) return false;
	return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address);
}

function checkMeta(attribs: Readonly<Record<string, string>>, say: Say): void {
	const equivalent = attribs["http-equiv"];
	if (
		equivalent !== undefined &&
		equivalent.toLowerCase() !== "content-security-policy"
	)
		say("element", `<meta http-equiv="${clip(equivalent)}">`);
}

function clip(text: string): string {
	return JSON.stringify(text.slice(0, 80));
}
