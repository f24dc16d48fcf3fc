import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Desk, endpoints, type Refusal } from "../../bindings/desk";

type Name = keyof Desk;
/** What stands in the braces of an endpoint's path. */
export type Ids = Record<string, string>;

/** The hub did not do it: its code and, where it makes one wait, how long. */
export class DeskRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "DeskRefused";
    this.refusal = refusal;
  }
}

/** What went wrong; a hub that does not answer is no link. */
export function refusalOf(thrown: unknown): Refusal {
  return thrown instanceof DeskRefused ? thrown.refusal : { code: "no_link", message: String(thrown) };
}

function address(name: Name, ids: Ids, input: object): string {
  const { method, path } = endpoints[name];
  const full = path.replaceAll(/\{(\w+)\}/gu, (_, key: string) => encodeURIComponent(ids[key] ?? ""));
  if (method !== "GET") return full;
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input)) {
    if (value !== undefined && value !== "") query.set(key, String(value));
  }
  const text = query.toString();
  return text === "" ? full : `${full}?${text}`;
}

/**
 * Asks the hub.
 *
 * @throws {DeskRefused} with the hub's code.
 */
export async function ask<N extends Name>(name: N, ids: Ids, input: Desk[N]["input"]): Promise<Desk[N]["output"]> {
  const { method } = endpoints[name];
  const body = input as object;
  const response = await fetch(address(name, ids, body), {
    method,
    credentials: "same-origin",
    ...(method === "POST" ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
  });
  const answer: unknown = await response.json().catch(() => ({ code: `http_${response.status}`, message: "" }));
  if (!response.ok) throw new DeskRefused(answer as Refusal);
  return answer as Desk[N]["output"];
}

/** Reads from the hub, again every so often. */
export function useAsk<N extends Name>(name: N, ids: Ids, input: Desk[N]["input"], everyMs = 30_000) {
  const query = useQuery<Desk[N]["output"], unknown>({
    queryKey: [name, ids, input],
    queryFn: () => ask(name, ids, input),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    data: query.data as Desk[N]["output"] | undefined,
    refusal: query.error ? refusalOf(query.error) : null,
    again: () => void query.refetch(),
  };
}

/** Does something at the hub; everything is read again afterwards. */
export function useDo<N extends Name>(name: N) {
  const queries = useQueryClient();
  const mutation = useMutation<Desk[N]["output"], unknown, { ids: Ids; input: Desk[N]["input"] }>({
    mutationFn: ({ ids, input }) => ask(name, ids, input),
    onSuccess: () => queries.invalidateQueries(),
  });
  return {
    run: (ids: Ids, input: Desk[N]["input"]) => mutation.mutateAsync({ ids, input }),
    isRunning: mutation.isPending,
    refusal: mutation.error ? refusalOf(mutation.error) : null,
    clear: mutation.reset,
  };
}
