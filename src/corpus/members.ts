/**
 * The JSON of an object, taken apart at its first level and put together again, without parsing what
 * stays as it is: bodies are most of an article, and what the archive adds to a draft are other members.
 */
import { byCodePoint, stableJson } from "../base/order.ts";
import { textOf } from "../base/utf8.ts";

/** Members of an object by name; of each the bytes that {@link stableJson} writes for it, with its name. */
export type Members<Kind> = ReadonlyMap<keyof Kind & string, Buffer>;

/** Only members of the first level stand behind two spaces; a line feed inside a string is escaped. */
const start = Buffer.from('\n  "');
const separator = Buffer.from(",\n");
const opening = Buffer.from("{\n");
const closing = Buffer.from("\n}\n");

/** @param json what {@link stableJson} wrote of an object that has members. */
export function membersOf<Kind>(json: Buffer): Members<Kind> {
	const members = new Map<keyof Kind & string, Buffer>();
	let at = json.indexOf(start) + 1;
	while (at > 0) {
		const next = json.indexOf(start, at) + 1;
		const end = next > 0 ? next - separator.length : -closing.length;
		const member = json.subarray(at, end);
		const name = member.toString("utf8", 3, member.indexOf('"', 3));
		members.set(name as keyof Kind & string, member);
		at = next;
	}
	return members;
}

/** The same members, but with these values: in the place of theirs, or added. */
export function withValues<Kind>(
	members: Members<Kind>,
	values: Partial<Kind>,
): Members<Kind> {
	const json = Buffer.from(stableJson(values));
	return new Map([...members, ...membersOf<Kind>(json)]);
}

/** The values of those of the members `names` that there are. */
export function valuesOf<Kind, Name extends keyof Kind & string>(
	members: Members<Kind>,
	names: readonly Name[],
): Pick<Kind, Name> {
	const found = names.flatMap((name) => members.get(name) ?? []);
	return JSON.parse(`{${found.map(textOf).join()}}`);
}

/** What {@link stableJson} writes of the object that has these members. */
export function jsonOf<Kind>(members: Members<Kind>): Buffer {
	const sorted = [...members].sort(([a], [b]) => byCodePoint(a, b));
	const parts = sorted.flatMap(([, member], n) => [
		n === 0 ? opening : separator,
		member,
	]);
	return Buffer.concat([...parts, closing]);
}
