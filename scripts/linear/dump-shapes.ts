/** Hostile files of many articles, and of one in the formats of other programs. */
import type { Group } from "./shape.ts";

export const dumps: readonly Group[] = [
	{
		name: "json",
		path: "a.json",
		before: '[{"title":"头","body":"文"}',
		after: "]",
		units: {
			records: ',{"title":"甲","body":"正文。"}',
			"records without a body": ',{"title":"甲"}',
			brackets: ",[]",
			"open brackets": ",[",
			references: ',"\\u4e00"',
		},
	},
	{
		name: "json lines",
		path: "a.jsonl",
		before: '{"title":"头","body":"文"}\n',
		units: {
			lines: '{"title":"甲","body":"正文。"}\n',
			"broken lines": '{"title":"甲\n',
			"empty lines": "\n",
		},
	},
	{
		name: "table",
		path: "a.csv",
		before: "title,body\n",
		units: {
			rows: "甲,正文。\n",
			"ragged rows": "甲\n",
			"quotation marks": '"',
			"quoted rows": '甲,"正""文"\n',
			commas: ",",
		},
	},
	{
		name: "feed",
		path: "a.xml",
		before: '<rss version="2.0"><channel><title>报</title>',
		after: "</channel></rss>",
		units: {
			items: "<item><title>甲</title><description>正文。</description></item>",
			"items that nobody closes": "<item><title>甲</title>",
			"open shells": "<![CDATA[",
			"open titles": "<title>",
			"open comments": "<!--",
		},
	},
	{
		name: "wordpress text",
		path: "a.xml",
		before:
			'<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>甲</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[',
		after: "]]></content:encoded></item></channel></rss>",
		units: {
			lines: "一行\n",
			paragraphs: "一段\n\n",
			captions: '[caption id="a"]<img src="https://a.example/1"> 图[/caption]',
			"open captions": "[caption ",
			"captions that nobody ends": '[caption id="a"]图',
			galleries: '[gallery ids="1"]\n',
		},
	},
	{
		name: "mhtml",
		path: "a.mhtml",
		before:
			'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/\r\n\r\n<!DOCTYPE html><html><body><p>=E6=96=87</p>',
		after: "</body></html>\r\n--b--\r\n",
		units: {
			"soft line ends": "=\r\n",
			"signs of quoting": "=E6=96=87",
			parts: "\r\n--b\r\nContent-Type: text/css\r\n\r\na{}",
			"open parts": "\r\n--b\r\n",
			lines: "a\r\n",
		},
	},
	{
		name: "plain text",
		path: "a.txt",
		before: "题目\n\n",
		units: {
			lines: "一行文字。\n",
			paragraphs: "一段文字。\n\n",
			"one line": "文字，",
			rules: "====\n",
			braces: "{a: b}\n",
		},
	},
];
