// Codes as people read them.

/** "find-product" and "goesWith" as words: "Find product", "Goes with". */
export function words(code: string): string {
  const spaced = code.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[-_]+/g, " ").trim().toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
