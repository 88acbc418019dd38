import type { Finding } from "./report.ts";

export type Diagnostic = Readonly<Finding>;

/** What every stage returns: as much value as could be had, and everything it noticed. */
export interface Outcome<Value> {
	readonly value: Value;
	readonly diagnostics: readonly Diagnostic[];
}
