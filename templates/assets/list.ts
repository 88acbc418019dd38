/** The button that reverses lists of articles, which have the newest first. */
import { remember, remembered } from "./common/remember.ts";

const button = document.querySelector<HTMLButtonElement>(".order-switch");
const chronology = document.querySelector<HTMLElement>(".chronology");
const key = "biannian-order";

if (button && chronology) {
	button.hidden = false;
	let oldestFirst = false;
	const turn = () => {
		oldestFirst = !oldestFirst;
		for (const list of [
			chronology,
			...chronology.querySelectorAll<HTMLElement>(
				".year-of-months, .chronology > div, .days, .day-articles",
			),
		])
			turnRound(list);
		button.textContent =
			(oldestFirst ? button.dataset.newest : button.dataset.oldest) ?? "";
	};
	if (remembered(key) === "oldest") turn();
	button.addEventListener("click", () => {
		turn();
		remember(key, oldestFirst ? "oldest" : "newest");
	});
}

/** A heading stays on top. */
function turnRound(list: HTMLElement): void {
	const items = [...list.children].filter(
		(child) => !/^H[23]$/.test(child.tagName),
	);
	list.append(...items.reverse());
}
