/** A phone as it may stand on a screen: `138****1234`. Short ones keep two digits; what is masked stays so. */
export function maskPhone(phone: string): string {
  const text = phone.trim();
  if (text === "" || text.includes("*")) return text;
  const head = text.startsWith("+86") ? text.slice(3).trim() : text;
  const digits = [...head];
  if (digits.length >= 11) return `${digits.slice(0, 3).join("")}****${digits.slice(-4).join("")}`;
  if (digits.length >= 7) return `${digits.slice(0, 2).join("")}****${digits.slice(-2).join("")}`;
  return digits.length > 2 ? `****${digits.slice(-2).join("")}` : "****";
}
