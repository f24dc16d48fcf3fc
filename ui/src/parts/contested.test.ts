import { expect, it } from "vitest";
import type { ContestedField } from "../../bindings/commands";
import { choicesOf, partsOf, shownFields } from "./contested";

const field = (name: string, ...facts: string[]): ContestedField => ({
  field: name,
  values: facts.map((fact) => ({ fact, at_ms: 0, doubtful: false, actor: "Deki", value: fact })),
});

it("asks about a photo once, and its thumbnail goes with it", () => {
  const fields = [field("payout", "1:1", "2:1"), field("photo", "1:2", "2:2"), field("thumbnail", "1:2", "2:2")];
  expect(shownFields(fields).map((one) => one.field)).toEqual(["payout", "photo"]);
  expect(choicesOf(fields, "photo", "2:2")).toEqual([
    { field: "photo", fact: "2:2" },
    { field: "thumbnail", fact: "2:2" },
  ]);
  expect(choicesOf(fields, "payout", "1:1")).toEqual([{ field: "payout", fact: "1:1" }]);
});

it("asks about a thumbnail that is contested alone, and chooses no thumbnail that nobody wrote with the photo", () => {
  expect(shownFields([field("thumbnail", "1:2", "2:2")])).toHaveLength(1);
  const apart = [field("photo", "1:2", "2:2"), field("thumbnail", "1:3", "2:3")];
  expect(choicesOf(apart, "photo", "1:2")).toEqual([{ field: "photo", fact: "1:2" }]);
});

it("reads a contact as people say it, its place last and in one", () => {
  const contact = {
    name: "次仁",
    name_bo: "ཚེ་རིང",
    phone: "139****2000",
    region: ["西藏", "林芝市"],
    address: "3 号",
    account: "",
  };
  expect(partsOf(contact)).toEqual(["次仁", "ཚེ་རིང", "139****2000", "西藏 林芝市 3 号"]);
  expect(partsOf({ bo: "", "zh-CN": "松茸", en: "Matsutake" })).toEqual(["松茸", "Matsutake"]);
  expect(partsOf({})).toEqual([]);
});
