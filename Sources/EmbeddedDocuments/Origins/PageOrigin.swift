/// What makes pages or files that nothing is read from, as data: how it is known, what it lacks, what to do instead.
///
/// To add one, add a row to one of the tables (`PageOrigin+Generators`, `+Libraries`, `+Formats`) and a case to their test.
struct PageOrigin {
    /// What people call it.
    let name: String
    /// What its pages hold, in lower case: one of the rows, all words of it.
    let signs: [[String]]
    /// What stands before its version, in lower case; tags and punctuation may stand between.
    var version: [String] = []
    let subject: Subject

    /// What its pages speak of.
    enum Subject {
        /// An API, without what is needed to call it: what they lack, and what to do.
        case pages(lack: String, instead: String)
        /// The code of a library.
        case library
        /// An API, in a form of its own: what to do.
        case format(instead: String)
    }

    /// What is said of its pages.
    func message(version: String?) -> String {
        let name = version.map { "\(self.name) \($0)" } ?? self.name
        return switch subject {
        case .pages(let lack, let instead):
            "this looks like a page of \(name), and such pages lack \(lack); nothing is read from it, since half an API "
                + "would look like a whole one: \(instead)"
        case .library:
            "this looks like a page of \(name), which documents the code of a library and no HTTP API; import the pages "
                + "of a service, or its OpenAPI document"
        case .format(let instead): "this looks like \(name), which is not read: \(instead)"
        }
    }
}

extension PageOrigin {
    /// Where OpenAPI documents usually are.
    static let usualPlaces =
        "an OpenAPI document is often at `/openapi.json`, `/swagger.json`, `/v3/api-docs` or `openapi.yaml` beside the pages"

    /// Everything that is known.
    static let all = generators + libraries + formats
}
