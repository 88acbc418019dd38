import type { Diagnostic } from "../domain/diagnostic.ts";

/** A file that cannot be an article, and why. */
export class Refused extends Error {
	readonly why: Pick<Diagnostic, "ruleId" | "reason" | "line">;
	constructor(why: Pick<Diagnostic, "ruleId" | "reason" | "line">) {
		super(why.reason);
		this.why = why;
	}
}
