import type { EncounterEntry } from "../../src/site/props.ts";
import type { Words } from "../words.ts";

/** Choices of kind, place and status; hidden until `timeline.js` can act on them. */
export function TimelineFilters(props: {
	entries: readonly EncounterEntry[];
	w: Words;
}) {
	const { entries, w } = props;
	const encounters = entries.map(({ encounter }) => encounter);
	const choices = [
		{
			name: "year",
			label: w.timeline.year,
			options: unique(encounters.map(({ start }) => start.slice(0, 4))).map(
				(year) => [year, year] as const,
			),
		},
		{
			name: "kind",
			label: w.timeline.kind,
			options: unique(encounters.map(({ kind }) => kind)).map(
				(kind) =>
					[
						kind,
						w.timeline.kinds[kind as keyof typeof w.timeline.kinds],
					] as const,
			),
		},
		{
			name: "place",
			label: w.timeline.place,
			options: unique(encounters.map(({ place }) => place.city ?? ""))
				.filter((city) => city !== "")
				.map((city) => [city, city] as const),
		},
		{
			name: "status",
			label: w.timeline.status,
			options: unique(encounters.map(({ status }) => status)).map(
				(status) =>
					[status, w.timeline[status as "confirmed" | "unconfirmed"]] as const,
			),
		},
	].filter(({ options }) => options.length > 1);
	if (choices.length === 0 || encounters.length < 3) return null;
	return (
		<fieldset
			class="filters"
			id="filters"
			hidden
			data-shown={w.timeline.shown("{n}", "{of}")}
		>
			<legend>{w.timeline.filters}</legend>
			{choices.map(({ name, label, options }) => (
				<label key={name}>
					{label}{" "}
					<select name={name}>
						<option value="">{w.timeline.all}</option>
						{options.map(([value, text]) => (
							<option key={value} value={value}>
								{text}
							</option>
						))}
					</select>
				</label>
			))}
			<output aria-live="polite" />
		</fieldset>
	);
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values)];
}
