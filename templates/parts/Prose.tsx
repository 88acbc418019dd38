import { beforeDot } from "../../src/site/unbroken.ts";

/** An outlet's words, in which no line begins with the dot inside a foreign name. */
export function Prose({ text }: { text: string }) {
	// Of what is split by a group, every other piece is what the group found.
	return text
		.split(new RegExp(`(${beforeDot.source})`, "u"))
		.map((piece, at) =>
			at % 2 === 1 ? (
				<span class="unbroken" key={`${at}`}>
					{piece}
				</span>
			) : (
				piece
			),
		);
}
