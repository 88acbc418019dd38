/**
 * Light, dark or as the system says: what the reader chose is set before anything is painted, and the switch in the foot
 * changes it. Without this script pages follow the system.
 */
const root = document.documentElement;
const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** Pages from a disk, and readers who forbid it, have nothing to remember with. */
function remembered(): Theme {
	try {
		const stored = localStorage.getItem("theme");
		return themes.find((name) => name === stored) ?? "system";
	} catch {
		return "system";
	}
}

function show(theme: Theme): void {
	if (theme === "system") delete root.dataset.theme;
	else root.dataset.theme = theme;
}

function choose(theme: Theme): void {
	show(theme);
	try {
		if (theme === "system") localStorage.removeItem("theme");
		else localStorage.setItem("theme", theme);
	} catch {
		// It holds for this page.
	}
}

show(remembered());

document.addEventListener("DOMContentLoaded", () => {
	const control = document.querySelector<HTMLSelectElement>("#theme");
	if (!control) return;
	control.value = remembered();
	control.closest<HTMLElement>(".theme")?.removeAttribute("hidden");
	control.addEventListener("change", () => choose(control.value as Theme));
});
