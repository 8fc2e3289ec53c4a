// Unpacks the words of the index into the form that MiniSearch reads; src/site/search/pack-words.ts says how they are packed.
(() => {
  const search = globalThis.briefingSearch;

  function unpackWords({ entries, averageFieldLength, fieldLengths, words }) {
    const numbers = Array.from({ length: entries }, (_, number) => number);
    return {
      documentCount: entries,
      nextId: entries,
      documentIds: Object.fromEntries(numbers.map((number) => [number, number])),
      fieldIds: Object.fromEntries(search.indexOptions.fields.map((field, number) => [field, number])),
      fieldLength: Object.fromEntries(
        numbers.map((number) => [number, fieldLengths.map((lengths) => lengths[number])]),
      ),
      averageFieldLength,
      storedFields: {},
      dirtCount: 0,
      index: words.split("\n").map(unpackWord),
      serializationVersion: 2,
    };
  }

  function unpackWord(line) {
    const [word, ...fields] = line.split("|");
    const postings = fields.flatMap((entries, field) =>
      entries === "" ? [] : [[field, unpackEntries(entries)]],
    );
    return [word, Object.fromEntries(postings)];
  }

  function unpackEntries(entries) {
    const counts = {};
    let entry = 0;
    for (const piece of entries.split(" ")) {
      const [gap, count = "1"] = piece.split("*");
      entry += Number.parseInt(gap, 36);
      counts[entry] = Number(count);
    }
    return counts;
  }

  search.unpackWords = unpackWords;
})();
