import { useQuery } from "@tanstack/react-query";
import { call } from "../bridge";

const drawings = import.meta.glob<string>("../../../assets/pictures/*.svg", {
  eager: true,
  query: "?url",
  import: "default",
});

/** Where a drawing of ours lies; the plain sack when there is none of that name. */
export function drawing(file: string): string {
  return drawings[`../../../assets/pictures/${file}`] ?? drawings["../../../assets/pictures/unknown.svg"] ?? "";
}

/** A photo's address as an image's source; absent while it is read or when it is not here. */
export function usePhoto(hash: string | undefined): string | undefined {
  const query = useQuery({
    queryKey: ["photo", hash],
    queryFn: async () => `data:image/jpeg;base64,${(await call("photo.get", { hash: hash ?? "" })).base64}`,
    enabled: hash !== undefined && hash !== "",
    networkMode: "always",
    // A photo's address is its content: it never changes.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return query.data;
}

/** A photo of the station's own, else the drawing of the product. */
export function Picture(props: {
  photo?: string | undefined;
  file?: string | undefined;
  width: number;
  height: number;
  alt?: string;
  className?: string;
}) {
  const photo = usePhoto(props.photo);
  return (
    <img
      className={`pic ${props.className ?? ""}`.trimEnd()}
      src={photo ?? drawing(props.file ?? "")}
      width={props.width}
      height={props.height}
      alt={props.alt ?? ""}
      draggable={false}
    />
  );
}
