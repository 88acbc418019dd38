/** Whether a value of JSON or YAML has members by name. */
export function isMapping(
	value: unknown,
): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
