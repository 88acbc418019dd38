import type { InterfaceLanguage } from "../../src/domain/gazetteer.ts";
import { sortOrders } from "../../src/search/query/rank.ts";
import { facetIndexPath, paths } from "../../src/site/addresses.ts";
import { exportFormats } from "../assets/results/given.ts";
import { resultsViews } from "../assets/search/state.ts";
import { searchWords } from "../assets/search/words.ts";
import { wordsFor } from "../words.ts";

/**
 * The body of the search page. The script fills the parts marked `data-part`; without it, the
 * page says so and leads to the lists.
 *
 * @param to relative address of a page of the site.
 */
export function SearchPage(props: {
	language: InterfaceLanguage;
	to: (path: string) => string;
}) {
	const { language, to } = props;
	const w = searchWords(language);
	const { shelf } = wordsFor(language);
	return (
		<div class="search-page" data-search data-state="idle">
			<noscript>
				<div class="search-noscript">
					<p>{w.noScript}</p>
					<ul>
						<li>
							<a href={to(paths.years)}>{w.browse.years}</a>
						</li>
						<li>
							<a href={to(facetIndexPath("source"))}>{w.browse.sources}</a>
						</li>
						<li>
							<a href={to(paths.timeline)}>{w.browse.timeline}</a>
						</li>
					</ul>
				</div>
			</noscript>
			<search>
				<form class="search-large" data-part="form" action={to(paths.search)}>
					<label class="visually-hidden" for="search-query">
						{w.label}
					</label>
					<input
						id="search-query"
						data-part="query"
						name="q"
						type="search"
						placeholder={w.placeholder}
						autocomplete="off"
						enterkeyhint="search"
					/>
					<button type="submit">{w.submit}</button>
				</form>
			</search>
			<div class="search-options">
				<label>
					<input type="checkbox" data-part="variants" checked />
					{w.variants}
				</label>
				<label>
					{w.sort}{" "}
					<select data-part="order">
						{sortOrders.map((order) => (
							<option key={order} value={order}>
								{w.orders[order]}
							</option>
						))}
					</select>
				</label>
			</div>
			<div class="search-state" role="status">
				<output data-part="total" for="search-query" />
				<span data-part="status" />
			</div>
			<progress data-part="progress" aria-label={w.loading} hidden />
			<div class="search-reading" data-part="reading" hidden />
			<div class="search-spellings" data-part="also" hidden />
			<div class="search-trouble" data-part="trouble" role="alert" hidden>
				<p data-part="problem" />
				<button type="button" data-part="retry">
					{w.retry}
				</button>
			</div>
			<button
				type="button"
				class="search-fold"
				data-part="fold"
				aria-expanded="false"
				aria-controls="search-side"
				hidden
			>
				{w.filters}
			</button>
			<div class="search-answer">
				<section
					id="search-side"
					class="search-side"
					data-part="side"
					aria-label={w.filters}
					hidden
				>
					<div class="search-years" data-part="years" />
					<div class="search-filters" data-part="filters" />
					<button type="button" data-part="people" hidden>
						{w.showPeople}
					</button>
					<button type="button" data-part="clear" hidden>
						{w.clear}
					</button>
				</section>
				<div class="search-list">
					<div class="search-take" data-part="take" hidden>
						<fieldset>
							<legend class="visually-hidden">{w.viewsLabel}</legend>
							{resultsViews.map((view) => (
								<button
									key={view}
									type="button"
									data-view={view}
									aria-pressed="false"
								>
									{w.views[view]}
								</button>
							))}
						</fieldset>
						<details>
							<summary>{w.take}</summary>
							{exportFormats.map((format) => (
								<button key={format} type="button" data-format={format}>
									{w.formats[format]}
								</button>
							))}
							<button
								type="button"
								data-part="keep"
								data-kept={shelf.kept}
								data-fleeting={shelf.fleeting}
							>
								{shelf.keepSearch}
							</button>
						</details>
						<span data-part="take-status" role="status" />
						<a data-part="shelf" href={to(paths.shelf)} hidden>
							{shelf.title}
						</a>
					</div>
					<div data-part="view" hidden />
					<div data-part="list">
						<ol data-part="hits" />
						<button type="button" class="search-more" data-part="more" hidden />
					</div>
				</div>
			</div>
			<details class="search-help" data-part="help" open>
				<summary>{w.help}</summary>
				<dl>
					{w.helpLines.map(([typed, meaning]) => (
						<div key={typed}>
							<dt>
								<a href={`${to(paths.search)}?q=${encodeURIComponent(typed)}`}>
									<code>{typed}</code>
								</a>
							</dt>
							<dd>{meaning}</dd>
						</div>
					))}
				</dl>
				<p>{w.keys}</p>
			</details>
			<div class="search-offline" data-part="offline" />
		</div>
	);
}
