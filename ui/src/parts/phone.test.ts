import { expect, it } from "vitest";
import { maskPhone } from "./phone";

it("shows who it is to those who know them, and the number to nobody", () => {
  expect(maskPhone("13812345678")).toBe("138****5678");
  expect(maskPhone("+8613812345678")).toBe("138****5678");
  expect(maskPhone("08945412345")).toBe("089****2345");
  expect(maskPhone("5412345")).toBe("54****45");
  expect(maskPhone("110"), "too short to hide anything in").toBe("****10");
  expect(maskPhone("")).toBe("");
});

it("leaves alone what is masked already", () => {
  expect(maskPhone("138****5678")).toBe("138****5678");
});
