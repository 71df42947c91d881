/// How a query parameter, a field of a form or a cookie is written (OpenAPI 3.1, Parameter Object, `style`).
public struct QueryStyle: Sendable, Hashable {
    enum Form: Sendable {
        case exploded
        case commas
        case spaces
        case pipes
        case deepObject
        case json
    }

    let form: Form

    /// `form` with `explode`: `color=blue&color=black`, `R=100&G=200`.
    public static let form = QueryStyle(form: .exploded)
    /// `spaceDelimited`: `color=blue%20black`, `color=R%20100%20G%20200`.
    public static let spaceDelimited = QueryStyle(form: .spaces)
    /// `pipeDelimited`: `color=blue%7Cblack`, `color=R%7C100%7CG%7C200`.
    public static let pipeDelimited = QueryStyle(form: .pipes)
    /// `deepObject`: `color%5BR%5D=100&color%5BG%5D=200`; objects in it go on so, and lists repeat their name.
    public static let deepObject = QueryStyle(form: .deepObject)
    /// JSON text, for a parameter with `content: application/json`.
    public static let json = QueryStyle(form: .json)

    /// `form`; without `explode` it is `color=blue,black`, `color=R,100,G,200`.
    public static func form(explode: Bool) -> QueryStyle { explode ? .form : QueryStyle(form: .commas) }
}

/// How a path parameter is written (OpenAPI 3.1, Parameter Object, `style`).
public struct PathStyle: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        case simple
        case label
        case matrix(String)
        case json
    }

    let form: Form

    /// `simple`: `blue,black`, `R,100,G,200`, with `explode` `R=100,G=200`.
    public static let simple = PathStyle(form: .simple)
    /// `label`: `.blue,black`, `.R,100,G,200`, with `explode` `.blue.black`, `.R=100.G=200`.
    public static let label = PathStyle(form: .label)
    /// JSON text, for a parameter with `content: application/json`.
    public static let json = PathStyle(form: .json)

    /// `matrix`, with the name of the parameter: `;color=blue,black`, with `explode` `;color=blue;color=black`.
    public static func matrix(_ name: String) -> PathStyle { PathStyle(form: .matrix(name)) }
}

/// How a header parameter is written (OpenAPI 3.1, Parameter Object, `style`).
public struct HeaderStyle: Sendable, Hashable {
    enum Form: Sendable {
        case commas
        case exploded
        case json
    }

    let form: Form

    /// `simple`: `blue,black`, `R,100,G,200`.
    public static let simple = HeaderStyle(form: .commas)
    /// JSON text, for a parameter with `content: application/json`.
    public static let json = HeaderStyle(form: .json)

    /// `simple`; with `explode` an object is `R=100,G=200`.
    public static func simple(explode: Bool) -> HeaderStyle { explode ? HeaderStyle(form: .exploded) : .simple }
}
