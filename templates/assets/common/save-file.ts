/** Hand a file to the reader. */
export function saveFile(
	name: string,
	content: string,
	type = "application/octet-stream",
): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([content], { type }));
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Some browsers begin to read it after the click has returned.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
