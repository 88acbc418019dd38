/**
 * What a page of the archive may consist of: the second line of defence, which knows nothing of
 * how pages are made. Whatever is not named here is a breach.
 */
import { createHash } from "node:crypto";

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Elements that a page may have, besides what `svg` may hold. */
export const pageElements = names(
	"html head title meta link script body header nav main footer aside section article search h1 h2 h3 h4 h5 h6 p div span a abbr b blockquote br button caption cite code col colgroup data dd del details dfn dialog dl dt em fieldset figcaption figure form hr i img input ins kbd label legend li mark menu meter noscript ol optgroup option output picture pre progress q rp rt ruby s samp select small source strong style sub summary sup table tbody td template textarea tfoot th thead time tr u ul var wbr hgroup address bdi bdo svg",
);

/** Elements of drawings: shapes, words and links, nothing that scripts, animates or fetches. */
export const drawingElements = names(
	"svg a g path rect circle ellipse line polyline polygon text tspan title desc defs symbol clippath lineargradient radialgradient stop marker pattern mask use",
);

/** Attributes that any element may have; `data-…` and `aria-…` besides. */
const anywhere = names("id class lang dir hidden role tabindex title");

const own: Readonly<Record<string, ReadonlySet<string>>> = {
	a: names("href rel type hreflang download"),
	abbr: names("title"),
	blockquote: names("cite"),
	button: names("type disabled name value"),
	col: names("span"),
	data: names("value"),
	del: names("datetime"),
	details: names("open name"),
	fieldset: names("disabled name"),
	form: names("action method role"),
	html: names("prefix"),
	img: names("src srcset sizes alt width height loading decoding"),
	input: names(
		"accept type name value placeholder checked disabled autocomplete autocapitalize spellcheck enterkeyhint inputmode min max step size maxlength list required",
	),
	ins: names("datetime"),
	label: names("for"),
	li: names("value"),
	link: names("rel href type title hreflang media sizes as"),
	meta: names("charset name content property http-equiv media"),
	meter: names("value min max low high optimum"),
	ol: names("start reversed type"),
	optgroup: names("label"),
	option: names("value selected label"),
	output: names("for name"),
	progress: names("value max"),
	q: names("cite"),
	script: names("src type defer async fetchpriority"),
	select: names("name multiple size"),
	source: names("src srcset sizes type media width height"),
	td: names("colspan rowspan headers"),
	th: names("colspan rowspan scope headers abbr"),
	textarea: names("name rows cols placeholder maxlength required"),
	time: names("datetime"),
};

/** Geometry and paint of drawings; `href` only to a part of the same page. */
const drawing = names(
	"viewbox width height x y x1 x2 y1 y2 cx cy r rx ry d points transform fill stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray fill-rule clip-rule clip-path opacity fill-opacity stroke-opacity text-anchor dominant-baseline dx dy font-size font-family font-weight preserveaspectratio focusable xmlns vector-effect offset stop-color gradientunits gradienttransform patternunits markerwidth markerheight refx refy orient pathlength href version letter-spacing textlength lengthadjust paint-order",
);

export function mayHave(
	element: string,
	attribute: string,
	inDrawing: boolean,
): boolean {
	if (anywhere.has(attribute)) return true;
	if (inDrawing ? drawing.has(attribute) : own[element]?.has(attribute))
		return true;
	return /^(?:data|aria)-[a-z0-9-]+$/.test(attribute);
}

/** Attributes whose address a browser fetches, or sends something to, without being asked. */
const fetching = names("src srcset action formaction poster background");
/** `rel` values of links that are only statements. */
const stating = /^(?:canonical|license|author|alternate|me|self|next|prev)$/;

/** What is wrong with an address; `undefined` when nothing is. */
export function addressProblem(
	element: string,
	attribute: string,
	value: string,
	rel: string,
): string | undefined {
	if (attribute === "srcset")
		return value
			.split(",")
			.map((part) => part.trim().split(/\s+/)[0] ?? "")
			.map((address) => localProblem(address))
			.find((problem) => problem !== undefined);
	if (fetching.has(attribute)) return localProblem(value);
	if (attribute !== "href" && attribute !== "cite") return undefined;
	// The empty icon: it says that there is none.
	if (element === "link" && rel === "icon" && value === "data:,")
		return undefined;
	if (element === "use" || (element !== "a" && element !== "link"))
		return attribute === "cite" || value.startsWith("#")
			? schemeProblem(value)
			: `leads out of its drawing: ${value}`;
	if (element === "link" && !rel.split(/\s+/).every((own) => stating.test(own)))
		return localProblem(value);
	return schemeProblem(value);
}

/** What browsers drop from an address before they read its scheme. */
const ignored =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
	/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+/g;

function schemeProblem(address: string): string | undefined {
	// Nearly all addresses, told without looking at the whole of them.
	if (/^https?:/.test(address) || !address.includes(":")) return undefined;
	const scheme = /^([^/?#]*?):/.exec(address.replace(ignored, ""))?.[1];
	return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme)
		? undefined
		: `the scheme ${scheme.slice(0, 40)}:`;
}

function localProblem(address: string): string | undefined {
	if (/^[a-z.]/.test(address) && !address.includes(":")) return undefined;
	const bare = address.replace(ignored, "").replaceAll("\\", "/");
	if (bare.startsWith("//")) return `another host: ${address.slice(0, 80)}`;
	if (/^[^/?#]*:/.test(bare))
		return `not in the archive: ${address.slice(0, 80)}`;
	return undefined;
}

/** A style sheet or a script inside a page must be one that the page's policy names by its hash. */
export function inlineProblem(
	what: "style sheet" | "script",
	text: string,
	policy: string | undefined,
): string | undefined {
	const hash = createHash("sha256").update(text).digest("base64");
	const kind = what === "script" ? "script-src" : "style-src";
	const named = policy?.split(";").find((one) => one.trim().startsWith(kind));
	return named?.includes(`'sha256-${hash}'`)
		? undefined
		: `a ${what} in the page that its policy does not name`;
}

/** What a Content-Security-Policy must not allow, and what it must say. */
export function securityProblem(
	policy: string | undefined,
): string | undefined {
	if (policy === undefined) return "no Content-Security-Policy";
	if (/'unsafe-(?:inline|eval|hashes)'/.test(policy))
		return "a Content-Security-Policy with unsafe-inline or unsafe-eval";
	if (!/(?:^|;)\s*default-src\s+'(?:none|self)'/.test(policy))
		return "a Content-Security-Policy without a default";
	return undefined;
}
