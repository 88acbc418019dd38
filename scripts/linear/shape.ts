/** A text that might cost more than its length: what it is called, and a file of about so many characters. */
export interface Shape {
	readonly name: string;
	/** Who reads it: the drafting of a file, or the timeline, of which the text is one paragraph. */
	readonly stage: "reading" | "timeline";
	make(length: number): { readonly path: string; readonly text: string };
}

/** A unit of a shape, or what makes the nth one, or what opens and closes one in another. */
export type Unit =
	| string
	| ((at: number) => string)
	| readonly [open: string, close: string];

/** Shapes that stand in the same surroundings. */
export interface Group {
	readonly name: string;
	readonly path: string;
	readonly before?: string;
	readonly after?: string;
	readonly units: Readonly<Record<string, Unit>>;
}
