/**
 * Filters of the timeline page, kept in its address, and the way from a dot of its drawings to a meeting and back. Without this
 * script the page shows everything, and its links lead to the meeting and to the axis.
 */
const filters = document.querySelector<HTMLFieldSetElement>("#filters");

if (filters) {
	filters.hidden = false;
	filters.addEventListener("input", () => {
		apply(filters);
		remember(filters);
	});
	recall(filters);
	apply(filters);
	addEventListener("popstate", () => {
		recall(filters);
		apply(filters);
	});
}

function selects(choices: HTMLFieldSetElement): HTMLSelectElement[] {
	return [...choices.querySelectorAll("select")];
}

/** Choose what the address says; a value that the page does not offer is nothing. */
function recall(choices: HTMLFieldSetElement): void {
	const asked = new URLSearchParams(location.search);
	for (const select of selects(choices)) {
		const value = asked.get(select.name) ?? "";
		const isOffered = [...select.options].some((one) => one.value === value);
		select.value = isOffered ? value : "";
	}
}

/** Write the choices into the address, so that a link to it shows the same. */
function remember(choices: HTMLFieldSetElement): void {
	const asked = new URLSearchParams(location.search);
	for (const { name, value } of selects(choices))
		if (value === "") asked.delete(name);
		else asked.set(name, value);
	const query = asked.size === 0 ? "" : `?${asked}`;
	history.replaceState(null, "", location.pathname + query + location.hash);
}

function apply(choices: HTMLFieldSetElement): void {
	const wanted = selects(choices).filter(({ value }) => value !== "");
	const entries = [
		...document.querySelectorAll<HTMLElement>("[data-encounter-id]"),
	];
	for (const entry of entries) {
		entry.hidden = !wanted.every(
			({ name, value }) => entry.dataset[name] === value,
		);
	}
	for (const year of document.querySelectorAll<HTMLElement>(
		".chronicle .visit, .chronicle-year",
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

addEventListener("click", ({ target }) => {
	const link = target instanceof Element ? target.closest("a") : null;
	if (!link) return;
	if (link.matches(".drawing .dot")) show(link.getAttribute("href") ?? "");
	else if (link.matches(".to-axis")) {
		const dot = dotOf(link.closest(".encounter")?.id ?? "");
		// The browser goes to the axis first, and would take the focus there.
		if (dot) setTimeout(() => dot.focus({ preventScroll: true }));
	}
});

/** A meeting that the filters hide is shown with all others before a link leads to it. */
function show(anchor: string): void {
	const entry = document.getElementById(anchor.slice(1));
	if (!filters || !entry?.closest("[data-encounter-id][hidden]")) return;
	for (const select of selects(filters)) select.value = "";
	apply(filters);
	remember(filters);
}

/** The dot of a meeting on the axis as it is drawn for this width. */
function dotOf(id: string): SVGAElement | undefined {
	return [...document.querySelectorAll<SVGAElement>(".drawing-axis .dot")].find(
		(dot) =>
			dot.getAttribute("href") === `#${id}` && dot.getClientRects().length > 0,
	);
}
