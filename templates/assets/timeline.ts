/** Filters of the timeline page. Without this script the page shows everything. */
const filters = document.querySelector<HTMLFieldSetElement>("#filters");

if (filters) {
	filters.hidden = false;
	filters.addEventListener("input", () => apply(filters));
	apply(filters);
}

function apply(choices: HTMLFieldSetElement): void {
	const wanted = [...choices.querySelectorAll("select")].filter(
		({ value }) => value !== "",
	);
	const entries = [
		...document.querySelectorAll<HTMLElement>("[data-encounter-id]"),
	];
	for (const entry of entries) {
		entry.hidden = !wanted.every(
			({ name, value }) => entry.dataset[name] === value,
		);
	}
	for (const year of document.querySelectorAll<HTMLElement>(
		".chronicle-year",
	)) {
		year.hidden = !year.querySelector("[data-encounter-id]:not([hidden])");
	}
	const output = choices.querySelector("output");
	if (!output) return;
	const shown = entries.filter((entry) => !entry.hidden).length;
	output.textContent = (choices.dataset.shown ?? "")
		.replace("{n}", String(shown))
		.replace("{of}", String(entries.length));
}
