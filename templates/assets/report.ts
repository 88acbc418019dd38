/** Filters the remarks of the report by file, words or line. Without this script all of them stand there. */
const form = document.querySelector<HTMLElement>(".report-filter");
const field = form?.querySelector("input");
const output = form?.querySelector("output");

if (form && field && output) {
	form.hidden = false;
	field.addEventListener("input", () => {
		const wanted = field.value.trim().toLowerCase();
		let shown = 0;
		for (const group of document.querySelectorAll<HTMLElement>(
			".report-group",
		)) {
			const inHead = group
				.querySelector("h2")
				?.textContent?.toLowerCase()
				.includes(wanted);
			let own = 0;
			for (const item of group.querySelectorAll<HTMLElement>(
				".file-reports > li",
			)) {
				item.hidden =
					!inHead && !item.textContent?.toLowerCase().includes(wanted);
				if (!item.hidden) own++;
			}
			group.hidden = own === 0;
			for (const fold of group.querySelectorAll("details"))
				fold.open = wanted !== "";
			shown += own;
		}
		output.textContent =
			wanted === ""
				? ""
				: (output.dataset.shown ?? "").replace("{n}", String(shown));
	});
}
