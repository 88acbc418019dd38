import { nameSpellings } from "../../src/site/names.ts";

/** The spellings are Han characters only: nothing in them means anything to a regular expression. */
const names = new RegExp(`(${nameSpellings.join("|")})`, "u");

/** A headline whose lines do not break inside a person's or a place's name. */
export function Headline({ text }: { text: string }) {
	return (
		<>
			{text.split(names).map((piece, index) =>
				index % 2 === 1 ? (
					<span class="name" key={index}>
						{piece}
					</span>
				) : (
					piece
				),
			)}
		</>
	);
}
