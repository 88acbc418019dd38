import { type CivilDay, weekdayOf } from "../../src/domain/time.ts";
import { relativePath } from "../../src/site/addresses.ts";
import type { Counted } from "../../src/site/props.ts";
import { dayText, numberText, periodText } from "../format.ts";
import type { Words } from "../words.ts";
import { levelOf } from "./levels.ts";

/** Side of one day's square, and the step to the next, in SVG units. */
const side = 12;
const step = 14;

interface Props {
	/** Days with articles, in order. */
	readonly days: readonly Counted[];
	/** The months of a year, in any order; without them there is one month, and the page is its own. */
	readonly months: readonly Counted[];
	readonly path: string;
	readonly w: Words;
}

/** The months of a year as calendars, weeks from Monday; a day's square is darker the more it holds, and leads to it. */
export function DayCalendar({ days, months, path, w }: Props) {
	const most = Math.max(1, ...days.map(({ count }) => count));
	const names = [...new Set(days.map(({ name }) => name.slice(0, 7)))];
	return (
		<ol class="calendar">
			{names.map((month) => (
				<li key={month}>
					<Month
						month={month}
						days={days.filter(({ name }) => name.startsWith(month))}
						most={most}
						path={path}
						w={w}
					/>
					{months
						.filter(({ name }) => name === month)
						.map(({ path: target, count }) => (
							<a key={target} href={relativePath(path, target)}>
								{w.date.monthShort(Number(month.slice(5)))}{" "}
								<span class="count">{numberText(count)}</span>
							</a>
						))}
				</li>
			))}
		</ol>
	);
}

/** Hundreds of days: the keyboard and screen readers find them in the list below. */
function Month(props: Omit<Props, "months"> & { month: string; most: number }) {
	const { month, days, most, path, w } = props;
	const year = Number(month.slice(0, 4));
	const length = new Date(
		Date.UTC(year, Number(month.slice(5)), 0),
	).getUTCDate();
	const shift = weekdayOf(`${month}-01` as CivilDay) - 1;
	const square = (day: number) => {
		const at = shift + day - 1;
		return `M${(at % 7) * step} ${Math.floor(at / 7) * step}h${side}v${side}h-${side}z`;
	};
	const filled = new Set(days.map(({ name }) => Number(name.slice(8))));
	const empty = Array.from({ length }, (_, index) => index + 1).filter(
		(day) => !filled.has(day),
	);
	return (
		<svg
			viewBox={`-1 -1 ${7 * step} ${6 * step}`}
			width={7 * step}
			height={6 * step}
			aria-hidden="true"
		>
			<title>{periodText(month, w)}</title>
			<path class="level-0" d={empty.map(square).join("")} />
			{days.map(({ name, count, path: target }) => (
				<a key={name} href={relativePath(path, target)} tabIndex={-1}>
					<path
						class={`level-${levelOf(count, most)}`}
						d={square(Number(name.slice(8)))}
					>
						<title>
							{`${dayText(name, w)} ${w.count.articles(numberText(count))}`}
						</title>
					</path>
				</a>
			))}
		</svg>
	);
}
