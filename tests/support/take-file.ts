import type { EnginePage } from "./engines/engine.ts";

/** Press what writes a file. @returns the text that the browser is handed for it; nothing is saved. */
export function takeFile(page: EnginePage, selector: string): Promise<string> {
	return page.run(async (selector) => {
		const { createObjectURL } = URL;
		const { click } = HTMLAnchorElement.prototype;
		try {
			const written = new Promise<Blob>((resolve) => {
				URL.createObjectURL = (blob) => {
					resolve(blob as Blob);
					return createObjectURL(blob);
				};
			});
			HTMLAnchorElement.prototype.click = () => undefined;
			document.querySelector<HTMLElement>(selector)?.click();
			return await (await written).text();
		} finally {
			URL.createObjectURL = createObjectURL;
			HTMLAnchorElement.prototype.click = click;
		}
	}, selector);
}
