/** A share of an archive that one machine of several takes. */
import { fingerprint } from "./order.ts";

export interface Slice {
	/** From 1 to `of`. */
	readonly number: number;
	readonly of: number;
}

/** Whether the file, page or part called `name` is in the slice; by its name alone, so that every machine agrees. */
export function inSlice(name: string, { number, of }: Slice): boolean {
	return Number.parseInt(fingerprint(name).slice(0, 8), 16) % of === number - 1;
}
