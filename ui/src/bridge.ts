import { invoke, isTauri } from "@tauri-apps/api/core";
import type { AppError, Commands } from "../bindings/commands";

/** A command that was not done: nothing was written. Carries the code and its data, never words. */
export class Refused extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.name = "Refused";
    this.error = error;
  }
}

/** What went wrong, as the contract says it; anything that is not a refusal is a fault of the program. */
export function errorOf(thrown: unknown): AppError {
  if (thrown instanceof Refused) return thrown.error;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "internal", detail };
}

function asError(value: unknown): AppError {
  if (typeof value === "object" && value !== null && "code" in value && typeof value.code === "string") {
    return value as AppError;
  }
  return { code: "internal", detail: typeof value === "string" ? value : JSON.stringify(value) };
}

async function overHttp(name: string, input: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/call/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
  } catch (thrown) {
    throw new Refused({ code: "internal", detail: errorOf(thrown).code });
  }
  const answer: unknown = await response.json().catch(() => ({ code: "internal", detail: `http ${response.status}` }));
  if (!response.ok) throw new Refused(asError(answer));
  return answer;
}

async function overWindow(name: string, input: unknown): Promise<unknown> {
  try {
    return await invoke("call", { name, input });
  } catch (thrown) {
    throw new Refused(asError(thrown));
  }
}

/** Whether the page stands in the desktop window, not in a browser. */
export const isWindow = isTauri();

/**
 * Runs a command of the one list.
 *
 * @throws {Refused} with the contract's error.
 */
export async function call<Name extends keyof Commands>(
  name: Name,
  input: Commands[Name]["input"],
): Promise<Commands[Name]["output"]> {
  const answer = await (isWindow ? overWindow(name, input) : overHttp(name, input));
  return answer as Commands[Name]["output"];
}
