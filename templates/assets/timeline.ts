/** Filters of the timeline page. Without this script the page shows everything. */
const form = document.querySelector<HTMLFormElement>("#filters");

if (form) {
	form.hidden = false;
	form.addEventListener("input", () => apply(form));
	form.addEventListener("submit", (event) => event.preventDefault());
	apply(form);
}

function apply(filters: HTMLFormElement): void {
	const wanted = [...new FormData(filters)].filter(([, value]) => value !== "");
	const entries = [
		...document.querySelectorAll<HTMLElement>("[data-encounter-id]"),
	];
	for (const entry of entries) {
		entry.hidden = !wanted.every(
			([name, value]) => entry.dataset[name] === value,
		);
	}
	for (const year of document.querySelectorAll<HTMLElement>(
		".chronicle-year",
	)) {
		year.hidden = !year.querySelector("[data-encounter-id]:not([hidden])");
	}
	const output = filters.querySelector("output");
	if (!output) return;
	const shown = entries.filter((entry) => !entry.hidden).length;
	output.textContent = (filters.dataset.shown ?? "")
		.replace("{n}", String(shown))
		.replace("{of}", String(entries.length));
}
