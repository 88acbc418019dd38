/** 我, 总统先生, 对方, 这位总理 and 他 as the people they stand for. */
import type { CivilDay } from "../domain/time.ts";
import { actorBefore } from "./actors.ts";
import type { Gazetteer } from "./gazetteer/index.ts";
import type { PersonToken } from "./persons.ts";
import { addressee, within } from "./plurals.ts";
import { holderOf } from "./titles.ts";
import type { Layer, Unit } from "./unit.ts";

/** Every word that may stand for somebody; what is around it tells whether it does. */
const words =
	/我|(?:总统|主席)(?:先生|阁下)|对方|客人|来宾|贵宾|主人|东道主|这位(?:客人|来宾|老朋友|领导人|副?总统|总理|副?主席|元首|委员长)|[他她]|(?<=[与同])之(?![间前后中外一二三])|其(?![中他实间后余一二三它们次])|(?:国家(?:主席|元首)|总统|总理|首相|副主席|总书记|委员长|最高领导者)(?:同志)?/g;

type Sort = "self" | "office" | "alone" | "other" | "same";

/** What a word at a place stands for; `undefined` where it is part of another or no object. */
function sortOf(text: string, at: number, word: string): Sort | undefined {
	const to = at + word.length;
	if (word === "我")
		return /[们国方军省市驻党想认]/.test(text.charAt(to)) ? undefined : "self";
	if (/先生|阁下/.test(word)) return "office";
	const before = text.slice(Math.max(0, at - 3), at);
	if (office.test(word)) {
		// An office that stands alone, where no name, country or body is beside it.
		const stands = /(?:^|[，。；、“与同和跟向对见候在由被日\0])(?:该国)?$/.test(
			before,
		);
		return stands && followsOffice.test(text.slice(to, to + 4))
			? "alone"
			: undefined;
	}
	if (/[他她其]/.test(word) && /[们国的]/.test(text.charAt(to)))
		return undefined;
	if (
		/[与同和跟对向见迎陪为请等送接问给让把带领拉扶抱](?:了|到|过|着)?$/.test(
			before,
		)
	)
		return "other";
	// 坐在他旁边
	if (/在$/.test(before) && beside.test(text.slice(to, to + 3))) return "other";
	if (
		/客人|来宾|贵宾|主人|东道主/.test(word) &&
		(beginsClause.test(before) || /的$/.test(before))
	)
		return "other";
	return /[他她]|^这位/.test(word) && beginsClause.test(before)
		? "same"
		: undefined;
}

const beside = /^的?(?:身[边旁后前]|旁边|左|右|对面|前面|后面|面前)/;
const beginsClause = /(?:^|[，。；：！？　\0\s]|[日号天晚早午后前随会里])$/;
const office =
	/^(?:国家(?:主席|元首)|总统|总理|首相|副主席|总书记|委员长|最高领导者)/;
const followsOffice =
	/^\0*(?:[，。、与同和跟在也还于再]|夫妇|举行|陪同|会[见晤谈]|表示|说|进行|随后|先后)/;

/** What is known of a layer: sentences and passages are read one after the other and ask the same. */
const settled = new WeakMap<Layer, readonly PersonToken[]>();

/** The people of a layer with those its words stand for without a name, left to right. */
export function withPronouns(
	...asked: Parameters<typeof readPronouns>
): readonly PersonToken[] {
	const [, layer] = asked;
	const persons = settled.get(layer) ?? readPronouns(...asked);
	settled.set(layer, persons);
	return persons;
}

function readPronouns(
	unit: Unit,
	layer: Layer,
	before: readonly Unit[],
	day: CivilDay,
): readonly PersonToken[] {
	const extra: PersonToken[] = [];
	const covered = new Set<PersonToken>();
	let next = 0;
	for (const match of layer.text.matchAll(words)) {
		const [word] = match;
		const at = match.index;
		const to = at + word.length;
		const sort = sortOf(layer.text, at, word);
		if (!sort) continue;
		while ((layer.persons[next]?.to ?? to) <= at) next++;
		const known = layer.persons[next];
		// 这位总理 is somebody in particular, 总理 alone somebody's office.
		if (known && known.at < to && !known.id.startsWith("?")) continue;
		// 东道主米尔济约耶夫: the name stands behind it.
		if (sort === "other") {
			const named = layer.persons.find((person) => person.at >= to);
			if (named?.byName && /^、?$/.test(layer.text.slice(to, named.at)))
				continue;
		}
		const id =
			sort === "other"
				? otherThan(
						{
							text: layer.text,
							persons: merged(
								within(layer.persons, at),
								covered,
								within(extra, at),
							),
						},
						at,
						before,
						word,
						unit.gazetteer,
					)
				: sort === "same"
					? word === "她"
						? lastWoman(unit, layer, at, before)
						: goesOn(layer, at, before)
					: sort === "alone"
						? holderOf(word, unit, at, before, day)
						: spokenOf(word, unit, layer, at, before, day);
		if (!id || !isOf(unit.gazetteer, word, id)) continue;
		extra.push({ at, to, id, byName: false });
		if (known && known.at < to) covered.add(known);
	}
	return merged(layer.persons, covered, extra);
}

/** People with those whom words stand for, in place of the offices that these words were read as. */
const merged = (
	persons: readonly PersonToken[],
	covered: ReadonlySet<PersonToken>,
	extra: readonly PersonToken[],
): readonly PersonToken[] =>
	extra.length === 0
		? persons
		: [...persons.filter((token) => !covered.has(token)), ...extra].sort(
				(a, b) => a.at - b.at,
			);

/** 她 is a woman, 他 a man. */
function isOf({ personOrNone }: Gazetteer, word: string, id: string): boolean {
	if (!/[他她]/.test(word)) return true;
	return word.includes("她") === (personOrNone(id)?.female ?? false);
}

/** 我 is who speaks, 总统先生 who is spoken to. */
function spokenOf(
	word: string,
	unit: Unit,
	layer: Layer,
	at: number,
	before: readonly Unit[],
	day: CivilDay,
): string | undefined {
	const speaker = layer.spoken
		? layer.speaker
		: unit.speeches.findLast((speech) => speech.at <= at)?.speaker;
	return word === "我"
		? speaker
		: addressee(word.slice(0, 2), speaker, unit, at, before, day);
}

/** Whom 她 stands for: the woman named last. */
const lastWoman = (
	{ gazetteer }: Unit,
	{ persons }: Layer,
	at: number,
	before: readonly Unit[],
): string | undefined =>
	[
		...before
			.flatMap(({ layers }) => layers[0]?.persons ?? [])
			.slice(-mostWomen),
		...within(persons, at),
	].findLast(({ id }) => gazetteer.personOrNone(id)?.female)?.id;

/** So many of those named before are looked at for a woman. */
const mostWomen = 200;

/** Whom 他 stands for as the one who acts: who acted last, where nobody of that name stands in the clause. */
function goesOn(
	{ text, persons }: Layer,
	at: number,
	before: readonly Unit[],
): string | undefined {
	const clause = text.slice(at, at + 80).split(/[，。；！？\n]/)[0] ?? "";
	const earlier = within(persons, at).filter(
		({ at: from, to, id, aside }) =>
			to <= at &&
			aside === undefined &&
			!id.startsWith("?") &&
			// 他先后与甲、乙交谈；午后，他又……: nobody whom the one before was with.
			!/[与同和跟、向对见][^，。；]{0,8}$/.test(
				text.slice(Math.max(0, from - 10), from),
			),
	);
	const last = earlier.at(-1);
	const start = last
		? text.slice(0, last.at).search(/[^。！？\n]*$/)
		: undefined;
	const id =
		start === undefined
			? (titled(before) ?? actorBefore(before))
			: earlier.find((person) => person.at >= start)?.id;
	return within(persons, at + clause.length).some(
		(person) => person.at > at && person.id === id,
	)
		? undefined
		: id;
}

/** 卢卡申科：从农庄走出的人: whose life an article tells. */
function titled([headline]: readonly Unit[]): string | undefined {
	const [first, other] = headline?.layers[0]?.persons ?? [];
	return headline?.sort === "headline" &&
		first &&
		!other &&
		!first.id.startsWith("?") &&
		/^\s*[：:|｜—]/.test(headline.folded.slice(first.to))
		? first.id
		: undefined;
}

/** Somebody without a name whom 他 may well stand for. */
const callers =
	/^\?(?:大使|特使|外长|外交部长|国防部长|防长|部长|总理|副总理|首相|议长)$/;

/** How many parts of an article a pronoun looks back. */
const wideReach = 6;
const maxNamed = 20;

/** Whom 他 and 对方 stand for behind 与 or 会见: the last person named who is not the one that acts in their sentence. @param persons those named before, within reach. */
function otherThan(
	{ text, persons }: Pick<Layer, "text" | "persons">,
	at: number,
	before: readonly Unit[],
	word: string,
	{ personOrNone }: Gazetteer,
): string | undefined {
	const countryOf = (id: string | undefined): string | undefined =>
		personOrNone(id ?? "")?.country;
	const sentence =
		/[^。！？\n]*$/.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? "";
	const earlier = [
		...before
			.slice(-wideReach)
			.flatMap(({ layers }) => layers[0]?.persons ?? [])
			.slice(-maxNamed),
		...persons.filter(({ to }) => to <= at),
	].filter(
		({ id, aside }) =>
			aside !== "kin" &&
			(!id.startsWith("?") || text.charAt(at) === "其" || callers.test(id)),
	);
	const actor =
		earlier.findLast(
			(person) =>
				!person.id.startsWith("?") &&
				persons.includes(person) &&
				person.at >= at - sentence.length,
		) ??
		// 走下舷梯的是甲。东道主迎上前: a guest and a host are told by turns.
		(/[客宾主]/.test(word)
			? earlier.findLast(({ id }) => !id.startsWith("?"))
			: undefined);
	// A guest and a host are of two countries.
	const home = /[客宾主]/.test(word) ? countryOf(actor?.id) : undefined;
	const id = earlier.findLast(
		({ id }) => id !== actor?.id && (!home || countryOf(id) !== home),
	)?.id;
	return id?.startsWith("?") ? undefined : id;
}
