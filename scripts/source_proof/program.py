"""A program that uses every public symbol of a generated module, as a caller would."""
import json

IMPORTS = ["Foundation", "ServiceRuntime"]
# What callers do not write: conformances that the compiler or the library calls.
HIDDEN = {"init(from:)", "encode(to:)", "hash(into:)", "==(_:_:)", "init(_:)"}


class Module:
    """The Swift files of one generated module, and how to compile them and what is written against them."""

    def __init__(self, sources, root, run):
        self.sources = sorted(str(path) for path in sources.rglob("*.swift"))
        self.name = sources.name
        self.run = run
        self.flags = ["-swift-version", "6", "-parse-as-library", "-I", str(root / ".build/debug/Modules")]
        self.flags += [flag for folder in sorted(root.glob(".build/checkouts/*/Sources/*/include")) for flag in ("-I", folder)]

    def compile(self, folder):
        """Emits the module and its symbols; the compiler's complaint where it does not compile."""
        done = self.run(
            "swiftc", *self.flags, "-module-name", self.name, "-emit-module", "-emit-module-path",
            folder / f"{self.name}.swiftmodule", "-emit-symbol-graph", "-emit-symbol-graph-dir", folder, *self.sources)
        if done.returncode:
            return done.stderr
        self.symbols = json.loads((folder / f"{self.name}.symbols.json").read_text())["symbols"]
        return None

    def check(self, program, folder):
        """The complaint of the compiler about a program that imports the module in the folder, or nothing."""
        done = self.run(
            "swiftc", *self.flags, "-module-name", "Caller", "-typecheck", "-I", folder, "-suppress-warnings", program)
        return done.stderr if done.returncode else None


def program(module):
    """The text of the program."""
    paths = {symbol["identifier"]["precise"]: ".".join(symbol["pathComponents"]) for symbol in module.symbols}
    kinds = {".".join(symbol["pathComponents"]): symbol["kind"]["identifier"] for symbol in module.symbols}
    cases, uses = {}, []
    # Symbols of other modules that are handed on, and extensions of theirs, are not what specs change.
    # A version is its client, and `Client` another name for it.
    client = next(
        symbol["pathComponents"][:-1] for symbol in module.symbols
        if symbol["pathComponents"][-1] == "Client" and symbol["kind"]["identifier"] == "swift.typealias")
    namespace = client[0]

    def spelled(fragments):
        """Types by their whole path, wherever the fragments name one of the module."""
        text, skip = "", False
        for fragment in fragments:
            if fragment["kind"] == "typeIdentifier":
                whole = paths.get(fragment.get("preciseIdentifier"))
                if whole and text.rstrip().endswith("."):
                    cut = max(text.rfind(sign) for sign in " ([<:") + 1
                    text = text[:cut] + whole
                else:
                    text += whole or fragment["spelling"]
            else:
                text += fragment["spelling"]
        return text

    built, read = directions(module, client)

    for symbol in module.symbols:
        if "::SYNTHESIZED::" in symbol["identifier"]["precise"] or symbol["accessLevel"] != "public":
            continue
        components = symbol["pathComponents"]
        kind, name, parent = symbol["kind"]["identifier"], components[-1], ".".join(components[:-1])
        if name in HIDDEN or components[0] != namespace or kinds.get(parent) == "swift.protocol":
            continue
        fragments = symbol["declarationFragments"]
        text = "".join(fragment["spelling"] for fragment in fragments)
        if "some " in text or "@available(*, unavailable" in text:
            continue
        # Two exceptions, in the words of the rules: only tests make what is received, and nobody reads what was sent.
        makes, reads = parent in built or parent not in read, parent in read or parent not in built
        calls = []
        if kind in ("swift.struct", "swift.enum", "swift.typealias", "swift.class"):
            calls.append(f"_ = given({'.'.join(components)}.self)")
        elif kind in ("swift.property", "swift.type.property"):
            declared = typed(fragments, spelled)
            holder = parent if kind == "swift.type.property" else f"given({parent}.self)"
            if reads or kind == "swift.type.property":
                calls.append(reading(declared.replace("`Self`", parent), f"{holder}.{name}"))
            if makes and kind == "swift.property" and " var " in f" {text}" and "{ get" not in text:
                calls.append(f"var holder = given({parent}.self); holder.{name} = some() as {declared}")
        elif kind == "swift.enum.case":
            values = typed_case(symbol, spelled)
            cases.setdefault(parent, []).append((name.split("(")[0], values))
            if makes:
                calls.append(f"_ = {parent}.{name.split('(')[0]}{values}")
        elif kind in ("swift.init", "swift.method", "swift.type.method"):
            result = spelled(symbol.get("functionSignature", {}).get("returns", [])) or "Void"
            callee = {
                "swift.init": parent, "swift.type.method": f"{parent}.{name.split('(')[0]}",
                "swift.method": f"given({parent}.self).{name.split('(')[0]}",
            }[kind]
            effects = ("try " if " throws" in text else "") + ("await " if " async" in text else "")
            for arguments in argument_lists(symbol, spelled):
                if kind == "swift.init" and not makes:
                    continue
                if kind == "swift.init":
                    calls.append(f"_ = {effects}{callee}({arguments})")
                else:
                    result = "Void" if result == "()" else result.replace("Self", parent)
                    calls.append(reading(result, f"{effects}{callee}({arguments})"))
        for call in calls:
            if call not in uses:
                uses.append(call)
    for parent, names in cases.items():
        if parent in built and parent not in read:
            continue
        branches = " ".join(
            f"case .{name}(let value): let exact: {values[len('(some() as '):-1]} = value; _ = exact;" if values else f"case .{name}: break;"
            for name, values in names)
        uses.append(f"switch given({parent}.self) {{ {branches} }}")
    lines = [f"import {name}" for name in IMPORTS + [module.name]]
    lines.append("func given<Value>(_ type: Value.Type) -> Value { fatalError() }")
    lines.append("func some<Value>() -> Value { fatalError() }")
    lines += [f"func use{number}() async throws {{ {use} }}" for number, use in enumerate(uses)]
    return "\n".join(lines) + "\n"


def reading(declared, value):
    """A read that compiles only where the value has just this type: what is optional is unwrapped."""
    if declared.endswith("?"):
        return f"guard let value = {value} else {{ return }}; let exact: {declared[:-1]} = value; _ = exact"
    return f"let exact: {declared} = {value}; _ = exact"


def directions(module, client):
    """The types that callers make, and those that they get: what methods of the client take and give, with all inside."""
    paths = {symbol["identifier"]["precise"]: ".".join(symbol["pathComponents"]) for symbol in module.symbols}
    namespace = client[0]
    members, built, read = {}, set(), set()

    def named(fragments):
        return {paths[one["preciseIdentifier"]] for one in fragments if one.get("preciseIdentifier") in paths}

    for symbol in module.symbols:
        components = symbol["pathComponents"]
        parent = ".".join(components[:-1])
        if components[0] != namespace or "::SYNTHESIZED::" in symbol["identifier"]["precise"]:
            continue
        if symbol["kind"]["identifier"] in ("swift.property", "swift.enum.case"):
            members.setdefault(parent, set()).update(named(symbol["declarationFragments"]))
        elif symbol["kind"]["identifier"] == "swift.method" and components[:-1] == client:
            signature = symbol.get("functionSignature", {})
            read |= named(signature.get("returns", []))
            for parameter in signature.get("parameters", []):
                built |= named(parameter["declarationFragments"])
    # Failures come out of an error, by an initialiser of theirs.
    read |= {path for path in paths.values() if path.endswith("Failure") and path.startswith(namespace + ".")}
    for known in (built, read):
        waiting = list(known)
        while waiting:
            for inner in members.get(waiting.pop(), ()):
                if inner not in known:
                    known.add(inner)
                    waiting.append(inner)
    return built, read


def typed(fragments, spelled):
    """The type of a property: what follows its colon."""
    for index, fragment in enumerate(fragments):
        if fragment["kind"] == "identifier":
            return spelled(fragments[index + 1:]).lstrip(": ").split(" {")[0].strip()
    return "Any"


def typed_case(symbol, spelled):
    fragments = symbol["declarationFragments"]
    text = spelled(fragments)
    if "(" not in text:
        return ""
    inner = text[text.index("(") + 1:text.rindex(")")]
    return f"(some() as {inner})"


def argument_lists(symbol, spelled):
    """All arguments, and only those without a default."""
    parameters = symbol.get("functionSignature", {}).get("parameters", [])
    defaults = set()
    current = None
    for fragment in symbol["declarationFragments"]:
        if fragment["kind"] == "externalParam":
            current = fragment["spelling"]
        elif current and fragment["kind"] == "text" and " = " in fragment["spelling"]:
            defaults.add(current)
    every, least = [], []
    for parameter in parameters:
        declared = spelled(parameter["declarationFragments"]).split(":", 1)[1].strip()
        label = "" if parameter["name"] == "_" else f"{parameter['name']}: "
        value = f"{label}some() as {declared}"
        every.append(value)
        if parameter["name"] not in defaults:
            least.append(value)
    return [", ".join(every)] if every == least else [", ".join(every), ", ".join(least)]
