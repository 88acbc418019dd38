/** Names of authors as citations need them: in parts, or whole. */

/** A name in parts, as in CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#name-variables). */
interface PersonalName {
	readonly family: string;
	readonly given: string;
	/** von der, de la: belongs to the family name and does not decide its place in the alphabet. */
	readonly "non-dropping-particle"?: string | undefined;
	/** Jr., III. */
	readonly suffix?: string | undefined;
}

export type CitedName = PersonalName | { readonly literal: string };

/** Lukashenko, von der Leyen. */
export function familyOf(name: PersonalName): string {
	const particle = name["non-dropping-particle"];
	return particle === undefined ? name.family : `${particle} ${name.family}`;
}

/**
 * A byline as a name. Two to four words in Latin letters are a person's, the last one (with what belongs to it) the family
 * name; capitals throughout are the layout of an outlet and become ordinary case. Chinese, Japanese and Korean names, and
 * foreign ones in Han characters, stay whole, as do organisations and whatever cannot be told.
 */
export function citedName(byline: string): CitedName {
	const literal = byline.replace(/\s+/g, " ").replace(/^by /i, "").trim();
	if (!/^[\p{Script=Latin}\p{M}'’.\- ]+,?[\p{Script=Latin}. ]*$/u.test(literal))
		return { literal };
	const { words, suffix } = withoutSuffix(literal.replace(/,/g, "").split(" "));
	if (words.length < 2 || words.length > 5 || words.some(isOfOrganisation))
		return { literal };
	const cased = isAllCapitals(literal) ? words.map(recased) : words;
	let start = cased.length - 1;
	while (start > 1 && particles.has((cased[start - 1] ?? "").toLowerCase()))
		start--;
	const particle = cased.slice(start, -1).join(" ");
	const given = cased.slice(0, start).join(" ");
	return {
		family: cased.at(-1) ?? "",
		given,
		"non-dropping-particle": particle === "" ? undefined : particle,
		suffix,
	};
}

/** Words that stand in names of organisations and desks, never in a person's. */
const organisations = new Set(
	"agence agency associated bbc board broadcasting bureau chinese cnn company correspondent correspondents daily department desk editor editorial editors foundation group institute international journal magazine media network news newspaper newsroom of office online organisation organization post press radio report reporter reporters review service services staff team the times today tribune tv university voa voice watch website weekly wire writer writers and for with".split(
		" ",
	),
);

function isOfOrganisation(word: string): boolean {
	return organisations.has(word.toLowerCase().replace(/[.'’]/g, ""));
}

/** Words that belong to the family name behind them. */
const particles = new Set(
	"al bin da das de del della den der des di do dos du el ibn la le ten ter van vande vander von zu zum zur".split(
		" ",
	),
);

const suffixes = new Set(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);

function withoutSuffix(words: readonly string[]): {
	words: readonly string[];
	suffix?: string;
} {
	const last = words.at(-1) ?? "";
	if (words.length < 3 || !suffixes.has(last.toLowerCase())) return { words };
	const suffix = /^[iv]+$/i.test(last)
		? last.toUpperCase()
		: `${recased(last.replace(".", ""))}.`;
	return { words: words.slice(0, -1), suffix };
}

function isAllCapitals(text: string): boolean {
	return !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);
}

/** `O’NEIL` → `O’Neil`, `MCDONALD` → `McDonald`, `JEAN-PAUL` → `Jean-Paul`, `J.` as it is, `VAN` → `van`. */
function recased(word: string): string {
	const lower = word.toLowerCase();
	if (particles.has(lower)) return lower;
	return lower
		.replace(
			/(^|[-'’.])(\p{L})/gu,
			(_, before, letter) => before + letter.toUpperCase(),
		)
		.replace(/^Mc(\p{L})/u, (_, letter) => `Mc${letter.toUpperCase()}`);
}
