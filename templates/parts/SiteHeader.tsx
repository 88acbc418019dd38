import {
	facetIndexPath,
	inOtherLanguage,
	paths,
	relativePath,
	splitAddress,
} from "../../src/site/addresses.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import { wordsFor } from "../words.ts";
import { SearchForm } from "./SearchForm.tsx";

interface Props {
	readonly view: { readonly path: string; readonly archive: ArchiveProps };
	readonly section: string | undefined;
}

/** The archive's name as a seal, the ways in, and the search box. */
export function SiteHeader({ view, section }: Props) {
	const { archive, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const ways = [
		["timeline", w.nav.timeline, archive.chronicle],
		["years", w.nav.years, paths.years],
		["source", w.nav.sources, facetIndexPath("source")],
		["person", w.nav.people, facetIndexPath("person")],
		["place", w.nav.places, facetIndexPath("place")],
		["tag", w.nav.tags, facetIndexPath("tag")],
		["collections", w.nav.collections, paths.collections],
	] as const;
	const shown = ways.filter(
		([id]) =>
			id === "timeline" ||
			id === "years" ||
			(id === "collections"
				? archive.hasCollections
				: archive.facets.includes(id)),
	);
	const own = archive.pages.filter(({ nav }) => nav);
	const { shared } = splitAddress(path);
	const others = (archive.languages ?? []).filter(
		({ language }) => language !== archive.language,
	);
	const name = archive.shortName ?? archive.title;
	const { logo } = archive;
	const seal = logo ? undefined : /^\p{Script=Han}{1,2}/u.exec(name)?.[0];
	const rest = name.slice(seal?.length ?? 0);
	return (
		<header class="site-head">
			<a class="brand" href={to(paths.home)}>
				{logo && (
					// The name is read out once: as text where it follows the logo, else as its alternative.
					<img
						class="logo"
						src={to(logo.path)}
						width={logo.width}
						height={logo.height}
						alt={name === archive.title ? "" : archive.title}
					/>
				)}
				{seal && <span class="seal">{seal}</span>}
				{rest && <span class="brand-name">{rest}</span>}
			</a>
			<nav class="ways" aria-label={w.nav.label}>
				<ul>
					{shown.map(([id, name, target]) => (
						<li key={id}>
							<a
								href={to(target)}
								aria-current={section === id ? "true" : undefined}
							>
								{name}
							</a>
						</li>
					))}
					{own.map(({ name, path: target }) => (
						<li key={target}>
							<a
								href={to(target)}
								aria-current={shared === target ? "page" : undefined}
							>
								{name}
							</a>
						</li>
					))}
					{others.map(({ language, folder }) => (
						<li key={language} class="other-language">
							<a
								href={inOtherLanguage(path, folder)}
								hreflang={language}
								lang={language}
								data-language={language}
							>
								{wordsFor(language).nav.ownName}
							</a>
						</li>
					))}
				</ul>
			</nav>
			<SearchForm
				id="site-search"
				class="search-box"
				action={to(paths.search)}
				w={w}
			/>
		</header>
	);
}
