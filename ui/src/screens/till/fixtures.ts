import type { ListingRow, LotRow, ProductRow } from "../../../bindings/commands";

const UNTITLED = { bo: "", "zh-CN": "", en: "" };

/** A product for tests. */
export function product(key: string, names: ProductRow["names"], some: Partial<ProductRow> = {}): ProductRow {
  const empty = {
    key,
    names,
    measure: "weight",
    grades: [],
    certificate: "outside",
    needs_permit: false,
    is_own: false,
    picture: `${key}.svg`,
    code: "",
    cold_chain: "none",
  };
  return { ...empty, ...some } as unknown as ProductRow;
}

/** A listing for tests; its id is its product and grade. */
export function listing(product: string, grade: string, some: Partial<ListingRow> = {}): ListingRow {
  const empty = {
    id: `${product}/${grade}`,
    product,
    grade,
    measure: "weight",
    price_fen: 10_000,
    steps: [],
    sold_there: 0,
    title: UNTITLED,
    wording: UNTITLED,
    photo: "",
    thumbnail: "",
    state: "on_sale",
    here: 5_000,
    at_hub: 0,
    contested: [],
    code: "",
    keys: "",
  };
  return { ...empty, ...some } as unknown as ListingRow;
}

/** A lot for tests. */
export function lot(product: string, grade: string, some: Partial<LotRow> = {}): LotRow {
  return { id: `lot-${product}`, product, grade, here: 1_000, villager_name: "罗布", ...some } as unknown as LotRow;
}

/** Matsutake in two grades, butter, and walnut oil by the piece. */
export const PRODUCTS = [
  product("matsutake", { bo: "བེ་ཤ", "zh-CN": "鲜松茸", en: "Fresh matsutake" }, {
    cold_chain: "chilled",
    grades: [
      { key: "a-5-7", names: { bo: "A 5–7", "zh-CN": "A级 5–7厘米", en: "A, 5–7 cm" } },
      { key: "b-5-7", names: { bo: "B 5–7", "zh-CN": "B级 5–7厘米", en: "B, 5–7 cm" } },
    ],
  } as Partial<ProductRow>),
  product("butter", { bo: "མར", "zh-CN": "酥油", en: "Yak butter" }),
  product("walnut-oil", { bo: "སྟར་སྣུམ", "zh-CN": "核桃油", en: "Walnut oil" }, { measure: "piece" }),
];

/** What is on sale of them. */
export const LISTINGS = [
  listing("matsutake", "b-5-7", { price_fen: 22_000, code: "SR", keys: "sr xsr be sha" } as Partial<ListingRow>),
  listing("matsutake", "a-5-7", { price_fen: 32_000, code: "SR", keys: "sr xsr be sha" } as Partial<ListingRow>),
  listing("butter", "", { price_fen: 9_600, code: "SY", keys: "sy mar" } as Partial<ListingRow>),
  listing("walnut-oil", "", {
    price_fen: 4_800,
    measure: "piece",
    here: 0,
    code: "HTY",
    keys: "hty star snum",
  } as Partial<ListingRow>),
];
