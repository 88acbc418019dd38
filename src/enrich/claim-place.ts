/** Where a meeting word places its meeting: by its own words, or by what stands around it. */
import type { Where } from "./claim.ts";
import type { Dated } from "./dated.ts";
import type { Meeting } from "./meeting.ts";
import { opening } from "./opening-days.ts";
import type { SentenceContext } from "./sentence-context.ts";
import {
	datelineOf,
	onDayOf,
	placeBefore,
	placeInBrackets,
} from "./story-places.ts";
import { whereOf } from "./where.ts";

/** 莫斯科，克里姆林宫。6月5日，……: a scene before a day is no longer, in characters. */
const sceneReach = 24;
/** A day that is told by the one before it. */
const goesOnFrom =
	/^(?:当[月天日晚]|同[月日]|同一天|那一?[天日]|次日|翌日|第二天)/;
const here =
	/[在于](?:这里|此地|此间|[这该](?:座|个)?(?:城市|地方|城)|同一(?:地点|地方|座))/;

/** Where the words of a meeting place it, and where those around it do. */
export function placesOf(
	meeting: Meeting,
	context: SentenceContext,
	dated: Dated | undefined,
	{ recall, spoken }: { readonly recall: boolean; readonly spoken: boolean },
): { readonly where: Where; readonly nearby: Where | undefined } {
	const { unit, layer, sentence, frame } = context;
	const { clause } = meeting;
	const said = placeOf(meeting, context);
	// 两人又在这里会谈: where the words before it were.
	const where = here.test(layer.text.slice(clause.at, clause.to))
		? { ...placeAround(context, clause.at), ...said }
		: said;
	// What stands around a day that is looked back on is placed elsewhere, unless the day stands there itself.
	const isElsewhere =
		recall &&
		!opening(unit) &&
		(dated?.to ?? unit.folded.length) > sentence.at &&
		!goesOnFrom.test(unit.folded.slice(dated?.at ?? 0));
	const nearby =
		where.city || spoken || (isElsewhere && sentence.at > sceneReach)
			? undefined
			: placeBefore(
					unit,
					sentence.at,
					isElsewhere || opening(unit)
						? []
						: recall
							? onDayOf(dated, frame.before)
							: frame.before,
				);
	return { where, nearby };
}

/** The place that 这里 points back to, in the paragraph before where this one begins with it. */
function placeAround(
	{ unit, frame: { before } }: SentenceContext,
	at: number,
): Where {
	const last = before.at(-1);
	return unit.folded.slice(0, at).trim() === "" && last
		? placeBefore(last, last.folded.length, before.slice(0, -1))
		: placeBefore(unit, at, before);
}

function placeOf(meeting: Meeting, context: SentenceContext): Where {
	const { unit, frame, layer } = context;
	const { clause, verb, placed = clause } = meeting;
	const where = whereOf(context, placed, Math.min(verb.at, placed.to));
	if (where.city || where.venue) return where;
	const aside = placeInBrackets(unit.text, meeting, frame.gazetteer);
	if (aside || unit.sort !== "paragraph") return aside ?? where;
	const line = { ...datelineOf(unit.folded, frame.gazetteer), ...where };
	return layer.spoken ? where : line;
}
