import Diagnostics

/// Why something that a page names was not loaded.
struct LoadProblem: Error {
    /// Why, as the end of a sentence that names it.
    var reason: String
    /// What to do.
    var advice: String
    /// Whether it was loaded before.
    var isRepeated = false

    func diagnostic(_ what: String, at place: SourceLocation) -> Diagnostic {
        .error("\(what) cannot be read: \(reason); \(advice)", at: place, rule: EmbeddedDocumentRules.unread.id)
    }
}

extension PageReading {
    /// Loads what `reference` means on the page. Throws `LoadProblem`, or `CancellationError`.
    mutating func load(_ reference: String) async throws -> LoadedPart {
        let target: PartTarget
        do throws(PartTarget.Refusal) {
            target = try PartTarget.resolve(reference, at: location, base: base)
        } catch {
            throw LoadProblem(reason: "the page names `\(shown(reference))`, \(error.reason)", advice: error.advice)
        }
        switch target {
        case .data(let bytes): return LoadedPart(bytes: bytes, address: "", shown: "")
        case .file(let path, let root, _):
            return try await load(
                .file(path: path, root: root), advice: "save it beside the page, or import it by its address")
        case .address(let address):
            guard hosts.allow(address) else { throw foreign(address) }
            return try await load(.address(address, hosts: hosts), advice: "import the document by its own address")
        }
    }

    private func foreign(_ address: String) -> LoadProblem {
        let host = WebReference.host(of: address)
        let name = host.map { $0.name } ?? ""
        let isSavedPage = if case .address = location { false } else { true }
        let isSame = if case .address(let page) = location { WebReference.host(of: page)?.name == name } else { false }
        let reason =
            isSavedPage
            ? "it is at \(shown(address)), and for a saved page nothing is fetched unasked"
            : isSame
                ? "it is at \(shown(address)), on the page's host but not as secure, or on another port"
                : "it is at \(shown(address)), on another host than the page"
        let named = isSame ? host.map { "\($0.name):\($0.port)" } ?? name : name
        return LoadProblem(reason: reason, advice: "import that address, or allow it with --allow-host \(named)")
    }

    private mutating func load(_ part: PagePart, advice: String) async throws -> LoadedPart {
        guard loads < EmbeddedDocumentReader.partLimit else {
            throw LoadProblem(
                reason: "the page names more than \(EmbeddedDocumentReader.partLimit) parts", advice: advice,
                isRepeated: true)
        }
        loads += 1
        do {
            return try await reader.loader.load(part)
        } catch let failure as PartFailure {
            throw LoadProblem(reason: failure.reason, advice: advice)
        }
    }

    /// Loads a frame, once.
    mutating func loadFrame(_ reference: String) async throws -> LoadedPart {
        if let target = try? PartTarget.resolve(reference, at: location, base: base) {
            let part: PagePart? =
                switch target {
                case .file(let path, let root, _): .file(path: path, root: root)
                case .address(let address): .address(address, hosts: hosts)
                case .data: nil
                }
            if let part, !visited.insert(part).inserted {
                throw LoadProblem(
                    reason: "it is a frame of itself or of a page in it",
                    advice: "import the page that shows the document, or the document itself", isRepeated: true)
            }
        }
        return try await load(reference)
    }

    /// A reference without what is secret in it, and not longer than a line.
    func shown(_ reference: String) -> String {
        let text = reader.shown(reference)
        return text.count > 200 ? text.prefix(200) + "…" : text
    }
}
