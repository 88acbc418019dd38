import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { SeedFile } from "../domain/seed-file.ts";
import { controlCharacters } from "./clean-text.ts";
import { decodeBytes } from "./encoding.ts";

/** A seed file as text: well-formed, `\n` line ends, no byte order mark, no control characters. */
export interface SeedText {
	readonly text: string;
	/** WHATWG label of the encoding that was decoded. */
	readonly encoding: string;
	/** Rule ids of what had to be mended. */
	readonly repaired: readonly string[];
}

/**
 * Decode a seed file.
 *
 * @param label of its encoding, where somebody beside the file tells it.
 * @returns `undefined` as value, with the error, when the file is empty, too large or no text.
 */
export function readSeedText(
	seed: SeedFile,
	maxBytes: number,
	label?: string,
): Outcome<SeedText | undefined> {
	const refuse = (ruleId: string, reason: string, actual?: string) => ({
		value: undefined,
		diagnostics: [note("error", ruleId, seed.path, reason, actual)],
	});
	if (seed.bytes.length > maxBytes)
		return refuse(
			"read/too-large",
			`Larger than the limit of ${maxBytes} bytes.`,
		);
	const decoded = decodeBytes(seed.bytes, label);
	if (!decoded)
		return refuse("read/not-text", "The bytes are no text in any encoding.");
	const { text, repaired } = clean(decoded.text);
	if (text.trim() === "") return refuse("read/empty", "The file is empty.");
	const controls = repaired.includes("read/control-characters")
		? (decoded.text.match(controlCharacters)?.length ?? 0)
		: 0;
	if (controls > 32 && controls > decoded.text.length / 20)
		return refuse(
			"read/not-text",
			"More than a twentieth of the file is control characters.",
		);
	// The decoder has taken the mark away already.
	if (decoded.encoding === "utf-8" && seed.bytes[0] === 0xef)
		repaired.push("read/byte-order-mark");
	const diagnostics: Diagnostic[] = [];
	if (decoded.encoding !== "utf-8") {
		repaired.push("read/encoding");
		diagnostics.push(
			note(
				"info",
				"read/encoding",
				seed.path,
				decoded.declared
					? "Not UTF-8; decoded as the file declares."
					: "Not UTF-8; decoded by what its bytes look like.",
				decoded.encoding,
			),
		);
	}
	if (decoded.damaged > 0) {
		repaired.push("read/damaged-bytes");
		diagnostics.push(
			note(
				"warning",
				"read/damaged-bytes",
				seed.path,
				"Some bytes stand for no character and became U+FFFD.",
				`${decoded.damaged}`,
			),
		);
	}
	if (repaired.includes("read/control-characters"))
		diagnostics.push(
			note(
				"info",
				"read/control-characters",
				seed.path,
				"Control characters were taken out.",
			),
		);
	return {
		value: { text, encoding: decoded.encoding, repaired },
		diagnostics,
	};
}

function clean(raw: string): { text: string; repaired: string[] } {
	const repaired: string[] = [];
	let text = raw;
	const mend = (ruleId: string, mended: string) => {
		if (mended === text) return;
		repaired.push(ruleId);
		text = mended;
	};
	if (text.includes("\r")) mend("read/line-ends", text.replace(/\r\n?/g, "\n"));
	mend("read/byte-order-mark", text.replace(/^\uFEFF+/, ""));
	mend("read/control-characters", text.replace(controlCharacters, ""));
	return { text, repaired };
}

function note(
	severity: Diagnostic["severity"],
	ruleId: string,
	file: string,
	reason: string,
	actual?: string,
): Diagnostic {
	return {
		severity,
		ruleId,
		file,
		reason,
		...(actual === undefined ? {} : { actual }),
	};
}
