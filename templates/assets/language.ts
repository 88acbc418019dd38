/** The way to a page in another language takes along what the page was asked and where its reader is. */
for (const link of document.querySelectorAll<HTMLAnchorElement>(
	"a[data-language]",
))
	link.addEventListener("click", () => {
		link.search = location.search;
		link.hash = location.hash;
	});
