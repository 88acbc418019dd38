import "./results/main.ts";
