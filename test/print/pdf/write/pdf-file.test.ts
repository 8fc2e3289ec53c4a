// The bytes of a PDF: every object is found again, and the same objects give the same file.
import { decodePDFRawStream, PDFNumber, type PDFRawStream, PDFRef } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { openSample, writeSample } from "./write-sample.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

it("holds every object under its number, however many are packed together", async () => {
  const numbers = new Map<number, number>();
  const bytes = writeSample((file) => {
    for (let value = 1_000; value < 1_450; value += 1) numbers.set(file.add(String(value)), value);
    return {};
  });
  const { context } = await openSample(bytes);
  for (const [id, value] of numbers) expect(context.lookup(PDFRef.of(id), PDFNumber).asNumber()).toBe(value);
  expect(text(bytes).match(/\/Type\/ObjStm\/N (\d+)/g)).toEqual([
    "/Type/ObjStm/N 200",
    "/Type/ObjStm/N 200",
    "/Type/ObjStm/N 53",
  ]);
});

it("tells where the table is, and in the table where each stream is", () => {
  const file = text(writeSample());
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  expect(file.slice(start)).toMatch(/^\d+ 0 obj\n<<\/Type\/XRef/);
  expect(file.slice(0, 9)).toBe("%PDF-1.7\n");
});

it("keeps the data of streams, whether it packs them, they come packed or they stay plain", async () => {
  const data = new TextEncoder().encode("some data some data some data some data some data");
  const ids: number[] = [];
  const bytes = writeSample((file) => {
    ids.push(file.addStream("/Kind/Fresh", data), file.addStream("/Kind/Plain", data, { plain: true }));
    const own = file.reserve();
    file.setStream(own, `<</Kind/Own/Length ${data.length}>>`, data);
    ids.push(own);
    return {};
  });
  const { context } = await openSample(bytes);
  const streams = ids.map((id) => context.lookup(PDFRef.of(id)) as PDFRawStream);
  for (const stream of streams) expect(Uint8Array.from(decodePDFRawStream(stream).decode())).toEqual(data);
  expect(streams.map(({ contents }) => contents.length < data.length)).toEqual([true, false, false]);
});

it("takes data that comes packed as it is", async () => {
  const packed = new Uint8Array([1, 2, 3]);
  let id = 0;
  const bytes = writeSample((file) => {
    id = file.addStream("", packed, { packed: true });
    return {};
  });
  const stream = (await openSample(bytes)).context.lookup(PDFRef.of(id)) as PDFRawStream;
  expect(Uint8Array.from(stream.contents)).toEqual(packed);
  expect(String(stream.dict)).toContain("/FlateDecode");
});

it("gives the same bytes for the same objects, with a mark that is another for others", () => {
  const mark = (bytes: Uint8Array) => /\/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]/.exec(text(bytes));
  const write = (value: string) =>
    writeSample((file) => {
      file.add(value);
      return {};
    });
  expect(text(write("1"))).toBe(text(write("1")));
  const [one, other] = [mark(write("1")), mark(write("2"))];
  expect(one?.[1]).toBe(one?.[2]);
  expect(one?.[1]).not.toBe(other?.[1]);
});
