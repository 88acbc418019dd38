/** Pages as Chinese portals of the 2010s have them: no metadata, a frame of links on all sides, the day under the heading. */
import { describe, expect, test } from "vitest";
import { accepted } from "./support.ts";

const text = [
	"山口报讯 山脚的茶亭今年重新开了门。守亭的老人说，水还是那口井的水，茶叶却换了一家。",
	"过路的人坐下来歇脚，喝一碗茶，放下一枚铜钱。也有人什么都不放，老人从来不问。",
	"到了傍晚他把铜钱数一遍，数目从来不对。他说本来就不该对，对了反倒奇怪。",
	"镇上的人打算为茶亭修一条新路。路要从桥头绕过去，老人不同意，说桥就是路。",
];
const sections =
	"首页 新闻 财经 体育 娱乐 时尚 汽车 房产 科技 手机 数码 教育 旅游 健康 论坛 博客"
		.split(" ")
		.map((name) => `<li><a href="/${name}">${name}</a></li>`)
		.join("");
const teasers = Array.from(
	{ length: 30 },
	(_, at) =>
		`<div class="item"><h3><a href="/n/${at}">第${at}条推荐：某地某人做了某事引来很多人围观</a></h3><p>近日，某地某人做了某事，引来很多人围观…</p><span>2019-08-${String((at % 28) + 1).padStart(2, "0")}</span></div>`,
).join("");

const portal = (head: string, under: string) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>茶亭今年重新开门_新闻频道_山口网</title>${head}</head><body>
<div class="top"><a href="/">山口网首页</a> &gt; <a href="/news">新闻频道</a> &gt; 正文<ul>${sections}</ul></div>
<div class="main"><div class="left"><h1>茶亭今年重新开门</h1>
<div class="info">${under}</div>
<div class="share"><span>分享到：</span><a href="#">微博</a><a href="#">微信</a></div>
<div class="text" id="endText">${text.map((one) => `<p>${one}</p>`).join("\n")}</div>
<div class="comments"><h4>我要评论</h4><p>文明上网，理性发言</p></div></div>
<div class="right">${teasers}</div></div>
<div class="foot"><ul>${sections}</ul><p>山口网版权所有 联系我们 招聘信息 网站地图</p></div></body></html>`;

describe("a page of a Chinese portal", () => {
	test("is its article, without the frame", () => {
		const draft = accepted(
			portal("", "<span>2019-09-07 19:05:25</span> <span>来源：山口报</span>"),
			"portal.html",
		);
		expect(draft.headline).toBe("茶亭今年重新开门");
		expect(draft.paragraphs.map((own) => own.text)).toEqual(text);
		expect(draft.published).toMatchObject({ day: "2019-09-07" });
	});

	test.each([
		["2019年9月7日 19:05 山口网", "2019-09-07"],
		["<em>2019/09/07</em><em>点击：1307</em>", "2019-09-07"],
		["昨天 19:05", undefined],
	])("published under the heading: %s", (under, day) => {
		const { published } = accepted(portal("", under), "portal.html");
		expect(published?.day).toBe(day);
	});

	test("is published when it tells Baidu, and where", () => {
		const { published, url } = accepted(
			portal(
				'<script type="application/ld+json">{"@context":"https://ziyuan.baidu.com/contexts/cambrian.jsonld","@id":"https://shankou.example/n/1","title":"茶亭今年重新开门","pubDate":"2019-09-06T10:00:00"}</script>',
				"<span>2019-09-07</span>",
			),
			"portal.html",
		);
		expect(published?.day).toBe("2019-09-06");
		expect(url).toBe("https://shankou.example/n/1");
	});

	test("has no author where its head names a template's", () => {
		const { bylines } = accepted(
			portal('<meta name="author" content="name, email@gmail.example">', ""),
			"portal.html",
		);
		expect(bylines).toEqual([]);
	});
});
