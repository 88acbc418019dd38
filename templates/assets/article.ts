/** Copy buttons of the citations. Without this script the texts can still be selected. */
const copied =
	document.querySelector<HTMLElement>(".cite")?.dataset.copied ?? "";

if (navigator.clipboard) {
	for (const button of document.querySelectorAll<HTMLButtonElement>(
		"[data-copy]",
	)) {
		button.hidden = false;
		button.addEventListener("click", async () => {
			const text = document.getElementById(button.dataset.copy ?? "");
			await navigator.clipboard.writeText(text?.innerText ?? "");
			const label = button.textContent;
			button.textContent = copied;
			setTimeout(() => {
				button.textContent = label;
			}, 1_500);
		});
	}
}
