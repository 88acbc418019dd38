/** The days that an article as a whole is about: of its dateline, and the first that it reports. */
import type { Draft } from "../domain/article.ts";
import { addDays, type CivilDay, dayIn } from "../domain/time.ts";
import { readDates } from "./dates.ts";
import { fold } from "./gazetteer/fold.ts";
import type { StoryDays } from "./inherit.ts";
import type { ArticleFrame } from "./sentence-context.ts";
import type { Unit } from "./unit.ts";

/**
 * The first recent day that one of the first `count` units names, in a paragraph: the day of the reported event. No unit is
 * looked at twice.
 */
export function storyDays(
	units: readonly Unit[],
	frame: ArticleFrame,
): {
	readonly first: (count: number) => ReturnType<StoryDays["first"]>;
	readonly last: StoryDays["last"];
} {
	let seen = 0;
	const found: { readonly day: CivilDay; readonly unit: number }[] = [];
	const read = (count: number): void => {
		const earliest = addDays(frame.anchor, -10);
		for (; seen < count; seen++) {
			const { sort, dates, speeches, folded } = units[seen] as Unit;
			if (sort !== "paragraph") continue;
			for (const { at, to, precision, start } of dates)
				if (
					precision === "day" &&
					!ofThePaper.test(folded.slice(to, to + 12)) &&
					start <= frame.latest &&
					start >= earliest &&
					!speeches.some((speech) => speech.at <= at)
				)
					found.push({ day: start, unit: seen });
		}
	};
	return {
		first: (count) => {
			read(count);
			const known = found.filter(({ unit }) => unit < count);
			const [first] = known;
			return (
				first && { ...first, only: known.every(({ day }) => day === first.day) }
			);
		},
		last: (count) => {
			read(count);
			return found.findLast(
				({ unit }) => unit < count && unit >= count - runningReach,
			)?.day;
		},
	};
}

/** So many parts of an article a day goes on for. */
const runningReach = 3;

/** 今天（2日）播出第一集: the day of the paper, not of what it tells. */
export const ofThePaper =
	/^(?:[（(][^（()）]{1,6})?[）)\s]*[早晚起]?间?将?(?:播出|播发|刊登|刊发|推出|出版)/;

/** A dateline stands in the first paragraphs. */
export const datelineUnits = 4;

/** The day of （中央社…1日電） or 新华社…3月1日电 at the head of a paragraph, where it is that of the paper or a few before. */
export function datelineDay(
	text: string,
	frame: ArticleFrame,
): CivilDay | undefined {
	const verb =
		/^(?:[^。]{0,30}?[社网訊讯報报]|[\s　]*[（(【])[^，。]{0,16}?日[^，。]{0,8}?(?:[电電]|报道|報導|报导|[讯訊])/.exec(
			text.slice(0, 60),
		)?.[0];
	if (!verb) return undefined;
	const { anchor, latest } = frame;
	const day = readDates(fold(verb), { published: anchor, latest }).find(
		({ precision }) => precision === "day",
	)?.start;
	return day && day <= latest && day >= addDays(anchor, -3) ? day : undefined;
}

/** Whether 昨日 is the day before the paper's, not the dateline's: 【某报记者北京十六日电】, in Hong Kong and Taipei. */
export const countsFromPaper = (
	units: readonly { readonly text: string }[],
): boolean =>
	units
		.slice(0, datelineUnits)
		.some(({ text }) => /^[\s　]*【[^】]{2,24}[电電]】/.test(text));

/** The later of the outlet's day and the day in Beijing: news of a morning there is yesterday's paper in Washington. */
export function latestDay({ published }: Draft, anchor: CivilDay): CivilDay {
	const at = published?.at;
	if (at === undefined) return anchor;
	const there = dayIn(at, "Asia/Shanghai");
	return there > anchor ? there : anchor;
}
