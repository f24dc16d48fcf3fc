import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AppError, Commands } from "../../bindings/commands";
import { call, errorOf } from "../bridge";

type Name = keyof Commands;

/** The one cache of what was read. The host is this PC, so a link or its lack means nothing here. */
export const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", retry: false, staleTime: 1_000, refetchOnWindowFocus: true },
    mutations: { networkMode: "always", retry: false },
  },
});

/** Asks for an answer before anything shows it; ends when it is there. A refusal is told to whoever reads. */
export function readAhead<N extends Name>(name: N, input: Commands[N]["input"]): Promise<void> {
  return client.prefetchQuery({ queryKey: [name, input], queryFn: () => call(name, input) });
}

/** What another command's answer has told already is not asked for. */
export function know<N extends Name>(name: N, input: Commands[N]["input"], answer: Commands[N]["output"]): void {
  client.setQueryData([name, input], answer);
}

/** How to read. */
export interface ReadOptions {
  /** Do not read yet. */
  isOff?: boolean;
  /** Read again every so many milliseconds. */
  everyMs?: number;
  /** Show the old answer while another question is being read: for lists that are searched. */
  keeps?: boolean;
}

/** What a read has come to. */
export interface Read<T> {
  data: T | undefined;
  error: AppError | null;
  isLoading: boolean;
  /** The answer is to the question before, shown until this one's is there. */
  isOld: boolean;
  again: () => void;
}

/** Reads a command's answer and keeps it; read again after every write. */
export function useRead<N extends Name>(
  name: N,
  input: Commands[N]["input"],
  options: ReadOptions = {},
): Read<Commands[N]["output"]> {
  const query = useQuery<Commands[N]["output"], unknown>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: !options.isOff,
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs, refetchIntervalInBackground: true }),
    ...(options.keeps ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data as Commands[N]["output"] | undefined,
    error: query.error ? errorOf(query.error) : null,
    isLoading: query.isPending && !options.isOff,
    isOld: query.isPlaceholderData,
    again: () => void query.refetch(),
  };
}

/** A command that changes something. */
export interface Write<N extends Name> {
  /** Does it; throws {@link Refused}. Everything that was read is read again afterwards. */
  run: (input: Commands[N]["input"]) => Promise<Commands[N]["output"]>;
  isRunning: boolean;
  /** Why the last try was refused. */
  error: AppError | null;
  clear: () => void;
}

/** A command to be run by a person's hand. `next` reads what the screen that comes then shows, before this one goes. */
export function useWrite<N extends Name>(
  name: N,
  next?: (answer: Commands[N]["output"]) => Promise<unknown>,
): Write<N> {
  const queries = useQueryClient();
  const mutation = useMutation<Commands[N]["output"], unknown, Commands[N]["input"]>({
    mutationFn: (input) => call(name, input),
    onSuccess: async (answer) => {
      // Marked first and read after: what `next` reads is fresh, and not asked for twice.
      await queries.invalidateQueries({ refetchType: "none" });
      await next?.(answer);
      await queries.refetchQueries({ type: "active" });
    },
  });
  return {
    run: (input) => mutation.mutateAsync(input),
    isRunning: mutation.isPending,
    error: mutation.error ? errorOf(mutation.error) : null,
    clear: mutation.reset,
  };
}
