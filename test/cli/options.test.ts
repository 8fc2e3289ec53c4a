// What command lines ask for, and what is said of those that ask for nothing there is.
import { describe, expect, test } from "vitest";
import { parseOptions } from "../../src/cli/options.ts";
import { BriefingError, EXIT } from "../../src/errors.ts";

const parse = (line: string, env: Readonly<Record<string, string>> = {}) =>
  parseOptions(line === "" ? [] : line.split(" "), { cwd: "/desk", env });

describe("a command line is read", () => {
  test("with defaults", () => {
    expect(parse("check")).toEqual({
      name: "check",
      content: "/desk/content",
      json: false,
      update: false,
    });
    expect(parse("build")).toEqual({
      name: "build",
      content: "/desk/content",
      edition: "public",
      out: "/desk/dist/public",
      pdf: true,
      paper: undefined,
      cropMarks: false,
      browser: undefined,
      sandbox: "auto",
      timeoutMs: 120_000,
      timings: false,
    });
    expect(parse("serve")).toEqual({
      name: "serve",
      content: "/desk/content",
      port: 4173,
    });
  });

  test("with everything", () => {
    expect(
      parse(
        "build --content=../pack --edition full --out /srv/site --no-pdf --paper letter --crop-marks --browser bin/chrome --sandbox require --timeout 30",
      ),
    ).toEqual({
      name: "build",
      content: "/pack",
      edition: "full",
      out: "/srv/site",
      pdf: false,
      paper: "Letter",
      cropMarks: true,
      browser: "/desk/bin/chrome",
      sandbox: "require",
      timeoutMs: 30_000,
      timings: false,
    });
    expect(parse("print a.html -o b.pdf")).toMatchObject({ input: "/desk/a.html", output: "/desk/b.pdf" });
    expect(parse("check --json --update --content pack")).toEqual({
      name: "check",
      content: "/desk/pack",
      json: true,
      update: true,
    });
    expect(parse("import a.txt b.html --content pack")).toEqual({
      name: "import",
      content: "/desk/pack",
      files: ["/desk/a.txt", "/desk/b.html"],
    });
    expect(parse("verify a.txt")).toEqual({ name: "verify", content: "/desk/content", file: "/desk/a.txt" });
    expect(parse("print a.html -o b.pdf --sandbox off")).toMatchObject({ sandbox: "off" });
    expect(parse("serve --port 0")).toMatchObject({ port: 0 });
  });

  test("and the edition decides where output goes", () => {
    expect(parse("build --edition full")).toMatchObject({ out: "/desk/dist/full" });
  });

  test("and the browser of the environment counts where none is named", () => {
    const env = { BRIEFING_BROWSER: "/opt/chrome" };
    expect(parse("build", env)).toMatchObject({ browser: "/opt/chrome" });
    expect(parse("build --browser bundled", env)).toMatchObject({ browser: "bundled" });
    expect(parse("build", { BRIEFING_BROWSER: "" })).toMatchObject({ browser: undefined });
  });

  test("for help and version", () => {
    expect(parse("--help")).toEqual({ name: "help", topic: undefined });
    expect(parse("-h")).toEqual({ name: "help", topic: undefined });
    expect(parse("help")).toEqual({ name: "help", topic: undefined });
    expect(parse("help build")).toEqual({ name: "help", topic: "build" });
    expect(parse("print --help")).toEqual({ name: "help", topic: "print" });
    expect(parse("--version")).toEqual({ name: "version" });
  });
});

test("what cannot be read is a usage error that helps", () => {
  const lines = [
    "",
    "biuld",
    "frobnicate",
    "--json",
    "help chekc",
    "check --jsno",
    "check --frobnicate",
    "check --out dist",
    "check -x",
    "check extra",
    "check --json=yes",
    "build --out",
    "build --out --no-pdf",
    "build --out=",
    "build --out a --out b",
    "build --edition secret",
    "build --paper a5",
    "build --crop-mark",
    "print a.html -o b.pdf --paper a4",
    "build --sandbox on",
    "check --sandbox off",
    "serve --sandbox off",
    "build --timeout soon",
    "build --timeout 0",
    "build --timeout 1e9",
    "print",
    "print a.html",
    "print a.html b.html -o c.pdf",
    "print a.html -o a.html",
    "serve --port 65536",
  ];
  const messages = lines.map((line) => {
    try {
      return parse(line);
    } catch (error) {
      if (!(error instanceof BriefingError) || error.exitCode !== EXIT.usage) throw error;
      return `${line} → ${error.message}`;
    }
  });
  expect(messages).toMatchInlineSnapshot(`
    [
      " → No command is given; there are check, import, verify, build, print and serve. See briefing --help.",
      "biuld → There is no command "biuld". Did you mean build? See briefing --help.",
      "frobnicate → There is no command "frobnicate". There are check, import, verify, build, print and serve. See briefing --help.",
      "--json → The command comes before --json; there are check, import, verify, build, print and serve. See briefing --help.",
      "help chekc → There is no command "chekc". Did you mean check? See briefing --help.",
      "check --jsno → check has no option --jsno. Did you mean --json? See briefing check --help.",
      "check --frobnicate → check has no option --frobnicate. See briefing check --help.",
      "check --out dist → check has no option --out. See briefing check --help.",
      "check -x → check has no option -x. See briefing check --help.",
      "check extra → check does not know what to do with "extra". See briefing check --help.",
      "check --json=yes → --json takes no value. See briefing check --help.",
      "build --out → --out needs a value, DIR. See briefing build --help.",
      "build --out --no-pdf → --out needs a value, DIR. See briefing build --help.",
      "build --out= → --out needs a value, DIR. See briefing build --help.",
      "build --out a --out b → --out is given twice. See briefing build --help.",
      "build --edition secret → There is no edition "secret"; there are public and full. See briefing build --help.",
      "build --paper a5 → There is no paper "a5"; there are a4 and letter. See briefing build --help.",
      "build --crop-mark → build has no option --crop-mark. Did you mean --crop-marks? See briefing build --help.",
      "print a.html -o b.pdf --paper a4 → print has no option --paper. See briefing print --help.",
      "build --sandbox on → --sandbox is "on"; it can be auto, require or off. See briefing build --help.",
      "check --sandbox off → check has no option --sandbox. See briefing check --help.",
      "serve --sandbox off → serve has no option --sandbox. See briefing serve --help.",
      "build --timeout soon → --timeout is "soon", not a whole number from 1 to 86400. See briefing build --help.",
      "build --timeout 0 → --timeout is "0", not a whole number from 1 to 86400. See briefing build --help.",
      "build --timeout 1e9 → --timeout is "1e9", not a whole number from 1 to 86400. See briefing build --help.",
      "print → No document is named to print. See briefing print --help.",
      "print a.html → No PDF is named to write; name it with -o. See briefing print --help.",
      "print a.html b.html -o c.pdf → print does not know what to do with "b.html". See briefing print --help.",
      "print a.html -o a.html → The PDF would overwrite the document it is printed from. See briefing print --help.",
      "serve --port 65536 → --port is "65536", not a whole number from 0 to 65535. See briefing serve --help.",
    ]
  `);
});
