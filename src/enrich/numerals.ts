const digits = "〇一二三四五六七八九";

/** The characters a written number may consist of, for use inside a regular expression's class. */
export const numeral = "\\d〇零○一二三四五六七八九十廿卅两";

/**
 * A number as Chinese papers write it: `15`, `十五`, `廿八`, `二〇二三`, `一一二`; `undefined` when it is none.
 *
 * With 十 in it the characters are tens and ones, without it they are digits in a row.
 */
export function readNumber(text: string): number | undefined {
	if (/^\d+$/.test(text)) return Number(text);
	const plain = text
		.replaceAll(/[零○]/g, "〇")
		.replaceAll("两", "二")
		.replaceAll("廿", "二十")
		.replaceAll("卅", "三十");
	const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain);
	if (tens)
		return (
			(tens[1] ? digits.indexOf(tens[1]) : 1) * 10 +
			(tens[2] ? digits.indexOf(tens[2]) : 0)
		);
	if (!plain || [...plain].some((character) => !digits.includes(character)))
		return undefined;
	return Number([...plain].map((c) => digits.indexOf(c)).join(""));
}
