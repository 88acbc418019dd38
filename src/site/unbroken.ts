/** A letter with the dot behind it (of 简 and 繁 type), as inside foreign names: a line may not break between them. */
export const beforeDot = /[\p{Script=Han}\p{L}][·‧・•]/gu;
