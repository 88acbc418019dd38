import { attribute, type Element, hasClass } from "../parse/html.ts";
import type { SourceAdapter } from "./adapter.ts";

/**
 * Lianhe Zaobao, Singapore.
 *
 * Pictures are lazy (`data-src` beside `src`), in `div.figure-media` with the `figcaption` behind
 * it. Between the paragraphs lie empty containers for advertisements (`#imu`, `#dfp-ad-…`,
 * `#innity-in-post`) and, at the end, one for the paywall (`.cx_paywall_placeholder`). There is no
 * stamp in the body; the day is in the address (`story20220916-1313526`).
 */
export const zaobao: SourceAdapter = {
	source: {
		id: "zaobao",
		name: "联合早报",
		homepage: "https://www.zaobao.com/",
		zone: "Asia/Singapore",
		language: "zh-Hans",
	},
	hosts: ["zaobao.com", "zaobao.com.sg"],
	names: ["联合早报", "聯合早報"],
	boilerplate: (element) =>
		isAdvertisement(element)
			? "sources/advertisement"
			: hasClass(element, "cx_paywall_placeholder")
				? "sources/paywall"
				: undefined,
};

function isAdvertisement(element: Element): boolean {
	const id = attribute(element, "id") ?? "";
	return /^(?:imu|dfp-ad|innity|div-gpt)/.test(id);
}
