// Writes the structure tree, and the tree that leads from marks back to it (ISO 32000-1, 14.7).
import { writeByteString, writeTextString } from "../parse/pdf-text-string.ts";
import { ROLE_MAP, type TypedElement, type TypedKid } from "../structure/type-structure.ts";
import type { PdfFile } from "./pdf-file.ts";

/** The numbers of what the structure refers to. */
export interface StructureTargets {
  page(page: number): number;
  /** The object of a form, and its key in the parent tree. */
  form(stretch: number, form: number): { readonly object: number; readonly key: number };
  /** The object of a link's annotation, and its key. */
  link(page: number, link: number): { readonly object: number; readonly key: number };
  /** How many marks each page has. */
  readonly pageMarks: readonly number[];
}

/** Writes the tree; returns the number of its root. */
export function writeStructure(file: PdfFile, kids: readonly TypedKid[], targets: StructureTargets): number {
  const root = file.reserve();
  const document = file.reserve();
  /** The owner of each mark, by the key of its page or form. */
  const owners = targets.pageMarks.map((count) => new Array<number>(count).fill(0));
  const formOwners = new Map<number, number[]>();
  const linkOwners = new Map<number, number>();
  const ids: { readonly id: string; readonly object: number }[] = [];

  const writeKid = (kid: TypedKid, parent: number, parentPage: number): string => {
    if ("type" in kid) return `${writeElement(kid, parent)} 0 R`;
    const page = targets.page(kid.page);
    if ("link" in kid) {
      const { object, key } = targets.link(kid.page, kid.link);
      linkOwners.set(key, parent);
      return `<</Type/OBJR/Obj ${object} 0 R/Pg ${page} 0 R>>`;
    }
    if (kid.form !== undefined) {
      const { object, key } = targets.form(kid.stretch, kid.form);
      const list = formOwners.get(key) ?? [];
      list[kid.mcid] = parent;
      formOwners.set(key, list);
      return `<</Type/MCR/Pg ${page} 0 R/Stm ${object} 0 R/MCID ${kid.mcid}>>`;
    }
    const list = owners[kid.page];
    if (list) list[kid.mcid] = parent;
    return kid.page === parentPage ? String(kid.mcid) : `<</Type/MCR/Pg ${page} 0 R/MCID ${kid.mcid}>>`;
  };
  const writeElement = (element: TypedElement, parent: number): number => {
    const object = file.reserve();
    const { type, lang, alt, replacement, attributes, id } = element;
    const first = element.kids.find((kid) => !("type" in kid));
    const page = first && !("type" in first) ? first.page : -1;
    const inner = element.kids.map((kid) => writeKid(kid, object, page));
    if (id) ids.push({ id, object });
    const entries = [
      `/S/${type}/P ${parent} 0 R`,
      page >= 0 ? `/Pg ${targets.page(page)} 0 R` : "",
      lang ? `/Lang${writeByteString(lang)}` : "",
      alt ? `/Alt${writeTextString(alt)}` : "",
      replacement ? `/ActualText${writeTextString(replacement)}` : "",
      attributes ? `/A${attributes}` : "",
      id ? `/ID${writeByteString(id)}` : "",
      `/K${inner.length === 1 && /^\d/.test(inner[0] ?? "") ? ` ${inner[0]}` : `[${inner.join(" ")}]`}`,
    ];
    file.set(object, `<<${entries.join("")}>>`);
    return object;
  };

  const inner = kids.map((kid) => writeKid(kid, document, -1));
  file.set(document, `<</S/Document/P ${root} 0 R/K[${inner.join(" ")}]>>`);
  const numbers = [
    ...owners.flatMap((list, key) =>
      list.length > 0 ? [[key, `[${list.map(reference).join(" ")}]`] as const] : [],
    ),
    ...[...formOwners].map(
      ([key, list]) => [key, `[${Array.from(list, (owner) => reference(owner ?? 0)).join(" ")}]`] as const,
    ),
    ...[...linkOwners].map(([key, owner]) => [key, `${owner} 0 R`] as const),
  ].sort(([one], [other]) => one - other);
  const lists = numbers.map(
    ([key, value]) => `${key} ${value.startsWith("[") ? `${file.add(value)} 0 R` : value}`,
  );
  const parents = file.add(`<</Nums[${lists.join(" ")}]>>`);
  const roles = Object.entries(ROLE_MAP).map(([own, standard]) => `/${own}/${standard}`);
  const names = ids
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, object }) => `${writeByteString(id)}${object} 0 R`);
  const next = Math.max(-1, ...numbers.map(([key]) => key)) + 1;
  file.set(
    root,
    `<</Type/StructTreeRoot/K[${document} 0 R]/ParentTree ${parents} 0 R/ParentTreeNextKey ${next}/RoleMap<<${roles.join("")}>>${names.length > 0 ? `/IDTree<</Names[${names.join(" ")}]>>` : ""}>>`,
  );
  return root;
}

function reference(object: number): string {
  return object === 0 ? "null" : `${object} 0 R`;
}
