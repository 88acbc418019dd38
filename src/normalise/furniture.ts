/** What a page has around its text, found by structure alone; adapters know their outlets' own. */
import {
	attribute,
	type Element,
	findElement,
	shownStart,
	shownText,
} from "../parse/html.ts";

/**
 * The rule id under which `element` goes with everything in it, or `undefined` when it stays.
 *
 * @param total characters of the whole body: by its class alone no element goes that holds much of it.
 */
export function furniture(
	element: Element,
	total: () => number,
): string | undefined {
	const { tagName } = element;
	const plain = byTag.get(tagName);
	if (plain) return plain;
	if (isHidden(element) && !holdsMost(element, total))
		return "normalise/hidden";
	if (tagName === "form" && isSmallForm(element)) return "normalise/form";
	const rule = byName(element);
	if (rule && !holdsMost(element, total)) return rule;
	if (tagName === "div" && isFeedAdvertisement(element))
		return "normalise/feed-advertisement";
	return undefined;
}

/** No part that holds much of a body is furniture; what scripts would have shown (WeChat) is text. */
function holdsMost(element: Element, total: () => number): boolean {
	const own = shownText(element).length;
	return own > 200 && own > total() * 0.4;
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

/** Some feeds append their own advertisement to every article. */
function isFeedAdvertisement(element: Element): boolean {
	return /^\s*获取更多RSS[：:]/.test(shownStart(element, 40));
}
