import { nameSpellings } from "../../src/site/names.ts";

/** The spellings are Han characters only: nothing in them means anything to a regular expression. */
const names = new RegExp(`(${nameSpellings.join("|")})`, "u");

/** A clause with the mark that ends it, closing quotation marks included. */
const clause = /[^，。：；？！、\s]*[，。：；？！、\s]*[”’」』）]*/gu;

/**
 * A headline whose lines break between clauses where they can, and never inside a person's or a
 * place's name.
 */
export function Headline({ text }: { text: string }) {
	const clauses = /\p{Script=Han}/u.test(text)
		? (text.match(clause) ?? []).filter((part) => part !== "")
		: [text];
	return (
		<>
			{clauses.map((part) => (
				<span class={clauses.length > 1 ? "clause" : undefined} key={part}>
					{part
						.split(names)
						.map((piece, index) =>
							index % 2 === 1 ? <span class="name">{piece}</span> : piece,
						)}
				</span>
			))}
		</>
	);
}
