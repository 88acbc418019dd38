import "./search/main.ts";
