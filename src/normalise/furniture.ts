/** What a page has around its text, found by structure alone; adapters know their outlets' own. */
import {
	attribute,
	type Element,
	elementChildren,
	findElement,
	findElements,
	isText,
	plainText,
	shownStart,
	shownText,
} from "../parse/html.ts";

/** What of one body is furniture: judged element by element, and each rule by what it would take in sum. */
export class Furniture {
	readonly #body: Element;
	readonly #isMainBlock: boolean;
	#total: number | undefined;
	/** The same with white space as one space. */
	#plainTotal: number | undefined;
	#spared: ReadonlySet<string> | undefined;

	/** @param isMainBlock whether what is left of the page was chosen by what it reads like: then no name speaks against it. */
	constructor(body: Element, isMainBlock = false) {
		this.#body = body;
		this.#isMainBlock = isMainBlock;
	}

	/**
	 * The rule id under which `element` goes with everything in it, or `undefined` when it stays. By its class alone no element
	 * goes that holds much of the body, and none of a rule whose elements hold much of it together.
	 */
	rule(element: Element): string | undefined {
		const { tagName } = element;
		const plain = byTag.get(tagName);
		if (plain)
			return tagName === "button" && isWordInSentence(element)
				? undefined
				: plain;
		if (tagName === "a" && isWayHome(element)) return "normalise/read-more";
		if (this.#isMainBlock) return undefined;
		if (isHidden(element) && !this.#holdsMost(element) && !this.#isAll(element))
			return "normalise/hidden";
		if (tagName === "form" && isSmallForm(element)) return "normalise/form";
		const rule = byName(element);
		if (rule && !this.#holdsMost(element) && !this.#spares(rule, element))
			return rule;
		if (tagName === "div" && isFeedAdvertisement(element))
			return "normalise/feed-advertisement";
		return undefined;
	}

	/** Characters of the whole body, counted when somebody asks. */
	#characters(): number {
		this.#total ??= shownText(this.#body).length;
		return this.#total;
	}

	/** No part that holds much of a body is furniture; what scripts would have shown (WeChat) is text. */
	#holdsMost(element: Element): boolean {
		const own = shownText(element).length;
		return own > muchText && own > this.#characters() * muchShare;
	}

	/** A body of a few words that a script would have shown is not empty. */
	#isAll(element: Element): boolean {
		const own = plainText(element).length;
		this.#plainTotal ??= plainText(this.#body).length;
		return own > 0 && own >= this.#plainTotal * 0.95;
	}

	/** What a few words are made of is the text, whatever its name says. */
	#isNearlyAll(element: Element): boolean {
		const share = shownText(element).length / this.#characters();
		return share > nearlyAll && linkShare(element) < 0.1;
	}

	#spares(rule: string, element: Element): boolean {
		if (rule === "normalise/read-more" && isExpander(element)) return true;
		if (!judgedInSum.has(rule)) return false;
		if (this.#isNearlyAll(element)) return true;
		this.#spared ??= this.#heavyRules();
		return this.#spared.has(rule);
	}

	/** Rules that would take much of the body, a little with each element. */
	#heavyRules(): ReadonlySet<string> {
		const sums = new Map<string, number>();
		const look = (parent: Element) => {
			for (const child of elementChildren(parent)) {
				const rule = byName(child);
				if (!rule || !judgedInSum.has(rule) || this.#holdsMost(child))
					look(child);
				else if (linkShare(child) < 0.5)
					sums.set(rule, (sums.get(rule) ?? 0) + shownText(child).length);
			}
		};
		look(this.#body);
		const heavy = [...sums].filter(
			([, sum]) => sum > muchText && sum > this.#characters() * muchShare,
		);
		return new Set(heavy.map(([rule]) => rule));
	}
}

/** Characters, and share of a body, beyond which a part is not beside the text. */
const muchText = 200;
const muchShare = 0.4;

const nearlyAll = 0.7;

/** Rules whose names also stand for the text itself: a conversation is made of comments. Lists of links are never text. */
const judgedInSum = new Set([
	"normalise/comments",
	"normalise/meta-box",
	"normalise/newsletter",
	"normalise/read-more",
]);

/** A button that stands among words is one of them. */
function isWordInSentence(button: Element): boolean {
	const siblings = button.parentNode?.childNodes ?? [];
	const at = siblings.indexOf(button);
	return [siblings[at - 1], siblings[at + 1]].some(
		(node) => node !== undefined && isText(node) && node.value.trim() !== "",
	);
}

/** What opens on a click is the article's second half: paragraphs without a link, not a list of other articles. */
function isExpander(element: Element): boolean {
	return (
		shownText(element).length > 60 &&
		linkShare(element) < 0.1 &&
		findElement(element, ({ tagName }) => tagName === "p") !== undefined
	);
}

/** Share of the text that stands in links. */
function linkShare(element: Element): number {
	const own = shownText(element).length;
	if (own === 0) return 1;
	const linked = findElements(element, ({ tagName }) => tagName === "a");
	return linked.reduce((sum, link) => sum + shownText(link).length, 0) / own;
}

const byTag = new Map<string, string>([
	["script", "normalise/script"],
	["style", "normalise/style"],
	["link", "normalise/style"],
	["template", "normalise/template"],
	["meta", "normalise/metadata"],
	["base", "normalise/metadata"],
	["title", "normalise/metadata"],
	["head", "normalise/metadata"],
	["svg", "normalise/drawing"],
	["canvas", "normalise/drawing"],
	["nav", "normalise/navigation"],
	["menu", "normalise/navigation"],
	["button", "normalise/control"],
	["input", "normalise/control"],
	["select", "normalise/control"],
	["textarea", "normalise/control"],
	["datalist", "normalise/control"],
	["progress", "normalise/control"],
	["meter", "normalise/control"],
	["dialog", "normalise/control"],
	["map", "normalise/control"],
	["noembed", "normalise/fallback"],
	["noframes", "normalise/fallback"],
]);

const hiddenClass =
	/^(?:element-(?:invisible|hidden)|(?:visually|visuallly)-?hidden|sr-only|screen-reader-text|hidden|is-hidden|u-hidden|d-none|hide|invisible)$/i;

function isHidden(element: Element): boolean {
	for (const { name, value } of element.attrs) {
		if (name === "hidden") return true;
		if (
			name === "style" &&
			/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)
		)
			return true;
		if (
			name === "class" &&
			value.split(/\s+/).some((own) => hiddenClass.test(own))
		)
			return true;
	}
	return false;
}

/** A form around a whole page (as some publishing systems make) is none to be removed. */
function isSmallForm(form: Element): boolean {
	return (
		shownText(form).length < 300 &&
		findElement(form, ({ tagName }) =>
			/^(?:input|button|select|textarea)$/.test(tagName),
		) !== undefined
	);
}

const named: readonly (readonly [RegExp, string])[] = [
	[
		/^(?:share|sharing|sharedaddy|sd-(?:sharing|block|social)|addtoany\S*|addthis\S*|service-links|share-?(?:bar|buttons?|links?|icons?|tools?|this|box)|(?:social|post|article|entry)-?(?:share|sharing|links|media-links|icons)|jetpack-likes-widget-wrapper|sharing-popup|a2a_kit)$/i,
		"normalise/share-bar",
	],
	[
		/^(?:related|related-?(?:posts?|articles?|news|stories|links|content|reading|topics)|jp-relatedposts|more-?articles?|read-?more|see-?also|recommend(?:ed|ation|ations)?|you-may-also-like|yarpp-related|block-views-articles-related\S*)$/i,
		"normalise/read-more",
	],
	[
		/^(?:newsletter\S*|\S*-newsletter|subscri(?:be|ption)(?:-\S+)?|mailchimp\S*|mc4wp\S*|app-?promo|donate(?:-\S+)?)$/i,
		"normalise/newsletter",
	],
	[
		/^(?:ad|ads|adv|adbox|ad-?(?:slot|unit|banner|container|wrapper|block)|ads?_\S+|advert(?:s|isement|isements|ising)?|adsbygoogle|dfp(?:-\S+)?|gpt-ad\S*|google-auto-placed|sponsor(?:ed)?|taboola\S*|outbrain\S*)$/i,
		"normalise/advertisement",
	],
	[
		/^(?:comments?|comments?-(?:area|list|section|form|wrapper)|disqus_thread|respond|livefyre\S*|fb-comments)$/i,
		"normalise/comments",
	],
	[
		/^(?:breadcrumbs?|pagination|nav-links|post-navigation|navigation|toolbar|skip-link|cookie-(?:notice|banner)|paywall(?:-\S+)?|sidebar|widget-area|author-bio-links)$/i,
		"normalise/navigation",
	],
	[
		/^(?:(?:entry|post|article)-?(?:meta|footer|utility|author-wrapper|tags|categories)|post-?meta|submitted|tags-links|cat-links|posted-on|site-posted-on|tag-list|taglist)$/i,
		"normalise/meta-box",
	],
];

/** By class and id; a name that only describes the article's subject (`tag-social-media`) does not count. */
function byName(element: Element): string | undefined {
	const id = attribute(element, "id");
	const names = `${attribute(element, "class") ?? ""} ${id ?? ""}`.trim();
	if (names === "") return undefined;
	const known = ruleByNames.get(names);
	if (known !== undefined) return known || undefined;
	const rule = ruleOf(names);
	// An outlet has a few dozen of them; somebody who makes up thousands gains nothing.
	if (ruleByNames.size < 1_000) ruleByNames.set(names, rule ?? "");
	return rule;
}

/** What was found out about the class and id of an element before; an empty text where no rule holds. */
const ruleByNames = new Map<string, string>();

function ruleOf(names: string): string | undefined {
	for (const name of names.split(/\s+/))
		for (const [pattern, rule] of named) if (pattern.test(name)) return rule;
	return undefined;
}

/** `返回某网，查看更多`, glued to the last sentence. */
function isWayHome(link: Element): boolean {
	return /^\s*返回\p{Script=Han}{2,6}[，,]\s*查看更多\s*$/u.test(
		shownStart(link, 40),
	);
}

/** Some feeds append their own advertisement to every article. */
function isFeedAdvertisement(element: Element): boolean {
	return /^\s*获取更多RSS[：:]/.test(shownStart(element, 40));
}
