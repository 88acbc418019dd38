import { readFileSync } from "node:fs";
import { config } from "/work/L/src/config.ts";
import { draftArticle } from "/work/L/src/normalise/draft.ts";
import { readClaims } from "/work/L/src/enrich/claims.ts";

import { readSet } from "/work/L/scripts/bench-timeline/sets.ts";
import { timelineOf } from "/work/L/scripts/bench-timeline/score.ts";
const [a, b, ...files] = process.argv.slice(2);
const show = (c:any, text?: any) => {
 for (const x of c.claims) console.log("  claim", x.paragraph, x.role, x.rule, "ev", x.evidence, x.weight, x.spoken?"SPOKEN":"", x.start ?? "-", x.precision ?? "", "near", JSON.stringify(x.near??null), "inh", JSON.stringify(x.inherited??null), JSON.stringify(x.where), x.kind??"", "“"+x.quote.slice(0,70)+"”");
 for (const x of c.rejected) console.log("  refused", x.paragraph, x.rule, x.start ?? "-", "“"+x.quote.slice(0,70)+"”");
 for (const x of c.visits) console.log("  visit", JSON.stringify(x).slice(0,200));
};
if (a === "case") { for (const s of readSet(files[0] ?? "/work/L/tests/timeline/cases/open.txt").filter(s=>s.name.includes(b!))) { console.log("##", s.name, s.people); for (const d of s.drafts) { console.log(d.headline, d.published?.day, d.paragraphs.map(p=>p.text).join("\n")); show(readClaims(d, [{id:"pair",title:"",people:s.people}])); } for (const e of timelineOf(s).encounters) console.log("  =>", e.id, e.end, e.status, e.precision, e.kind, JSON.stringify(e.place), JSON.stringify(e.visit??null)); console.log("  truth", JSON.stringify(s.truths)); } process.exit(); }
for (const f of files) { const d = draftArticle({ path: f, bytes: readFileSync(f) }, config.limits).value!; console.log("##", f, d.headline, d.published?.day); const c = readClaims(d, [{ id: "p", title: "", people: [a!, b!] as any }]); if (!process.env.Q) for (const p of d.paragraphs.slice(0,6)) console.log(p.id, p.text.slice(0, 300)); show(c); }
