/** Damaged files, one after another, each from its own number: so that any one of them can be read again alone. */
import { seededRandom } from "../make-corpus/random.ts";
import { type Fault, judge } from "./judge.ts";
import { madeFiles } from "./made-files.ts";
import { mutated } from "./mutate.ts";

export interface FuzzOptions {
	readonly files: number;
	readonly from?: number;
	readonly seed: number;
	/** Only kinds whose name holds this. */
	readonly only?: string;
	readonly onFault?: (found: FoundFault) => void;
}

export interface FoundFault {
	readonly number: number;
	readonly kind: string;
	readonly fault: Fault;
	readonly what: string;
	readonly bytes: Buffer;
}

export interface FuzzFigures {
	files: number;
	articles: number;
	characters: number;
	marks: number;
	readonly faults: Record<Fault, number>;
	readonly kinds: Map<string, { files: number; articles: number }>;
}

export async function fuzz(options: FuzzOptions): Promise<FuzzFigures> {
	const { files, from = 0, seed, only = "", onFault } = options;
	const figures: FuzzFigures = {
		files: 0,
		articles: 0,
		characters: 0,
		marks: 0,
		faults: {
			throw: 0,
			"loss by tree": 0,
			"loss by marks": 0,
			policy: 0,
			time: 0,
		},
		kinds: new Map(),
	};
	for (let number = from; number < from + files; number++) {
		const random = seededRandom(seed * 1_000_003 + number);
		const all = madeFiles(random).filter(({ kind }) => kind.includes(only));
		const made = all[number % all.length];
		if (!made) break;
		const isPackedDamage = made.pack !== undefined && random.chance(0.3);
		const inside = isPackedDamage ? made.bytes : mutated(made.bytes, random);
		const whole = made.pack?.(inside) ?? inside;
		const bytes = isPackedDamage ? mutated(whole, random) : whole;
		const verdict = await judge(made, bytes, inside);
		const kind = figures.kinds.get(made.kind) ?? { files: 0, articles: 0 };
		figures.kinds.set(made.kind, {
			files: kind.files + 1,
			articles: kind.articles + verdict.articles,
		});
		figures.files++;
		figures.articles += verdict.articles;
		figures.characters += verdict.characters;
		figures.marks += verdict.marks;
		for (const [fault, what] of verdict.faults) {
			figures.faults[fault]++;
			onFault?.({ number, kind: made.kind, fault, what, bytes });
		}
	}
	return figures;
}
