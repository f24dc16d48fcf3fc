import { expect, it } from "vitest";
import { changes } from "./form";
import { namesOf } from "./names";

const before = {
  name: "扎西",
  name_bo: "",
  phone: "13989012345",
  payout: "cash",
  account: "",
  place: "",
  photo: "",
  thumbnail: "",
};

it("writes only the fields that were changed, so that two people can change two of them", () => {
  expect(changes(before, { ...before, name_bo: "བཀྲ་ཤིས " })).toEqual({ name_bo: "བཀྲ་ཤིས" });
  expect(changes(before, before)).toEqual({});
  expect(changes(before, { ...before, phone: "" })).toEqual({ phone: "" });
});

it("shows the Tibetan name first to who reads Tibetan, where there is one", () => {
  expect(namesOf({ name: "扎西", name_bo: "བཀྲ་ཤིས" }, "bo")).toEqual(["བཀྲ་ཤིས", "扎西"]);
  expect(namesOf({ name: "扎西", name_bo: "བཀྲ་ཤིས" }, "en")).toEqual(["扎西", "བཀྲ་ཤིས"]);
  expect(namesOf({ name: "扎西", name_bo: "" }, "bo")).toEqual(["扎西", ""]);
});
