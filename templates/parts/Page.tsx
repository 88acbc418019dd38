import type { ComponentChildren } from "preact";
import { outlineId } from "../../src/search/catalog.ts";
import {
	inOtherLanguage,
	paths,
	relativePath,
	splitAddress,
	upToRoot,
} from "../../src/site/addresses.ts";
import { archiveFeeds } from "../../src/site/feed-paths.ts";
import type { OwnAssets } from "../../src/site/pages/search.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import { wordsFor } from "../words.ts";
import { FeedHead } from "./Feeds.tsx";
import { contentPolicy } from "./policy.ts";
import { SiteHeader } from "./SiteHeader.tsx";

export interface PageProps {
	readonly view: { readonly path: string; readonly archive: ArchiveProps };
	/** Without the archive's own title. */
	readonly title: string;
	readonly description?: string | undefined;
	/** For the style sheet: the kind of page. */
	readonly kind: string;
	/** The entry of the main navigation that this page belongs to. */
	readonly section?: string;
	/**
	 * Scripts and styles that are inside the page, with what the index says of itself: a question waits for no file
	 * before it asks for words, and they queue behind none, where a browser asks for six files at a time.
	 */
	readonly own?: OwnAssets | undefined;
	/** More for `head`. */
	readonly head?: ComponentChildren;
	/** Where what the page shows has its place; absent for the page itself. */
	readonly canonical?: string;
	/** Classic scripts in `assets/`; the search script is on every page. */
	readonly scripts?: readonly string[];
	/** Lets the page show other pages of the archive in frames. */
	readonly framesOwnPages?: boolean;
	readonly children: ComponentChildren;
}

/** The frame of every page but the one for a missing address. */
export function Page(props: PageProps) {
	const { view, title, description, kind, section, own, head } = props;
	const { archive, path } = view;
	const w = wordsFor(archive.language);
	const to = (target: string) => relativePath(path, target);
	const fullTitle =
		title === archive.title ? title : `${title} · ${archive.title}`;
	const address =
		archive.baseUrl === undefined ? undefined : archive.baseUrl + path;
	const canonical = props.canonical ?? address;
	const { folder, shared } = splitAddress(path);
	// What leads elsewhere is no page of its own in any language.
	const languages = props.canonical === undefined ? archive.languages : [];
	const inFolder = (target: string) =>
		archive.baseUrl === undefined
			? inOtherLanguage(path, target)
			: archive.baseUrl + target + shared;
	return (
		<html lang={archive.language} data-pages={folder || undefined}>
			<head>
				<meta charset="utf-8" />
				<meta
					http-equiv="Content-Security-Policy"
					content={contentPolicy({
						...own,
						frames: props.framesOwnPages,
					})}
				/>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{fullTitle}</title>
				<meta name="description" content={description ?? archive.description} />
				<meta name="referrer" content="no-referrer" />
				<meta name="color-scheme" content="light dark" />
				{archive.noindex && <meta name="robots" content="noindex" />}
				<meta property="og:site_name" content={archive.title} />
				<meta property="og:title" content={title} />
				<meta
					property="og:description"
					content={description ?? archive.description}
				/>
				{kind !== "article" && <meta property="og:type" content="website" />}
				{address && <meta property="og:url" content={address} />}
				{archive.baseUrl && archive.logo?.card && (
					<meta
						property="og:image"
						content={archive.baseUrl + archive.logo.card}
					/>
				)}
				{canonical && <link rel="canonical" href={canonical} />}
				{languages?.map(({ language, folder }) => (
					<link
						key={language}
						rel="alternate"
						hreflang={language}
						href={inFolder(folder)}
					/>
				))}
				{languages && languages.length > 0 && (
					<link rel="alternate" hreflang="x-default" href={inFolder("")} />
				)}
				{/* Before style sheets, for which scripts behind them wait. */}
				{own && (
					<>
						<script
							type="application/json"
							id={outlineId}
							dangerouslySetInnerHTML={{ __html: "null" }}
						/>
						<script
							data-root={upToRoot(path)}
							dangerouslySetInnerHTML={{ __html: own.script }}
						/>
					</>
				)}
				{archive.logo?.icon ? (
					<link rel="icon" href={to(archive.logo.icon)} type="image/png" />
				) : (
					<link rel="icon" href={to("assets/icon.svg")} type="image/svg+xml" />
				)}
				<link
					rel="apple-touch-icon"
					href={to(archive.logo?.icon ?? "assets/icon-192.png")}
				/>
				{own ? (
					<style dangerouslySetInnerHTML={{ __html: own.style }} />
				) : (
					<link rel="stylesheet" href={to("assets/site.css")} />
				)}
				{archive.hasLook && <link rel="stylesheet" href={to("look.css")} />}
				{!own && <script src={to("assets/theme.js")} />}
				<FeedHead feeds={archiveFeeds} to={to} title={archive.title} />
				{archive.baseUrl && (
					<link
						rel="search"
						type="application/opensearchdescription+xml"
						title={archive.title}
						href={to("opensearch.xml")}
					/>
				)}
				{head}
				{!own && <script src={to("assets/search.js")} defer />}
				{archive.languages && <script src={to("assets/language.js")} defer />}
				{props.scripts?.map((script) => (
					<script key={script} src={to(`assets/${script}`)} defer />
				))}
			</head>
			<body class={`page page-${kind}`} data-root={upToRoot(path)}>
				<a class="skip" href="#main">
					{w.nav.skip}
				</a>
				<SiteHeader view={view} section={section} />
				<main id="main" tabIndex={-1}>
					{props.children}
				</main>
				<footer class="site-foot">
					<nav aria-label={w.nav.footer}>
						<a href={to(paths.about)}>{w.nav.about}</a>
						{archive.pages
							.filter(({ nav }) => !nav)
							.map(({ name, path }) => (
								<a key={path} href={to(path)}>
									{name}
								</a>
							))}
						<a href={to(paths.coverage)}>{w.nav.coverage}</a>
						<a href={to(paths.recent)}>{w.nav.recent}</a>
						<a href={to(paths.shelf)}>{w.shelf.title}</a>
						<a href={to(paths.report)}>{w.nav.report}</a>
						<a href={to(archiveFeeds.atom)}>Atom</a>
						<a href={to(archiveFeeds.json)}>JSON Feed</a>
					</nav>
					<p>
						{archive.title} · {archive.description}
					</p>
					<p class="theme" hidden>
						<label for="theme">{w.theme.label}</label>{" "}
						<select id="theme">
							<option value="system">{w.theme.system}</option>
							<option value="light">{w.theme.light}</option>
							<option value="dark">{w.theme.dark}</option>
						</select>
					</p>
				</footer>
			</body>
		</html>
	);
}
