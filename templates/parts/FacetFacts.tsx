import { encounterPath, relativePath } from "../../src/site/addresses.ts";
import type { FacetFacts as Facts } from "../../src/site/facet-facts.ts";
import type { Brief } from "../../src/site/props.ts";
import { spanText } from "../format.ts";
import type { Words } from "../words.ts";
import { BriefLink } from "./ArticleList.tsx";
import { CountedLink } from "./CountedLink.tsx";
import { DateStamp } from "./DateStamp.tsx";
import { fullestMonth, MonthSquares } from "./MonthGrid.tsx";

/** Of a facet: its articles by month, the first and the last of them, people named with it, its meetings. */
export function FacetFacts(props: { facts: Facts; path: string; w: Words }) {
	const { facts, path, w } = props;
	const { first, last, grid, together, encounters } = facts;
	return (
		<div class="facts">
			{grid.years.length > 0 && (
				<section>
					<h2>{w.coverage.title}</h2>
					<MonthSquares
						grid={grid}
						most={fullestMonth([grid])}
						path={path}
						w={w}
					/>
				</section>
			)}
			{first && last && first.id !== last.id && (
				<section>
					<h2>{w.list.first}</h2>
					<Told brief={first} path={path} w={w} />
					<h2>{w.list.last}</h2>
					<Told brief={last} path={path} w={w} />
				</section>
			)}
			{together.length > 0 && (
				<section>
					<h2>{w.list.together}</h2>
					<ul class="chips">
						{together.map((person) => (
							<li key={person.path}>
								<CountedLink of={person} path={path} />
							</li>
						))}
					</ul>
				</section>
			)}
			{encounters.length > 0 && (
				<section class="meetings">
					<h2>{w.list.meetings}</h2>
					<ol>
						{encounters.map((encounter) => (
							<li key={encounter.id}>
								<a href={relativePath(path, encounterPath(encounter.id))}>
									<span class="when">{spanText(encounter, w)}</span>{" "}
									<span lang="zh-Hans">{encounter.title}</span>
								</a>
								{encounter.status === "unconfirmed" && (
									<span class="badge">{w.timeline.unconfirmed}</span>
								)}
							</li>
						))}
					</ol>
				</section>
			)}
		</div>
	);
}

function Told({ brief, path, w }: { brief: Brief; path: string; w: Words }) {
	return (
		<p>
			<BriefLink brief={brief} path={path} />
			<span class="meta">
				<span>{brief.sourceName}</span>
				<DateStamp at={brief} w={w} />
			</span>
		</p>
	);
}
