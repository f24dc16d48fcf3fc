import { describe, expect, it } from "vitest";
import { LISTINGS, listing, lot, PRODUCTS } from "./fixtures";
import { isTooShort, matching, offerFor, tilesOf } from "./goods";

const NOW = 1_000_000_000_000;
const HOUR = 3_600_000;
const none = new Map<string, number>();
const tiles = tilesOf(LISTINGS, PRODUCTS, [], none, NOW);
const found = (text: string) => matching(tiles, text).map((tile) => tile.names.en);

describe("the tiles", () => {
  it("show a product once, its grades in the catalogue's order", () => {
    expect(tiles.map((tile) => tile.key)).toEqual(["matsutake", "butter", "walnut-oil"]);
    expect(tiles[0]?.offers.map((offer) => offer.listing.grade)).toEqual(["a-5-7", "b-5-7"]);
  });

  it("give goods with a title of their own a tile of their own", () => {
    const gift = listing("butter", "", { id: "gift", title: { bo: "", "zh-CN": "酥油礼盒", en: "" } });
    expect(tilesOf([...LISTINGS, gift], PRODUCTS, [], none, NOW)).toHaveLength(4);
  });

  it("begin with what must go, then what sells; what is sold out ends them", () => {
    const sold = new Map([["butter", 3]]);
    expect(tilesOf(LISTINGS, PRODUCTS, [], sold, NOW)[0]?.key, "butter sells").toBe("butter");
    const urgent = [lot("matsutake", "b-5-7", { expires_ms: NOW + 5 * HOUR })];
    const order = tilesOf(LISTINGS, PRODUCTS, urgent, sold, NOW);
    expect(order.map((tile) => tile.key)).toEqual(["matsutake", "butter", "walnut-oil"]);
    expect(order[0]?.endsMs).toBe(NOW + 5 * HOUR);
    expect(order[2]?.isOut).toBe(true);
  });

  it("take no hours from a lot of which nothing can be sold here", () => {
    const gone = [lot("matsutake", "b-5-7", { expires_ms: NOW + HOUR, here: 0 })];
    expect(tilesOf(LISTINGS, PRODUCTS, gone, none, NOW)[0]?.endsMs).toBeUndefined();
  });

  it("know what travels cold", () => {
    expect(tiles.map((tile) => tile.isCold)).toEqual([true, false, false]);
  });
});

describe("a search", () => {
  it.each([
    ["sr", "Fresh matsutake"],
    ["xsr", "Fresh matsutake"],
    ["松茸", "Fresh matsutake"],
    ["茸", "Fresh matsutake"],
    ["be sha", "Fresh matsutake"],
    ["བེ་ཤ་", "Fresh matsutake"],
    ["MATSU", "Fresh matsutake"],
    ["མར", "Yak butter"],
    ["mar", "Yak butter"],
    ["hty", "Walnut oil"],
  ])("%j finds %s", (text, name) => {
    expect(found(text)[0]).toBe(name);
  });

  it("lets one Latin letter only begin something", () => {
    expect(found("u")).toEqual([]);
    expect(found("y")).toEqual(["Yak butter"]);
  });

  it("is no question to the station when it is one Latin letter or nothing; one sign of another script is", () => {
    expect(["", " ", "z", " z "].map(isTooShort)).toEqual([true, true, true, true]);
    expect(["zz", "菇", "ཤ"].map(isTooShort)).toEqual([false, false, false]);
  });

  it("puts a whole code before a name that contains it, and the sold out last", () => {
    const ma = listing("butter", "", { id: "ma", title: { bo: "", "zh-CN": "", en: "Sy cheese" } });
    const all = tilesOf([ma, ...LISTINGS], PRODUCTS, [], none, NOW);
    expect(matching(all, "sy").map((tile) => tile.names.en)).toEqual(["Yak butter", "Sy cheese"]);
  });

  it("needs every word, and says nothing for none that fit", () => {
    expect(found("sr butter")).toEqual([]);
    expect(found("")).toHaveLength(3);
  });

  it("names a grade after the goods", () => {
    const [tile] = matching(tiles, "sr b");
    expect(tile && offerFor(tile, "sr b", NOW)?.listing.grade).toBe("b-5-7");
    expect(tile && offerFor(tile, "sr", NOW)?.listing.grade).toBe("a-5-7");
  });

  it("takes the grade that must go when none is named", () => {
    const urgent = tilesOf(LISTINGS, PRODUCTS, [lot("matsutake", "b-5-7", { expires_ms: NOW + HOUR })], none, NOW);
    expect(urgent[0] && offerFor(urgent[0], "sr", NOW)?.listing.grade).toBe("b-5-7");
  });
});
