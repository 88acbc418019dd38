/**
 * Light, dark or as the system says: what the reader chose is set before anything is painted, and the switch in the foot
 * changes it. Without this script pages follow the system.
 */
import { remember, remembered } from "./common/remember.ts";

const root = document.documentElement;
const key = "theme";

/** `light`, `dark` or, where neither was chosen, `system`. */
function chosen(): string {
	const theme = remembered(key);
	return theme === "light" || theme === "dark" ? theme : "system";
}

function show(): void {
	const theme = chosen();
	if (theme === "system") delete root.dataset.theme;
	else root.dataset.theme = theme;
}

show();

document.addEventListener("DOMContentLoaded", () => {
	const control = document.querySelector<HTMLSelectElement>("#theme");
	if (!control) return;
	control.value = chosen();
	control.closest<HTMLElement>(".theme")?.removeAttribute("hidden");
	control.addEventListener("change", () => {
		remember(key, control.value);
		show();
	});
});
