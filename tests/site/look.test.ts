import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, readableOn } from "../../src/base/colour.ts";
import { leastContrast, papers } from "../../src/domain/look.ts";
import { lookStyles } from "../../src/site/files/look.ts";

test("contrast is that of WCAG", () => {
	expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
	expect(contrast("#ffffff", "#ffffff")).toBeCloseTo(1);
	expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

test("the papers are those of the style sheet", () => {
	const tokens = readFileSync("templates/assets/tokens.css", "utf8");
	const found = [...tokens.matchAll(/--paper: (#\w+);/g)].map(
		([, colour]) => colour,
	);
	expect(found).toEqual([papers.light, papers.dark, papers.dark]);
});

test("the dark page's accent is made of the light one's, and can be read whatever it is", () => {
	const channel = fc.integer({ min: 0, max: 255 });
	fc.assert(
		fc.property(channel, channel, channel, (...channels) => {
			const colour = `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
			const accent = readableOn(colour, papers.light, "#000000", leastContrast);
			expect(contrast(accent, papers.light)).toBeGreaterThanOrEqual(
				leastContrast,
			);
			const night = /data-theme="dark"\]\{--cinnabar:(#\w+)/.exec(
				lookStyles({ accent }),
			)?.[1];
			expect(contrast(night ?? "", papers.dark)).toBeGreaterThanOrEqual(
				leastContrast,
			);
		}),
	);
});

test("the owner's own styles stand last", () => {
	expect(lookStyles({ accent: "#1f4e79", styles: ".brand{}" })).toMatch(
		/\.brand\{\}$/,
	);
	expect(lookStyles({ styles: ".brand{}" })).toBe(".brand{}");
});
