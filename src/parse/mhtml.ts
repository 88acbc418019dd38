/**
 * A page with its pictures in one file (MHTML, RFC 2557), as browsers save it. Parsers for mail give neither the address of a
 * part nor the bytes of its text, and put the frames of a page one behind the other: hence a reader of our own, for the few
 * rules of MIME that such files use.
 */

/** A part that is no container. */
export interface MhtmlPart {
	/** Lower case, without parameters. */
	readonly type: string;
	readonly charset: string | undefined;
	readonly location: string | undefined;
	/** Without angle brackets. */
	readonly contentId: string | undefined;
	readonly bytes: Uint8Array;
}

export interface Mhtml {
	/** The page itself. */
	readonly page: MhtmlPart;
	readonly parts: readonly MhtmlPart[];
	/** Its address, and when it was saved, as the head of the file says. */
	readonly url: string | undefined;
	readonly saved: string | undefined;
	/** Of a mail, which has a sender: what its head says of the article. */
	readonly mail:
		| { readonly subject: string; readonly from: string }
		| undefined;
	/** Whether the file ends before its last boundary. */
	readonly isCut: boolean;
}

/** An MHTML file that cannot be taken apart. */
export class BrokenMhtml extends Error {
	readonly ruleId = "parse/mhtml-broken";
}

/** Containers in containers. */
const maxLevels = 8;

/** Whether bytes begin as MHTML does: lines of a mail's head, among them one that names parts that belong together. */
export function isMhtml(head: Uint8Array): boolean {
	const text = Buffer.from(head.subarray(0, 8_192)).toString("latin1");
	if (!/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}/.test(text))
		return false;
	const [top = ""] = text.split(/\r?\n\r?\n/, 1);
	return (
		/^mime-version:/im.test(top) &&
		/^content-type:\s*(?:multipart\/(?:related|mixed|alternative)|text\/html)/im.test(
			top,
		)
	);
}

/** @throws {BrokenMhtml} */
export function readMhtml(bytes: Uint8Array): Mhtml {
	const text = Buffer.from(bytes).toString("latin1");
	const { headers, body } = split(text);
	const type = headers.get("content-type") ?? "";
	const parts: MhtmlPart[] = [];
	const state = { isCut: false };
	if (/^multipart\//i.test(type)) collect(type, body, parts, state, 0);
	else parts.push(partOf(headers, body));
	const start = parameter(type, "start")?.replace(/^<|>$/g, "");
	const pages = parts.filter(({ type: own }) =>
		/^(?:text\/html|application\/xhtml\+xml)$/.test(own),
	);
	const first =
		parts.find(({ contentId }) => start !== undefined && contentId === start) ??
		pages[0];
	const page = first && longestCopy(first, pages);
	if (!page)
		throw new BrokenMhtml("It is MHTML without a page: no part of it is HTML.");
	const url =
		headers.get("snapshot-content-location") ??
		page.location ??
		headers.get("content-location");
	return {
		page,
		parts,
		url: url && /^https?:/i.test(url) ? url : undefined,
		saved: headers.get("date"),
		mail: mailOf(headers, url),
		isCut: state.isCut,
	};
}

/** A download that began anew leaves a page twice in its file, the first time broken off. */
function longestCopy(page: MhtmlPart, pages: readonly MhtmlPart[]): MhtmlPart {
	return pages
		.filter(
			({ location }) => location !== undefined && location === page.location,
		)
		.reduce(
			(one, other) => (other.bytes.length > one.bytes.length ? other : one),
			page,
		);
}

/** A browser is no sender, and says where the page is from. */
function mailOf(headers: Headers, url: string | undefined): Mhtml["mail"] {
	const from = headers.get("from") ?? "";
	if (url !== undefined || !/@/.test(from)) return undefined;
	const name = wordsOf(from).replace(/\s*<[^<>]*>\s*$|^"|"$/g, "");
	return {
		subject: wordsOf(headers.get("subject") ?? ""),
		from: name.replace(/^"|"$/g, "").trim(),
	};
}

/** Encoded words of a mail's head (RFC 2047), the others as UTF-8. */
function wordsOf(value: string): string {
	const plain = Buffer.from(value, "latin1").toString("utf8");
	return plain
		.replace(/(\?=)\s+(?==\?)/g, "$1")
		.replace(
			/=\?([\w-]+)(?:\*\w+)?\?([bq])\?([^?\s]*)\?=/gi,
			(_all, charset: string, kind: string, text: string) => {
				const encoding =
					kind.toLowerCase() === "b" ? "base64" : "quoted-printable";
				const bytes = decoded(text.replaceAll("_", " "), encoding);
				try {
					return new TextDecoder(charset).decode(bytes);
				} catch {
					return text;
				}
			},
		);
}

type Headers = ReadonlyMap<string, string>;

function split(text: string): {
	readonly headers: Headers;
	readonly body: string;
} {
	const border = /\r?\n\r?\n/.exec(text);
	const head = border ? text.slice(0, border.index) : text;
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
		const colon = line.indexOf(":");
		if (colon <= 0) continue;
		const name = line.slice(0, colon).trim().toLowerCase();
		if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
	}
	return {
		headers,
		body: border ? text.slice(border.index + border[0].length) : "",
	};
}

function collect(
	type: string,
	body: string,
	parts: MhtmlPart[],
	state: { isCut: boolean },
	level: number,
): void {
	const boundary = parameter(type, "boundary");
	if (boundary === undefined || boundary === "")
		throw new BrokenMhtml(
			"It is MHTML that names no boundary between its parts, so it cannot be taken apart.",
		);
	if (level > maxLevels)
		throw new BrokenMhtml("It is MHTML whose parts are nested too deep.");
	const line = `--${boundary}`;
	const places = bordersIn(body, line);
	if (places.length === 0)
		throw new BrokenMhtml("It is MHTML whose boundary does not occur in it.");
	places.forEach((at, index) => {
		const end = places[index + 1];
		const isLast = body.startsWith("--", at + line.length);
		if (isLast) return;
		if (end === undefined) state.isCut = true;
		const own = body
			.slice(at + line.length, end ?? body.length)
			.replace(/^[ \t]*\r?\n/, "")
			.replace(/\r?\n$/, "");
		const { headers, body: inner } = split(own);
		const innerType = headers.get("content-type") ?? "";
		if (/^multipart\//i.test(innerType))
			collect(innerType, inner, parts, state, level + 1);
		else parts.push(partOf(headers, inner));
	});
}

/** Where a line begins with the border; the next line is looked for only behind it. */
function bordersIn(body: string, line: string): readonly number[] {
	const places: number[] = [];
	for (
		let at = body.indexOf(line);
		at !== -1;
		at = body.indexOf(line, at + line.length)
	) {
		if (at > 0 && body[at - 1] !== "\n") continue;
		// A longer boundary that begins alike is another one.
		if (
			/^(?:--)?[ \t]*(?:\r?\n|$)/.test(
				body.slice(at + line.length, at + line.length + 100),
			)
		)
			places.push(at);
	}
	return places;
}

function partOf(headers: Headers, body: string): MhtmlPart {
	const type = headers.get("content-type") ?? "text/plain";
	return {
		type: (type.split(";", 1)[0] ?? "").trim().toLowerCase(),
		charset: parameter(type, "charset"),
		location: headers.get("content-location"),
		contentId: headers.get("content-id")?.replace(/^<|>$/g, ""),
		bytes: decoded(body, headers.get("content-transfer-encoding") ?? ""),
	};
}

/** @param body as latin1. */
function decoded(body: string, encoding: string): Uint8Array {
	switch (encoding.trim().toLowerCase()) {
		case "base64":
			return Buffer.from(body, "base64");
		case "quoted-printable":
			return Buffer.from(
				body
					.replace(/[ \t]+(?=\r?\n|$)/g, "")
					.replace(/=\r?\n/g, "")
					.replace(/=([0-9a-fA-F]{2})/g, (_all, hex: string) =>
						String.fromCharCode(Number.parseInt(hex, 16)),
					),
				"latin1",
			);
		default:
			return Buffer.from(body, "latin1");
	}
}

function parameter(value: string, name: string): string | undefined {
	const found = new RegExp(
		`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`,
		"i",
	).exec(value);
	return found?.[1] ?? found?.[2];
}
