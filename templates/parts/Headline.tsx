import { nameSpellings } from "../../src/site/unbroken.ts";

/**
 * What a line should not break inside: names, and quotations of a few characters with their marks.
 * The spellings are Han characters only: nothing in them means anything to a regular expression.
 */
const whole = new RegExp(
	`([“「『《][^“”「」『』《》]{1,7}[”」』》]|${nameSpellings.join("|")})`,
	"u",
);

/** A clause with the mark that ends it, closing quotation marks included. */
const clause = /[^，。：；？！、\s]*[，。：；？！、\s]*[”’」』）]*/gu;

/**
 * A headline whose lines break between clauses where they can, and never inside a person's or a
 * place's name or a short quotation.
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
						.split(whole)
						.map((piece, index) =>
							index % 2 === 1 ? (
								<span class={piece.length > 7 ? "name long" : "name"}>
									{piece}
								</span>
							) : (
								piece
							),
						)}
				</span>
			))}
		</>
	);
}
