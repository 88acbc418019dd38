/** Small damage to files, in bytes: what transfers, editors, broken crawlers and people with bad intentions do to them. */
import { hostileCases } from "../../tests/ingest/hostile-cases.ts";
import type { Random } from "../make-corpus/random.ts";

const bits = [
	..."p div span a b ul ol li blockquote table tr td figure figcaption img br hr pre h1 h2 section article small ruby rt svg math style script title textarea select option form button noscript template iframe object cite time address footer code q center font details summary x-y"
		.split(" ")
		.flatMap((name) => [`<${name}>`, `</${name}>`]),
	..."&nbsp; &lt; &#8203; &#0; &#xD800; <!-- --> ]]> <![CDATA[ {{ }} {% %} {{< >}} ``` ~~~ $$ --- +++ *** ** __ ~~ [[ ]] ![ ]( [^ > | # \\ ' \" ` = : ; , { } [ ] \t \u0000 \u0007 \u001b \u200b \u202e \ufeff \ufffe \u2028 \r \n \r\n".split(
		" ",
	),
	'<div style="display:none">',
	'<div class="share">',
	'<div class="related">',
	"<p hidden>",
	'<a href="javascript:alert(1)">',
	"\n\n",
	"\n---\n",
	"\n------\n",
	"<!--1690000000000-->",
];

const hostile = hostileCases
	.filter(({ class: kind }) => kind !== "loads")
	.map(({ file }) => file.text);

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const at = (bytes: Buffer, random: Random) => random.int(0, bytes.length);
const splice = (bytes: Buffer, from: number, to: number, put: Buffer) =>
	Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);
/** A piece of the file, some short and some long. */
function piece(bytes: Buffer, random: Random): [number, number] {
	const from = at(bytes, random);
	const most = random.chance(0.7) ? 30 : 2_000;
	return [from, Math.min(bytes.length, from + random.int(1, most))];
}

const mutations: readonly Mutation[] = [
	function remove(bytes, random) {
		const [from, to] = piece(bytes, random);
		return splice(bytes, from, to, Buffer.alloc(0));
	},
	function repeat(bytes, random) {
		const [from, to] = piece(bytes, random);
		const copies = random.chance(0.9) ? 1 : random.int(2, 40);
		const part = bytes.subarray(from, to);
		return splice(bytes, to, to, Buffer.concat(Array(copies).fill(part)));
	},
	function insertBits(bytes, random) {
		const place = at(bytes, random);
		const count = random.int(1, 4);
		const text = Array.from({ length: count }, () => random.pick(bits)).join(
			"",
		);
		return splice(bytes, place, place, Buffer.from(text));
	},
	function insertAttack(bytes, random) {
		const place = at(bytes, random);
		return splice(bytes, place, place, Buffer.from(random.pick(hostile)));
	},
	function move(bytes, random) {
		const [from, to] = piece(bytes, random);
		const part = Buffer.from(bytes.subarray(from, to));
		const rest = splice(bytes, from, to, Buffer.alloc(0));
		const place = at(rest, random);
		return splice(rest, place, place, part);
	},
	function overwrite(bytes, random) {
		const copy = Buffer.from(bytes);
		for (let count = random.int(1, 6); count > 0; count--)
			copy[random.int(0, Math.max(0, copy.length - 1))] = random.int(0, 255);
		return copy;
	},
	function cut(bytes, random) {
		return bytes.subarray(0, at(bytes, random));
	},
	function behead(bytes, random) {
		return bytes.subarray(random.int(0, Math.min(bytes.length, 400)));
	},
	function otherLineEnds(bytes, random) {
		const ends = random.pick(["\r\n", "\r", "\n\n", " "]);
		return Buffer.from(
			bytes.toString("latin1").replace(/\r?\n/g, ends),
			"latin1",
		);
	},
];

/** The file with one to four kinds of damage; now and then as it was. */
export function mutated(bytes: Buffer, random: Random): Buffer {
	if (random.chance(0.02)) return bytes;
	let changed = bytes;
	for (let count = random.int(1, 4); count > 0; count--)
		changed = random.pick(mutations)(changed, random);
	return changed;
}
