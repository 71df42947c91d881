/// A value as far as a script says it without being run.
struct ScriptValue {
    /// What the value is.
    indirect enum Kind {
        case undefined
        case null
        case flag(Bool)
        /// A number in the words of JSON.
        case number(String)
        case text(String)
        case object(ScriptObject)
        case list(ScriptList)
        case function(ScriptFunction)
        /// A class, which `new` makes objects of.
        case type(ScriptClass)
        /// Bytes that were made of text: by `atob`, or from such by `Uint8Array.from`.
        case bytes([UInt8])
        /// What the page fetches, or a part of it.
        case fetched(FetchedValue)
        /// An element of the page, by its index among the tags.
        case element(Int)
        /// `window`, `document`, `location` and what is below it, by its path.
        case browser(String)
        /// The keys, the values or the pairs of an object, one after the other in a loop.
        case each(EachKind, ScriptObject)
        /// One of several, which of them is not known; the first is what was known before.
        case either([ScriptValue])
        /// What has to be computed.
        case unknown
    }

    /// What a loop goes over.
    enum EachKind {
        case keys, key, values, value, pairs, pair
    }

    var kind: Kind
    /// Where the value stands.
    var place: ScriptPlace

    init(_ kind: Kind, at place: ScriptPlace) {
        self.kind = kind
        self.place = place
    }
}

/// A place in a source of scripts: the page, a script or a frame beside it.
struct ScriptPlace: Hashable {
    /// The number of the source.
    var source: Int
    /// The offset in it.
    var offset: Int
}

/// The members of an object, in order; shared by all that refer to it.
final class ScriptObject {
    private(set) var members: [(key: String, value: ScriptValue)] = []
    private var index: [String: Int] = [:]
    /// Where something unknown was merged into it, if it was.
    var unknownPart: ScriptPlace?
    /// The address that the object was made of by `new URL`, if it was; its members change parts of it.
    var address: String?
    /// Whether the object is an element that a script made.
    var isElement = false
    /// Where a script changes a member that stays as it is here.
    var change: ScriptPlace?

    /// The value of a member.
    subscript(key: String) -> ScriptValue? {
        get { position(of: key).map { members[$0].value } }
        set {
            guard let value = newValue else {
                if let place = position(of: key) {
                    members.remove(at: place)
                    index = [:]
                    if members.count > Self.few { reindex() }
                }
                return
            }
            if let place = position(of: key) {
                members[place].value = value
            } else {
                members.append((key, value))
                if members.count == Self.few + 1 {
                    reindex()
                } else if members.count > Self.few {
                    index[key] = members.count - 1
                }
            }
        }
    }

    /// So many members are looked through one by one.
    private static let few = 8

    private func position(of key: String) -> Int? {
        members.count > Self.few ? index[key] : members.firstIndex { $0.key == key }
    }

    private func reindex() {
        index = Dictionary(members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    }

    /// The address that the object is now, if it is one.
    var currentAddress: String? {
        guard let address else { return nil }
        var parts = WebReference(address)
        if case .text(let path)? = self["pathname"]?.kind { parts.path = path.hasPrefix("/") ? path : "/" + path }
        if case .text(let query)? = self["search"]?.kind {
            parts.query = query.isEmpty || query.hasPrefix("?") ? query : "?" + query
        }
        return "\(parts.scheme ?? "http")://\(parts.authority ?? "")\(parts.path)\(parts.query)"
    }

    /// Takes over all members of another object.
    func merge(_ other: ScriptObject) {
        for (key, value) in other.members { self[key] = value }
        unknownPart = unknownPart ?? other.unknownPart
    }
}

/// The items of a list; shared by all that refer to it.
final class ScriptList {
    var items: [ScriptValue]
    /// Where something unknown was put into it, if it was.
    var unknownPart: ScriptPlace?

    init(_ items: [ScriptValue] = []) { self.items = items }
}

/// A function: where it stands, and what it sees.
final class ScriptFunction {
    let name: String?
    let parameters: Range<Int>
    let body: Range<Int>
    let isExpression: Bool
    let scope: ScriptScope
    let source: Int
    /// What the ranges are ranges of.
    let bytes: [UInt8]
    /// Whether the function was seen to be called.
    var wasCalled = false
    /// How often it was read.
    var walks = 0

    init(
        name: String?, parameters: Range<Int>, body: Range<Int>, isExpression: Bool, scope: ScriptScope, source: Int,
        bytes: [UInt8]
    ) {
        self.name = name
        self.parameters = parameters
        self.body = body
        self.isExpression = isExpression
        self.scope = scope
        self.source = source
        self.bytes = bytes
    }
}

/// A class: what its objects are made of.
final class ScriptClass {
    /// What is read when an object is made; `nil` where the class has none.
    var constructor: ScriptFunction?
    /// Its other functions, by name.
    var methods: [(name: String, function: ScriptValue)] = []
    /// The members that it gives values, with these as functions that have no parameters.
    var fields: [(name: String, value: ScriptFunction)] = []
}

/// Something that a script fetches; shared, so that changes are known wherever it ends up.
final class FetchedValue {
    /// The address as the script says it.
    let address: ScriptValue
    /// Where the script changes what came.
    var change: ScriptPlace?
    /// The thing as a whole, where this is a part of it.
    let whole: FetchedValue?

    init(_ address: ScriptValue, whole: FetchedValue? = nil) {
        self.address = address
        self.whole = whole
    }

    func noteChange(at place: ScriptPlace) {
        change = change ?? place
        whole?.noteChange(at: place)
    }
}

/// The variables of a function or of the page.
final class ScriptScope {
    var variables: [String: ScriptValue] = [:]
    let parent: ScriptScope?

    init(in parent: ScriptScope? = nil) { self.parent = parent }

    /// The value of a variable, looked for outwards.
    func find(_ name: String) -> ScriptValue? {
        var scope: ScriptScope? = self
        while let current = scope {
            if let value = current.variables[name] { return value }
            scope = current.parent
        }
        return nil
    }

    /// Gives the variable a value where it is declared; on the page where it is not.
    func assign(_ name: String, _ value: ScriptValue) {
        var scope = self
        while scope.variables[name] == nil, let parent = scope.parent { scope = parent }
        scope.variables[name] = value
    }
}
