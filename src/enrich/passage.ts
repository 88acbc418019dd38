/** What a passage says of whom a sentence leaves out, and of its day. */
import type { TimelineConfig } from "../domain/config.ts";
import type { CivilDay } from "../domain/time.ts";
import {
	type Calls,
	calledAt,
	callsIn,
	isGuest,
	landIn,
	overlap,
} from "./calls.ts";
import { type Dated, holdingFor } from "./dated.ts";
import { fold } from "./gazetteer/fold.ts";
import { lineDay, statedDay } from "./opening-days.ts";
import { isCompanion } from "./pairs.ts";
import { isHeadOfState, type PersonToken } from "./persons.ts";
import { withPronouns } from "./pronouns.ts";
import type { Stretch } from "./segments.ts";
import type { ArticleFrame } from "./sentence-context.ts";
import { ofThePaper } from "./story-days.ts";
import type { Layer, Unit } from "./unit.ts";

/** One sentence of a unit, and which of the two it names. */
export interface Line {
	readonly unit: Unit;
	/** Of its unit. */
	readonly order: number;
	/** Among the sentences of the unit. */
	readonly index: number;
	readonly sentence: Stretch;
	readonly words: string;
	readonly has: readonly [boolean, boolean];
}

/** Too little to count as a report, whatever its article is about. */
export const inDoubt = 0.4;

/** So many sentences before one may tell whom it leaves out. */
const reach = 5;
const hostReach = 8;
const receives =
	/(?:会见|会谈|会晤|接见|见)了?[^，。]{0,8}[位国场]|[多数几两三四五六七八九十\d][场位个][^，。]{0,10}(?:会见|会谈|会晤|客人|领导人|元首)/;
/** Headline and byline are among the first so many parts of an article. */
const headUnits = 2;
/** So many parts of an article before a guest may name who it is. */
const guestReach = 3;
/** So many behind it may name whom it speaks of. */
const ahead = 3;

/** An article's sentences as far as they are asked for, read for a timeline's two. */
export class Passage {
	readonly units: readonly Unit[];
	readonly people: readonly [string, string];
	readonly calls: readonly [Calls, Calls];
	readonly #offices: readonly (RegExp | undefined)[];
	readonly #isNamed: readonly boolean[];
	readonly #lines = new Map<number, readonly Line[]>();
	#isOnlyPair: boolean | undefined;
	#onlyDay: Dated | false | undefined;

	constructor(units: readonly Unit[], { people }: TimelineConfig) {
		const [title] = units as [Unit];
		const { gazetteer } = title;
		this.units = units;
		this.people = people;
		this.calls = people.map((id) =>
			callsIn(id, gazetteer),
		) as unknown as readonly [Calls, Calls];
		this.#isNamed = this.calls.map(({ byName }) =>
			units.some(({ folded }) => byName.test(folded)),
		);
		const offices = this.calls.map(({ office }, i) =>
			this.#isNamed[i] ||
			units
				.slice(0, headUnits)
				.some(({ text }) => landIn(fold(text), people[i] ?? "", gazetteer))
				? office
				: undefined,
		);
		// 总统 alone is whom the article names, or the head of the country that headline and byline name; never one of two presidents.
		this.#offices =
			offices.every((one) => one !== undefined) && overlap(people, gazetteer)
				? []
				: offices;
	}

	/** Whether each of the two is named, or had the office that stands for them on a day. */
	holdsOn(day: CivilDay): boolean {
		const { gazetteer } = this.units[0] as Unit;
		return this.people.every(
			(id, i) =>
				this.#isNamed[i] || isHeadOfState(gazetteer.personById(id), day),
		);
	}

	/** Whether the article names both. */
	get namesBoth(): boolean {
		return !this.#isNamed.includes(false);
	}

	/** The sentences of a unit. */
	linesOf(order: number): readonly Line[] {
		const known = this.#lines.get(order);
		if (known) return known;
		const unit = this.units[order];
		const lines =
			unit && unit.sort !== "caption"
				? unit.sentences.map((sentence, index): Line => {
						const words = unit.folded.slice(sentence.at, sentence.to);
						const [a, b] = this.calls.map(
							(calls, i) =>
								calls.named.test(words) ||
								(isGuest(calls, words) &&
									!this.#isOtherGuest(i, unit, order, sentence.to)) ||
								this.#offices[i]?.test(words) === true,
						);
						return {
							unit,
							order,
							index,
							sentence,
							words,
							has: [a === true, b === true],
						};
					})
				: [];
		this.#lines.set(order, lines);
		return lines;
	}

	/** 李尚福访白，总统见到这位中国客人: whether the guest from a country is somebody else of it, who was named last. */
	#isOtherGuest(which: number, unit: Unit, order: number, to: number): boolean {
		const { personOrNone } = unit.gazetteer;
		const id = this.people[which] ?? "";
		const country = personOrNone(id)?.country;
		const last = [
			...this.units.slice(Math.max(0, order - guestReach), order + 1),
		]
			.flatMap(
				(one) =>
					one.layers[0]?.persons.filter(
						(person) =>
							(one !== unit || person.at < to) &&
							person.aside !== "kin" &&
							personOrNone(person.id)?.country === country,
					) ?? [],
			)
			.findLast(({ aside }) => aside === undefined);
		return last !== undefined && last.id !== id;
	}

	/** The sentences before one, the nearest first. */
	*#before({ order, index }: Line): Generator<Line> {
		yield* this.linesOf(order).slice(0, index).toReversed();
		for (let i = order - 1; i >= 0; i--) yield* this.linesOf(i).toReversed();
	}

	/** The people of a unit's report, with those its words stand for. */
	persons(order: number, layer: Layer, day: CivilDay): readonly PersonToken[] {
		const unit = this.units[order] as Unit;
		return withPronouns(unit, layer, this.units.slice(0, order), day);
	}

	/** Where words call one of the two, by name, by office, or as a guest from there; -1 where they do not. */
	placeOf(which: number, words: string): number {
		const at = calledAt(this.calls[which] as Calls, words);
		return at < 0 ? (this.#offices[which]?.exec(words)?.index ?? -1) : at;
	}

	/** 人物｜从农庄走来的总统: whether an article tells the life of one of the two, who is its 他 throughout. */
	#isLifeOf(which: number): boolean {
		const [title] = this.units as [Unit];
		if (!tellsLife.test(title.folded)) return false;
		const { personOrNone } = title.gazetteer;
		const first = this.units
			.flatMap(({ layers }) => layers[0]?.persons ?? [])
			.find(({ id }) => personOrNone(id));
		return first?.id === this.people[which];
	}

	/** How surely one of the two is whom a sentence means without naming him: named shortly before, and nobody else since. */
	seen(which: number, line: Line): number {
		const next = [
			...this.linesOf(line.order).slice(line.index + 1),
			// 东道主与客人坐到了桌旁。 whom the next paragraph names.
			...(line.has.includes(true)
				? []
				: this.linesOf(line.order + 1).slice(0, 1)),
		]
			.slice(0, ahead)
			.find((later) => later.has[which] && !this.standsAside(later));
		let count = 0;
		for (const earlier of this.#before(line)) {
			if (count++ === reach) break;
			const hasOthers = this.othersIn(earlier.unit, earlier.sentence);
			// 斯诺普科夫来访。甲会见了他。 and only then the other: it may be either.
			if (earlier.order !== line.order && next)
				return hasOthers && /[见访问][了到过]?他(?!们)/.test(line.words)
					? inDoubt
					: 1;
			if (earlier.has[which])
				return this.standsAside(earlier) ? 0 : hasOthers ? inDoubt : 1;
			if (!hasOthers) continue;
			// In a paragraph before they are another story's.
			if (earlier.order === line.order) return this.#isLifeOf(which) ? 1 : 0;
			break;
		}
		if (next || this.#isLifeOf(which)) return 1;
		return this.linesOf(0).some(({ has }) => has[which]) || this.#isOfTwo()
			? 0.8
			: 0;
	}

	/** Whether one of the two was just said to receive several. */
	hosts(which: number, line: Line): boolean {
		const earlier = [...this.#before(line)].slice(0, hostReach);
		return (
			earlier.some(({ has }) => has[which]) &&
			earlier.slice(0, reach).some(({ words }) => receives.test(words))
		);
	}

	/** Whether a sentence of the article calls each of them, by name, office or as a guest. */
	#callsBoth(): boolean {
		return this.people.every((_, which) =>
			this.units.some((__, order) =>
				this.linesOf(order).some(({ has }) => has[which]),
			),
		);
	}

	/** Whether the article names these two and nobody else. */
	#isOfTwo(): boolean {
		this.#isOnlyPair ??=
			this.#callsBoth() &&
			this.units.every(
				(unit) =>
					unit.sort === "caption" ||
					!this.othersIn(unit, { at: 0, to: unit.folded.length }),
			);
		return this.#isOnlyPair;
	}

	/** Whether the article names these two and no other head of state. */
	isOfTwoHeads(): boolean {
		const [{ gazetteer }] = this.units as [Unit];
		const isOther = ({ id }: PersonToken): boolean =>
			!this.people.includes(id) &&
			(/^\?(?:总统|国家主席|国王|领导人)$/.test(id) ||
				(gazetteer.personOrNone(id)?.offices ?? []).some(
					({ headOfState }) => headOfState,
				));
		return (
			this.#callsBoth() &&
			!this.units.some(({ layers }) =>
				layers.some(({ persons }) => persons.some(isOther)),
			)
		);
	}

	/** Whether a stretch names somebody else whom an act may be with. */
	othersIn({ layers, folded }: Unit, { at, to }: Stretch): boolean {
		return layers.some(({ persons }) =>
			persons.some(
				(person) =>
					person.at >= at &&
					person.to <= to &&
					!this.people.includes(person.id) &&
					!bystander.test(person.id) &&
					!this.#isOurs(person, folded) &&
					!isCompanion(folded, person) &&
					!(
						person.id.startsWith("?") &&
						predicate.test(folded.slice(Math.max(0, person.at - 3), person.at))
					),
			),
		);
	}

	/** 金委员长, 我们的总统: an office that stands for one of the two. */
	#isOurs({ id, at, to }: PersonToken, folded: string): boolean {
		if (!id.startsWith("?") || id === "?代表") return false;
		const words = folded
			.slice(Math.max(0, at - 6), to)
			.replace(/^.*[，。；、：！？]/su, "");
		return (
			this.calls.some(({ named }) => named.test(words)) ||
			this.#offices.some((office) => office?.test(words))
		);
	}

	/** 习近平的特使, 在甲和乙引领下: one of the two is named, and not there. */
	standsAside({ unit: { layers, folded }, sentence }: Line): boolean {
		return layers.some(({ persons }) =>
			persons.some(
				(person) =>
					person.at >= sentence.at &&
					person.to <= sentence.to &&
					this.people.includes(person.id) &&
					person.aside !== undefined &&
					!vehicle.test(folded.slice(person.to, person.to + 4)),
			),
		);
	}

	/** The day of the passage around an act whose sentence has none for it. */
	dayAround(
		{ unit, sentence, order }: Line,
		at: number,
		frame: ArticleFrame,
	): Dated | undefined {
		const isDay = isDayOf(frame);
		const here = (date: Dated): Dated => ({
			...date,
			at: sentence.at,
			to: sentence.at,
		});
		const own = holdingFor(unit.dates, sentence).findLast(
			(date) => date.to <= at && isDay(date, unit),
		);
		if (own) return here(own);
		const asked = this.#dayAsked(order, isDay);
		if (asked) return here(asked);
		if (frame.entry) return here(statedDay(frame.entry));
		for (const earlier of frame.before.slice(-2).reverse()) {
			const date =
				lineDay(earlier) ??
				earlier.dates.findLast((one) => isDay(one, earlier));
			if (date) return here(date);
		}
		this.#onlyDay ??= this.#theOnlyDay(isDay) ?? false;
		return this.#onlyDay ? here(this.#onlyDay) : undefined;
	}

	/** 记者：那是3月1日的事。 or 那是哪一天？ and its answer: the day of what somebody has just told. */
	#dayAsked(
		order: number,
		isDay: (date: Dated, unit: Unit) => boolean,
	): Dated | undefined {
		const [next, after] = this.units.slice(order + 1, order + 3);
		if (!next) return undefined;
		const unit = whichDay.test(next.folded) ? after : next;
		const date = unit?.dates.find((one) => isDay(one, unit));
		if (!unit || !date) return undefined;
		const before = unit.folded.slice(0, date.at);
		return (unit === next ? saysWhich : onlyLabel).test(before)
			? date
			: undefined;
	}

	/** 晚上写日志，我写的是：2015年5月10日: the only day of the article. */
	#theOnlyDay(isDay: (date: Dated, unit: Unit) => boolean): Dated | undefined {
		const days = this.units.flatMap((unit) =>
			// “今天零下二十度”, in somebody's letter, is no day of the article.
			unit.dates.filter(
				(date) =>
					isDay(date, unit) &&
					(date.absolute ||
						!unit.layers.some(
							({ spoken, text }) =>
								spoken && text.charAt(date.at) === unit.folded.charAt(date.at),
						)),
			),
		);
		return new Set(days.map(({ start }) => start)).size === 1
			? days[0]
			: undefined;
	}
}

const label = "^[\\s“]*(?:[^，。：？]{1,8}：)?[\\s“]*";
const whichDay = new RegExp(
	`${label}那(?:一?[次回])?是(?:哪一?[天年]|几[月号]|什么时候|何时)`,
);
const saysWhich = new RegExp(`${label}那(?:一?[次回])?(?:应该)?是$`);
const onlyLabel = new RegExp(`${label}(?:是|那是|应该是)?$`);

const tellsLife = /人物|传记|小传|略传|其人|生平|一生|肖像|侧写|画像/;

const isDayOf =
	({ latest }: ArticleFrame) =>
	({ precision, vague, start, to }: Dated, { folded }: Unit): boolean =>
		precision === "day" &&
		!vague &&
		start <= latest &&
		// 5月10日电 is when it was written.
		!/^\s*[电讯]/.test(folded.slice(to, to + 3)) &&
		!ofThePaper.test(folded.slice(to, to + 12));

const bystander = /^\?(?:记者|发言人|官员|专家|学者|教授|总统府)$/;
/** 一位是副总统: an office that somebody is said to have. */
const predicate = /(?:是|一位|时任|还是)$/;
const vehicle = /^的?(?:专机|座机|专列|车队|车)/;
