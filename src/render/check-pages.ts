/**
 * Reads every built page with another parser than made it (htmlparser2) and names whatever the
 * policy does not allow. A page that ingest or a template let something slip into stops the build.
 */
import { Parser } from "htmlparser2";
import {
	addressProblem,
	drawingElements,
	inlineProblem,
	mayHave,
	pageElements,
	securityProblem,
} from "./page-policy.ts";

/** One thing on one page that the policy does not allow. */
interface PageBreach {
	/** 1-based line of the tag. */
	readonly line: number;
	readonly problem: string;
}

/** A page with more breaches is broken altogether; the rest of them would say nothing new. */
const mostBreaches = 20;

/** @returns every breach, in the order of the text; none when the page is clean. */
export function checkPage(html: string): readonly PageBreach[] {
	const breaches: PageBreach[] = [];
	let policy: string | undefined;
	let script: { type: string; text: string } | undefined;
	let style: string | undefined;
	let drawings = 0;
	const found = (at: number, problem: string | undefined) => {
		if (problem !== undefined && breaches.length < mostBreaches)
			breaches.push({ line: lineAt(html, at), problem });
	};
	const parser: Parser = new Parser(
		{
			onopentag(name, attributes) {
				const at = parser.startIndex;
				decodeValues(attributes);
				const inDrawing = drawings > 0 || name === "svg";
				if (name === "svg") drawings++;
				for (const problem of tagProblems(name, attributes, inDrawing))
					found(at, problem);
				if (name === "script")
					script = { type: attributes.type ?? "", text: "" };
				if (name === "style") style = "";
				if (name === "meta" && isPolicy(attributes["http-equiv"]))
					policy ??= attributes.content ?? "";
			},
			ontext(text) {
				if (script) script.text += text;
				if (style !== undefined) style += text;
			},
			onclosetag(name) {
				if (name === "svg") drawings--;
				if (name === "style" && style !== undefined) {
					found(parser.startIndex, inlineProblem("style sheet", style, policy));
					style = undefined;
				}
				if (name !== "script" || !script) return;
				found(parser.startIndex, scriptProblem(script, policy));
				script = undefined;
			},
			oncomment(text) {
				found(
					parser.startIndex,
					/[<>]/.test(text) ? "a comment with markup in it" : undefined,
				);
			},
			oncdatastart() {
				found(parser.startIndex, "a CDATA section");
			},
			onprocessinginstruction(name) {
				if (!/^!doctype$/i.test(name))
					found(parser.startIndex, `an instruction: ${name.slice(0, 40)}`);
			},
		},
		parsing,
	);
	parser.end(html);
	found(0, securityProblem(policy));
	if (!/^<!doctype html>/i.test(html)) found(0, "no doctype");
	return breaches;
}

const parsing = {
	// Text is only skipped, which goes faster so; values of attributes are decoded one by one.
	decodeEntities: false,
	lowerCaseTags: true,
	lowerCaseAttributeNames: true,
};

function isPolicy(equivalent = ""): boolean {
	return /^content-security-policy$/i.test(equivalent);
}

function tagProblems(
	name: string,
	attributes: Readonly<Record<string, string>>,
	inDrawing: boolean,
): readonly string[] {
	const allowed = inDrawing ? drawingElements : pageElements;
	if (!allowed.has(name)) return [`the element <${name.slice(0, 40)}>`];
	const problems: string[] = [];
	for (const attribute in attributes) {
		const value = attributes[attribute] ?? "";
		if (!mayHave(name, attribute, inDrawing)) {
			problems.push(`the attribute ${attribute.slice(0, 40)} on <${name}>`);
			continue;
		}
		if (
			attribute === "http-equiv" &&
			!isPolicy(value) &&
			!isForward(value, attributes.content)
		)
			problems.push(`<meta http-equiv=${value.slice(0, 40)}>`);
		if (attribute === "href" && isCitation(name, attributes)) continue;
		const rel = attributes.rel ?? "";
		const problem = addressProblem(name, attribute, value, rel);
		if (problem !== undefined)
			problems.push(`${attribute} on <${name}>: ${problem}`);
	}
	return problems;
}

/** A page may lead on at once to an article's page beside it, and nowhere else. */
function isForward(name: string, content = ""): boolean {
	return (
		/^refresh$/i.test(name) &&
		/^0; url=(?:\.\.\/){1,2}articles\/[0-9a-z/-]+\.html$/.test(content)
	);
}

/** Replace the references in the values of a tag by what they stand for. */
function decodeValues(attributes: Record<string, string>): void {
	for (const name in attributes) {
		const value = attributes[name] ?? "";
		if (value.includes("&")) attributes[name] = decoded(value);
	}
}

/** The value of an attribute that is written as `value`, whatever its quotes. */
function decoded(value: string): string {
	let text = "";
	new Parser(
		{
			onattribute(_, meant) {
				text = meant;
			},
		},
		{ decodeEntities: true },
	).end(`<a b="${value.replaceAll('"', "&quot;")}">`);
	return text;
}

/** A citation to be saved as a file: data of a kind that no browser would show as a page. */
function isCitation(
	name: string,
	{ href, download }: Readonly<Record<string, string>>,
): boolean {
	return (
		name === "a" &&
		download !== undefined &&
		/^data:(?:application\/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json|json)|text\/plain)[;,]/.test(
			href ?? "",
		)
	);
}

/** Scripts come from files of the site; inline there is data, which must be readable, and what the policy names. */
function scriptProblem(
	{ type, text }: { readonly type: string; readonly text: string },
	policy: string | undefined,
): string | undefined {
	if (/^application\/(?:ld\+)?json$/.test(type)) {
		if (text.includes("<")) return "an angle bracket in data for scripts";
		try {
			JSON.parse(text);
			return undefined;
		} catch {
			return "data for scripts that is no JSON";
		}
	}
	return text.trim() === "" ? undefined : inlineProblem("script", text, policy);
}

function lineAt(html: string, at: number): number {
	let line = 1;
	for (
		let i = html.indexOf("\n");
		i !== -1 && i < at;
		i = html.indexOf("\n", i + 1)
	)
		line++;
	return line;
}
