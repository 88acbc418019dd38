/** How much a finding matters: an `error` costs the file its place, a `warning` asks for a look. */
export type Severity = "error" | "warning" | "info";

/** One thing that a stage noticed: plain data, in vfile's words. */
export interface Diagnostic {
	readonly severity: Severity;
	/** `stage/kebab-case`, stable: reports count by it and tests name it. */
	readonly ruleId: string;
	/** Path relative to the seeds folder, with `/`. */
	readonly file: string;
	/** 1-based line in the decoded file; absent when the finding is about the whole file. */
	readonly line?: number;
	/** A whole sentence for a person, without the file and line. */
	readonly reason: string;
	readonly actual?: string;
	readonly expected?: string;
}

/** What every stage returns: as much value as could be had, and everything it noticed. */
export interface Outcome<Value> {
	readonly value: Value;
	readonly diagnostics: readonly Diagnostic[];
}
