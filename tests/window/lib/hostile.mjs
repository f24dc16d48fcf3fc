// A station whose every name is markup, bidi, or far too long.
const MARKUP = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>";
const BIDI = "\u202Eabc\u2066 מרים \u202D123";
const LONG = `${"འབྲོག་པ་ཚེ་རིང་དོན་གྲུབ་".repeat(12)}${"很长的名字".repeat(4)}`.slice(0, 300);
export const NAMES = [MARKUP, BIDI, LONG, "W".repeat(300), "{{7*7}} ${7*7} %s '; --", "👩🏽‍🌾 འབྲུག \u200B\u200D"];

/** Makes it through the page's bridge: no name may do more than be shown. */
export async function makeHostile(page) {
  const { call } = page;
  const ask = (name, input) => call.call(page, name, input);
  const fits = async (name, input) => ask(name, input).catch(() => null);
  await ask("setup.create", { name: LONG.slice(0, 80), place: "540421102", operator: MARKUP.slice(0, 80), pin: "281904" });
  await fits("operator.add", { name: BIDI, role: "helper", pin: "394827" });
  const products = await ask("product.list", { find: "matsutake", state: "", limit: 1 });
  const product = products[0];
  const nowMs = Date.now();
  for (const whole of NAMES) {
    // The most that a villager's name may have.
    const name = whole.slice(0, 80);
    const row = await fits("villager.add", {
      name,
      name_bo: name,
      phone: "13989012000",
      payout: "cash",
      place: "540421102",
      account: name,
      photo: "",
      thumbnail: "",
    });
    if (!row) continue;
    const lot = { villager: row.id, product: product.key, grade: product.grades[0].key, quantity: "3.5kg", place: "540421102" };
    await ask("lot.take_in", { ...lot, harvested_ms: nowMs - 3_600_000, keeping: "", permit: name, shelf: name });
  }
  const title = (name) => ({ bo: name, "zh-CN": name, en: name });
  const listings = [];
  for (const [at, grade] of product.grades.entries()) {
    const name = NAMES[at % NAMES.length];
    const row = await fits("listing.add", { product: product.key, grade: grade.key, price: "380", state: "on_sale", title: title(name), wording: title(name) });
    if (row) listings.push(row.id);
  }
  for (const name of NAMES) {
    await ask("order.place", {
      source: "message",
      buyer: { name, phone: "13812341234", region: [name, name, name], place: "", address: name },
      shipping: "18",
      note: name,
      lines: [{ listing: listings[0], quantity: "100g" }],
      payments: [{ state: "expected", way: "wechat" }],
    }).catch((error) => {
      throw new Error(`${name.slice(0, 20)}: ${error.message}`);
    });
  }
}
