/** A zip that cannot be read. */
export class BrokenZip extends Error {
	readonly ruleId = "parse/zip-broken";
}
